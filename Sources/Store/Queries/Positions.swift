package import Deliberation
import GRDB
import JapaneseText

/// A position with its statement and its words.
package struct PositionEntry: Hashable, Sendable {
  package var statement: StatementReference
  package var position: Position
  /// The clause that carries it, and the sentences that show it, verbatim.
  package var clause: String
  package var evidence: String
}

/// Somebody else's view, with the statement that tells it and its words.
package struct ReportedEntry: Hashable, Sendable {
  package var statement: StatementReference
  package var reported: ReportedPosition
  package var clause: String
}

/// A promise with its statement and its words.
package struct UndertakingEntry: Hashable, Sendable {
  package var statement: StatementReference
  package var undertaking: Undertaking
  package var what: String
  /// The address of its sentence, or of the statement where that has only one.
  package var address: String
  /// What a human decided last; nil where nobody did.
  package var decision: UndertakingDecision?
}

extension RecordStore {
  /// The positions taken in the statements that a query asks for; a filter by stance chooses among
  /// the positions too.
  package func positions(_ query: SearchQuery) throws(StoreError) -> Page<PositionEntry> {
    try reading { database in
      let statements = StatementQuery(database: database, query: query)
      guard var scope = try statements.scope() else { return Page(total: 0, entries: []) }
      scope.restrictStances(query.filter)
      let (total, rows) = try statements.rows("position", PositionRow.selection, scope: scope)
      return Page(
        total: total,
        entries: rows.map { row in
          let text: String = row[StatementQuery.width]
          let position = PositionRow.position(row, from: StatementQuery.width + 1)
          let scalars = text.scalars
          return PositionEntry(
            statement: StatementQuery.reference(row), position: position,
            clause: scalars.text(position.clause), evidence: scalars.text(position.evidence))
        })
    }
  }

  /// The views of others told in the statements that a query asks for.
  ///
  /// A filter by stance means the stance of the holder, not one that the speaker takes.
  package func reportedPositions(_ query: SearchQuery) throws(StoreError) -> Page<ReportedEntry> {
    try reading { database in
      var open = query
      open.filter.stances = []
      let statements = StatementQuery(database: database, query: open)
      guard var scope = try statements.scope() else { return Page(total: 0, entries: []) }
      scope.restrictStances(query.filter)
      let (total, rows) = try statements.rows(
        "reportedPosition", ReportedPositionRow.selection, scope: scope)
      return Page(
        total: total,
        entries: rows.map { row in
          let text: String = row[StatementQuery.width]
          let reported = ReportedPositionRow.reported(row, from: StatementQuery.width + 1)
          return ReportedEntry(
            statement: StatementQuery.reference(row), reported: reported,
            clause: text.scalars.text(reported.clause))
        })
    }
  }

  /// What was promised in the statements that a query asks for.
  package func undertakings(_ query: SearchQuery) throws(StoreError) -> Page<UndertakingEntry> {
    try reading { database in
      let statements = StatementQuery(database: database, query: query)
      guard let scope = try statements.scope() else { return Page(total: 0, entries: []) }
      let decisions = try UndertakingDecisions(database: database)
      let (total, rows) = try statements.rows(
        "undertaking",
        UndertakingRow.selection
          + ", s.sentences, s.source, (SELECT sha256 FROM file WHERE id = r.file)", scope: scope)
      return Page(
        total: total,
        entries: rows.map { row in
          let text: String = row[StatementQuery.width]
          let first = StatementQuery.width + 1
          let undertaking = UndertakingRow.undertaking(row, from: first)
          let reference = StatementQuery.reference(row)
          let what = text.scalars.text(undertaking.what)
          let last = first + UndertakingRow.width
          let sentences = Packed.spans(row[last] as String)
          let sentence = sentences.firstIndex { $0.contains(undertaking.what.from) }
          let source = Packed.segments(row[last + 1] as String)
          return UndertakingEntry(
            statement: reference, undertaking: undertaking, what: what,
            address: sentences.count > 1
              ? reference.address + (sentence.map { ".\($0 + 1)" } ?? "") : reference.address,
            decision: decisions.decision(
              what: what, statement: text, sha256: row[last + 2], span: source.first?.span))
        })
    }
  }
}

extension Scope {
  /// Restricts the positions `p` themselves to the stances of the filter.
  fileprivate mutating func restrictStances(_ filter: SearchFilter) {
    if !filter.stances.isEmpty {
      restrict("p.stance", to: filter.stances.map(\.rawValue))
    }
  }
}
