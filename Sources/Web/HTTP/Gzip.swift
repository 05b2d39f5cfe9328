import CZlib

/// Compression of answers (RFC 1952): the one place of this module that hands out pointers.
enum Gzip {
  /// Answers below this many bytes are sent as they are.
  static let smallest = 1024

  /// The bytes in gzip's format; nil where zlib has no memory.
  ///
  /// Level 5 costs half the time of the usual 6 for pages that are hardly larger.
  static func compressed(_ bytes: [UInt8], level: Int32 = 5) -> [UInt8]? {
    var stream = z_stream()
    guard czlib_begin_gzip(&stream, level) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let written: Int? = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        return deflate(&stream, Z_FINISH) == Z_STREAM_END
          ? target.count - Int(stream.avail_out) : nil
      }
    }
    guard let written else { return nil }
    return Array(output[..<written])
  }
}
