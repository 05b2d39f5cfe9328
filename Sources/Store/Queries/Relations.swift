package import Deliberation
import GRDB
import JapaneseText

/// A relation between statements, with its words.
package struct RelationEntry: Hashable, Sendable {
  package var kind: RelationKind
  package var from: StatementReference
  /// Empty where the earlier statement lies in another meeting or could not be determined.
  package var to: [StatementReference]
  /// The earlier meeting that the words point at (前回の会合), where it is in the index.
  package var elsewhere: MeetingReference?
  /// The words of the later statement that show it.
  package var evidence: String
  package var rule: String
}

extension RecordStore {
  /// The relations of what an address names, in both directions: of one statement, of those on an
  /// agenda item, or of a whole record.
  ///
  /// - Returns: Relations to earlier statements, and relations of later statements to these.
  /// - Throws: `StoreError` where the address names nothing.
  package func relations(
    of address: String
  ) throws(StoreError) -> (outgoing: [RelationEntry], incoming: [RelationEntry]) {
    let resolved = try resolve(address)
    return try reading { database in
      let ids = try Self.statements(of: resolved, database)
      let list = Packed.indices(ids.map { Int($0) })
      let outgoing = try Row.fetchAll(
        database,
        sql: """
          SELECT p.statement, p.position FROM json_each(?) j
          CROSS JOIN relation p ON p.statement = j.value ORDER BY p.statement, p.position
          """, arguments: [list])
      let incoming = try Row.fetchAll(
        database,
        sql: """
          SELECT DISTINCT t.statement, t.position FROM json_each(?) j
          CROSS JOIN relationTarget t ON t.target = j.value ORDER BY t.statement, t.position
          """, arguments: [list])
      return (
        try outgoing.compactMap { try Self.relation($0[0], $0[1], database) },
        try incoming.compactMap { try Self.relation($0[0], $0[1], database) }
      )
    }
  }

  /// The statements that an address names.
  static func statements(of resolved: Resolved, _ database: Database) throws -> [Int64] {
    switch resolved.part {
    case nil:
      try Int64.fetchAll(
        database, sql: "SELECT id FROM statement WHERE record = ?", arguments: [resolved.record])
    case .statement(let number), .sentence(let number, _):
      try Int64.fetchAll(
        database, sql: "SELECT id FROM statement WHERE record = ? AND number = ?",
        arguments: [resolved.record, number])
    case .agenda:
      try agendaStatements(resolved, database)
    }
  }

  private static func agendaStatements(
    _ resolved: Resolved, _ database: Database
  ) throws -> [Int64] {
    var filter = SearchFilter()
    filter.agenda = [resolved.address]
    guard let items = try FilterResolver(database: database).items(filter), let items else {
      return []
    }
    return try Int64.fetchAll(
      database,
      sql: """
        SELECT DISTINCT x.statement FROM json_each(?) j
        CROSS JOIN statementAgenda x ON x.item = j.value ORDER BY x.statement
        """, arguments: [Packed.indices(items.map { Int($0) })])
  }

  private static func relation(
    _ statement: Int64, _ position: Int, _ database: Database
  ) throws -> RelationEntry? {
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT \(StatementQuery.selection), s.text, \(RelationRow.selection)
            FROM relation p JOIN statement s ON s.id = p.statement \(StatementQuery.tables)
            WHERE p.statement = ? AND p.position = ?
            """), arguments: [statement, position])
    else { return nil }
    let targets = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT \(StatementQuery.selection)
          FROM relationTarget t JOIN statement s ON s.id = t.target \(StatementQuery.tables)
          WHERE t.statement = ? AND t.position = ? ORDER BY s.position
          """), arguments: [statement, position])
    let text: String = row[StatementQuery.width]
    let relation = RelationRow.relation(row, from: StatementQuery.width + 1, to: [])
    let from = StatementQuery.reference(row)
    let away =
      relation.rule.hasSuffix(".elsewhere")
      ? try EarlierMeetings(database: database).found(relation, in: text, from: from) : nil
    return RelationEntry(
      kind: relation.kind, from: from,
      to: away?.statements ?? targets.map { StatementQuery.reference($0) },
      elsewhere: away?.meeting, evidence: text.scalars.text(relation.evidence), rule: relation.rule)
  }
}
