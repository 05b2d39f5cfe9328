import JapaneseText
import Minutes
import Testing

/// The words of the fictional council in the encodings of Japan.
struct EncodedSample: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  let note: String?
  var testDescription: String { name }

  static let words = "①髙の議"
  static let all = [
    EncodedSample(name: "UTF-8", bytes: Array(words.utf8), note: nil),
    EncodedSample(name: "UTF-8 BOM", bytes: [0xEF, 0xBB, 0xBF] + Array(words.utf8), note: nil),
    EncodedSample(
      name: "CP932", bytes: [0x87, 0x40, 0xFB, 0xFC, 0x82, 0xCC, 0x8B, 0x63], note: "Shift_JIS"),
    EncodedSample(
      name: "EUC-JP", bytes: [0xAD, 0xA1, 0x8F, 0xF4, 0xFB, 0xA4, 0xCE, 0xB5, 0xC4], note: "EUC-JP"
    ),
    EncodedSample(
      name: "UTF-16LE", bytes: [0xFF, 0xFE, 0x60, 0x24, 0xD9, 0x9A, 0x6E, 0x30, 0x70, 0x8B],
      note: "UTF-16LE"),
    EncodedSample(
      name: "UTF-16BE", bytes: [0xFE, 0xFF, 0x24, 0x60, 0x9A, 0xD9, 0x30, 0x6E, 0x8B, 0x70],
      note: "UTF-16BE"),
  ]
}

@Suite struct EncodingTests {
  @Test(arguments: EncodedSample.all)
  func decodes(_ sample: EncodedSample) throws {
    let source = try Readers.read(sample.bytes, name: "x")
    #expect(String(source.scalars) == EncodedSample.words)
    #expect(source.notes == (sample.note.map { ["decoded from \($0)"] } ?? []))
  }

  @Test func decodesISO2022JP() throws {
    let bytes: [UInt8] = [0x1B, 0x24, 0x42, 0x35, 0x44, 0x1B, 0x28, 0x42, 0x0A]
    #expect(try Readers.read(bytes, name: "x").lineTexts == ["議"])
  }

  @Test func decodesUTF16WithoutAMark() throws {
    let bytes = "審議会\nの議事録\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try Readers.read(bytes, name: "x").lineTexts == ["審議会", "の議事録"])
  }

  /// `審議会の議事録` and a line end in Shift_JIS and in EUC-JP.
  static let shiftJIS: [UInt8] = [
    0x90, 0x52, 0x8B, 0x63, 0x89, 0xEF, 0x82, 0xCC, 0x8B, 0x63, 0x8E, 0x96, 0x98, 0x5E, 0x0A,
  ]
  static let eucJP: [UInt8] = [
    0xBF, 0xB3, 0xB5, 0xC4, 0xB2, 0xF1, 0xA4, 0xCE, 0xB5, 0xC4, 0xBB, 0xF6, 0xCF, 0xBF, 0x0A,
  ]
  static let utf8 = Array("審議会の議事録\n".utf8)

  @Test(arguments: [
    utf8 + shiftJIS, utf8 + eucJP, shiftJIS + utf8, eucJP + utf8, shiftJIS + eucJP,
    eucJP + shiftJIS, utf8 + Array("議".utf8.prefix(2)), [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00],
  ])
  func refusesMixedEncodings(_ bytes: [UInt8]) {
    let error = #expect(throws: ReadError.self) { try Readers.read(bytes, name: "x") }
    guard case .encoding(let detail)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(detail.contains("byte") || detail.contains("line"))
  }

  @Test func saysWhereTheEncodingChanges() {
    let error = #expect(throws: ReadError.self) {
      try Readers.read(Self.utf8 + Self.shiftJIS, name: "x")
    }
    #expect(
      error
        == .encoding(detail: "UTF-8 up to byte 22 (line 2), then bytes that are not UTF-8"))
  }

  @Test func notesLostCharacters() throws {
    let source = try read("一行目\n二\u{FFFD}行\u{FFFD}目\n")
    #expect(source.notes == ["2 replaced characters (U+FFFD), the first on line 2"])
  }
}
