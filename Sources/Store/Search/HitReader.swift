import Deliberation
import GRDB
import JapaneseText

/// Reads the rows of the hits that are shown.
struct HitReader {
  let database: Database
  let query: SearchQuery
  let search: TextSearch

  /// The columns that `meeting(_:)` reads, of `record r JOIN meeting m`.
  static let meetingSelection = "m.address, r.address, m.bodyName, m.title, r.date, r.level"

  static func meeting(_ row: Row, from first: Int = 0) -> MeetingReference {
    let date: String? = row[first + 4]
    return MeetingReference(
      address: row[first], record: row[first + 1], bodyName: row[first + 2],
      title: row[first + 3], date: date.flatMap { CalendarDate($0) },
      level: Level(rawValue: row[first + 5]) ?? .mixed)
  }

  func hits(_ page: [Searching.Ranked]) throws -> [SearchHit] {
    let statements = try statements(page.filter(\.isStatement).map(\.id))
    return try page.compactMap { try $0.isStatement ? statements[$0.id] : passage($0.id) }
  }

  /// The statement of an id as a hit.
  func statement(_ id: Int64) throws -> SearchHit? { try statements([id])[id] }

  /// The statements of some ids as hits: everything about all of them by three queries.
  private func statements(_ ids: [Int64]) throws -> [Int64: SearchHit] {
    guard !ids.isEmpty else { return [:] }
    let list: StatementArguments = [Packed.indices(ids.map { Int($0) })]
    let agenda = try agenda(ofStatements: list)
    let stances = try stances(ofStatements: list)
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT \(Self.meetingSelection), \(StatementRow.selection), s.id
          FROM json_each(?) j CROSS JOIN statement s ON s.id = j.value
          JOIN record r ON r.id = s.record JOIN meeting m ON m.id = r.meeting
          """), arguments: list)
    var hits: [Int64: SearchHit] = [:]
    while let row = try rows.next() {
      let meeting = Self.meeting(row)
      var statement = StatementRow.statement(row, from: 6)
      let id: Int64 = row[22]
      let items = agenda[id] ?? []
      statement.agenda = items.map(\.path)
      hits[id] = SearchHit(
        kind: .statement, address: "\(meeting.record)#\(statement.number)", meeting: meeting,
        statement: statement, stances: stances[id] ?? [], agenda: items, text: statement.text,
        snippet: snippet(statement.text))
    }
    return hits
  }

  private func agenda(ofStatements list: StatementArguments) throws -> [Int64: [AgendaReference]] {
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT x.statement, i.path, i.title FROM json_each(?) j
          CROSS JOIN statementAgenda x ON x.statement = j.value
          CROSS JOIN agendaItem i ON i.id = x.item
          ORDER BY x.statement, x.position
          """), arguments: list)
    var items: [Int64: [AgendaReference]] = [:]
    while let row = try rows.next() {
      guard let path = AgendaPath(row[1] as String) else { continue }
      items[row[0], default: []].append(AgendaReference(path: path, title: row[2]))
    }
    return items
  }

  private func stances(ofStatements list: StatementArguments) throws -> [Int64: [Stance]] {
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT p.statement, p.stance FROM json_each(?) j
          CROSS JOIN position p ON p.statement = j.value ORDER BY p.statement, p.position
          """), arguments: list)
    var stances: [Int64: [Stance]] = [:]
    while let row = try rows.next() {
      guard let stance = Stance(rawValue: row[1]) else { continue }
      let id: Int64 = row[0]
      if stances[id]?.contains(stance) != true { stances[id, default: []].append(stance) }
    }
    return stances
  }

  private func passage(_ id: Int64) throws -> SearchHit? {
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT \(Self.meetingSelection), s.kind, s.text, s.item, s.record, s.position
            FROM passage s JOIN record r ON r.id = s.record JOIN meeting m ON m.id = r.meeting
            WHERE s.id = ?
            """), arguments: [id])
    else { return nil }
    let meeting = Self.meeting(row)
    let kind = SearchKind(rawValue: row[6]) ?? .event
    let text: String = row[7]
    var address = meeting.record
    var agenda: [AgendaReference] = []
    if let item: Int64 = row[8] {
      agenda = try self.agenda("SELECT ?", [item])
      address += agenda.first.map { "/\($0.path)" } ?? ""
    } else if kind == .event {
      agenda = try self.agenda(
        """
        SELECT x.item FROM event e JOIN eventAgenda x ON x.event = e.id
        WHERE e.record = ? AND e.position = ? ORDER BY x.position
        """, [row[9] as Int64, row[10] as Int64])
    }
    return SearchHit(
      kind: kind, address: address, meeting: meeting, statement: nil, stances: [], agenda: agenda,
      text: text, snippet: snippet(text))
  }

  private func snippet(_ text: String) -> Snippet {
    Snippets.snippet(of: text, forms: search.forms, length: query.snippetLength)
  }

  private func agenda(_ ids: String, _ arguments: [Int64]) throws -> [AgendaReference] {
    let items = try Int64.fetchAll(
      database.cachedStatement(sql: ids), arguments: StatementArguments(arguments))
    return try items.compactMap { item in
      try Row.fetchOne(
        database.cachedStatement(sql: "SELECT path, title FROM agendaItem WHERE id = ?"),
        arguments: [item]
      ).flatMap { row in
        let path: String = row[0]
        return AgendaPath(path).map { AgendaReference(path: $0, title: row[1]) }
      }
    }
  }
}
