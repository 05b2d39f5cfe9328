import Deliberation
import Foundation
import GRDB
import JapaneseText
import Testing

@testable import Store

@Suite("Crash safety and concurrency")
struct SafetyTests {
  static let first = Fixture(
    "1.txt", number: 1, turns: [("青木 波", "水門を見直す。"), ("石井 岬", "賛成。")], rich: true)
  static let second = Fixture("2.txt", number: 2, turns: [("白川 渚", "税の話をする。")])

  /// Every table with its rows, to compare an index before and after.
  static func contents(_ store: RecordStore) throws -> [String] {
    try store.reading { database in
      let tables = try String.fetchAll(
        database,
        sql:
          "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
      )
      return try tables.flatMap { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
      }
    }
  }

  @Test(arguments: [
    "identity", "anchor", "meeting", "record", "attendee", "statement", "position", "provisionLink",
    "person", "passage", "searchSegment", "searchTerm",
  ]) func aSaveThatBreaksInTheMiddleLeavesTheIndexAsItWas(table: String) throws {
    let store = try RecordStore.inMemory()
    _ = try store.save(Self.first.file, records: [Self.first.record])
    let before = try Self.contents(store)
    try store.writing {
      try $0.execute(
        sql: """
          CREATE TEMP TRIGGER breakdown BEFORE INSERT ON main.\(table)
          BEGIN SELECT raise(ABORT, 'power cut'); END
          """)
    }
    var changed = Self.first
    changed.turns = [("青木 波", "水門は別に考える。"), ("石井 岬", "賛成。"), ("黒田 潮", "質問がある。")]
    changed.date = CalendarDate("2031-05-05")
    changed.number = 7
    #expect(throws: StoreError.self) {
      try store.save(changed.file, records: [changed.record])
    }
    #expect(try Self.contents(store) == before)
    #expect(try store.verify() == [])
  }

  /// A process that dies leaves its transaction in the log without its end: the next reader sees the
  /// index as it was.
  @Test func aWriterThatDiesIsForgotten() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let store = try RecordStore(path: folder.path("a.sqlite"))
    _ = try store.save(Self.first.file, records: [Self.first.record])
    let before = try Self.contents(store)
    try store.database.unsafeReentrantWrite { database in
      try database.execute(sql: "PRAGMA cache_size = 1")
      try database.execute(sql: "BEGIN IMMEDIATE")
      _ = try Saving(database: database, file: Self.second.file, force: false)
        .run(records: [Self.second.record], replacing: nil)
      // The files as they lie on the disk in the middle of the transaction.
      for suffix in ["", "-wal"] {
        try FileManager.default.copyItem(
          atPath: store.path + suffix, toPath: folder.path("copy.sqlite\(suffix)"))
      }
      try database.execute(sql: "ROLLBACK")
    }
    let copy = try RecordStore(path: folder.path("copy.sqlite"))
    #expect(try Self.contents(copy) == before)
    #expect(try copy.verify() == [])
    #expect(try Self.contents(store) == before)
  }

  @Test func readersDoNotWaitForAWriter() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let store = try RecordStore(path: folder.path("a.sqlite"))
    _ = try store.save(Self.first.file, records: [Self.first.record])
    let other = try RecordStore(path: store.path, readOnly: true)
    try store.database.unsafeReentrantWrite { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      _ = try Saving(database: database, file: Self.second.file, force: false)
        .run(records: [Self.second.record], replacing: nil)
      #expect(try other.meetings().map(\.address) == ["水路部会/212-1"])
      #expect(try store.count(try SearchQuery.parse("税")) == 0)
      try database.execute(sql: "COMMIT")
    }
    #expect(try other.count(try SearchQuery.parse("税")) == 1)
  }

  @Test func aReaderCannotWrite() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path("a.sqlite")
    _ = try RecordStore(path: path)
    let reader = try RecordStore(path: path, readOnly: true)
    #expect(throws: StoreError.readOnly(path: path)) {
      try reader.save(Self.first.file, records: [Self.first.record])
    }
  }

  @Test func aFullDiskIsSaidAndChangesNothing() throws {
    let store = try RecordStore.inMemory()
    _ = try store.save(Self.first.file, records: [Self.first.record])
    let before = try Self.contents(store)
    try store.database.writeWithoutTransaction { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    let large = Fixture(
      "2.txt", number: 2,
      turns: (0..<200).map { ("青木 波", String(repeating: "水門\($0)", count: 20)) })
    #expect(throws: StoreError.diskFull(path: ":memory:")) {
      try store.save(large.file, records: [large.record])
    }
    #expect(try Self.contents(store) == before)
  }

  /// Any order of ingest gives the same records, persons, bodies and answers.
  @Test func theOrderOfIngestDoesNotMatter() throws {
    var draft = Self.first
    draft.path = "3.txt"
    draft.number = 3
    draft.turns[0].speaker = "青木波"
    let fixtures = [Self.first, Self.second, draft]
    var seen: Set<[String]> = []
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      let store = try RecordStore.inMemory()
      for index in order {
        _ = try store.save(fixtures[index].file, records: [fixtures[index].record])
      }
      var all = try store.records().map { "\($0)" }
      all += try store.people().map { "\($0)" }
      all += try store.meetings().map { "\($0)" }
      all += try store.search(try SearchQuery.parse("。")).hits.map { "\($0)" }
      all += try store.who(try SearchQuery.parse("。")).entries.map { "\($0)" }
      seen.insert(all)
    }
    #expect(seen.count == 1)
  }
}
