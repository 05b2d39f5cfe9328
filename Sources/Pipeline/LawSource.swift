import Foundation

/// A place from which the text of a law is read: a file, or a member of a zip archive.
package struct LawSource: Hashable, Sendable {
  /// The file or the archive.
  package let path: String
  /// The member of the archive; nil for a file that is no archive.
  package let member: String?
  /// The user named it; what only lies in a folder or an archive may be something else.
  package let isNamed: Bool

  /// The name from which law and revision are read, and under which the text is known.
  package var name: String { member ?? path }

  /// No law unpacks to more.
  private static let limit = 64 << 20

  /// The sources that a command line names: files as they are, folders with the XML files and zip
  /// archives in them, archives with their XML members.
  package static func list(_ paths: [String]) -> (sources: [LawSource], errors: [IngestError]) {
    var sources: [LawSource] = []
    var errors: [IngestError] = []
    for path in paths {
      let (files, problems) = MinutesFiles.list([path])
      errors += problems
      let named = files.count == 1 && files[0] == URL(filePath: path).standardizedFileURL.path
      for file in files {
        let ending = file.split(separator: ".").last?.lowercased()
        guard named || ending == "xml" || ending == "zip" else { continue }
        guard ending == "zip" else {
          sources.append(LawSource(path: file, member: nil, isNamed: named))
          continue
        }
        do {
          sources += try members(of: file).map {
            LawSource(path: file, member: $0, isNamed: false)
          }
        } catch {
          errors.append(error)
        }
      }
    }
    return (sources, errors)
  }

  /// - Throws: `IngestError.unreadable` or `.refused` with the remedy.
  package func bytes() throws(IngestError) -> [UInt8] {
    guard let member else {
      do {
        return try [UInt8](Data(contentsOf: URL(filePath: path)))
      } catch {
        throw .unreadable(path: path, reason: MinutesFiles.reason(error))
      }
    }
    // unzip takes the name of a member for a pattern.
    let pattern = member.reduce(into: "") { word, letter in
      if "[]*?\\".contains(letter) { word.append("\\") }
      word.append(letter)
    }
    return try Self.unzip(["-p", path, pattern], archive: path)
  }

  private static func members(of archive: String) throws(IngestError) -> [String] {
    let list = try unzip(["-Z1", archive], archive: archive)
    return String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { $0.lowercased().hasSuffix(".xml") && !$0.hasPrefix("__MACOSX/") }.sorted()
  }

  /// What `unzip` prints, up to the limit.
  private static func unzip(
    _ arguments: [String], archive: String
  ) throws(IngestError) -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["unzip"] + arguments
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw .refused(file: archive, reason: "unzip cannot be run: apt-get install unzip")
    }
    var bytes: [UInt8] = []
    while let part = try? output.fileHandleForReading.read(upToCount: 1 << 20), !part.isEmpty {
      bytes += part
      guard bytes.count <= limit else {
        process.terminate()
        process.waitUntilExit()
        throw .refused(
          file: archive, reason: "a member unpacks to more than \(limit >> 20) MiB (a zip bomb?)")
      }
    }
    process.waitUntilExit()
    switch process.terminationStatus {
    case 0, 1: return bytes
    case 126, 127:
      throw .refused(file: archive, reason: "unzip is missing: apt-get install unzip")
    case 5, 81, 82:
      throw .refused(file: archive, reason: "the archive has a password; save it without one")
    default:
      throw .refused(file: archive, reason: "the zip archive is damaged; fetch it again")
    }
  }
}
