package import Deliberation
import GRDB
import JapaneseText

extension RecordStore {
  /// The whole record at an address (of a record, its meeting, or anything in it).
  ///
  /// - Throws: `StoreError` where the address names nothing, or several things.
  package func record(at address: String) throws(StoreError) -> Deliberation.Record {
    let place = try resolve(address)
    return try reading { database in try RecordReader(database: database).record(place.record) }
  }

  /// Every record, by date, then address; all of them in memory.
  package func records() throws(StoreError) -> [Deliberation.Record] {
    var records: [Deliberation.Record] = []
    try forEachRecord { _, record in records.append(record) }
    return records
  }

  /// Hands over every record with its address, by date, then address; one at a time in memory.
  package func forEachRecord(
    _ body: (_ address: String, _ record: Deliberation.Record) throws -> Void
  ) throws(StoreError) {
    try reading { database in
      let reader = RecordReader(database: database)
      for (id, address) in try reader.all() { try body(address, reader.record(id)) }
    }
  }

  /// Every file in force with its bytes and text, for `rebuild`; one at a time in memory.
  package func forEachFile(_ body: (SourceFile) throws -> Void) throws(StoreError) {
    let paths = try reading { database in
      try String.fetchAll(
        database, sql: "SELECT path FROM file WHERE superseded IS NULL ORDER BY path")
    }
    for path in paths {
      let file = try self.file(at: path)
      do { if let file { try body(file) } } catch { throw StoreError(error, path: self.path) }
    }
  }

  /// The file in force for a path.
  package func file(at path: String) throws(StoreError) -> SourceFile? {
    try reading { database in
      try Row.fetchOne(
        database, sql: "SELECT * FROM file WHERE path = ? AND superseded IS NULL",
        arguments: [path]
      ).map(FileRow.file)
    }
  }
}

/// Reads whole records back from their rows.
struct RecordReader {
  let database: Database

  /// Ids and addresses of all records, by date, then address.
  func all() throws -> [(Int64, String)] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT r.id, r.address FROM record r JOIN meeting m ON m.id = r.meeting
        ORDER BY m.date, r.address
        """
    ).map { ($0[0], $0[1]) }
  }

  func record(_ id: Int64) throws -> Deliberation.Record {
    guard
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT \(RecordRow.selection) FROM record r JOIN file f ON f.id = r.file WHERE r.id = ?
          """, arguments: [id])
    else { throw StoreError.unknownAddress("record \(id)") }
    var record = RecordRow.record(row)
    record.attendance = try rows("SELECT \(AttendeeRow.selection) FROM attendee a", "a", id)
      .map { AttendeeRow.attendee($0) }
    record.documents = try rows("SELECT d.label, d.title FROM document d", "d", id)
      .map { Document(label: $0[0], title: $0[1]) }
    record.findings = try rows("SELECT f.kind, f.line, f.message FROM finding f", "f", id)
      .map { Finding(kind: $0[0], line: $0[1], message: $0[2]) }
    record.agenda = try AgendaItemRow.tree(database, record: id)
    record.events = try events(id)
    record.statements = try statements(id)
    return record
  }

  private func rows(_ sql: String, _ name: String, _ record: Int64) throws -> [Row] {
    try Row.fetchAll(
      database, sql: "\(sql) WHERE \(name).record = ? ORDER BY \(name).position",
      arguments: [record])
  }

  private func events(_ record: Int64) throws -> [Event] {
    let agenda = try paths(
      """
      SELECT e.position, i.path FROM event e JOIN eventAgenda x ON x.event = e.id
      JOIN agendaItem i ON i.id = x.item WHERE e.record = ? ORDER BY e.position, x.position
      """, record)
    return try rows("SELECT \(EventRow.selection), e.position FROM event e", "e", record).map {
      var event = EventRow.event($0)
      event.agenda = agenda[$0["position"]] ?? []
      return event
    }
  }

  private func statements(_ record: Int64) throws -> [Deliberation.Statement] {
    var statements = try rows("SELECT \(StatementRow.selection) FROM statement s", "s", record)
      .map { StatementRow.statement($0) }
    let agenda = try paths(
      """
      SELECT s.position, i.path FROM statement s JOIN statementAgenda x ON x.statement = s.id
      JOIN agendaItem i ON i.id = x.item WHERE s.record = ? ORDER BY s.position, x.position
      """, record)
    for (position, paths) in agenda { statements[position].agenda = paths }
    try derived("position", PositionRow.selection, record) { position, row in
      statements[position].positions.append(PositionRow.position(row, from: 1))
    }
    try derived("reportedPosition", ReportedPositionRow.selection, record) { position, row in
      statements[position].reported.append(ReportedPositionRow.reported(row, from: 1))
    }
    try derived("undertaking", UndertakingRow.selection, record) { position, row in
      statements[position].undertakings.append(UndertakingRow.undertaking(row, from: 1))
    }
    try derived("provisionLink", "p.candidate, " + ProvisionLinkRow.selection, record) {
      position, row in
      let link = ProvisionLinkRow.link(row, from: 2)
      if row[1] {
        statements[position].candidates.append(link)
      } else {
        statements[position].links.append(link)
      }
    }
    let targets = try relationTargets(record)
    try derived("relation", RelationRow.selection + ", p.position AS ordinal", record) {
      position, row in
      let ordinal: Int = row["ordinal"]
      statements[position].relations.append(
        RelationRow.relation(row, from: 1, to: targets[[position, ordinal]] ?? []))
    }
    return statements
  }

  /// The rows of a derived table, each with the position of its statement first.
  private func derived(
    _ table: String, _ selection: String, _ record: Int64, _ body: (Int, Row) -> Void
  ) throws {
    let key = table == "provisionLink" ? "p.candidate, p.position" : "p.position"
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT s.position, \(selection) FROM statement s JOIN \(table) p ON p.statement = s.id
        WHERE s.record = ? ORDER BY s.position, \(key)
        """, arguments: [record])
    while let row = try rows.next() { body(row[0], row) }
  }

  /// The positions of the statements that a relation leads to, by statement and relation.
  private func relationTargets(_ record: Int64) throws -> [[Int]: [Int]] {
    var targets: [[Int]: [Int]] = [:]
    for row in try Row.fetchAll(
      database,
      sql: """
        SELECT s.position, t.position, o.position FROM statement s
        JOIN relationTarget t ON t.statement = s.id JOIN statement o ON o.id = t.target
        WHERE s.record = ? ORDER BY s.position, t.position, o.position
        """, arguments: [record])
    {
      targets[[row[0], row[1]], default: []].append(row[2])
    }
    return targets
  }

  private func paths(_ sql: String, _ record: Int64) throws -> [Int: [AgendaPath]] {
    var paths: [Int: [AgendaPath]] = [:]
    for row in try Row.fetchAll(database, sql: sql, arguments: [record]) {
      let path: String = row[1]
      if let path = AgendaPath(path) { paths[row[0], default: []].append(path) }
    }
    return paths
  }
}
