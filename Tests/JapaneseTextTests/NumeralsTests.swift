import JapaneseText
import Testing

@Suite struct NumeralsTests {
  /// The text, the value at its beginning, and how many scalars were read.
  @Test(arguments: [
    ("86-1", 86, 2), ("８６回", 86, 2), ("２3", 23, 2), ("007", 7, 3),
    ("二十三条", 23, 3), ("百十八", 118, 3), ("千二百", 1200, 3), ("二千二十五年", 2025, 5),
    ("三百四十五", 345, 5), ("十", 10, 1), ("十一", 11, 2), ("五十嵐", 50, 2),
    ("二〇二五年", 2025, 4), ("二○二五年", 2025, 4), ("二○○○年", 2000, 4), ("一九三の三", 193, 3),
    ("10万円", 100_000, 3), ("100,000円", 100_000, 7), ("１，２３４人", 1234, 5),
    ("1億2,000万円", 120_000_000, 8), ("三億五千万", 350_000_000, 5), ("百万", 1_000_000, 2),
    ("2千500人", 2500, 5), ("1,234千円", 1_234_000, 6), ("1,23", 1, 1), ("1,2345", 1, 1),
    ("1234,567", 1234, 4), ("一、二", 1, 1), ("3.5", 3, 1), ("一万二千三百四十五", 12345, 9),
    ("1兆2億", 1_000_200_000_000, 4), ("零時", 0, 1),
  ])
  func reads(text: String, value: Int, count: Int) {
    #expect(
      Numerals.number(in: text.scalars, at: 0)
        == NumberMatch(span: TextSpan(0, count), value: value))
  }

  @Test(arguments: ["", "万一", "億", "第1回", " 1", "〇二宮委員", "○○委員", "①", "Ⅰ", "元年", "-1", "二三十人"])
  func leaves(text: String) {
    #expect(Numerals.number(in: text.scalars, at: 0) == nil)
  }

  @Test(arguments: [
    String(repeating: "9", count: 40), String(repeating: "九", count: 40), "999999999999999999兆",
  ])
  func refusesWhatIsTooLarge(text: String) {
    #expect(Numerals.number(in: text.scalars, at: 0) == nil)
  }

  /// Every number up to 99,999 in kanji is read back.
  @Test func kanjiRoundTrip() {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    func written(_ number: Int) -> String {
      if number >= 10_000 { return written(number / 10_000) + "万" + written(number % 10_000) }
      var rest = number
      var text = ""
      for (unit, sign) in [(1000, "千"), (100, "百"), (10, "十")] where rest >= unit {
        text += (rest / unit == 1 ? "" : digits[rest / unit]) + sign
        rest %= unit
      }
      return text + digits[rest]
    }
    for number in 1...99_999 where number < 3000 || number % 37 == 0 {
      let text = written(number).scalars
      let match = Numerals.number(in: text, at: 0)
      #expect(match?.value == number && match?.span.to == text.count, "\(String(text))")
    }
  }

  @Test func circles() {
    let signs = "①⑳㉑㉟㊱㊿⓪❶⓫".scalars
    #expect(signs.map { Numerals.circled($0) } == [1, 20, 21, 35, 36, 50, 0, 1, 11])
    #expect(Numerals.circled("1") == nil && Numerals.circled("⑴") == nil)
  }

  @Test(arguments: [
    ("Ⅰ．", 1, 1), ("Ⅻ", 12, 1), ("ⅹ", 10, 1), ("ⅩⅣ", 14, 2), ("II．", 2, 2), ("iv)", 4, 2),
    ("XXXIX", 39, 5),
    ("Ｉ．", 1, 1), ("ⅠⅡ", 1, 1),
  ])
  func roman(text: String, value: Int, count: Int) {
    #expect(
      Numerals.roman(in: text.scalars, at: 0)
        == NumberMatch(span: TextSpan(0, count), value: value))
  }

  @Test(arguments: ["IP", "Internet", "IIII", "Iv", "", "1", "DX", "MIX", "XIVision"])
  func notRoman(text: String) {
    #expect(Numerals.roman(in: text.scalars, at: 0) == nil)
  }
}
