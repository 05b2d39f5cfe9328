import Foundation
import GRDB
import Testing

@testable import Store

@Suite("Schema")
struct SchemaTests {
  private static let documented = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Index/schema.sql")

  /// The schema as a fresh database has it, with the comments of the steps that made it.
  private static func schema() throws -> String {
    let sources = Migrations.steps.map { String(decoding: $0.sql, as: UTF8.self) }
    let head = """
      -- The schema of a Shingi index (SQLite 3.40 or newer), as `sqlite3 Index/shingi.sqlite .schema`
      -- shows it. Made by the steps in Sources/Store/Schema; a test keeps this file true
      -- (SHINGI_UPDATE_GOLDEN=1 swift test --filter SchemaTests writes it anew).


      """
    return head
      + zip(Migrations.steps, sources).map { step, sql in
        "-- ===== \(step.name) =====\n\(sql)"
      }.joined(separator: "\n")
  }

  @Test func theDocumentedSchemaIsTheOneInForce() throws {
    let schema = try Self.schema()
    if ProcessInfo.processInfo.environment["SHINGI_UPDATE_GOLDEN"] == "1" {
      try schema.write(to: Self.documented, atomically: true, encoding: .utf8)
    }
    let documented = try String(contentsOf: Self.documented, encoding: .utf8)
    #expect(documented == schema)
    // What the documented file makes is what a fresh index holds.
    let fresh = try DatabaseQueue()
    try fresh.write { try $0.execute(sql: documented) }
    let made = try fresh.read(Self.objects)
    let store = try RecordStore.inMemory()
    #expect(try store.reading(Self.objects) == made)
  }

  /// Every table, index and trigger but those that SQLite and GRDB add on their own.
  private static func objects(_ database: Database) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_master
        WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%' ORDER BY type, name
        """)
  }

  @Test func everyTableIsDocumentedAndStrict() throws {
    let sources = Migrations.steps.map { String(decoding: $0.sql, as: UTF8.self) }
      .joined(separator: "\n")
    let lines = sources.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.hasPrefix("CREATE TABLE") {
      #expect(index > 0 && lines[index - 1].hasPrefix("--"), "\(line) has no comment before it")
    }
    let tables = try RecordStore.inMemory().reading { database in
      try Row.fetchAll(database, sql: "PRAGMA table_list").filter { row in
        let name: String = row["name"]
        return row["type"] == "table" && !name.hasPrefix("sqlite_") && !name.hasPrefix("grdb_")
      }.map { row in (row["name"] as String, row["strict"] as Bool) }
    }
    for (name, isStrict) in tables { #expect(isStrict, "\(name) is not STRICT") }
    #expect(Migrations.steps.map(\.sql.count).reduce(0, +) < 30_720)
  }

  @Test func aNewerSchemaIsRefused() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path("a.sqlite")
    let store = try RecordStore(path: path)
    try store.writing { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999-later')") }
    try store.close()
    #expect(throws: StoreError.newerSchema(path: path)) { try RecordStore(path: path) }
  }

  @Test func whatIsNoIndexIsRefusedAndLeftAlone() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let text = folder.path("text.sqlite")
    let words = Data("これは索引ではない。".utf8)
    try words.write(to: URL(fileURLWithPath: text))
    #expect(throws: StoreError.notAnIndex(path: text)) { try RecordStore(path: text) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: text)) == words)
    let foreign = folder.path("foreign.sqlite")
    try DatabaseQueue(path: foreign).write { try $0.execute(sql: "CREATE TABLE t (a)") }
    #expect(throws: StoreError.notAnIndex(path: foreign)) { try RecordStore(path: foreign) }
    let missing = folder.path("missing.sqlite")
    #expect(throws: StoreError.missing(path: missing)) {
      try RecordStore(path: missing, readOnly: true)
    }
    #expect(throws: StoreError.self) { try RecordStore(path: folder.path("text.sqlite/a.sqlite")) }
  }
}
