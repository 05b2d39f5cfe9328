import Deliberation
import JapaneseText
import Testing

@testable import Store

/// The facets that are kept in memory give the numbers that SQL gives.
@Suite("Facets in memory")
struct FacetColumnTests {
  /// Numbers that look random and are always the same.
  private struct Chance {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[next(values.count)] }
  }

  private static let words = ["水門", "費用", "事故", "住民", "税", "堤防"]
  private static let laws = ["999M00000000001", "999AC0000000002"]

  private static func fixture(_ number: Int, _ chance: inout Chance) -> Fixture {
    let names = ["青木 波", "石井 岬", "白川 渚", "林田 葵", "黒岩 潤"]
    let count = 3 + chance.next(6)
    let turns = (0..<count).map { _ in
      (
        chance.pick(names),
        (0..<3).map { _ in chance.pick(words) + "について述べる。" }.joined()
      )
    }
    var fixture = Fixture("\(number).txt", number: number, turns: turns, rich: number % 3 == 0)
    fixture.body = chance.pick([["架空審議会"], ["架空審議会", "水路部会"], ["架空審議会", "港湾部会"], ["別会"]])
    fixture.date =
      number % 5 == 0
      ? nil : CalendarDate(year: 2029 + chance.next(4), month: 1 + chance.next(12), day: 3)
    return fixture
  }

  private static func record(_ fixture: Fixture, _ chance: inout Chance) -> Deliberation.Record {
    var record = fixture.record
    if chance.next(4) == 0 { record.meeting.bodies.append(["架空審議会", "合同部会"]) }
    for index in record.statements.indices {
      let span = TextSpan(0, 2)
      switch chance.next(5) {
      case 0:
        record.statements[index].speaker = nil
        record.statements[index].speakerName = nil
        record.statements[index].surname = chance.pick(["田中", "髙田", "高田"])
      case 1:
        record.statements[index].speaker = nil
        record.statements[index].speakerName = nil
        record.statements[index].label = chance.next(2) == 0 ? "傍聴者" : nil
      default: break
      }
      if chance.next(2) == 0 {
        record.statements[index].role = chance.pick(["委員", "部会長", "ＩＴ担当", "IT担当"])
      }
      for _ in 0..<chance.next(3) {
        record.statements[index].positions.append(
          Position(
            stance: chance.pick(Stance.allCases), targetKind: .topic, target: nil, clause: span,
            evidence: span, cue: span, rule: "test"))
      }
      for _ in 0..<chance.next(3) {
        record.statements[index].links.append(
          ProvisionLink(
            provision: Provision(
              law: chance.pick(laws),
              element: chance.next(4) == 0 ? nil : "Mp-At_\(1 + chance.next(4))"),
            citation: "架空法", basis: chance.pick(LinkBasis.allCases), evidence: span, rule: "test"))
      }
    }
    return record
  }

  private static func store(_ records: Int, _ chance: inout Chance) throws -> RecordStore {
    let store = try RecordStore.inMemory()
    for number in 1...records {
      let fixture = fixture(number, &chance)
      _ = try store.save(fixture.file, records: [record(fixture, &chance)])
    }
    return store
  }

  private static func query(_ chance: inout Chance) throws -> SearchQuery {
    let filters = [
      "", "stance:懸念", "date:2030..2031", "body:水路部会", "speaker:青木", "role:委員",
      "law:999M00000000001", "-税", "basis:relation", "basis:explicit,term",
    ]
    let text = [chance.pick(words + ["", "。", "(水門 OR 税)"]), chance.pick(filters)]
      .filter { !$0.isEmpty }.joined(separator: " ")
    var query = text.isEmpty ? SearchQuery() : try SearchQuery.parse(text)
    if chance.next(6) == 0 { query.within = chance.pick(SearchUnit.allCases) }
    return query
  }

  /// The counts by key, which does not depend on which of several spellings is shown.
  private static func counts(_ facets: [Facet]) -> [String] {
    facets.flatMap { facet in
      ["\(facet.field) \(facet.total) \(facet.without)"]
        + facet.values.map { "\(facet.field) \(SearchTerms.key($0.key)) \($0.count)" }.sorted()
    }
  }

  @Test(arguments: 1...4) func sameNumbersAsSQL(seed: Int) throws {
    var chance = Chance(state: UInt64(seed))
    let store = try Self.store(14, &chance)
    let queries = try (0..<60).map { _ in try Self.query(&chance) }
    let plain = try queries.map { Self.counts(try store.facets($0, limit: 1_000)) }
    let first = try queries.map { try store.facets($0, limit: 3).map(\.values.count) }
    try store.keepFacets()
    for (query, plain) in zip(queries, plain) {
      #expect(Self.counts(try store.facets(query, limit: 1_000)) == plain, "\(query)")
    }
    #expect(try queries.map { try store.facets($0, limit: 3).map(\.values.count) } == first)
    #expect(try store.facets(SearchQuery(), limit: 0).allSatisfy { $0.values.isEmpty })
  }

  /// The most frequent values come first, the newest years first, as by SQL.
  @Test func sameOrderAsSQL() throws {
    let store = try SearchTests.store()
    let plain = try store.facets(SearchQuery(), limit: 3)
    try store.keepFacets()
    #expect(try store.facets(SearchQuery(), limit: 3) == plain)
  }

  /// What is saved after the columns were read is counted.
  @Test func aNewStateIsSeen() throws {
    let store = try SearchTests.store()
    try store.keepFacets()
    #expect(try store.facets(SearchQuery(), of: [.body]).first?.values.first?.count == 8)
    let more = Fixture("4.txt", number: 4, turns: [("青木 波", "堤防について述べる。")])
    _ = try store.save(more.file, records: [more.record])
    #expect(try store.facets(SearchQuery(), of: [.body]).first?.values.first?.count == 9)
    let found = try store.search(SearchQuery(), countingBy: [.speaker], limit: 1)
    #expect(found.results.total == 9)
    #expect(found.facets.first?.values.map(\.count) == [4])
  }
}
