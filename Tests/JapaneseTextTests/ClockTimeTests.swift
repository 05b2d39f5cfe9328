import JapaneseText
import Testing

@Suite struct ClockTimeTests {
  /// The text and its ranges as `from-to`, `?` for an open end.
  @Test(arguments: [
    ("令和 7 年 5 月 13 日(火) 10:00~11:40", ["10:00-11:40"]),
    ("（金）午後２時01分～午後４時00分 場所", ["14:01-16:00"]),
    ("平成16年7月28日(水) 10時30分〜11時40分", ["10:30-11:40"]),
    ("5月20日(金)10時から11時45分まで", ["10:00-11:45"]),
    ("3月14日(水曜) 午後1時から2時25分まで", ["13:00-14:25"]),
    ("自 午後2時00分 至 午後4時20分", ["14:00-16:20"]),
    ("自　午後２時\n至　午後４時", ["14:00-16:00"]),
    ("2001 年 4 月 12 日 (木) 16:05 ~ 19:45 , 20:45 ~ 21:07", ["16:05-19:45", "20:45-21:07"]),
    ("午後1時～2時、2時30分～4時", ["13:00-14:00", "14:30-16:00"]),
    ("13:30〜", ["13:30-?"]),
    ("午後１時", ["13:00-?"]),
    ("開会 午前10時", ["10:00-?"]),
    ("午後三時五十一分開議", ["15:51-?"]),
    ("午前十時開会\n午後零時十分閉会", ["10:00-?", "?-12:10"]),
    ("閉会　午後４時３０分", ["?-16:30"]),
    ("［午後３時26分　散会］", ["?-15:26"]),
    ("10時半から正午まで", ["10:30-12:00"]),
    ("午前10時～0時30分", ["10:00-12:30"]),
    ("午後12時15分から1時", ["12:15-13:00"]),
    ("午後1～3時", ["13:00-15:00"]),
    ("14～16時", ["14:00-16:00"]),
    ("午後１時30分頃から３時ごろまで", ["13:30-15:00"]),
    ("10:00-11:40", ["10:00-11:40"]),
    ("１０：００－１１：４０", ["10:00-11:40"]),
    ("2024/11/05 1:34", ["01:34-?"]),
    ("PM 1:30～3:00", ["13:30-15:00"]),
    ("午前11時～1時", ["11:00-13:00"]),
  ])
  func reads(text: String, ranges: [String]) {
    let found = ClockTime.ranges(in: text.scalars)
    #expect(found.map { "\($0.from ?? "?")-\($0.to ?? "?")" } == ranges)
  }

  @Test(arguments: [
    "3時間の審議", "24時間365日", "現時点", "一時的に避難", "当時", "縮尺1:50,000", "第3時", "平成19年",
    "資料1-2-3-4-5-6", "10:5", "1:345", "",
  ])
  func leaves(text: String) {
    #expect(ClockTime.ranges(in: text.scalars).isEmpty)
  }

  @Test func spansTheWholeRange() {
    let padded = "時間　　10:00 ～ 11:30　場所".scalars
    #expect(ClockTime.ranges(in: padded).map { padded.text($0.span) } == ["10:00 ～ 11:30"])
    let text = "日時　自 午後2時00分 至 午後4時20分まで　場所".scalars
    let found = ClockTime.ranges(in: text)
    #expect(found.map { text.text($0.span) } == ["自 午後2時00分 至 午後4時20分まで"])
    #expect(ClockTime.ranges(in: text, within: TextSpan(0, 12)).map(\.from) == ["14:00"])
  }

  @Test(arguments: ["1-", " ", "午前 ", "1 "])
  func oddTextsAreReadInLinearTime(piece: String) {
    let text = String(repeating: piece, count: 20_000).scalars
    #expect(ClockTime.ranges(in: text).isEmpty)
    #expect(JapaneseDate.matches(in: text).isEmpty)
  }
}
