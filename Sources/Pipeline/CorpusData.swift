import Deliberation
package import Foundation
package import JapaneseText
package import Positions
package import Statutes

/// The data that the program is shipped with: lexicons, topic catalogues and the catalogue of laws.
///
/// It lies in `Corpus/` as files that people read and review; see `Corpus/README.md`.
package struct CorpusData: Sendable {
  package let folder: URL
  package let lexicon: StanceLexicon
  package let topics: TopicCatalogue
  package internal(set) var laws: LawCatalogue
  /// How often links of a kind were right when somebody read them.
  package let precision: LinkPrecision
  /// The terms of the law texts of an index, by the day whose revisions count.
  package internal(set) var terms: @Sendable (CalendarDate?) -> LawTermIndex = { _ in .empty }
  /// The nearness of words to the law texts of an index, by the day whose revisions count.
  package internal(set) var similar: @Sendable (CalendarDate?) -> SimilarityIndexes? = { _ in nil }
  /// The beginning of a hash over the files: other data, other version.
  package let version: String

  /// Loads and validates the data.
  ///
  /// - Throws: `IngestError.corpus` naming the file and what is wrong with it.
  package init(folder: URL) throws(IngestError) {
    self.folder = folder
    lexicon = try Self.load("lexicons/stance.json", in: folder) { bytes in
      try StanceLexicon.load(json: bytes)
    }
    laws = try Self.laws(in: folder)
    precision = try Self.load("gold/links.jsonl", in: folder) { try LinkPrecision(verdicts: $0) }
    var files: [(name: String, json: [UInt8])] = []
    for file in try Self.files(in: folder.appending(path: "topics")) {
      files.append((file, try Self.load("topics/\(file)", in: folder) { $0 }))
    }
    do {
      topics = try TopicCatalogue.load(files: files, laws: laws)
    } catch {
      throw .corpus(file: folder.appending(path: "topics").path, reason: error.description)
    }
    var all = files.flatMap(\.json)
    for name in [
      "lexicons/stance.json", "laws/laws.json", "laws/list.tsv", "laws/lineage.json",
      "gold/links.jsonl",
    ] {
      all += try Self.load(name, in: folder) { $0 }
    }
    version = String(SHA256.hex(all).prefix(8))
  }

  /// The catalogue of laws alone, with the lineage of moved provisions.
  ///
  /// - Throws: `IngestError.corpus` naming the file and what is wrong with it.
  package static func laws(in folder: URL) throws(IngestError) -> LawCatalogue {
    let own = try load("laws/laws.json", in: folder) { try LawCatalogue.load(json: $0) }
    var laws = try load("laws/list.tsv", in: folder) { try own.adding(list: $0) }
    laws.lineage = try load("laws/lineage.json", in: folder) { [laws] in
      try Lineage.load(json: $0, laws: laws)
    }
    laws.memberActs = try load("laws/member-acts.json", in: folder) {
      try MemberActs.load(json: $0)
    }
    return laws
  }

  /// The folder in use: `SHINGI_CORPUS`, else `Corpus` here, else beside the program (a build
  /// folder of the project, or `../share/shingi/Corpus` of an installation).
  ///
  /// - Throws: `IngestError.corpus` where there is none.
  package static func locate(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    program: String = CommandLine.arguments.first ?? ""
  ) throws(IngestError) -> URL {
    if let path = environment["SHINGI_CORPUS"], !path.isEmpty {
      return URL(filePath: path, directoryHint: .isDirectory)
    }
    let here = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
    var places = [here.appending(path: "Corpus")]
    let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    var folder = URL(filePath: executable ?? program).deletingLastPathComponent()
    places.append(folder.appending(path: "../share/shingi/Corpus").standardizedFileURL)
    for _ in 0..<5 {
      folder = folder.deletingLastPathComponent()
      places.append(folder.appending(path: "Corpus"))
    }
    let found = places.first { place in
      FileManager.default.fileExists(atPath: place.appending(path: "lexicons/stance.json").path)
    }
    guard let found else {
      throw .corpus(
        file: "Corpus", reason: "not found; set SHINGI_CORPUS to the folder that was installed")
    }
    return found
  }

  private static func files(in folder: URL) throws(IngestError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".json") }.sorted()
    } catch {
      throw .corpus(file: folder.path, reason: "cannot be listed")
    }
  }

  private static func load<Value>(
    _ name: String, in folder: URL, _ read: ([UInt8]) throws -> Value
  ) throws(IngestError) -> Value {
    let file = folder.appending(path: name)
    do {
      return try read([UInt8](Data(contentsOf: file)))
    } catch {
      throw .corpus(file: file.path, reason: "\(error)")
    }
  }
}
