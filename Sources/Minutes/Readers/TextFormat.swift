/// The formats of files that are text, in the order in which they are recognised.
enum TextFormat {
  case html
  case text

  static func recognised(_ utf8: [UInt8]) -> TextFormat {
    if HTMLReader.recognises(utf8) { return .html }
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
      default: return false
      }
    }
    return true
  }
}
