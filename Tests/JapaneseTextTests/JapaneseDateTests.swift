import JapaneseText
import Testing

/// The forms of minutes-formats §2.
@Suite struct JapaneseDateTests {
  /// The text, the words of the match, the date, and whether the weekday agrees.
  @Test(
    arguments: [
      ("令和 7 年 5 月 13 日(火) 10:00~11:40", "令和 7 年 5 月 13 日(火)", "2025-05-13", true),
      ("１．日時：平成21年３月24日（火曜日）16時29分", "平成21年３月24日（火曜日）", "2009-03-24", true),
      ("令和4年(2022年)5月20日(金)10時から", "令和4年(2022年)5月20日(金)", "2022-05-20", true),
      ("2022年（令和４年）５月20日(金)", "2022年（令和４年）５月20日(金)", "2022-05-20", true),
      ("平成19年3月14日(水曜) 午後1時から", "平成19年3月14日(水曜)", "2007-03-14", true),
      ("平成20年(2008年)6月3日(火曜日)", "平成20年(2008年)6月3日(火曜日)", "2008-06-03", true),
      ("平成二十三年五月二十四日 午後三時", "平成二十三年五月二十四日", "2011-05-24", nil),
      ("二〇二五年五月十三日", "二〇二五年五月十三日", "2025-05-13", nil),
      ("一九九八年十二月三十一日", "一九九八年十二月三十一日", "1998-12-31", nil),
      ("2001 年 4 月 12 日 (木) 16:05 ~ 19:45", "2001 年 4 月 12 日 (木)", "2001-04-12", true),
      ("令和元年５月21日（火曜日）13時", "令和元年５月21日（火曜日）", "2019-05-21", true),
      ("平成元年1月8日", "平成元年1月8日", "1989-01-08", nil),
      ("令和４年５月27日（水）", "令和４年５月27日（水）", "2022-05-27", false),
      ("更新 H29.5.25 版", "H29.5.25", "2017-05-25", nil),
      ("R7.4.1施行", "R7.4.1", "2025-04-01", nil),
      ("Ｒ元．５．１", "Ｒ元．５．１", "2019-05-01", nil),
      ("S63.12.1", "S63.12.1", "1988-12-01", nil),
      ("平成29.5.25", "平成29.5.25", "2017-05-25", nil),
      (":日時: 2012/12/12 19:00～21:00", "2012/12/12", "2012-12-12", nil),
      ("2025-05-13 (Tue)", "2025-05-13 (Tue)", "2025-05-13", true),
      ("2025-05-13T10:00", "2025-05-13", "2025-05-13", nil),
      ("２０２５／０５／１３", "２０２５／０５／１３", "2025-05-13", nil),
      ("2025. 5. 13", "2025. 5. 13", "2025-05-13", nil),
      ("㍻29年5月25日", "㍻29年5月25日", "2017-05-25", nil),
      ("令 和 ７ 年 ５ 月 １ ３ 日", "令 和 ７ 年 ５ 月 １ ３ 日", "2025-05-13", nil),
      ("平成  29  年  11  月  3  日（金・祝）", "平成  29  年  11  月  3  日（金・祝）", "2017-11-03", true),
      ("2025年5月13日火曜日", "2025年5月13日火曜日", "2025-05-13", true),
      ("令和7年\n5月13日", "令和7年\n5月13日", "2025-05-13", nil),
      ("2025年5月13日（日本時間）", "2025年5月13日", "2025-05-13", nil),
      ("2025年5月13日（月額）", "2025年5月13日", "2025-05-13", nil),
      ("2025/5/13-15", "2025/5/13", "2025-05-13", nil),
      ("昭和六十三年二月二十九日", "昭和六十三年二月二十九日", "1988-02-29", nil),
      ("明治元年10月23日", "明治元年10月23日", "1868-10-23", nil),
    ] as [(String, String, String, Bool?)])
  func reads(text: String, words: String, iso: String, agrees: Bool?) throws {
    let scalars = text.scalars
    let match = try #require(JapaneseDate.matches(in: scalars).first)
    #expect(scalars.text(match.span) == words)
    #expect(match.date.description == iso)
    #expect(match.weekdayAgrees == agrees)
    #expect(JapaneseDate.impossible(in: scalars).isEmpty)
  }

  @Test(arguments: [
    "令和7年度第15回", "昭和五十九年法律第八十六号", "令和7年5月", "明治大学", "資料86-1-2", "平成の大合併",
    "第2025号", "1.2.3.4", "03-2025-05-13", "2025-05-13-001", "1234年", "R7-4-1", "T1.2.3", "明治2-1-3",
    "https://example.jp/2025/05/1300", "12025年5月13日", "",
  ])
  func leaves(text: String) {
    #expect(JapaneseDate.matches(in: text.scalars).isEmpty)
    #expect(JapaneseDate.impossible(in: text.scalars).isEmpty)
  }

  @Test(arguments: [
    "平成29年13月45日", "2025-02-30", "平成29年2月29日", "令和4年(2021年)5月20日", "平成29315日",
    "令和0年5月1日", "2025年4月31日（木）",
  ])
  func knowsTheImpossible(text: String) {
    #expect(JapaneseDate.matches(in: text.scalars).isEmpty)
    #expect(JapaneseDate.impossible(in: text.scalars).map { text.scalars.text($0) } == [text])
  }

  @Test func staysWithinTheSpan() {
    let text = "平成12年９月28日 公表（平成12年９月８日（金）開催）".scalars
    #expect(JapaneseDate.matches(in: text).map(\.date.description) == ["2000-09-28", "2000-09-08"])
    #expect(JapaneseDate.matches(in: text, within: TextSpan(0, 9)).isEmpty)
    #expect(JapaneseDate.matches(in: text, within: TextSpan(10, 99)).count == 1)
  }
}
