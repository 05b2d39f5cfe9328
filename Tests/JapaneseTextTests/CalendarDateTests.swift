import Foundation
import JapaneseText
import Testing

@Suite struct CalendarDateTests {
  /// Foundation's calendar is the independent oracle, over 500 years.
  @Test func weekdaysAgreeWithFoundation() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for step in stride(from: -110_000, through: 75_000, by: 113) {
      let day = Date(timeIntervalSince1970: Double(step) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: day)
      let (year, month) = (try #require(parts.year), try #require(parts.month))
      let dayOfMonth = try #require(parts.day)
      let date = try #require(CalendarDate(year: year, month: month, day: dayOfMonth))
      #expect(date.weekday + 1 == parts.weekday)
    }
  }

  @Test(arguments: [
    (2025, 2, 29), (2025, 13, 1), (2025, 4, 31), (1900, 2, 29), (2025, 0, 1), (0, 1, 1),
  ])
  func refuses(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: ["2025-5-13", "2025/05/13", "２０２５-05-13", "", "2025-05-1x", "2025-02-30"])
  func refusesISO(iso: String) {
    #expect(CalendarDate(iso) == nil)
  }

  @Test(arguments: [
    ("2025-05-13", "令和7年5月13日"), ("2019-05-01", "令和元年5月1日"),
    ("2019-04-30", "平成31年4月30日"), ("1989-01-07", "昭和64年1月7日"),
    ("1926-12-25", "昭和元年12月25日"), ("1912-07-29", "明治45年7月29日"), ("1867-01-01", "1867年1月1日"),
  ])
  func eras(iso: String, era: String) throws {
    let date = try #require(CalendarDate(iso))
    #expect(date.era == era)
  }

  @Test func isCodedAsItsISOForm() throws {
    let dates = [try #require(CalendarDate("2024-02-29"))]
    let json = try JSONEncoder().encode(dates)
    #expect(String(decoding: json, as: UTF8.self) == #"["2024-02-29"]"#)
    let decoded = try JSONDecoder().decode([CalendarDate].self, from: json)
    #expect(decoded == dates)
    #expect(throws: DecodingError.self) {
      _ = try JSONDecoder().decode([CalendarDate].self, from: Data(#"["2023-02-29"]"#.utf8))
    }
  }

  @Test func dayOrder() throws {
    let dates = ["2025-01-31", "2024-12-31", "2025-02-01"].compactMap { CalendarDate($0) }
    #expect(dates.sorted().map(\.description) == ["2024-12-31", "2025-01-31", "2025-02-01"])
  }
}
