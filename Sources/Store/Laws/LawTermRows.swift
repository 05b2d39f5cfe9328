package import Deliberation
import GRDB

extension RecordStore {
  /// The terms of a text as a version of the reader read them; nil where it did not yet.
  package func lawTerms(
    of law: StoredRevision, version: String
  ) throws(StoreError) -> LawTerms? {
    try reading { database in
      guard
        let id = try LawTextRows(database: database).id(of: law),
        try String.fetchOne(
          database, sql: "SELECT version FROM lawReading WHERE revision = ?", arguments: [id])
          == version
      else { return nil }
      let terms = try Row.fetchAll(
        database,
        sql: """
          SELECT kind, word, element, rowLabel, words FROM lawTerm WHERE revision = ?
          ORDER BY position
          """, arguments: [id])
      let delegations = try Row.fetchAll(
        database,
        sql: """
          SELECT element, targetLaw, targetElement, words FROM delegation WHERE revision = ?
          ORDER BY position
          """, arguments: [id])
      return LawTerms(
        terms: terms.compactMap { row in
          LawTerms.Kind(rawValue: row[0]).map {
            LawTerms.Term(kind: $0, word: row[1], element: row[2], row: row[3], words: row[4])
          }
        },
        delegations: delegations.map {
          LawTerms.Delegation(
            element: $0[0], target: Provision(law: $0[1], element: $0[2]), words: $0[3])
        })
    }
  }

  /// Writes the terms of a text in the place of those of an older version.
  package func save(
    _ terms: LawTerms, of law: StoredRevision, version: String
  ) throws(StoreError) {
    try writing { database in
      guard let id = try LawTextRows(database: database).id(of: law) else { return }
      try database.execute(sql: "DELETE FROM lawReading WHERE revision = ?", arguments: [id])
      try Insertion(database, into: "lawReading", ["revision", "version"]).add([id, version])
      let rows = try Insertion(
        database, into: "lawTerm",
        ["revision", "position", "kind", "word", "element", "rowLabel", "words"])
      for (position, term) in terms.terms.enumerated() {
        try rows.add([
          id, position, term.kind.rawValue, term.word, term.element, term.row, term.words,
        ])
      }
      let edges = try Insertion(
        database, into: "delegation",
        ["revision", "position", "element", "targetLaw", "targetElement", "words"])
      for (position, edge) in terms.delegations.enumerated() {
        try edges.add([
          id, position, edge.element, edge.target.law, edge.target.element ?? "", edge.words,
        ])
      }
    }
  }
}
