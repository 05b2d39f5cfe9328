import Deliberation
import JapaneseText
import Testing

@testable import Store

@Suite("Facets")
struct FacetTests {
  static let queries = [
    "水門", "(事故 OR 水門)", "-水門", "。", "speaker:青木", "stance:条件付き賛成", "水門 date:2031",
    "law:999M00000000001", "存在しない語", "水門 basis:relation",
  ]

  /// Every count is the number of statements that the query finds with that value added.
  @Test(arguments: queries) func countsAreThoseOfTheFilters(text: String) throws {
    let store = try SearchTests.store()
    let query = try SearchQuery.parse(text)
    let total = try store.count(query)
    for facet in try store.facets(query, limit: 100) {
      #expect(facet.values.count == facet.total)
      for value in facet.values {
        let term = value.term(facet.field)
        let narrowed = try store.count(try SearchQuery.parse("\(text) \(term)"))
        #expect(narrowed == value.count, "\(text) + \(term)")
        #expect(value.count > 0)
      }
      #expect(facet.without <= total)
    }
  }

  /// Against the records themselves.
  @Test(arguments: queries) func countsAreThoseOfTheRecords(text: String) throws {
    let store = try SearchTests.store()
    var query = try SearchQuery.parse(text)
    query.limit = 1_000
    let hits = try store.search(query).hits
    var speakers: [String: Int] = [:]
    var years: [String: Int] = [:]
    var stances: [String: Int] = [:]
    var laws: [String: Int] = [:]
    for hit in hits {
      let record = try store.record(at: hit.meeting.record)
      let statement = try #require(
        record.statements.first { $0.number == hit.statement?.number })
      speakers[statement.speaker?.rawValue ?? "", default: 0] += 1
      years[String(record.meeting.date?.year ?? 0), default: 0] += 1
      for stance in Set(statement.positions.map(\.stance)) {
        stances[stance.rawValue, default: 0] += 1
      }
      let bases =
        query.filter.bases.isEmpty ? LinkBasis.allCases.filter(\.isDirect) : query.filter.bases
      let cited = statement.links.filter { bases.contains($0.basis) }.map(\.provision.law)
      for law in Set(cited) { laws[law, default: 0] += 1 }
    }
    let facets = try store.facets(query)
    func counts(_ field: FacetField) -> [String: Int] {
      Dictionary(
        facets.filter { $0.field == field }.flatMap(\.values).map { ($0.key, $0.count) },
        uniquingKeysWith: +)
    }
    #expect(counts(.speaker) == speakers)
    #expect(counts(.year) == years)
    #expect(counts(.stance) == stances)
    #expect(counts(.law) == laws)
  }

  @Test func valuesStandInOrderWithTheirWords() throws {
    let facets = try SearchTests.store().facets(SearchQuery(), limit: 2)
    #expect(facets.map(\.field) == FacetField.allCases)
    let lines = facets.map { facet in
      "\(facet.field.rawValue) \(facet.total) \(facet.without): "
        + facet.values.map { "\($0.label)=\($0.count)" }.joined(separator: " ")
    }
    #expect(
      lines == [
        "speaker 4 0: 青木 波=3 白川 渚=2", "role 2 6: 委員=1 部会長=1", "body 1 0: 水路部会=8",
        "year 2 0: 2032年（令和14年）=2 2031年（令和13年）=6",
        "stance 2 7: conditionalSupport=1 question=1", "law 1 7: 999M00000000001=1",
        "article 1 7: 999M00000000001 第58条=1",
      ])
  }

  @Test(arguments: [
    "speaker:江崎 role:*課長", "org:\"架空 大学\" body:架空審議会/水路部会 meeting:86",
    "agenda:86/1.2 date:R7.4..R7.6",
    "stance:oppose,concern law:999M00000000001#Mp-At_58 article:58 basis:term kind:event",
  ]) func filtersAreWrittenBack(text: String) throws {
    let filter = try SearchQuery.parse(text).filter
    #expect(try SearchQuery.parse(filter.fields).filter == filter)
  }
}

@Suite("Wider units of AND")
struct WithinTests {
  static func addresses(_ text: String, _ unit: SearchUnit) throws -> [String] {
    var query = try SearchQuery.parse(text)
    query.within = unit
    query.order = .oldest
    let store = try SearchTests.store()
    let results = try store.search(query)
    #expect(results.total == results.hits.count)
    #expect(try store.count(query) == results.total)
    return results.hits.map { String($0.address.drop { $0 != "/" }.dropFirst()) }
  }

  @Test(arguments: [
    ("水門 懸念", SearchUnit.statement, ["212-3#2"]),
    ("水門 懸念", .meeting, ["1#1", "1#2", "212-3#1", "212-3#2", "212-3#3"]),
    ("水門 懸念", .agenda, ["212-3#1", "212-3#2"]),
    ("税 賛同", .meeting, ["1#1", "1#3"]),
    ("税 賛同", .agenda, []),
    ("事故 -税", .meeting, []),
    ("水門 -税", .meeting, ["212-3#1", "212-3#2", "212-3#3"]),
    ("(税 OR 事故) 賛同", .meeting, ["1#1", "1#2", "1#3"]),
    ("-税", .meeting, ["212-3#1", "212-3#2", "212-3#3"]),
    ("水門 懸念 speaker:石井", .meeting, ["212-3#2"]),
    ("水門", .meeting, ["1#1", "212-3#1", "212-3#2", "212-3#3"]),
  ]) func find(text: String, unit: SearchUnit, expected: [String]) throws {
    #expect(try Self.addresses(text, unit) == expected)
  }
}
