import Foundation

/// The files that a command line names: files as they are, folders with all that is in them.
package enum MinutesFiles {
  /// The absolute paths of the files, those of a folder in the order of their names; hidden files
  /// are left out.
  ///
  /// - Returns: The files, and an error for every path that is missing or may not be read.
  package static func list(_ paths: [String]) -> (files: [String], errors: [IngestError]) {
    var files: [String] = []
    var errors: [IngestError] = []
    for path in paths {
      let url = URL(filePath: path).standardizedFileURL
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
        errors.append(.unreadable(path: path, reason: "no such file or folder; check the path"))
        continue
      }
      if isFolder.boolValue {
        walk(url, &files, &errors)
      } else {
        files.append(url.path)
      }
    }
    return (files, errors)
  }

  private static func walk(_ folder: URL, _ files: inout [String], _ errors: inout [IngestError]) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    } catch {
      errors.append(.unreadable(path: folder.path, reason: reason(error)))
      return
    }
    for name in names where !name.hasPrefix(".") {
      let entry = folder.appending(path: name)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: entry.path, isDirectory: &isFolder) else {
        errors.append(.unreadable(path: entry.path, reason: "a link that leads nowhere"))
        continue
      }
      if isFolder.boolValue {
        walk(entry, &files, &errors)
      } else {
        files.append(entry.path)
      }
    }
  }

  /// Why Foundation could not read something, with what to do about it.
  static func reason(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileReadNoPermission: "permission denied; ask its owner, or change it with chmod"
    case .fileReadNoSuchFile, .fileNoSuchFile: "no such file or folder; check the path"
    case .fileReadTooLarge: "the file is too large"
    default: error.localizedDescription
    }
  }
}
