import JapaneseText
import Testing

@Suite struct RepetitionTests {
  @Test(arguments: [
    ("佐々", "佐"), ("佐佐", "々"), ("すゝ", "す"), ("すす", "ゝ"), ("すゞ", "ず"), ("すず", "ゞ"), ("づゝ", "つ"),
    ("ハヽ", "ハ"), ("ババ", "ヾ"), ("ハヾ", "バ"),
  ]) func otherForms(pair: String, other: String) {
    let scalars = pair.scalars
    #expect(Repetition.other(for: scalars[1], behind: scalars[0]).map { String($0) } == other)
  }

  @Test(arguments: ["佐木", "あ々", "々々", "a々", "ーー", "すつ", "aa", "ハは"])
  func noOtherForm(pair: String) {
    let scalars = pair.scalars
    #expect(Repetition.other(for: scalars[1], behind: scalars[0]) == nil)
  }

  /// Numbers in kanji read back.
  @Test func kanjiRoundTrip() {
    for value in Array(1...2_500) + [10_000, 11_000, 100_000, 350_000_000, 1_000_200_000_000] {
      let written = Numerals.kanji(value).scalars
      #expect(Numerals.number(in: written, at: 0)?.value == value)
      #expect(
        Numerals.number(in: Numerals.grouped(value).scalars, at: 0)?.value == value)
    }
    #expect(Numerals.kanji(0) == "〇")
    #expect(Numerals.kanji(1_100) == "千百")
  }
}
