import JapaneseText
import Testing

@Suite("Scalars")
struct ScalarsTests {
  @Test(arguments: ["", "a", "\u{0}é߿", "水門、ｶﾞ", "𠮷野家🏯e\u{301}", "a\u{10FFFF}\u{FFFD}\r\n"])
  func thereAndBack(text: String) {
    #expect(text.scalars == Array(text.unicodeScalars))
    #expect(String(text.scalars) == text)
    #expect(String(text.unicodeScalars.reversed()) == String(text.scalars.reversed()))
    #expect(
      text.scalars.text(TextSpan(0, 1)) == text.unicodeScalars.prefix(1).map { String($0) }.joined()
    )
  }
}
