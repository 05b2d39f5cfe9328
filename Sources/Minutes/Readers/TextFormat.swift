/// The formats of files that are text, in the order in which they are recognised.
///
/// 1. HTML: begins with an HTML tag, or has `<html` near its start.
/// 2. XML: begins with a declaration, or with a tag and parses.
/// 3. JSON and JSON Lines: begins with `{"`, `[{` and the like.
/// 4. JSON within JavaScript: a name, then `(` or `=`, then JSON.
/// 5. Text: everything else; Markdown and reStructuredText are told by the text reader.
enum TextFormat {
  case html
  case xml
  case json
  case script(offset: Int, line: Int)
  case text

  static func recognised(_ utf8: [UInt8]) -> TextFormat {
    if HTMLReader.recognises(utf8) { return .html }
    if XMLReader.recognises(utf8) { return .xml }
    if JSONReader.recognises(utf8) { return .json }
    if let (offset, line) = ScriptReader.start(in: utf8) {
      return .script(offset: offset, line: line)
    }
    return .text
  }

  /// Whether there is nothing but white space, of any width.
  static func isBlank(_ utf8: [UInt8]) -> Bool {
    var offset = 0
    while offset < utf8.count {
      let byte = utf8[offset]
      switch byte {
      case 0x09...0x0D, 0x20, 0x1A: offset += 1
      case 0xC2 where offset + 1 < utf8.count && utf8[offset + 1] == 0xA0: offset += 2
      case 0xE3 where utf8[offset...].starts(with: [0xE3, 0x80, 0x80]): offset += 3
      case 0xE2 where utf8[offset...].starts(with: [0xE2, 0x80, 0x8B]): offset += 3
      case 0xEF where utf8[offset...].starts(with: [0xEF, 0xBB, 0xBF]): offset += 3
      default: return false
      }
    }
    return true
  }
}
