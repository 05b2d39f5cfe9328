import Deliberation
import GRDB
import JapaneseText

/// Gives addresses to what a file holds, inside one transaction: old ones where they are still
/// right, new ones where they are not (DESIGN §4).
struct Identities {
  let database: Database
  let now: String

  /// A record identity that belongs to the path being saved.
  struct Prior {
    var id: Int64
    var address: String
    var meeting: Int64
    var key: String
    var withdrawn: Bool
  }

  /// The record identities that a path ever had, the live ones first.
  func priors(path: String) throws -> [Prior] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT r.id, r.address, m.id, m.key, r.withdrawn IS NOT NULL
        FROM identity r JOIN identity m ON m.id = r.parent
        WHERE r.path = ? AND r.kind = 'record' ORDER BY r.withdrawn IS NOT NULL, r.id
        """, arguments: [path]
    ).map { row in
      Prior(id: row[0], address: row[1], meeting: row[2], key: row[3], withdrawn: row[4])
    }
  }

  /// The meeting of a key: id and address; given out now where the key is new.
  func meeting(_ key: MeetingKey) throws -> (id: Int64, address: String) {
    if let known = try Row.fetchOne(
      database, sql: "SELECT id, address, withdrawn FROM identity WHERE key = ?",
      arguments: [key.text])
    {
      let id: Int64 = known[0]
      if known[2] != nil { try revive(id) }
      return (id, known[1])
    }
    let free = try key.addresses.first { try !isTaken($0) }
    let address = free ?? key.text
    try database.execute(
      sql: "INSERT INTO identity (kind, address, key, created) VALUES ('meeting', ?, ?, ?)",
      arguments: [address, key.text, now])
    return (database.lastInsertedRowID, address)
  }

  /// A fresh record of a meeting: the next ordinal that was never given out.
  func newRecord(
    meeting: (id: Int64, address: String), path: String
  ) throws
    -> (id: Int64, address: String)
  {
    let count =
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM identity WHERE parent = ? AND kind = 'record'",
        arguments: [meeting.id]) ?? 0
    let address = count == 0 ? meeting.address : "\(meeting.address)~\(count + 1)"
    // The first record shares its address with the meeting; `identity` keeps both apart by `~1`.
    try database.execute(
      sql: """
        INSERT INTO identity (kind, address, parent, path, created) VALUES ('record', ?, ?, ?, ?)
        """, arguments: ["\(meeting.address)~\(count + 1)", meeting.id, path, now])
    return (database.lastInsertedRowID, address)
  }

  func isTaken(_ address: String) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM identity WHERE address = ?)",
      arguments: [address]) ?? false
  }

  func revive(_ id: Int64) throws {
    try database.execute(
      sql: "UPDATE identity SET withdrawn = NULL WHERE id = ?", arguments: [id])
  }

  func withdraw(_ id: Int64) throws {
    try database.execute(
      sql: "UPDATE identity SET withdrawn = ? WHERE id = ? AND withdrawn IS NULL",
      arguments: [now, id])
  }

  /// Withdraws a record and everything that stands in it.
  func withdrawRecord(_ id: Int64) throws {
    try withdraw(id)
    try database.execute(
      sql: "UPDATE identity SET withdrawn = ? WHERE parent = ? AND withdrawn IS NULL",
      arguments: [now, id])
  }

  /// Where an identity stands now.
  struct Place: Equatable {
    var file: Int64
    var ordinal: Int
    var span: TextSpan
    var hash: String
  }

  /// Adds an anchor where the place is not the one in force.
  func anchor(_ id: Int64, at place: Place, before: Place?) throws {
    if place == before { return }
    try database.cachedStatement(
      sql: """
        INSERT INTO anchor (identity, file, ordinal, spanFrom, spanTo, textHash, created)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      id, place.file, place.ordinal, place.span.from, place.span.to, place.hash, now,
    ])
  }

  /// Something inside a record as it was known until now.
  struct Known {
    var id: Int64
    var address: String
    var number: String?
    var withdrawn: Bool
    var place: Place
  }

  /// What was known inside a record of one kind, in reading order.
  func known(in record: Int64, kind: String) throws -> [Known] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT i.id, i.address, i.number, i.withdrawn IS NOT NULL,
          a.file, a.ordinal, a.spanFrom, a.spanTo, a.textHash
        FROM identity i
        JOIN anchor a ON a.id = (SELECT max(id) FROM anchor WHERE identity = i.id)
        WHERE i.parent = ? AND i.kind = ? ORDER BY a.ordinal, i.id
        """, arguments: [record, kind]
    ).map { row in
      Known(
        id: row[0], address: row[1], number: row[2], withdrawn: row[3],
        place: Place(
          file: row[4], ordinal: row[5], span: TextSpan(row[6], row[7]), hash: row[8]))
    }
  }
}
