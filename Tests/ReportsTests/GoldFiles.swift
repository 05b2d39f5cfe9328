import Foundation

/// The annotation files of the corpus.
enum GoldFiles {
  static func all() throws -> [URL] {
    let folder = GoldRecord.corpus.appending(path: "gold")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return names.filter { $0.hasSuffix(".json") && !$0.contains("stance-cues") }.sorted()
      .map { folder.appending(path: $0) }
  }
}
