import GRDB

/// What a law's text says of its provisions, as the index holds it.
package struct StoredLawTerms: Hashable, Sendable {
  /// A word that means a provision.
  package struct Term: Hashable, Sendable {
    /// defined, caption or row.
    package var kind: String
    package var word: String
    package var element: String
    package var row: String?
    package var words: String

    package init(kind: String, word: String, element: String, row: String?, words: String) {
      self.kind = kind
      self.word = word
      self.element = element
      self.row = row
      self.words = words
    }
  }

  /// A provision that fills in one of another law.
  package struct Delegation: Hashable, Sendable {
    package var element: String
    package var targetLaw: String
    package var targetElement: String
    package var words: String

    package init(element: String, targetLaw: String, targetElement: String, words: String) {
      self.element = element
      self.targetLaw = targetLaw
      self.targetElement = targetElement
      self.words = words
    }
  }

  package var terms: [Term]
  package var delegations: [Delegation]

  package init(terms: [Term], delegations: [Delegation]) {
    self.terms = terms
    self.delegations = delegations
  }
}

extension RecordStore {
  /// The terms of a text as a version of the reader read them; nil where it did not yet.
  package func lawTerms(
    of law: StoredRevision, version: String
  ) throws(StoreError) -> StoredLawTerms? {
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
      return StoredLawTerms(
        terms: terms.map {
          StoredLawTerms.Term(
            kind: $0[0], word: $0[1], element: $0[2], row: $0[3], words: $0[4])
        },
        delegations: delegations.map {
          StoredLawTerms.Delegation(
            element: $0[0], targetLaw: $0[1], targetElement: $0[2], words: $0[3])
        })
    }
  }

  /// Writes the terms of a text in the place of those of an older version.
  package func save(
    _ terms: StoredLawTerms, of law: StoredRevision, version: String
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
          id, position, term.kind, term.word, term.element, term.row, term.words,
        ])
      }
      let edges = try Insertion(
        database, into: "delegation",
        ["revision", "position", "element", "targetLaw", "targetElement", "words"])
      for (position, edge) in terms.delegations.enumerated() {
        try edges.add([
          id, position, edge.element, edge.targetLaw, edge.targetElement, edge.words,
        ])
      }
    }
  }
}
