import Deliberation
import GRDB
import JapaneseText

/// Rows of `meeting`, `meetingBody` and `body`: made from the records that are there.
struct MeetingRows {
  let database: Database

  /// Takes title, date, place and bodies from the record that speaks for the meeting; a meeting
  /// without records is no row any more.
  ///
  /// The final text speaks before others and the provisional one last, then the one nearest to
  /// what was said, then the first path: the same in any order of ingest. What it leaves open is
  /// taken from the next.
  func refresh(_ meeting: Int64) throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT r.title, r.date, r.place, r.bodies FROM record r JOIN file f ON f.id = r.file
        WHERE r.meeting = ?
        ORDER BY CASE r.status WHEN 'final' THEN 0 WHEN 'erratum' THEN 2 WHEN 'provisional' THEN 3
            ELSE 1 END,
          CASE r.level WHEN 'verbatim' THEN 0 WHEN 'namedSummary' THEN 1 ELSE 2 END,
          f.path, r.fileOrdinal
        """, arguments: [meeting])
    guard let first = rows.first else {
      try database.execute(sql: "DELETE FROM meeting WHERE id = ?", arguments: [meeting])
      return
    }
    let title: String = first[0]
    let date: String? = rows.lazy.compactMap { $0[1] as String? }.first
    let place: String? = rows.lazy.compactMap { $0[2] as String? }.first
    try database.execute(
      sql: "UPDATE meeting SET title = ?, date = ?, place = ? WHERE id = ?",
      arguments: [title, date, place, meeting])
    try database.execute(sql: "DELETE FROM meetingBody WHERE meeting = ?", arguments: [meeting])
    for (position, path) in Packed.names(first[3]).enumerated() where !path.isEmpty {
      try database.execute(
        sql: "INSERT INTO meetingBody (meeting, position, body) VALUES (?, ?, ?)",
        arguments: [meeting, position, try body(path)])
    }
  }

  /// The id of a body; it and those above it are added where they are new.
  private func body(_ path: [String]) throws -> Int64 {
    let address = Address.path(of: path)
    if let id = try Int64.fetchOne(
      database, sql: "SELECT id FROM body WHERE path = ?", arguments: [address])
    {
      return id
    }
    let parent = path.count > 1 ? try body(Array(path.dropLast())) : nil
    let name = path.last ?? ""
    try database.execute(
      sql: "INSERT INTO body (path, name, nameKey, parent) VALUES (?, ?, ?, ?)",
      arguments: [address, name, SearchTerms.key(name), parent])
    return database.lastInsertedRowID
  }

  /// The bodies of a meeting as the rows have them.
  func bodies(of meeting: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      database, sql: "SELECT body FROM meetingBody WHERE meeting = ?", arguments: [meeting])
  }

  /// Removes a body that neither sat nor has others below it, and then the one above it likewise.
  func removeIfEmpty(_ body: Int64) throws {
    var next: Int64? = body
    while let body = next {
      next = try Int64.fetchOne(
        database, sql: "SELECT parent FROM body WHERE id = ?", arguments: [body])
      try database.execute(
        sql: """
          DELETE FROM body WHERE id = ?1
            AND NOT EXISTS (SELECT 1 FROM meetingBody m WHERE m.body = ?1)
            AND NOT EXISTS (SELECT 1 FROM body b WHERE b.parent = ?1)
          """, arguments: [body])
      if database.changesCount == 0 { return }
    }
  }
}
