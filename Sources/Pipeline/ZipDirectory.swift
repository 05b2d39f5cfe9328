import Foundation

/// The central directory of a zip archive: what is in it, before anything is unpacked.
struct ZipDirectory {
  /// A member of an archive.
  struct Member: Hashable, Sendable {
    let name: String
    /// The size that the directory states, unpacked.
    let size: Int
  }

  /// Why an archive is not unpacked.
  struct Refusal: Error {
    let reason: String
  }

  /// The files in the order of the directory; folders are left out.
  let members: [Member]

  /// The limits against zip bombs: members, their sizes, all together.
  static let countLimit = 200_000
  static let sizeLimit = 64 << 20
  static let totalLimit = 16 << 30

  /// Reads the directory at the end of a file.
  ///
  /// - Throws: `Refusal` for a damaged archive, one with a password, a name that leads out of the
  ///   folder in which it would be unpacked, and what goes beyond the limits.
  init(_ file: FileHandle) throws(Refusal) {
    let end: UInt64
    let tail: Bytes
    do {
      end = try file.seekToEnd()
      let length = min(end, 65_557)
      tail = Bytes(try Self.read(file, at: end - length, count: Int(length)))
    } catch {
      throw Refusal(reason: Self.damaged)
    }
    guard let mark = tail.lastOffset(of: 0x0605_4B50), mark + 22 <= tail.count else {
      throw Refusal(reason: Self.damaged)
    }
    var count = UInt64(tail.two(mark + 10))
    var size = UInt64(tail.four(mark + 12))
    var start = UInt64(tail.four(mark + 16))
    if count == 0xFFFF || start == 0xFFFF_FFFF, mark >= 20, tail.four(mark - 20) == 0x0706_4B50 {
      let place = tail.eight(mark - 12)
      guard place < end, let record = try? Bytes(Self.read(file, at: place, count: 56)),
        record.count == 56, record.four(0) == 0x0606_4B50
      else { throw Refusal(reason: Self.damaged) }
      count = record.eight(32)
      size = record.eight(40)
      start = record.eight(48)
    }
    guard count <= UInt64(Self.countLimit) else {
      throw Refusal(reason: "it has \(count) members, more than \(Self.countLimit)")
    }
    guard start < end, size <= end - start, size >= count * 46,
      let bytes = try? Bytes(Self.read(file, at: start, count: Int(size)))
    else { throw Refusal(reason: Self.damaged) }
    members = try Self.members(bytes, count: Int(count))
  }

  private static let damaged = "the zip archive is damaged; fetch it again"

  private static func read(_ file: FileHandle, at place: UInt64, count: Int) throws -> [UInt8] {
    try file.seek(toOffset: place)
    return [UInt8](try file.read(upToCount: count) ?? Data())
  }

  private static func members(_ bytes: Bytes, count: Int) throws(Refusal) -> [Member] {
    var members: [Member] = []
    var total = 0
    var place = 0
    for _ in 0..<count {
      guard place + 46 <= bytes.count, bytes.four(place) == 0x0201_4B50 else {
        throw Refusal(reason: damaged)
      }
      let nameLength = bytes.two(place + 28)
      let extraLength = bytes.two(place + 30)
      let extra = place + 46 + nameLength
      let next = extra + extraLength + bytes.two(place + 32)
      guard next <= bytes.count else { throw Refusal(reason: damaged) }
      guard bytes.two(place + 8) & 1 == 0 else {
        throw Refusal(reason: "the archive has a password; save it without one")
      }
      var size = bytes.four(place + 24)
      if size == 0xFFFF_FFFF {
        size = bytes.zip64Size(from: extra, to: extra + extraLength) ?? size
      }
      let name = String(decoding: bytes.values[(place + 46)..<extra], as: UTF8.self)
      place = next
      guard !name.hasSuffix("/") else { continue }
      guard !name.hasPrefix("/"), !name.contains("\0"),
        !name.split(whereSeparator: { "/\\".contains($0) }).contains("..")
      else { throw Refusal(reason: "the member \(name) leads out of the archive") }
      guard size <= sizeLimit else {
        throw Refusal(
          reason: "\(name) unpacks to more than \(sizeLimit >> 20) MiB (a zip bomb?)")
      }
      total += size
      guard total <= totalLimit else {
        throw Refusal(reason: "it unpacks to more than \(totalLimit >> 30) GiB (a zip bomb?)")
      }
      members.append(Member(name: name, size: size))
    }
    return members
  }
}

/// Numbers in little-endian bytes.
private struct Bytes {
  let values: [UInt8]

  init(_ values: [UInt8]) { self.values = values }

  var count: Int { values.count }

  func two(_ place: Int) -> Int { Int(values[place]) | Int(values[place + 1]) << 8 }

  func four(_ place: Int) -> Int { two(place) | two(place + 2) << 16 }

  func eight(_ place: Int) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: four(place)))
      | UInt64(UInt32(truncatingIfNeeded: four(place + 4))) << 32
  }

  func lastOffset(of mark: Int) -> Int? {
    guard count >= 4 else { return nil }
    return stride(from: count - 4, through: 0, by: -1).first { four($0) == mark }
  }

  /// The unpacked size in the extra field of large members.
  func zip64Size(from start: Int, to end: Int) -> Int? {
    var place = start
    while place + 4 <= end {
      let length = two(place + 2)
      if two(place) == 1, length >= 8, place + 12 <= end {
        return Int(exactly: eight(place + 4))
      }
      place += 4 + length
    }
    return nil
  }
}
