import Foundation

/// A zip archive without compression, made for tests.
struct ZipFile {
  /// A member as it is packed; `statedSize` lies where a test wants it to.
  struct Member {
    var name: String
    var bytes: [UInt8]
    var statedSize: Int?
    var flags: UInt16 = 0

    init(_ name: String, _ text: String, statedSize: Int? = nil, flags: UInt16 = 0) {
      self.name = name
      bytes = [UInt8](text.utf8)
      self.statedSize = statedSize
      self.flags = flags
    }
  }

  static func data(_ members: [Member]) -> Data {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let name = [UInt8](member.name.utf8)
      let sum = checksum(member.bytes)
      let size = UInt32(member.statedSize ?? member.bytes.count)
      let common =
        two(20) + two(member.flags) + two(0) + two(0) + two(0x21) + four(sum)
        + four(UInt32(member.bytes.count)) + four(size) + two(UInt16(name.count)) + two(0)
      directory += four(0x0201_4B50) + two(20) + common + two(0) + two(0) + two(0) + four(0)
      directory += four(UInt32(file.count)) + name
      file += four(0x0403_4B50) + common + name + member.bytes
    }
    let start = UInt32(file.count)
    file += directory + four(0x0605_4B50) + two(0) + two(0)
    file += two(UInt16(members.count)) + two(UInt16(members.count))
    file += four(UInt32(directory.count)) + four(start) + two(0)
    return Data(file)
  }

  private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

  private static func four(_ value: UInt32) -> [UInt8] {
    two(UInt16(value & 0xFFFF)) + two(UInt16(value >> 16))
  }

  /// CRC-32 as ISO 3309 and zip have it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
