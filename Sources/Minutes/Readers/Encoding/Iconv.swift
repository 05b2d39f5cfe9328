#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Conversion of a legacy encoding to UTF-8 by the C library's iconv.
enum Iconv {
  /// The text in UTF-8, or the offset of the first byte that the encoding does not allow.
  enum Outcome: Equatable {
    case text([UInt8])
    case invalid(offset: Int)
    case unavailable
  }

  /// Decodes all of `bytes`; `name` is an encoding name of iconv (`CP932`, `EUC-JP-MS`).
  static func utf8(_ bytes: [UInt8], from name: String) -> Outcome {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
      return .unavailable
    }
    defer { iconv_close(converter) }
    var left = bytes.count
    var failed = false
    let text = [UInt8](unsafeUninitializedCapacity: bytes.count * 3 + 16) { target, count in
      var room = target.count
      failed = bytes.withUnsafeBytes { source in
        target.withMemoryRebound(to: CChar.self) { target in
          var from = UnsafeMutablePointer(
            mutating: source.bindMemory(to: CChar.self).baseAddress)
          var to = target.baseAddress
          return iconv(converter, &from, &left, &to, &room) == -1
        }
      }
      count = target.count - room
    }
    return failed || left > 0 ? .invalid(offset: bytes.count - left) : .text(text)
  }
}
