package import Deliberation
import GRDB
import JapaneseText

/// An agenda item of one meeting, with how much was said on it.
package struct AgendaEntry: Hashable, Sendable {
  package var address: String
  package var meeting: MeetingReference
  package var path: AgendaPath
  package var mark: String?
  package var title: String
  /// Statements in the item and below it.
  package var statements: Int
}

extension RecordStore {
  /// The agenda items whose titles hold all the words, over all meetings that a filter leaves, by
  /// date, the oldest first.
  package func agendaItems(
    titled words: String, _ filter: SearchFilter = SearchFilter()
  ) throws(StoreError) -> [AgendaEntry] {
    try reading { database in
      let filters = FilterResolver(database: database)
      guard let records = try filters.records(filter) else { return [] }
      let items = try filters.items(named: words)
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT \(HitReader.meetingSelection), i.id, i.path, i.mark, i.title, r.id
          FROM json_each(?) j CROSS JOIN agendaItem i ON i.id = j.value
          CROSS JOIN record r ON r.id = i.record CROSS JOIN meeting m ON m.id = r.meeting
          WHERE (?2 IS NULL OR r.date >= ?2) AND (?3 IS NULL OR r.date <= ?3)
          ORDER BY r.date, r.address, i.position
          """,
        arguments: [
          Packed.indices(items.map { Int($0) }), filter.from?.description,
          filter.until?.description,
        ])
      let allowed = records.map { Set($0) }
      return try rows.filter { allowed?.contains($0[10]) ?? true }
        .compactMap { try Self.agendaEntry($0, database) }
    }
  }

  private static func agendaEntry(_ row: Row, _ database: Database) throws -> AgendaEntry? {
    let path: String = row[7]
    guard let path = AgendaPath(path) else { return nil }
    let meeting = HitReader.meeting(row)
    let statements = try Int.fetchOne(
      database.cachedStatement(
        sql: """
          WITH RECURSIVE below (id) AS (
            SELECT ? UNION SELECT i.id FROM below CROSS JOIN agendaItem i ON i.parent = below.id)
          SELECT count(DISTINCT x.statement) FROM below
          CROSS JOIN statementAgenda x ON x.item = below.id
          """), arguments: [row[6] as Int64])
    return AgendaEntry(
      address: "\(meeting.record)/\(path)", meeting: meeting, path: path, mark: row[8],
      title: row[9], statements: statements ?? 0)
  }
}
