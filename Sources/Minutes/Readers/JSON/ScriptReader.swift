/// JSON within JavaScript: `window.DB.register({…});` or `var minutes = {…};`.
enum ScriptReader {
  /// Where the JSON value begins, with its line; `nil` where the file is no such script.
  static func start(in utf8: [UInt8]) -> (offset: Int, line: Int)? {
    var offset = 0
    var line = 1
    var sawName = false
    while offset < min(utf8.count, 8192) {
      let byte = utf8[offset]
      switch byte {
      case 0x0A:
        line += 1
        offset += 1
      case 0x09, 0x0D, 0x20: offset += 1
      case 0x2F:
        guard let end = commentEnd(utf8, offset) else { return nil }
        line += utf8[offset..<end].count { $0 == 0x0A }
        offset = end
      case 0x41...0x5A, 0x61...0x7A, 0x24, 0x5F, 0x30...0x39, 0x2E:
        sawName = true
        offset += 1
      case 0x28, 0x3D, 0x3B: offset += 1
      case 0x7B, 0x5B:
        return sawName && JSONReader.begins(utf8, at: offset) ? (offset, line) : nil
      default: return nil
      }
    }
    return nil
  }

  private static func commentEnd(_ utf8: [UInt8], _ start: Int) -> Int? {
    guard start + 1 < utf8.count else { return nil }
    if utf8[start + 1] == 0x2F { return utf8[start...].firstIndex(of: 0x0A) }
    guard utf8[start + 1] == 0x2A else { return nil }
    var offset = start + 2
    while offset + 1 < utf8.count {
      if utf8[offset] == 0x2A, utf8[offset + 1] == 0x2F { return offset + 2 }
      offset += 1
    }
    return nil
  }
}
