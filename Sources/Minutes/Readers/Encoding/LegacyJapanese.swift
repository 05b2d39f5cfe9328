/// Shift_JIS (as CP932, with ① and 髙) and EUC-JP (with the same extensions).
enum LegacyJapanese {
  /// The text in UTF-8 and the encoding's name; throws `.encoding` where neither fits.
  static func decode(_ bytes: [UInt8]) throws(ReadError) -> (utf8: [UInt8], encoding: String) {
    if let offset = utf8Run(in: bytes) {
      throw .encoding(detail: "mixed: UTF-8 begins at byte \(DecodedFile.place(offset, in: bytes))")
    }
    let shiftJIS = Iconv.utf8(bytes, from: "CP932")
    let eucJP = Iconv.utf8(bytes, from: "EUC-JP-MS")
    switch (shiftJIS, eucJP) {
    case (.text(let first), .text(let second)) where kana(in: first) < kana(in: second):
      return (second, "EUC-JP")
    case (.text(let text), _):
      if let line = eucLine(in: text) {
        throw .encoding(detail: "mixed: Shift_JIS, but line \(line) looks like EUC-JP")
      }
      return (text, "Shift_JIS")
    case (_, .text(let text)):
      return (text, "EUC-JP")
    case (.invalid(let first), .invalid(let second)):
      let name = first >= second ? "Shift_JIS" : "EUC-JP"
      let place = DecodedFile.place(max(first, second), in: bytes)
      throw .encoding(detail: "not UTF-8, and as \(name) wrong at byte \(place)")
    default:
      throw .encoding(detail: "not UTF-8, and iconv does not know the Japanese encodings")
    }
  }

  /// The offset of six or more Japanese characters in UTF-8, one after another.
  ///
  /// In Shift_JIS and EUC-JP, whose characters have two bytes, such a run does not occur.
  private static func utf8Run(in bytes: [UInt8]) -> Int? {
    var offset = 0
    var start = 0
    var run = 0
    while offset < bytes.count {
      if (0xE3...0xE9).contains(bytes[offset]), UTF8Bytes.length(in: bytes, at: offset) == 3 {
        if run == 0 { start = offset }
        run += 1
        if run == 6 { return start }
        offset += 3
      } else {
        run = 0
        offset += 1
      }
    }
    return nil
  }

  /// Hiragana in UTF-8 (E3 81, E3 82), less the half-width kana (EF BD, EF BE) of a wrong guess.
  private static func kana(in utf8: [UInt8]) -> Int {
    var score = 0
    for offset in utf8.indices.dropLast() {
      if utf8[offset] == 0xE3, utf8[offset + 1] == 0x81 || utf8[offset + 1] == 0x82 { score += 1 }
      if utf8[offset] == 0xEF, utf8[offset + 1] == 0xBD || utf8[offset + 1] == 0xBE { score -= 1 }
    }
    return score
  }

  /// The first line in which EUC-JP read as Shift_JIS shows.
  ///
  /// Its kanji become half-width kana (EF BD, EF BE) among characters for private use (EE), its
  /// hiragana half-width commas (EF BD A4) at every turn.
  private static func eucLine(in utf8: [UInt8]) -> Int? {
    var line = 1
    var kana = 0
    var commas = 0
    var privates = 0
    var length = 0
    for offset in utf8.indices {
      switch utf8[offset] {
      case 0xEF where offset + 2 < utf8.count && utf8[offset + 1] == 0xBD:
        if utf8[offset + 1] == 0xBD, utf8[offset + 2] == 0xA4 { commas += 1 }
        kana += 1
      case 0xEF where offset + 2 < utf8.count && utf8[offset + 1] == 0xBE: kana += 1
      case 0xEE: privates += 1
      default: break
      }
      length += 1
      guard utf8[offset] == 0x0A || offset == utf8.count - 1 else { continue }
      if kana >= 4, privates >= 1 || commas >= 4 && commas * 15 > length { return line }
      line += 1
      (kana, commas, privates, length) = (0, 0, 0, 0)
    }
    return nil
  }
}
