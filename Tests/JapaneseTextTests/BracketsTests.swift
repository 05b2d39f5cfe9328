import JapaneseText
import Testing

@Suite struct BracketsTests {
  @Test(arguments: [
    ("「あ（い）」う", ["「あ（い）」", "（い）"]), ("（会議室)", ["（会議室)"]), ("「あ（い」う）", ["「あ（い」"]),
    ("」あ「い」", ["「い」"]), ("（あ\nい）", []), ("「「あ」", ["「あ」"]), ("【(1)】", ["【(1)】", "(1)"]), ("", []),
  ])
  func pairs(text: String, words: [String]) {
    let scalars = text.scalars
    #expect(Brackets.pairs(in: scalars).map { scalars.text($0) } == words)
  }
}
