package import Deliberation
import GRDB
package import JapaneseText

/// A meeting with its records.
package struct MeetingEntry: Hashable, Sendable {
  package var address: String
  package var bodyName: String
  /// The full paths of the bodies, `/` between the names.
  package var bodies: [String]
  package var session: Int?
  package var number: Int?
  package var title: String
  package var date: CalendarDate?
  package var place: String?
  package var records: [RecordEntry]
}

/// A body with the number of its meetings.
package struct BodyCount: Hashable, Sendable {
  /// The names from the highest body down, `/` between them.
  package var path: String
  package var meetings: Int
}

/// A record as lists show it.
package struct RecordEntry: Hashable, Sendable {
  package var address: String
  package var level: Level
  package var status: RecordStatus?
  package var completeness: Completeness
  package var file: String
  package var sha256: String
  package var statements: Int
  package var events: Int
  package var findings: Int
}

extension RecordStore {
  /// The meetings that a filter leaves, the newest first; only its bodies, meetings and dates count.
  package func meetings(
    _ filter: SearchFilter = SearchFilter()
  ) throws(StoreError) -> [MeetingEntry] {
    try meetings(filter, limit: .max, offset: 0).entries
  }

  /// A page of the meetings that a filter leaves, the newest first.
  package func meetings(
    _ filter: SearchFilter = SearchFilter(), limit: Int, offset: Int
  ) throws(StoreError) -> Page<MeetingEntry> {
    try reading { database in
      guard let records = try FilterResolver(database: database).records(filter) else {
        return Page(total: 0, entries: [])
      }
      var conditions: [String] = []
      var arguments: StatementArguments = []
      if let records {
        conditions.append(
          """
          m.id IN (SELECT meeting FROM record WHERE id IN (SELECT value FROM json_each(?)))
          """)
        arguments += [Packed.indices(records.map { Int($0) })]
      }
      if let from = filter.from {
        conditions.append("m.date >= ?")
        arguments += [from.description]
      }
      if let until = filter.until {
        conditions.append("m.date <= ?")
        arguments += [until.description]
      }
      let source =
        "FROM meeting m"
        + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT m.id, m.address, m.bodyName, m.session, m.number, m.title, m.date, m.place
          \(source) ORDER BY m.date DESC, m.address LIMIT ? OFFSET ?
          """, arguments: arguments + [limit, offset])
      let isAll = offset == 0 && rows.count < limit
      let total =
        isAll
        ? rows.count
        : try Int.fetchOne(database, sql: "SELECT count(*) \(source)", arguments: arguments) ?? 0
      return Page(total: total, entries: try Self.meetings(rows, database))
    }
  }

  /// The bodies that sat, by path, each with how many meetings it held itself.
  package func bodies() throws(StoreError) -> [BodyCount] {
    try reading { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT b.path, count(*) FROM meetingBody x JOIN body b ON b.id = x.body
          GROUP BY b.id ORDER BY b.path
          """
      ).map { BodyCount(path: $0[0], meetings: $0[1]) }
    }
  }

  /// The meetings of rows, with everything about all of them by two queries.
  private static func meetings(_ rows: [Row], _ database: Database) throws -> [MeetingEntry] {
    let list: StatementArguments = [Packed.indices(rows.map { Int($0[0] as Int64) })]
    var bodies: [Int64: [String]] = [:]
    let sat = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT x.meeting, b.path FROM json_each(?) j
          CROSS JOIN meetingBody x ON x.meeting = j.value CROSS JOIN body b ON b.id = x.body
          ORDER BY x.meeting, x.position
          """), arguments: list)
    while let row = try sat.next() { bodies[row[0], default: []].append(row[1]) }
    var records: [Int64: [RecordEntry]] = [:]
    let found = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT r.address, r.level, r.status, r.completeness, f.path, f.sha256,
            (SELECT count(*) FROM statement s WHERE s.record = r.id),
            (SELECT count(*) FROM event e WHERE e.record = r.id),
            (SELECT count(*) FROM finding n WHERE n.record = r.id), r.meeting
          FROM json_each(?) j CROSS JOIN record r ON r.meeting = j.value
          JOIN file f ON f.id = r.file ORDER BY r.meeting, r.ordinal
          """), arguments: list)
    while let row = try found.next() { records[row[9], default: []].append(record(row)) }
    return rows.map { row in
      let id: Int64 = row[0]
      let date: String? = row[6]
      return MeetingEntry(
        address: row[1], bodyName: row[2], bodies: bodies[id] ?? [], session: row[3],
        number: row[4], title: row[5], date: date.flatMap { CalendarDate($0) }, place: row[7],
        records: records[id] ?? [])
    }
  }

  private static func record(_ row: Row) -> RecordEntry {
    let status: String? = row[2]
    return RecordEntry(
      address: row[0], level: Level(rawValue: row[1]) ?? .mixed,
      status: status.flatMap { RecordStatus(rawValue: $0) },
      completeness: Completeness(rawValue: row[3]) ?? .whole, file: row[4], sha256: row[5],
      statements: row[6], events: row[7], findings: row[8])
  }
}
