/// Ascending numbers below an end, each once, in about two bits more than the mean gap between them
/// takes: the lowest bits of each as they are, the rest as the distances of the ones in a bitmap
/// (Elias–Fano); many numbers close together as a bitmap alone.
///
/// The form follows from how many there are and where they end, so that nothing tells it.
struct SortedNumbers {
  let count: Int
  /// All numbers are below it.
  let end: Int
  /// How many of the lowest bits are kept as they are; nil for a bitmap alone.
  let lowWidth: Int?
  let byteCount: Int

  init(count: Int, below end: Int) {
    self.count = count
    self.end = end
    guard count > 0, count < end else {
      // None, or all of them.
      lowWidth = nil
      byteCount = 0
      return
    }
    let low = (Int.bitWidth - 1) - (end / count).leadingZeroBitCount
    let bits = Bits.byteCount(low * count) + Bits.byteCount(count + (end - 1) >> low)
    let isBitmap = Bits.byteCount(end) <= bits
    lowWidth = isBitmap ? nil : low
    byteCount = isBitmap ? Bits.byteCount(end) : bits
  }

  /// Whether the bytes are one bit for each number below the end.
  var isBitmap: Bool { lowWidth == nil }

  func write(_ values: UnsafePointer<UInt32>, to writer: ByteWriter) {
    guard byteCount > 0 else { return }
    guard let lowWidth else {
      let bytes = writer.appendZeros(byteCount)
      for index in 0..<count { Self.set(Int(values[index]), bytes) }
      return
    }
    let mask = UInt32(1) << UInt32(lowWidth) &- 1
    for index in 0..<count { writer.put(values[index] & mask, width: lowWidth) }
    writer.align()
    let bytes = writer.appendZeros(Bits.byteCount(count + (end - 1) >> lowWidth))
    for index in 0..<count { Self.set(Int(values[index] &>> UInt32(lowWidth)) + index, bytes) }
  }

  /// Sets a bit of some bytes.
  static func set(_ bit: Int, _ bytes: UnsafeMutableRawPointer) {
    let byte = bytes.load(fromByteOffset: bit >> 3, as: UInt8.self)
    bytes.storeBytes(of: byte | 1 << UInt8(bit & 7), toByteOffset: bit >> 3, as: UInt8.self)
  }

  /// Reads all numbers, each with `base` added; `Bits.slack` bytes behind them must be readable.
  func read(
    _ bytes: UnsafeRawPointer, base: UInt32, to values: UnsafeMutablePointer<UInt32>
  ) {
    if byteCount == 0 {
      for index in 0..<count { values[index] = base &+ UInt32(truncatingIfNeeded: index) }
      return
    }
    var index = 0
    var start: UInt32 = base
    guard let lowWidth else {
      var word = bytes
      while index < count {
        var rest = word.loadUnaligned(as: UInt64.self)
        while rest != 0, index < count {
          values[index] = start &+ UInt32(truncatingIfNeeded: rest.trailingZeroBitCount)
          rest &= rest &- 1
          index &+= 1
        }
        start &+= 64
        word += 8
      }
      return
    }
    Bits.unpack(bytes, count: count, width: lowWidth, to: values)
    let shift = UInt32(truncatingIfNeeded: lowWidth)
    var word = bytes + Bits.byteCount(lowWidth &* count)
    start = 0
    while index < count {
      var rest = word.loadUnaligned(as: UInt64.self)
      while rest != 0, index < count {
        let high =
          start &+ UInt32(truncatingIfNeeded: rest.trailingZeroBitCount)
          &- UInt32(truncatingIfNeeded: index)
        values[index] = base &+ (high &<< shift | values[index])
        rest &= rest &- 1
        index &+= 1
      }
      start &+= 64
      word += 8
    }
  }
}
