package import Deliberation
import GRDB
import JapaneseText

/// A file read anew, with the records in it.
package typealias Rederived = (file: SourceFile, records: [Deliberation.Record])

extension RecordStore {
  /// Records decisions and applies them, all in one transaction: the files that they are about are
  /// derived anew, the persons that they are about are settled anew.
  ///
  /// Decisions that are there already are left out.
  ///
  /// `derive` reads a file anew under the decisions that are then in force. Where anything fails the
  /// index is as it was.
  package func decide(
    _ decisions: [Decision], derive: (SourceFile, Corrections) throws -> Rederived
  ) throws(StoreError) -> (added: Int, changes: [RecordChange]) {
    try writing { database in
      var known = Set(try Anchors(database: database).all().map(\.id))
      let fresh = decisions.filter { known.insert($0.id).inserted }
      for decision in fresh { try decision.insert(into: database) }
      let affected = try Affected(of: fresh, database)
      try Persons(database: database).settle(affected.names)
      let corrections = try Corrections(database)
      var changes: [RecordChange] = []
      for path in affected.paths.sorted() {
        guard
          let file = try Row.fetchOne(
            database, sql: "SELECT * FROM file WHERE path = ? AND superseded IS NULL",
            arguments: [path]
          ).map(FileRow.file)
        else { continue }
        let derived = try derive(file, corrections)
        changes += try Saving(database: database, file: derived.file, force: true)
          .run(records: derived.records, replacing: nil).records
      }
      return (fresh.count, changes)
    }
  }

  /// A decision with whether it is in force.
  package func decisionEntries() throws(StoreError) -> [DecisionEntry] {
    try reading { database in
      let anchors = Anchors(database: database)
      let inForce = Set(try anchors.decisions().map(\.id))
      var places: [String: Anchoring?] = [:]
      return try anchors.all().map { decision in
        guard decision.kind != DecisionKind.undone.rawValue, inForce.contains(decision.id) else {
          let isUndo = decision.kind == DecisionKind.undone.rawValue
          return DecisionEntry(decision: decision, state: isUndo ? .inForce : .undone, file: nil)
        }
        guard let anchor = decision.anchor else {
          return DecisionEntry(decision: decision, state: .inForce, file: nil)
        }
        if places[anchor.sourceHash] == nil {
          places[anchor.sourceHash] = try Anchoring(hash: anchor.sourceHash, database)
        }
        let anchoring = places[anchor.sourceHash] ?? nil
        return DecisionEntry(
          decision: decision, state: anchoring?.place(of: decision) == nil ? .open : .inForce,
          file: anchoring?.path)
      }
    }
  }
}

/// A decision as it stands.
package struct DecisionEntry: Hashable, Sendable {
  package enum State: String, Sendable {
    case inForce, undone
    /// Its words are not in the source any more.
    case open
  }

  package var decision: Decision
  package var state: State
  /// The path of the file in which its words stand.
  package var file: String?
}

/// What decisions are about: paths of files, and folded names of persons.
private struct Affected {
  var paths: Set<String> = []
  var names: Set<String> = []

  init(of decisions: [Decision], _ database: Database) throws {
    for decision in decisions {
      if let hash = decision.anchor?.sourceHash {
        if let path = try Anchoring.path(of: hash, database) { paths.insert(path) }
        continue
      }
      let ids = [decision.subject, DecisionValue(json: decision.value).person]
      for id in ids.compactMap(\.self) {
        let person = try Persons(database: database).person(of: PersonID(rawValue: id))
        names.formUnion(
          try String.fetchSet(
            database, sql: "SELECT DISTINCT nameKey FROM mention WHERE person = ?",
            arguments: [person?.rawValue]))
      }
    }
  }
}
