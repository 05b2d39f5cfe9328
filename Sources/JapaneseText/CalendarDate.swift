/// A day of the Gregorian calendar that exists.
package struct CalendarDate: Hashable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil for a day that does not exist, such as 2025-02-30.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads the form `2025-05-13` and no other.
  package init?(_ iso: String) {
    let digits = Array(iso.utf8)
    guard digits.count == 10, digits[4] == 0x2D, digits[7] == 0x2D else { return nil }
    func value(_ range: Range<Int>) -> Int? {
      range.reduce(0) { sum, index in
        guard let sum, (0x30...0x39).contains(digits[index]) else { return nil }
        return sum * 10 + Int(digits[index] - 0x30)
      }
    }
    guard let year = value(0..<4), let month = value(5..<7), let day = value(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day before; nil before the first day of the calendar.
  package var dayBefore: CalendarDate? {
    if day > 1 { return CalendarDate(year: year, month: month, day: day - 1) }
    if month > 1 {
      return CalendarDate(
        year: year, month: month - 1, day: Self.days(in: month - 1, of: year))
    }
    return CalendarDate(year: year - 1, month: 12, day: 31)
  }

  /// The day of the week, 0 = Sunday … 6 = Saturday (Sakamoto's method).
  package var weekday: Int {
    let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let shifted = month < 3 ? year - 1 : year
    return (shifted + shifted / 4 - shifted / 100 + shifted / 400 + shifts[month - 1] + day) % 7
  }

  /// The date in the Japanese calendar, `令和7年5月13日`; before Meiji with the Gregorian year.
  package var era: String {
    let name = Era.all.first { $0.start <= self }
    guard let name else { return "\(year)年\(month)月\(day)日" }
    let count = year - name.yearBefore
    return "\(name.name)\(count == 1 ? "元" : String(count))年\(month)月\(day)日"
  }
}

extension CalendarDate: Comparable {
  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The ISO 8601 form, `2025-05-13`.
  package var description: String {
    func padded(_ number: Int, to width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

/// A date is coded as its ISO 8601 string.
extension CalendarDate: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let iso = try container.decode(String.self)
    guard let date = CalendarDate(iso) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a date of the form 2025-05-13: \(iso)")
    }
    self = date
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// An era of the Japanese calendar since Meiji.
struct Era: Sendable {
  let name: String
  /// The kanji of the name.
  let scalars: Scalars
  /// The letter of the short form (R7.4.1).
  let letter: Unicode.Scalar
  /// The sign that holds the whole name (㋿).
  let sign: Unicode.Scalar
  /// Year 1 of the era is the Gregorian year after this one.
  let yearBefore: Int
  let start: CalendarDate

  private init?(
    _ name: String, _ letter: Unicode.Scalar, _ sign: Unicode.Scalar, from start: CalendarDate?
  ) {
    guard let start else { return nil }
    self.name = name
    self.scalars = name.scalars
    self.letter = letter
    self.sign = sign
    self.yearBefore = start.year - 1
    self.start = start
  }

  /// The newest first.
  static let all: [Era] = [
    Era("令和", "R", "㋿", from: CalendarDate(year: 2019, month: 5, day: 1)),
    Era("平成", "H", "㍻", from: CalendarDate(year: 1989, month: 1, day: 8)),
    Era("昭和", "S", "㍼", from: CalendarDate(year: 1926, month: 12, day: 25)),
    Era("大正", "T", "㍽", from: CalendarDate(year: 1912, month: 7, day: 30)),
    Era("明治", "M", "㍾", from: CalendarDate(year: 1868, month: 1, day: 25)),
  ].compactMap(\.self)
}
