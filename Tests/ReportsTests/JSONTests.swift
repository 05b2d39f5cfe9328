import Reports
import Testing

@Suite struct JSONTests {
  @Test func keepsTheOrderOfKeys() throws {
    let text = #"{"z":1,"a":[true,null,-2.5e3],"m":{"y":"","b":{}}}"#
    #expect(try JSONValue(json: text).compact == text.replacing("-2.5e3", with: "-2500"))
  }

  @Test func prettyReadsBack() throws {
    let value: JSONValue = ["a": [1, 2], "b": [["c": nil], ["c": "x"]], "d": [], "e": [:]]
    #expect(try JSONValue(json: value.pretty) == value)
    #expect(
      value.pretty == """
        {
          "a": [1, 2],
          "b": [
            {
              "c": null
            },
            {
              "c": "x"
            }
          ],
          "d": [],
          "e": {}
        }

        """)
  }

  @Test(arguments: ["\u{0}\u{1F}\"\\/\n\r\t\u{7F}\u{2028}", "審議 𠮷 👍🏽 ｶﾞ が", "</script>", ""])
  func escapesAndReadsBack(text: String) throws {
    let written = JSONValue.string(text).compact
    #expect(try JSONValue(json: written) == .string(text))
    #expect(written.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
  }

  @Test func readsEscapes() throws {
    #expect(try JSONValue(json: #""\u5be9\ud842\udfb7\/\b""#) == "審𠮷/\u{08}")
  }

  @Test(
    arguments: [
      ("", 1, 1), ("{\n \"a\": }", 2, 7), ("[1,]", 1, 4), ("{\"a\":1,\"a\":2}", 1, 11),
      ("01", 1, 3),
      ("1.", 1, 3), ("\"\u{1}\"", 1, 2), ("[1] 2", 1, 5), ("\"\\ud800\"", 1, 8), ("nul", 1, 1),
    ])
  func namesThePlaceOfAFault(text: String, line: Int, column: Int) {
    let error = #expect(throws: JSONError.self) { try JSONValue(json: text) }
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  @Test func refusesHostileDepth() {
    #expect(throws: JSONError.self) {
      try JSONValue(json: String(repeating: "[", count: 100_000))
    }
  }
}
