import Deliberation
import JapaneseText
import Store
import Testing

@Suite("Queries")
struct QueryTests {
  @Test func whoGroupsByPerson() throws {
    let store = try SearchTests.store()
    let who = try store.who(try SearchQuery.parse("水門"))
    #expect(who.total == 3)
    #expect(who.entries.map(\.name) == ["青木 波", "白川 渚", "石井 岬"])
    let first = try #require(who.entries.first)
    #expect(first.statements == 2)
    #expect(first.meetings == 2)
    #expect(try first.person == store.people(named: "青木 波").first?.id)
    #expect(first.first == CalendarDate("2031-04-05"))
    #expect(first.last == CalendarDate("2031-10-01"))
  }

  @Test func positionsFollowTheFilters() throws {
    let store = try SearchTests.store()
    var query = SearchQuery()
    #expect(try store.positions(query).total == 2)
    query.filter.stances = [.question]
    let page = try store.positions(query)
    #expect(page.entries.map(\.position.stance) == [.question])
    #expect(page.entries.map(\.statement.address) == ["水路部会/212-3#2"])
    #expect(page.entries.map(\.statement.agenda) == [[AgendaPath([1, 1]), AgendaPath([2])]])
    #expect(page.entries.map(\.evidence) == ["水門"])
    query.filter.speakers = ["青木"]
    #expect(try store.positions(query).total == 0)
    #expect(try store.positions(try SearchQuery.parse("費用 law:999")).total == 0)
  }

  @Test func viewsOfOthersAndPromises() throws {
    let store = try SearchTests.store()
    var query = SearchQuery()
    query.filter.stances = [.concern]
    #expect(try store.reportedPositions(query).entries.map(\.clause) == ["水"])
    let undertakings = try store.undertakings(try SearchQuery.parse("agenda:その他"))
    #expect(undertakings.total == 0)
    let all = try store.undertakings(SearchQuery())
    #expect(all.entries.map(\.what) == ["水門に"])
    #expect(all.entries.map(\.undertaking.due) == ["次回"])
  }

  @Test func provisionsKeepInheritedLinksApart() throws {
    let store = try SearchTests.store()
    let all = try store.provisions(SearchQuery())
    #expect(all.total == 2)
    #expect(all.entries.map(\.direct) == [1, 0])
    #expect(all.entries.map(\.inherited) == [0, 1])
    #expect(all.entries.first?.speakers == ["青木 波"])
    #expect(all.entries.first?.citation == "架空水路法第58条第2項第1号")
    let one = try store.provisions(try SearchQuery.parse("law:999M00000000001 article:58"))
    #expect(one.entries.map(\.provision.element) == ["Mp-At_58-Pr_2-It_1"])
    #expect(try store.links(SearchQuery()).entries.map(\.evidence) == ["水門"])
    var inherited = SearchQuery()
    inherited.filter.bases = [.relation]
    #expect(try store.links(inherited).entries.map(\.link.provision.law) == ["999AC0000000002"])
  }

  @Test func relationsRunBothWays() throws {
    let store = try SearchTests.store()
    let third = try store.relations(of: "212-3#3")
    #expect(third.outgoing.map(\.kind) == [.agreesWith, .refersTo])
    #expect(third.outgoing.first?.to.map(\.address) == ["水路部会/212-3#1", "水路部会/212-3#2"])
    #expect(third.incoming.isEmpty)
    let first = try store.relations(of: "212-3#1")
    #expect(first.outgoing.isEmpty)
    #expect(first.incoming.map(\.from.address) == ["水路部会/212-3#3"])
    #expect(try store.relations(of: "212-3/1").incoming.count == 1)
  }

  @Test func anExcerptShowsWhatStandsAround() throws {
    let store = try SearchTests.store()
    let one = try store.excerpt(at: "1#2", context: 1)
    #expect(one.statements.map(\.address) == ["水路部会/1#1", "水路部会/1#2", "水路部会/1#3"])
    #expect(one.statements.map(\.isAsked) == [false, true, false])
    #expect(try store.excerpt(at: "212-3/1").statements.count == 2)
    #expect(try store.excerpt(at: "212-3/1", includesBelow: false).statements.isEmpty)
    #expect(try store.excerpt(at: "1").statements.count == 3)
    let sentence = try store.excerpt(at: "1#2.1")
    #expect(sentence.resolved.part == .sentence(statement: "2", sentence: 1))
  }

  @Test func listsOfMeetingsItemsPeopleAndFindings() throws {
    let store = try SearchTests.store()
    #expect(try store.meetings().map(\.address) == ["水路部会/2", "水路部会/212-3", "水路部会/1"])
    var filter = SearchFilter()
    filter.until = CalendarDate("2031-04-05")
    filter.bodies = ["架空審議会"]
    let meetings = try store.meetings(filter)
    #expect(meetings.map(\.address) == ["水路部会/1"])
    #expect(meetings.first?.bodies == ["架空審議会/水路部会"])
    #expect(meetings.first?.records.map(\.statements) == [3])
    let items = try store.agendaItems(titled: "水路")
    #expect(items.map(\.address) == ["水路部会/212-3/1"])
    #expect(items.map(\.statements) == [2])
    let person = try #require(try store.people(named: "青木").first)
    #expect(person.name == "青木 波")
    #expect(person.statements == 3)
    #expect(person.roles.map(\.role) == [nil, "部会長"])
    #expect(try store.findings(kind: "odd").map(\.record) == ["水路部会/212-3"])
    #expect(try store.findings(filter).isEmpty)
    let statistics = try store.statistics()
    #expect(statistics.statements == 8)
    #expect(statistics.meetings == 3)
  }

  @Test(arguments: [
    ("水路部会/1#2", "水路部会/1#2"), ("1#2", "水路部会/1#2"), ("第１回#2", "水路部会/1#2"),
    ("架空審議会/水路部会/1", "水路部会/1"), ("212-3/1.1", "水路部会/212-3/1.1"), ("1~1", "水路部会/1"),
    (" 水路部会 / 1 ", "水路部会/1"),
  ]) func addressesAreReadLeniently(text: String, full: String) throws {
    #expect(try SearchTests.store().resolve(text).address == full)
  }

  @Test func whatIsAmbiguousNamesItsCandidates() throws {
    let store = try SearchTests.store()
    var other = Fixture("other.txt", number: 1, turns: [("赤石 岬", "別の会である。")])
    other.body = ["別の審議会", "水路部会"]
    _ = try store.save(other.file, records: [other.record])
    #expect(
      throws: StoreError.ambiguousAddress(
        "1#1", candidates: ["別の審議会/水路部会/1#1", "水路部会/1#1"])
    ) { try store.resolve("1#1") }
    #expect(try store.resolve("別の審議会/水路部会/1#1").address == "別の審議会/水路部会/1#1")
    #expect(try store.resolve("架空審議会/水路部会/1").address == "水路部会/1")
    #expect(throws: StoreError.unknownAddress("9")) { try store.resolve("9") }
    #expect(throws: StoreError.unknownAddress("水路部会/2#99")) { try store.resolve("2#99") }
    #expect(throws: StoreError.self) { try store.resolve("水路部会") }
  }
}
