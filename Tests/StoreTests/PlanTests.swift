import Deliberation
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Store

/// The plans of the statements that the hot queries really run: none reads a whole table.
@Suite("Query plans")
struct PlanTests {
  static let searches = [
    "事故", "事 故 -水", "水門 OR 税", "事故 speaker:青木", "speaker:青木", "speaker:p-1", "role:主査",
    "事故 role:主査", "role:*課長", "org:架空", "body:水路部会 事故", "body:水路部会", "meeting:1 事故", "meeting:1",
    "agenda:212-3/1", "agenda:水路 事故", "from:2031 until:2032 事故", "from:2031", "stance:support",
    "stance:oppose 事故", "law:999M00000000001", "law:999M00000000001#Mp-At_58", "article:58 事故",
    "law:999M00000000001 basis:relation", "kind:event 説明", "kind:all 水門", "kind:agenda body:水路部会",
  ]

  @Test(arguments: searches) func search(text: String) throws {
    var query = try SearchQuery.parse(text)
    for order in SearchOrder.allCases {
      query.order = order
      try Self.check(text) { store in
        _ = try store.search(query)
        _ = try store.who(query)
        _ = try store.positions(query)
        _ = try store.provisions(query)
        _ = try store.undertakings(query)
      }
    }
  }

  @Test func reading() throws {
    try Self.check("reading") { store in
      _ = try store.resolve("1#2")
    }
    try Self.check("reading") { store in
      _ = try store.record(at: "212-3")
      _ = try store.excerpt(at: "212-3/1.1")
      _ = try store.relations(of: "212-3#3")
      _ = try store.relations(of: "212-3/1")
      _ = try store.people(named: "青木")
      _ = try store.agendaItems(titled: "水路")
      var filter = SearchFilter()
      filter.meetings = ["1"]
      _ = try store.findings(filter)
      _ = try store.meetings(filter)
    }
  }

  @Test func saving() throws {
    let fixture = Fixture("new.txt", number: 9, turns: [("青木 波", "水門を見直す。")], rich: true)
    try Self.check("saving") { store in
      _ = try store.save(fixture.file, records: [fixture.record])
      var corrected = fixture
      corrected.turns.append(("石井 岬", "賛成。"))
      _ = try store.save(corrected.file, records: [corrected.record])
    }
  }

  /// Runs the body and refuses the plans in which a whole table is read.
  private static func check(_ name: String, _ body: (RecordStore) throws -> Void) throws {
    let store = try SearchTests.store()
    let statements = Mutex<Set<String>>([])
    store.database.writeWithoutTransaction { database in
      database.trace { event in
        if case .statement(let statement) = event {
          let sql = statement.sql
          _ = statements.withLock { $0.insert(sql) }
        }
      }
    }
    do { try body(store) } catch is StoreError {}
    store.database.writeWithoutTransaction { $0.trace(nil) }
    for sql in statements.withLock({ $0 }).sorted() where isOurs(sql) {
      for step in try plan(sql, store) where isFullScan(step) {
        Issue.record("\(name): \(step)\n\(sql)")
      }
    }
  }

  private static func plan(_ sql: String, _ store: RecordStore) throws -> [String] {
    try store.reading { database in
      let statement = try database.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
      statement.setUncheckedArguments(StatementArguments())
      return try Row.fetchAll(statement).map { $0["detail"] }
    }
  }

  /// Pragmas and statements on SQLite's own tables are not ours.
  private static func isOurs(_ sql: String) -> Bool {
    (sql.hasPrefix("SELECT") || sql.hasPrefix("WITH") || sql.hasPrefix("UPDATE")
      || sql.hasPrefix("DELETE") || sql.hasPrefix("INSERT"))
      && !sql.contains("sqlite_")
  }

  private static func isFullScan(_ step: String) -> Bool {
    guard step.hasPrefix("SCAN") else { return false }
    // Lists handed over as JSON, the steps of a recursion, and results already gathered.
    let small = [
      "json_each", "SCAN j ", "SCAN f VIRTUAL", "SCAN below", "SCAN step", "SCAN (", "CONSTANT ROW",
    ]
    return !small.contains { step.contains($0) }
  }
}
