package import Deliberation
import GRDB
import JapaneseText

/// A statement as lists of what was found in it show it.
package struct StatementReference: Hashable, Sendable {
  package var address: String
  package var meeting: MeetingReference
  /// The printed label; nil for a bullet without a name.
  package var label: String?
  package var speaker: PersonID?
  /// The full name, where it is known.
  package var speakerName: String?
  package var kind: SpeakerKind
  /// The deepest agenda items.
  package var agenda: [AgendaPath]
}

/// A query for what was found in statements: a set of statements and a table beside them.
struct StatementQuery {
  let database: Database
  let query: SearchQuery

  /// Tables and columns of `StatementReference`.
  static let tables = "JOIN record r ON r.id = s.record JOIN meeting m ON m.id = r.meeting"
  static let selection = """
    \(HitReader.meetingSelection), s.number, s.label, s.speaker, s.speakerName, s.kind,
    (SELECT json_group_array(i.path) FROM (SELECT item FROM statementAgenda x
      WHERE x.statement = s.id ORDER BY x.position) JOIN agendaItem i ON i.id = item)
    """
  /// The number of columns of `selection`.
  static let width = 12

  static func reference(_ row: Row, from first: Int = 0) -> StatementReference {
    let meeting = HitReader.meeting(row, from: first)
    let number: String = row[first + 6]
    let speaker: String? = row[first + 8]
    return StatementReference(
      address: "\(meeting.record)#\(number)", meeting: meeting, label: row[first + 7],
      speaker: speaker.map(PersonID.init), speakerName: row[first + 9],
      kind: SpeakerKind(rawValue: row[first + 10]) ?? .unknown,
      agenda: Packed.paths(row[first + 11]))
  }

  /// The statements of the query; nil where a filter can hold for none.
  func scope() throws -> Scope? {
    let searching = try Within.searching(database, query)
    guard searching.search.query != nil else {
      return try Scope.statements(query.filter, database)
    }
    return Scope(table: "statement", among: try searching.hitSet(.statement))
  }

  /// The order of the query among statements; `table` adds its own position.
  var order: String {
    query.order == .oldest
      ? "ORDER BY s.id >> 24, r.address, s.position"
      : "ORDER BY s.id >> 24 DESC, r.address, s.position"
  }

  /// The rows of a table of what was found in statements (`p`), each behind its statement.
  func rows(
    _ table: String, _ columns: String, scope: Scope
  ) throws -> (total: Int, rows: [Row]) {
    let joined = "JOIN \(table) p ON p.statement = s.id"
    let total =
      try Int.fetchOne(
        database, sql: "SELECT count(*) \(scope.sql(joining: joined))", arguments: scope.values)
      ?? 0
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT \(Self.selection), s.text, \(columns)
        \(scope.sql(joining: "\(joined) \(Self.tables)")) \(order), p.position LIMIT ? OFFSET ?
        """, arguments: scope.values + [query.limit, query.offset])
    return (total, rows)
  }
}

/// A page of a list, with the number of all its entries.
package struct Page<Element: Hashable & Sendable>: Hashable, Sendable {
  package var total: Int
  package var entries: [Element]
}
