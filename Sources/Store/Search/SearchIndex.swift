import Deliberation
import GRDB
import JapaneseText

/// The search index beside the texts: what is added and removed with each record.
///
/// Together with `TextSearch` this is the seam behind which the engine can be exchanged.
enum SearchIndex {
  /// Ids on one day: 2^24 of them.
  private static let perDay: Int64 = 1 << 24

  /// Days since 0001-01-01, which is day 1; 0 where the date is not known.
  static func day(_ date: CalendarDate?) -> Int64 {
    guard let date else { return 0 }
    let year = Int64(date.year - (date.month <= 2 ? 1 : 0))
    let month = Int64((date.month + 9) % 12)
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10
      + Int64(date.day) - 306
  }

  /// The ids of the statements and passages from one day to another, both included.
  static func ids(from: Int64, to: Int64) -> ClosedRange<Int64> {
    from * perDay...(to + 1) * perDay - 1
  }

  /// The day of an id.
  static func day(of id: Int64) -> Int64 { id / perDay }

  /// The next free id for a statement on a day.
  static func nextStatement(_ database: Database, day: Int64) throws -> Int64 {
    try next(database, "SELECT max(id) FROM statement WHERE id BETWEEN ? AND ?", day)
  }

  private static func next(_ database: Database, _ sql: String, _ day: Int64) throws -> Int64 {
    let range = ids(from: day, to: day)
    let last = try Int64.fetchOne(
      database, sql: sql, arguments: [range.lowerBound, range.upperBound])
    return last.map { $0 + 1 } ?? range.lowerBound
  }

  /// Adds the texts of a record, whose statements are written already.
  static func add(
    _ database: Database, record: Int64, day: Int64, statements: some Sequence<(Int64, String)>,
    passages: [Passage]
  ) throws {
    var builder = SegmentBuilder()
    for (id, text) in statements { builder.add(id: id, folded: folded(text)) }
    try builder.write(to: database, .statement)
    let row = try Insertion(
      database, into: "passage", ["id", "record", "kind", "position", "item", "text"])
    var id = try next(database, "SELECT max(id) FROM passage WHERE id BETWEEN ? AND ?", day)
    for passage in passages {
      try row.add([
        id, record, passage.kind.rawValue, passage.position, passage.item, passage.text,
      ])
      builder.add(
        id: id, folded: folded(passage.text), kind: SearchCollection.number(of: passage.kind))
      id += 1
    }
    try builder.write(to: database, .passage)
    for collection in SearchCollection.allCases {
      try SegmentUpkeep(database: database, collection: collection).mergeSmall()
    }
  }

  /// Takes the texts of a record out, before its rows go.
  static func remove(_ database: Database, record: Int64) throws {
    for collection in SearchCollection.allCases {
      let ids = try Int64.fetchAll(
        database, sql: "SELECT id FROM \(collection.table) WHERE record = ? ORDER BY id",
        arguments: [record])
      try SegmentUpkeep(database: database, collection: collection).remove(ids)
    }
  }

  /// Builds the index anew from the texts where this program makes other terms than the one that
  /// built it.
  static func bringUpToDate(_ database: Database) throws {
    if try isUpToDate(database) { return }
    try rebuild(database)
  }

  static func isUpToDate(_ database: Database) throws -> Bool {
    try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'terms'")
      == SearchTerms.version
  }

  /// Builds the index anew from the texts.
  static func rebuild(_ database: Database) throws {
    for collection in SearchCollection.allCases {
      for segment in try Segment.all(database, collection) { try segment.delete(database) }
      let isOfPassages = collection == .passage
      var bulk = try BulkLoad(database, collection)
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT id, text\(isOfPassages ? ", kind" : "") FROM \(collection.table) ORDER BY id
          """)
      while let row = try rows.next() {
        let kind = isOfPassages ? SearchKind(rawValue: row[2]) : nil
        try bulk.add(
          id: row[0], folded: folded(row[1]), kind: kind.map(SearchCollection.number))
      }
      try bulk.finish()
    }
    try database.execute(
      sql: """
        INSERT INTO setting (name, value) VALUES ('terms', ?)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """, arguments: [SearchTerms.version])
  }

  static func folded(_ text: String) -> Scalars { FoldedText(text.scalars).scalars }
}

extension RecordStore {
  /// Merges the segments of the search index and the write-ahead log, after many files were saved,
  /// and gives back the room that this leaves where it is a quarter of the file: smaller and faster,
  /// never needed for right answers.
  package func optimize() throws(StoreError) {
    try writing { database in
      for collection in SearchCollection.allCases {
        try SegmentUpkeep(database: database, collection: collection).mergeLarge()
      }
    }
    do {
      try database.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA optimize")
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        let free = try Int.fetchOne(database, sql: "PRAGMA freelist_count") ?? 0
        if free > 1_000, free > pages / 4 { try database.execute(sql: "VACUUM") }
        if path != ":memory:" { _ = try database.checkpoint(.passive) }
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }
}
