import Foundation
import GRDB
import JapaneseText

/// A saved search.
package struct Watch: Hashable, Sendable {
  package var name: String
  /// The query as the query language writes it, fields and all.
  package var query: String
  package var options: WatchOptions
  /// When it was saved and run last, in ISO 8601.
  package var created: String
  package var lastRun: String?
  /// How many statements it has shown that were hits at the last run.
  package var known: Int
}

/// What a saved search was saved with beside its query.
package struct WatchOptions: Hashable, Sendable, Codable {
  package var exact = false
  package var synonyms = true
  package var within = SearchUnit.statement.rawValue
  /// Whether items below an agenda item count.
  package var below = true

  package init() {}
}

/// What has changed among the hits of a saved search since its last run.
package struct WatchReport: Hashable, Sendable {
  package var name: String
  /// The statements that are hits now and were none, the newest first.
  package var added: [SearchHit]
  /// Those that were hits and still are, in other words than before.
  package var changed: [SearchHit]
  /// Those that were hits and are none any more.
  package var gone: [WatchLoss]
  /// How many hits there are now.
  package var total: Int

  package var isEmpty: Bool { added.isEmpty && changed.isEmpty && gone.isEmpty }
}

/// A statement that a saved search lost.
package struct WatchLoss: Hashable, Sendable {
  package var address: String
  /// When it was withdrawn; nil where it is still there but no hit any more.
  package var withdrawn: String?
}

extension RecordStore {
  /// The saved searches by name.
  package func watches() throws(StoreError) -> [Watch] {
    try reading { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT name, query, options, created, lastRun,
            (SELECT count(*) FROM watchHit h WHERE h.watch = w.id)
          FROM watch w ORDER BY name
          """
      ).map { row in
        Watch(
          name: row[0], query: row[1], options: Self.options(row[2]), created: row[3],
          lastRun: row[4], known: row[5])
      }
    }
  }

  /// Saves a search; the first run shows all of its hits.
  ///
  /// - Throws: `StoreError.watchExists` where the name is taken.
  package func addWatch(
    _ name: String, query: String, options: WatchOptions = WatchOptions()
  ) throws(StoreError) {
    try writing { database in
      if try Self.watch(name, database) != nil { throw StoreError.watchExists(name) }
      let json = String(decoding: try JSONEncoder().encode(options), as: UTF8.self)
      try database.execute(
        sql: "INSERT INTO watch (name, query, options, created) VALUES (?, ?, ?, ?)",
        arguments: [name, query, json, Date.now.formatted(.iso8601)])
    }
  }

  /// Forgets a saved search.
  ///
  /// - Throws: `StoreError.noSuchWatch` with the names that there are.
  package func removeWatch(_ name: String) throws(StoreError) {
    try writing { database in
      let id = try Self.existingWatch(name, database)
      try database.execute(sql: "DELETE FROM watch WHERE id = ?", arguments: [id])
    }
  }

  /// Runs a saved search: what is new, changed or gone since its last run, in one snapshot.
  ///
  /// Statements are known by their addresses, so that a file that was read again brings back
  /// nothing that was shown. With `keepsPlace` the next run shows the same again.
  ///
  /// - Throws: `StoreError.noSuchWatch` with the names that there are.
  package func runWatch(
    _ name: String, query: SearchQuery, keepsPlace: Bool = false
  ) throws(StoreError) -> WatchReport {
    if keepsPlace {
      return try reading { database in
        try WatchRun(database: database, query: query).report(
          name, watch: try Self.existingWatch(name, database)
        ).report
      }
    }
    return try writing { database in
      let watch = try Self.existingWatch(name, database)
      let run = try WatchRun(database: database, query: query).report(name, watch: watch)
      try database.execute(sql: "DELETE FROM watchHit WHERE watch = ?", arguments: [watch])
      let insert = try database.cachedStatement(
        sql: "INSERT INTO watchHit (watch, identity, textHash) VALUES (?, ?, ?)")
      for (identity, hash) in run.now.sorted(by: { $0.key < $1.key }) {
        try insert.execute(arguments: [watch, identity, hash])
      }
      try database.execute(
        sql: "UPDATE watch SET lastRun = ? WHERE id = ?",
        arguments: [Date.now.formatted(.iso8601), watch])
      return run.report
    }
  }

  private static func options(_ json: String) -> WatchOptions {
    (try? JSONDecoder().decode(WatchOptions.self, from: Data(json.utf8))) ?? WatchOptions()
  }

  private static func watch(_ name: String, _ database: Database) throws -> Int64? {
    try Int64.fetchOne(database, sql: "SELECT id FROM watch WHERE name = ?", arguments: [name])
  }

  private static func existingWatch(_ name: String, _ database: Database) throws -> Int64 {
    if let id = try watch(name, database) { return id }
    let names = try String.fetchAll(database, sql: "SELECT name FROM watch ORDER BY name LIMIT 20")
    throw StoreError.noSuchWatch(name, watches: names)
  }
}

/// One run of a saved search in one snapshot.
private struct WatchRun {
  let database: Database
  let query: SearchQuery

  /// The changes since the hits that are known, and all hits of now by identity.
  func report(
    _ name: String, watch: Int64
  ) throws -> (report: WatchReport, now: [Int64: String]) {
    let searching = try Within.searching(database, query)
    let hits = try searching.hitSet(.statement)
    var now: [Int64: String] = [:]
    var ids: [Int64: Int64] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT s.identity, s.id, s.text FROM json_each(?) j CROSS JOIN statement s ON s.id = j.value
        """, arguments: [Packed.indices(hits.ids.map { Int($0) })])
    while let row = try rows.next() {
      now[row[0]] = TextHash.of(row[2])
      ids[row[0]] = row[1]
    }
    let known = Dictionary(
      try Row.fetchAll(
        database, sql: "SELECT identity, textHash FROM watchHit WHERE watch = ?",
        arguments: [watch]
      ).map { ($0[0] as Int64, $0[1] as String) }, uniquingKeysWith: { first, _ in first })
    let added = now.keys.filter { known[$0] == nil }.compactMap { ids[$0] }
    let changed = now.filter { known[$0.key] != nil && known[$0.key] != $0.value }
      .compactMap { ids[$0.key] }
    let gone = known.keys.filter { now[$0] == nil }
    let report = WatchReport(
      name: name, added: try read(added, searching), changed: try read(changed, searching),
      gone: try losses(gone), total: hits.count)
    return (report, now)
  }

  private func read(_ ids: [Int64], _ searching: Searching) throws -> [SearchHit] {
    var all = searching.query
    all.limit = ids.count
    all.offset = 0
    guard !ids.isEmpty else { return [] }
    return try Searching(
      database: database, query: all, limitedTo: [.statement: HitSet(ids)]
    ).results().hits
  }

  private func losses(_ identities: [Int64]) throws -> [WatchLoss] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT p.address, i.number, coalesce(i.withdrawn, p.withdrawn)
        FROM json_each(?) j CROSS JOIN identity i ON i.id = j.value
        CROSS JOIN identity p ON p.id = i.parent
        ORDER BY i.address
        """, arguments: [Packed.indices(identities.map { Int($0) })]
    ).map { row in
      let number: String = row[1]
      return WatchLoss(address: "\(Placement.printed(row[0]))#\(number)", withdrawn: row[2])
    }
  }
}
