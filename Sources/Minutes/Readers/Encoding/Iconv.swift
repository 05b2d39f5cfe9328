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
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 3 + 16)
    var left = input.count
    var room = output.count
    let status = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(converter, &from, &left, &to, &room)
      }
    }
    guard status != -1, left == 0 else {
      return .invalid(offset: bytes.count - left)
    }
    return .text(output[..<(output.count - room)].map { UInt8(bitPattern: $0) })
  }
}
