/// Numbers of a fixed width of bits, one behind the other, lowest bits first.
enum Bits {
  /// Bytes that must be readable behind the last number, for numbers are read eight bytes at a time.
  static let slack = 8

  static func byteCount(_ bits: Int) -> Int { (bits &+ 7) &>> 3 }

  /// How many bits a number has up to its highest one.
  static func width(_ value: UInt32) -> Int { 32 - value.leadingZeroBitCount }

  /// Reads `count` numbers from a bit on.
  static func unpack(
    _ bytes: UnsafeRawPointer, from firstBit: Int = 0, count: Int, width: Int,
    to values: UnsafeMutablePointer<UInt32>
  ) {
    guard width > 0 else {
      values.update(repeating: 0, count: count)
      return
    }
    let mask = UInt64(1) << UInt64(truncatingIfNeeded: width) &- 1
    var bit = firstBit
    for index in 0..<count {
      let word = bytes.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
      values[index] = UInt32(truncatingIfNeeded: word &>> UInt64(bit & 7) & mask)
      bit &+= width
    }
  }
}

/// Bytes that grow at the end, whole ones and single bits.
final class ByteWriter {
  @exclusivity(unchecked) private(set) var count = 0
  @exclusivity(unchecked) private var capacity: Int
  @exclusivity(unchecked) private var memory: UnsafeMutableRawPointer
  @exclusivity(unchecked) private var pending: UInt64 = 0
  @exclusivity(unchecked) private var filled: UInt64 = 0

  init(capacity: Int = 1 << 12) {
    self.capacity = capacity
    memory = .allocate(byteCount: capacity, alignment: 8)
  }

  deinit { memory.deallocate() }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory, count: count) }

  func removeAll() { count = 0 }

  /// Makes room for so many more bytes.
  private func reserve(_ more: Int) {
    if count &+ more <= capacity { return }
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
    larger.copyMemory(from: memory, byteCount: count)
    memory.deallocate()
    memory = larger
  }

  /// Adds the lowest bits of a number, of which the others are zero; `align` ends a row of bits.
  func put(_ value: UInt32, width: Int) {
    pending |= UInt64(value) &<< filled
    filled &+= UInt64(truncatingIfNeeded: width)
    if filled >= 32 {
      append(UInt32(truncatingIfNeeded: pending))
      pending = pending &>> 32
      filled &-= 32
    }
  }

  /// Fills the last byte up with zeros.
  func align() {
    while filled > 0 {
      append(UInt8(truncatingIfNeeded: pending))
      pending = pending &>> 8
      filled = filled > 8 ? filled &- 8 : 0
    }
    pending = 0
  }

  /// Adds a number, lowest byte first.
  func append(_ number: some FixedWidthInteger & BitwiseCopyable) {
    let size = MemoryLayout.size(ofValue: number)
    reserve(size)
    memory.storeBytes(of: number.littleEndian, toByteOffset: count, as: type(of: number))
    count &+= size
  }

  func append(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    (memory + count).copyMemory(from: start, byteCount: bytes.count)
    count += bytes.count
  }

  /// Adds so many zero bytes and gives them to be filled.
  func appendZeros(_ size: Int) -> UnsafeMutableRawPointer {
    reserve(size)
    let start = memory + count
    start.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    count += size
    return start
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
