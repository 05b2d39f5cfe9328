import Deliberation
import JapaneseText
import Store
import Testing

@Suite("Promises and what settles them")
struct UndertakingTests {
  private static let promise = "水門の開閉記録を整理し、次回の部会でお示ししたい。"

  /// A first sitting with two promises in one statement, and a second one that keeps the first.
  private static func store() throws -> RecordStore {
    let store = try RecordStore.inMemory()
    for fixture in [first, second] {
      var record = fixture.record
      if fixture.number == 1 { promise(in: &record) }
      _ = try store.save(fixture.file, records: [record])
    }
    return store
  }

  private static var first: Fixture {
    var fixture = Fixture(
      "first.txt", number: 1,
      turns: [("青木 波", "水門の開閉記録はあるのか。"), ("石井 岬", promise + "費用の試算も検討して参りたい。")])
    fixture.date = CalendarDate(year: 2031, month: 4, day: 5)
    return fixture
  }

  private static var second: Fixture {
    var fixture = Fixture(
      "second.txt", number: 2,
      turns: [("石井 岬", "前回お約束した水門の開閉記録を資料二のとおり整理いたしました。"), ("青木 波", "前回の石井委員の御指摘に賛同する。")])
    fixture.date = CalendarDate(year: 2031, month: 6, day: 7)
    return fixture
  }

  private static func promise(in record: inout Deliberation.Record) {
    let length = promise.scalars.count
    let all = record.statements[1].text.scalars.count
    record.statements[1].sentences = [TextSpan(0, length), TextSpan(length, all)]
    record.statements[1].undertakings = [
      Undertaking(actor: "石井 岬", what: TextSpan(0, length), due: "次回", rule: "r"),
      Undertaking(actor: "石井 岬", what: TextSpan(length, all), due: nil, rule: "r.study"),
    ]
  }

  private static func closed(_ store: RecordStore) throws -> [Bool] {
    try store.undertakings(SearchQuery()).entries.map { $0.decision?.isClosed ?? false }
  }

  @Test func `Only the promise of the sentence is closed`() throws {
    let store = try Self.store()
    let decided = try store.decide(
      undertakingAt: "1#2.1", isClosed: true, author: "試験", reason: "資料二で示された", settledBy: "2#1")
    #expect(decided.count == 1)
    #expect(try Self.closed(store) == [true, false])
    let decision = try #require(try store.undertakings(SearchQuery()).entries[0].decision)
    #expect(decision.author == "試験")
    #expect(decision.reason == "資料二で示された")
    #expect(decision.settledBy?.hasSuffix("2#1") == true)
  }

  @Test func `A statement without a sentence closes all its promises, and opens them again`() throws
  {
    let store = try Self.store()
    _ = try store.decide(
      undertakingAt: "1#2", isClosed: true, author: "試験", reason: nil, settledBy: nil)
    #expect(try Self.closed(store) == [true, true])
    _ = try store.decide(
      undertakingAt: "1#2", isClosed: false, author: "試験", reason: "まだ示されていない", settledBy: nil)
    #expect(try Self.closed(store) == [false, false])
    #expect(try store.undertakings(SearchQuery()).entries[0].decision?.reason == "まだ示されていない")
  }

  @Test func `What is decided outlives a reading anew and a round trip`() throws {
    let store = try Self.store()
    _ = try store.decide(
      undertakingAt: "1#2.1", isClosed: true, author: "試験", reason: nil, settledBy: nil)
    var fixture = Self.first
    fixture.parser = "2"
    var record = fixture.record
    Self.promise(in: &record)
    _ = try store.save(fixture.file, records: [record])
    #expect(try Self.closed(store) == [true, false])
  }

  @Test(arguments: ["1#1", "1", "9#9"])
  func `Nothing is closed where nothing is promised`(_ address: String) throws {
    let store = try Self.store()
    #expect(throws: StoreError.self) {
      _ = try store.decide(
        undertakingAt: address, isClosed: true, author: "試験", reason: nil, settledBy: nil)
    }
    #expect(try Self.closed(store) == [false, false])
  }

  @Test func `The later statement with the same words is a candidate`() throws {
    let store = try Self.store()
    let entries = try store.undertakings(SearchQuery()).entries
    let candidates = try store.candidates(settling: entries)
    #expect(candidates[0].first?.statement.address.hasSuffix("2#1") == true)
  }

  @Test func `前回 is the sitting before, and 前々回 the one before that`() throws {
    let store = try RecordStore.inMemory()
    var addresses: [String] = []
    for number in 1...3 {
      var fixture = Fixture(
        "\(number).txt", number: number,
        turns: [
          ("石井 岬", "\(number)回目の会合で、水門の開閉の基準を改めることについて、その費用と効果を詳しく説明し、意見を求めた。"),
          ("青木 波", "前回の会合と前々回の会合で石井委員が述べたことに触れたい。"),
        ])
      fixture.date = CalendarDate(year: 2031, month: number, day: 5)
      var record = fixture.record
      record.statements[1].relations = [
        Relation(
          kind: .refersTo, to: [], evidence: TextSpan(0, 5), rule: "relation.meeting.elsewhere"),
        Relation(
          kind: .refersTo, to: [], evidence: TextSpan(6, 12), rule: "relation.meeting.elsewhere"),
      ]
      _ = try store.save(fixture.file, records: [record])
      addresses.append(try store.record(at: "\(number)").source.file)
    }
    let third = try store.relations(of: "3#2").outgoing
    #expect(third.count == 2)
    #expect(third[0].elsewhere?.address.hasSuffix("/2") == true)
    #expect(third[1].elsewhere?.address.hasSuffix("/1") == true)
    let second = try store.relations(of: "2#2").outgoing
    #expect(second[0].elsewhere?.address.hasSuffix("/1") == true)
    #expect(second[1].elsewhere == nil)
    #expect(try store.relations(of: "1#2").outgoing.allSatisfy { $0.elsewhere == nil })
    #expect(addresses == ["1.txt", "2.txt", "3.txt"])
  }
}
