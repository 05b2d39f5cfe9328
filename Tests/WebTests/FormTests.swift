import Testing
import Web

/// Addresses in URLs.
@Suite struct FormTests {
  @Test(arguments: [
    ("a=1&b=%E4%BC%9A", "b", "会"), ("q=a+b", "q", "a b"), ("q=%zz", "q", "%zz"),
    ("q=%E4", "q", "\u{FFFD}"), ("x&q=1=2", "q", "1=2"),
  ]) func readsFields(query: String, name: String, value: String) {
    #expect(FormFields(query)[name] == value)
  }

  @Test func encodesWhatItDecodes() {
    for text in ["第一部会∕下/1.2#3", "100% & more", "ﾊﾝｶｸ＋"] {
      #expect(PercentCoding.decoded(PercentCoding.encoded(text).utf8) == text)
    }
    #expect(PercentCoding.encodedPath("甲/86") == "%E7%94%B2/86")
  }

  @Test(arguments: [
    ("ja", Language.ja), ("en-US,en;q=0.9", .en), ("fr, en;q=0.3, ja;q=0.2", .en), ("", .ja),
    ("en;q=0, ja", .ja),
  ]) func choosesALanguage(header: String, language: Language) {
    #expect(Language(accepting: header) == language)
  }

}
