import Deliberation
import JapaneseText
import Store
import Testing

@Suite("Saved searches")
struct WatchTests {
  private static func addresses(_ hits: [SearchHit]) -> [String] {
    hits.map { String($0.address.drop { $0 != "/" }.dropFirst()) }
  }

  @Test func aRunShowsWhatIsNewSinceTheLast() throws {
    let store = try RecordStore.inMemory()
    var fixture = Fixture(
      "1.txt", number: 1, turns: [("青木 波", "水門の件。"), ("石井 岬", "費用の件。")])
    _ = try store.save(fixture.file, records: [fixture.record])
    try store.addWatch("gates", query: "水門")
    let query = try SearchQuery.parse("水門")
    let first = try store.runWatch("gates", query: query)
    #expect(Self.addresses(first.added) == ["1#1"])
    #expect(first.total == 1)
    #expect(try store.runWatch("gates", query: query).isEmpty)

    // The same file read again, and by a newer parser: nothing is new.
    fixture.parser = "2"
    _ = try store.save(fixture.file, records: [fixture.record])
    #expect(try store.runWatch("gates", query: query).isEmpty)

    // Another meeting, and a corrected file with a statement between and a changed one.
    let second = Fixture("2.txt", number: 2, turns: [("白川 渚", "水門に賛成する。")])
    _ = try store.save(second.file, records: [second.record])
    fixture.turns = [
      (speaker: "青木 波", text: "水門の件。"), (speaker: "林田 葵", text: "水門を閉める基準を定めたい。"),
      (speaker: "石井 岬", text: "費用の件。"),
    ]
    _ = try store.save(fixture.file, records: [fixture.record])
    let peek = try store.runWatch("gates", query: query, keepsPlace: true)
    let run = try store.runWatch("gates", query: query)
    #expect(peek == run)
    #expect(Self.addresses(run.added).sorted() == ["1#1a", "2#1"])
    #expect(run.changed.isEmpty && run.gone.isEmpty)
    #expect(run.total == 3)

    // A statement is withdrawn, another says the same in other words.
    fixture.turns = [
      (speaker: "林田 葵", text: "水門を閉める基準を早く定めたい。"), (speaker: "石井 岬", text: "費用の件。"),
    ]
    _ = try store.save(fixture.file, records: [fixture.record])
    let last = try store.runWatch("gates", query: query)
    #expect(last.added.isEmpty)
    #expect(Self.addresses(last.changed) == ["1#1a"])
    #expect(last.gone.map(\.address) == ["水路部会/1#1"])
    #expect(last.gone.first?.withdrawn != nil)
    #expect(try store.runWatch("gates", query: query).isEmpty)
    #expect(try store.watches().map(\.known) == [2])
  }

  @Test func searchesAreListedAndRemoved() throws {
    let store = try RecordStore.inMemory()
    try store.addWatch("b", query: "水門 speaker:青木")
    var options = WatchOptions()
    options.exact = true
    try store.addWatch("a", query: "税", options: options)
    #expect(throws: StoreError.watchExists("a")) { try store.addWatch("a", query: "x") }
    #expect(try store.watches().map(\.name) == ["a", "b"])
    #expect(try store.watches().first?.options == options)
    #expect(try store.watches().first?.lastRun == nil)
    try store.removeWatch("a")
    #expect(throws: StoreError.noSuchWatch("a", watches: ["b"])) { try store.removeWatch("a") }
    #expect(throws: StoreError.noSuchWatch("c", watches: ["b"])) {
      try store.runWatch("c", query: SearchQuery())
    }
  }
}

@Suite("Pages behind an address")
struct CursorTests {
  @Test(arguments: [SearchOrder.newest, .oldest]) func pagesJoinUp(order: SearchOrder) throws {
    let store = try SearchTests.store()
    var query = try SearchQuery.parse("。")
    query.order = order
    let all = try store.search(query).hits.map(\.address)
    query.limit = 3
    var pages: [String] = []
    for _ in 0..<4 {
      query.after = pages.last
      let results = try store.search(query)
      #expect(results.total == 8)
      pages += results.hits.map(\.address)
    }
    #expect(pages == all)
    // A new meeting on top moves nothing.
    query.after = pages[2]
    var newer = Fixture("9.txt", number: 9, turns: [("青木 波", "新しい。")])
    newer.date = CalendarDate(year: 2040, month: 1, day: 1)
    _ = try store.save(newer.file, records: [newer.record])
    let next = try store.search(query).hits.map(\.address)
    #expect(next == Array(pages[3..<6]))
  }

  @Test func aPlaceMustBeAStatementInAnOrderByDate() throws {
    let store = try SearchTests.store()
    var query = try SearchQuery.parse("水門")
    query.after = "1"
    #expect(throws: StoreError.noCursor("1")) { try store.search(query) }
    query.after = "1#1"
    query.order = .relevance
    #expect(throws: StoreError.noCursor("1#1")) { try store.search(query) }
    query.order = .newest
    query.after = "1#99"
    #expect(throws: StoreError.unknownAddress("水路部会/1#99")) { try store.search(query) }
  }
}

@Suite("Synonyms and what is shown of the search")
struct ExpansionTests {
  @Test func wordsOfAGroupAreSearchedTogether() throws {
    let synonyms = try Synonyms(groups: [["水門", "ゲート", "ｹﾞ-ﾄ扉"], ["税", "租税"]])
    func dump(_ text: String) throws -> String {
      QueryParserTests.dump(try SearchQuery.parse(text).words?.adding(synonyms))
    }
    #expect(try dump("水門 費用") == "(and (or 水門 ゲート ｹﾞ-ﾄ扉) 費用)")
    #expect(try dump("ｹﾞｰﾄ -税") == "(and (or ｹﾞｰﾄ 水門 ｹﾞ-ﾄ扉) (not (or 税 租税)))")
    #expect(try dump("\"水門\" 水門* 水門扉") == "(and \"水門\" 水門* 水門扉)")
    #expect(
      try dump("費用 NEAR/3 (水門 OR 堰)") == "(near/3 費用 (or 水門 ゲート ｹﾞ-ﾄ扉 堰))")
  }

  @Test(arguments: [
    ([["水門"]], "group 1"), ([["水門", "ゲート"], ["税", "　"]], "group 2"),
    ([["水門", "ゲート"], ["ｹﾞｰﾄ", "税"]], "two places"),
  ]) func aBadGroupIsNamed(groups: [[String]], message: String) {
    #expect { try Synonyms(groups: groups) } throws: { "\($0)".contains(message) }
  }

  @Test(arguments: [
    ("事故", []), ("第58条", ["blank 第 58 条", "number 第五十八条"]),
    ("10万", ["blank 10 万", "number 100000", "number 100,000", "number 十万"]),
    ("佐々木", ["repetition 佐佐木"]), ("IPネットワーク", ["blank ip ネットワーク"]),
    ("水門", ["synonym ゲート"]), ("\"水門\"", []),
  ]) func alternativesAreShown(text: String, expected: [String]) throws {
    let synonyms = try Synonyms(groups: [["水門", "ゲート"]])
    let query = try SearchQuery.parse(text)
    let shown = query.expansions(synonyms).flatMap(\.alternatives).map {
      "\($0.reason.rawValue) \($0.text)"
    }
    #expect(shown == expected)
    var exact = query
    exact.isExact = true
    #expect(exact.expansions().isEmpty)
  }
}
