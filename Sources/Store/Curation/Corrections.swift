import Deliberation
import GRDB
package import JapaneseText

/// What humans decided about the words of sources, ready to be applied to records as they are read.
///
/// Speakers and agenda items are corrected before positions, relations and links are derived, so
/// that these follow; stances afterwards. A decision that finds its words but not what it is about
/// becomes a finding of the record.
package struct Corrections: Sendable {
  /// The kind of the finding that a decision becomes whose words are there and which cannot be
  /// applied.
  package static let unapplied = "decisionNotApplied"

  /// Decisions in the order of time, by the hash of their source.
  private var bySource: [String: [Decision]] = [:]
  /// Hashes of the sources that a path had before, by path.
  private var earlier: [String: [String]] = [:]
  /// Paths whose record was taken over by another.
  private var inherited: [String: [String]] = [:]

  /// No corrections.
  package init() {}

  init(_ database: Database) throws {
    for decision in try Anchors(database: database).decisions(
      kinds: DecisionKind.ofRecords.map(\.rawValue))
    {
      guard let hash = decision.anchor?.sourceHash else { continue }
      bySource[hash, default: []].append(decision)
    }
    for hash in bySource.keys {
      for path in try String.fetchAll(
        database, sql: "SELECT path FROM file WHERE sha256 = ?", arguments: [hash])
      {
        earlier[path, default: []].append(hash)
      }
    }
    guard !bySource.isEmpty else { return }
    for row in try Row.fetchAll(database, sql: "SELECT successor, path FROM replacement") {
      inherited[row[0], default: []].append(row[1])
    }
  }

  package var isEmpty: Bool { bySource.isEmpty }

  /// The decisions about a file, each with its place in the text.
  package func of(path: String, sha256: String, text: Scalars) -> FileCorrections {
    var found: [FileCorrections.Placed] = []
    if let decisions = bySource[sha256] {
      let anchoring = Anchoring(text: text, path: path, isSame: true)
      for decision in decisions {
        if let place = anchoring.place(of: decision) { found.append(.init(decision, place)) }
      }
    }
    let paths = [path] + (inherited[path] ?? [])
    let hashes = Set(paths.flatMap { earlier[$0] ?? [] }).subtracting([sha256])
    if !hashes.isEmpty {
      let anchoring = Anchoring(text: text, path: path, isSame: false)
      for hash in hashes.sorted() {
        for decision in bySource[hash] ?? [] {
          if let place = anchoring.place(of: decision) { found.append(.init(decision, place)) }
        }
      }
    }
    found.sort { $0.decision.created < $1.decision.created }
    return FileCorrections(decisions: found, text: text)
  }
}

extension RecordStore {
  /// The decisions about sources that are in force.
  package func corrections() throws(StoreError) -> Corrections {
    try reading { database in try Corrections(database) }
  }
}
