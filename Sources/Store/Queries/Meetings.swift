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
    try reading { database in
      guard let records = try FilterResolver(database: database).records(filter) else { return [] }
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
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT m.id, m.address, m.bodyName, m.session, m.number, m.title, m.date, m.place
          FROM meeting m \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
          ORDER BY m.date DESC, m.address
          """, arguments: arguments)
      return try rows.map { try Self.meeting($0, database) }
    }
  }

  private static func meeting(_ row: Row, _ database: Database) throws -> MeetingEntry {
    let id: Int64 = row[0]
    let date: String? = row[6]
    let bodies = try String.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT b.path FROM meetingBody x JOIN body b ON b.id = x.body
          WHERE x.meeting = ? ORDER BY x.position
          """), arguments: [id])
    let records = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT r.address, r.level, r.status, r.completeness, f.path, f.sha256,
            (SELECT count(*) FROM statement s WHERE s.record = r.id),
            (SELECT count(*) FROM event e WHERE e.record = r.id),
            (SELECT count(*) FROM finding n WHERE n.record = r.id)
          FROM record r JOIN file f ON f.id = r.file WHERE r.meeting = ? ORDER BY r.ordinal
          """), arguments: [id])
    return MeetingEntry(
      address: row[1], bodyName: row[2], bodies: bodies, session: row[3], number: row[4],
      title: row[5], date: date.flatMap { CalendarDate($0) }, place: row[7],
      records: records.map(record))
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
