import Foundation
import Statutes

/// The shipped files that the tests read.
enum Corpus {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The law texts beside the project, which it never ships; absent in a plain clone.
  static let derivedLaws = root.appendingPathComponent("../shared/data/laws/derived_20250513")
    .resolvingSymlinksInPath()

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
  }

  static func laws() throws -> LawCatalogue {
    try LawCatalogue.load(json: try bytes("Corpus/laws/laws.json"))
      .adding(list: try bytes("Corpus/laws/list.tsv"))
  }

  static func topics(_ laws: LawCatalogue) throws -> TopicCatalogue {
    let folder = root.appendingPathComponent("Corpus/topics")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") }.sorted()
    return try TopicCatalogue.load(
      files: try names.map { ($0, try bytes("Corpus/topics/" + $0)) }, laws: laws)
  }
}
