import Foundation

/// A place from which the text of a rule is read: a file, or a member of a zip archive.
package struct LawSource: Hashable, Sendable {
  /// The file or the archive.
  package let path: String
  /// The member of the archive; nil for a file that is no archive.
  package let member: String?
  /// The user named it; what only lies in a folder or an archive may be something else.
  package let isNamed: Bool
  /// The size of a member, unpacked.
  let size: Int

  /// The name from which law and revision are read, and under which the text is known.
  package var name: String { member ?? path }

  /// The sources that a command line names: files as they are, folders with the XML files and zip
  /// archives in them, archives with their XML members in the order in which they are packed.
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
          sources.append(LawSource(path: file, member: nil, isNamed: named, size: 0))
          continue
        }
        do {
          let members = try ZipStream.members(of: file).filter(isLaw)
          if members.isEmpty {
            errors.append(.refused(file: file, reason: "no XML file is in the archive"))
          }
          sources += members.map {
            LawSource(path: file, member: $0.name, isNamed: false, size: $0.size)
          }
        } catch {
          errors.append(error)
        }
      }
    }
    return (sources, errors)
  }

  private static func isLaw(_ member: ZipDirectory.Member) -> Bool {
    member.name.lowercased().hasSuffix(".xml") && !member.name.hasPrefix("__MACOSX/")
  }

  /// - Throws: `IngestError.unreadable` with the remedy.
  func fileBytes() throws(IngestError) -> [UInt8] {
    do {
      return try [UInt8](Data(contentsOf: URL(filePath: path)))
    } catch {
      throw .unreadable(path: path, reason: MinutesFiles.reason(error))
    }
  }
}

/// Hands out the bytes of sources in their order; archives are unpacked along the way.
final class LawSourceBytes {
  private var archive: (path: String, stream: ZipStream)?

  /// The bytes of a member of an archive, nil for a file, which can be read anywhere.
  ///
  /// - Throws: `IngestError.refused` where the archive cannot be unpacked.
  func next(_ source: LawSource) throws(IngestError) -> [UInt8]? {
    guard let member = source.member else { return nil }
    if archive?.path != source.path {
      archive = nil
      let file: FileHandle
      do {
        file = try FileHandle(forReadingFrom: URL(filePath: source.path))
      } catch {
        throw .unreadable(path: source.path, reason: MinutesFiles.reason(error))
      }
      defer { try? file.close() }
      do {
        let members = try ZipDirectory(file).members
        archive = (source.path, ZipStream(path: source.path, members: members))
      } catch {
        throw .refused(file: source.path, reason: error.reason)
      }
    }
    return try archive?.stream.bytes(of: member)
  }
}
