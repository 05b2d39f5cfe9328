/// Checks UTF-8 byte by byte, so that an error can say where it is.
enum UTF8Bytes {
  /// The offset of the first byte that is not part of well-formed UTF-8 (Unicode 3.9, table 3-7).
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        let lead = bytes[offset]
        if lead < 0x80 {
          offset += 1
          continue
        }
        // Nearly all others begin so: three bytes without a case of their own.
        if lead >= 0xE1, lead <= 0xEC, offset + 2 < bytes.count,
          bytes[offset + 1] & 0xC0 == 0x80, bytes[offset + 2] & 0xC0 == 0x80
        {
          offset += 3
          continue
        }
        let length = length(in: bytes, at: offset)
        if length == 0 { return offset }
        offset += length
      }
      return nil
    }
  }

  /// The length of the well-formed sequence of two or more bytes at `offset`; 0 if there is none.
  static func length(in bytes: [UInt8], at offset: Int) -> Int {
    bytes.withUnsafeBufferPointer { length(in: $0, at: offset) }
  }

  private static func length(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    let lead = bytes[offset]
    let length =
      switch lead {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0, offset + length <= bytes.count else { return 0 }
    let second = bytes[offset + 1]
    let low: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard second >= low, second <= high else { return 0 }
    var next = offset + 2
    while next < offset + length {
      guard bytes[next] & 0xC0 == 0x80 else { return 0 }
      next += 1
    }
    return length
  }
}
