import Deliberation
import GRDB
import JapaneseText

/// What else has to be looked after when records come and go.
struct Touched {
  var meetings: Set<Int64> = []
  /// Names whose persons have to be settled anew, because a record that names them went.
  var names: Set<String> = []
  /// The mentions that went with their records, and where their words stood.
  var mentions: [LostMention] = []
}

/// Writes and removes the derived rows of records.
struct RecordWriter {
  let database: Database

  /// Removes everything derived from a record; its addresses stay.
  func remove(record: Int64, touched: inout Touched) throws {
    guard
      let meeting = try Int64.fetchOne(
        database, sql: "SELECT meeting FROM record WHERE id = ?", arguments: [record])
    else { return }
    touched.meetings.insert(meeting)
    touched.names.formUnion(try Persons(database: database).keys(ofRecord: record))
    touched.mentions += try PersonRedirects(database: database).lost(record: record)
    try SearchIndex.remove(database, record: record)
    try database.execute(sql: "DELETE FROM record WHERE id = ?", arguments: [record])
  }

  /// Writes everything derived of a record.
  func write(_ placed: Identities.Placed, file: Int64, touched: inout Touched) throws {
    let record = placed.record
    touched.meetings.insert(placed.meeting.id)
    try writeMeeting(placed)
    try Insertion(database, into: "record", RecordRow.columns).add(
      RecordRow.values(
        record, id: placed.id, address: placed.address, meeting: placed.meeting.id, file: file,
        fileOrdinal: placed.fileOrdinal))
    let persons = try Persons(database: database).enter(record, id: placed.id)
    try writeFront(placed, persons)
    let day = SearchIndex.day(record.meeting.date)
    let items = try writeAgenda(placed)
    try writeEvents(placed, items: items, persons)
    let statements = try writeStatements(placed, items: items, day: day, persons)
    try writeDerived(placed, ids: statements, persons)
    try SearchIndex.add(
      database, record: placed.id, day: day,
      statements: zip(statements, record.statements.lazy.map(\.text)),
      passages: Passages.of(record, items: items))
  }

  private func writeMeeting(_ placed: Identities.Placed) throws {
    try database.execute(
      sql: """
        INSERT INTO meeting (id, address, key, bodyName, designator, session, number, title)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
      arguments: [
        placed.meeting.id, placed.meeting.address, placed.key.text,
        placed.record.meeting.bodies.isEmpty ? placed.key.leaf : placed.record.meeting.bodyName,
        placed.key.designator.description,
        placed.record.meeting.session, placed.record.meeting.number, placed.record.meeting.title,
      ])
  }

  private func writeFront(
    _ placed: Identities.Placed, _ persons: Persons.Entered
  ) throws {
    let attendees = try Insertion(database, into: "attendee", AttendeeRow.columns)
    for (position, attendee) in placed.record.attendance.enumerated() {
      try attendees.add(
        AttendeeRow.values(attendee, record: placed.id, position: position, persons: persons))
    }
    let documents = try Insertion(
      database, into: "document", ["record", "position", "label", "title"])
    for (position, document) in placed.record.documents.enumerated() {
      try documents.add([placed.id, position, document.label, document.title])
    }
    let findings = try Insertion(
      database, into: "finding", ["record", "position", "kind", "line", "message"])
    for (position, finding) in placed.record.findings.enumerated() {
      try findings.add([placed.id, position, finding.kind, finding.line, finding.message])
    }
  }

  private func writeAgenda(_ placed: Identities.Placed) throws -> [AgendaPath: Int64] {
    let insertion = try Insertion(database, into: "agendaItem", AgendaItemRow.columns)
    var position = 0
    func add(_ items: [AgendaItem], below parent: Int64?) throws {
      for item in items {
        let id = placed.agenda[item.path] ?? 0
        try insertion.add(
          AgendaItemRow.values(
            item, id: id, record: placed.id, position: position, parent: parent))
        position += 1
        try add(item.items, below: id)
      }
    }
    try add(placed.record.agenda, below: nil)
    return placed.agenda
  }

  private func writeEvents(
    _ placed: Identities.Placed, items: [AgendaPath: Int64], _ persons: Persons.Entered
  ) throws {
    let insertion = try Insertion(database, into: "event", EventRow.columns)
    let agenda = try Insertion(database, into: "eventAgenda", ["event", "position", "item"])
    for (position, event) in placed.record.events.enumerated() {
      try insertion.add(
        EventRow.values(event, record: placed.id, position: position, persons: persons))
      let id = database.lastInsertedRowID
      for (ordinal, path) in event.agenda.enumerated() {
        try agenda.add([
          id, ordinal, try item(path, items, in: placed, what: "event \(event.number)"),
        ])
      }
    }
  }

  private func writeStatements(
    _ placed: Identities.Placed, items: [AgendaPath: Int64], day: Int64, _ persons: Persons.Entered
  ) throws -> [Int64] {
    let insertion = try Insertion(database, into: "statement", StatementRow.columns)
    let agenda = try Insertion(
      database, into: "statementAgenda", ["statement", "position", "item"])
    let organisations = Dictionary(
      placed.record.attendance.compactMap { attendee in
        attendee.person.flatMap { person in attendee.organisation.map { (person, $0) } }
      }, uniquingKeysWith: { first, _ in first })
    var id = try SearchIndex.nextStatement(database, day: day)
    var ids: [Int64] = []
    ids.reserveCapacity(placed.record.statements.count)
    for (position, statement) in placed.record.statements.enumerated() {
      try insertion.add(
        StatementRow.values(
          statement, id: id, record: placed.id, position: position,
          identity: placed.statements[position],
          organisation: statement.speaker.flatMap { organisations[$0] }, persons: persons))
      for (ordinal, path) in statement.agenda.enumerated() {
        try agenda.add([
          id, ordinal, try item(path, items, in: placed, what: "statement \(statement.number)"),
        ])
      }
      ids.append(id)
      id += 1
    }
    return ids
  }

  private func item(
    _ path: AgendaPath, _ items: [AgendaPath: Int64], in placed: Identities.Placed, what: String
  ) throws -> Int64 {
    guard let item = items[path] else {
      throw StoreError.inconsistent(
        file: placed.record.source.file,
        detail: "\(what) stands in agenda item \(path), which the agenda does not have")
    }
    return item
  }
}
