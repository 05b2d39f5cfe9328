import Foundation

/// The members of a zip archive, unpacked in their order by one child process: nothing is written to
/// disk, and no more than one member is in memory.
final class ZipStream {
  private let path: String
  private var rest: ArraySlice<ZipDirectory.Member>
  private let process = Process()
  private let output = Pipe()
  private var isOpen = false

  /// The members of an archive whose bytes are whole: every checksum is looked at before anything
  /// is handed out, so that a damaged archive gives nothing at all.
  ///
  /// - Throws: `IngestError.unreadable` or `.refused` with the remedy.
  static func members(of path: String) throws(IngestError) -> [ZipDirectory.Member] {
    let file: FileHandle
    do {
      file = try FileHandle(forReadingFrom: URL(filePath: path))
    } catch {
      throw .unreadable(path: path, reason: MinutesFiles.reason(error))
    }
    defer { try? file.close() }
    let directory: ZipDirectory
    do {
      directory = try ZipDirectory(file)
    } catch {
      throw .refused(file: path, reason: error.reason)
    }
    guard !directory.members.isEmpty else { return [] }
    let test = Process()
    test.executableURL = URL(filePath: "/usr/bin/env")
    test.arguments = ["unzip", "-tqq", path]
    test.standardInput = FileHandle.nullDevice
    test.standardOutput = FileHandle.nullDevice
    test.standardError = FileHandle.nullDevice
    do {
      try test.run()
    } catch {
      throw .refused(file: path, reason: Self.missing)
    }
    test.waitUntilExit()
    try check(test.terminationStatus, of: path)
    return directory.members
  }

  init(path: String, members: [ZipDirectory.Member]) {
    self.path = path
    rest = members[...]
  }

  deinit { close() }

  /// The bytes of a member; those between the last one and it are passed over.
  ///
  /// - Throws: `IngestError.refused` where the archive gives less than its directory says.
  func bytes(of name: String) throws(IngestError) -> [UInt8] {
    try open()
    while let member = rest.popFirst() {
      let isWanted = member.name == name
      var bytes: [UInt8] = []
      var left = member.size
      if isWanted { bytes.reserveCapacity(left) }
      while left > 0 {
        let part = try? output.fileHandleForReading.read(upToCount: min(left, 1 << 20))
        guard let part, !part.isEmpty else {
          close()
          throw .refused(
            file: path, reason: "the zip archive ends in \(member.name); fetch it again")
        }
        left -= part.count
        if isWanted { bytes += part }
      }
      if isWanted { return bytes }
    }
    throw .refused(file: path, reason: "the zip archive has no member \(name)")
  }

  private func open() throws(IngestError) {
    guard !isOpen else { return }
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["unzip", "-p", path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw .refused(file: path, reason: Self.missing)
    }
    isOpen = true
  }

  private func close() {
    guard isOpen else { return }
    isOpen = false
    try? output.fileHandleForReading.close()
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
  }

  private static let missing = "unzip is missing: apt-get install unzip"

  private static func check(_ status: Int32, of path: String) throws(IngestError) {
    switch status {
    case 0, 1: return
    case 126, 127: throw .refused(file: path, reason: missing)
    case 5, 81, 82:
      throw .refused(file: path, reason: "the archive has a password; save it without one")
    default: throw .refused(file: path, reason: "the zip archive is damaged; fetch it again")
    }
  }
}
