/// Numbers of a fixed width of bits, one behind the other, lowest bits first.
enum Bits {
  /// Bytes that must be readable behind the last number, for `unpack` reads eight at a time.
  static let slack = 8

  /// The width that every one of the numbers fits.
  static func width(_ values: UnsafeBufferPointer<UInt32>) -> Int {
    var all: UInt32 = 0
    for value in values { all |= value }
    return 32 - all.leadingZeroBitCount
  }

  static func byteCount(_ count: Int, width: Int) -> Int { (count * width + 7) / 8 }

  static func pack(
    _ values: UnsafeBufferPointer<UInt32>, width: Int, to bytes: inout [UInt8]
  ) {
    guard width > 0 else { return }
    var pending: UInt64 = 0
    var filled = 0
    for value in values {
      pending |= UInt64(value) << UInt64(filled)
      filled += width
      while filled >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: pending))
        pending >>= 8
        filled -= 8
      }
    }
    if filled > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
  }

  /// Reads `count` numbers from number `first` on.
  static func unpack(
    _ bytes: UnsafeRawPointer, first: Int = 0, count: Int, width: Int,
    to values: UnsafeMutablePointer<UInt32>
  ) {
    guard width > 0 else {
      values.update(repeating: 0, count: count)
      return
    }
    let mask = UInt64(1) << UInt64(truncatingIfNeeded: width) &- 1
    var bit = first &* width
    for index in 0..<count {
      let word = bytes.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
      values[index] = UInt32(truncatingIfNeeded: word &>> UInt64(bit & 7) & mask)
      bit &+= width
    }
  }
}

extension [UInt8] {
  /// Appends a number, lowest byte first.
  mutating func append(number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}

extension UnsafeRawPointer {
  /// The number at an offset, lowest byte first.
  func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _ offset: Int, as type: Number.Type
  ) -> Number {
    Number(littleEndian: loadUnaligned(fromByteOffset: offset, as: type))
  }
}
