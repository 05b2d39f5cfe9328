import Deliberation
import JapaneseText
import Testing

@testable import Store

/// Texts of laws side by side, and what humans decided about links.
@Suite("Laws")
struct LawTests {
  private static func text(
    _ revision: String?, from: String?, sha: Character = "a", law: String = "507AC0000000999"
  ) -> StoredRevision {
    StoredRevision(
      law: law, revision: revision, from: from.flatMap { CalendarDate($0) }, until: nil,
      title: "海路標識法", number: "令和七年法律第九百九十九号", file: "x.xml",
      sha256: String(repeating: sha, count: 64))
  }

  private static func provisions(_ words: String) -> [StoredProvision] {
    [
      StoredProvision(
        element: "Mp", anchor: "Mp", parent: nil, title: "本則", caption: nil, text: "",
        isDeleted: false, rows: []),
      StoredProvision(
        element: "Mp-At_1", anchor: "Mp-Ch_1-At_1", parent: 0, title: "第一条",
        caption: "（目的）", text: words, isDeleted: false, rows: [["一　灯台", "三日"], []],
        spans: [[CellSpan(rows: 2), CellSpan(columns: 3)], []]),
    ]
  }

  @Test func revisionsStandSideBySide() throws {
    let store = try RecordStore.inMemory()
    let first = Self.text("507AC0000000999_20250601_000000000000000", from: "2025-06-01")
    let second = Self.text("507AC0000000999_20260401_508AC0000000003", from: "2026-04-01")
    let undated = Self.text(nil, from: nil)
    for (text, words) in [(second, "新"), (undated, "不明"), (first, "旧")] {
      #expect(try store.save(text, provisions: Self.provisions(words)) == .added)
    }
    #expect(try store.lawRevisions() == [undated, first, second])
    #expect(try store.lawRevisions(of: "x").isEmpty)
    #expect(try store.provisions(of: first) == Self.provisions("旧"))
    #expect(try store.provisionCounts()[second] == 2)
  }

  @Test func theSameRevisionIsReplaced() throws {
    let store = try RecordStore.inMemory()
    let old = Self.text("507AC0000000999_20250601_000000000000000", from: "2025-06-01")
    var new = old
    new.sha256 = String(repeating: "b", count: 64)
    _ = try store.save(old, provisions: Self.provisions("旧"))
    #expect(try store.save(old, provisions: Self.provisions("旧")) == .unchanged)
    #expect(try store.save(new, provisions: Self.provisions("新")) == .replaced)
    #expect(try store.lawRevisions() == [new])
    #expect(try store.provisions(of: new).last?.text == "新")
  }

  /// Another reader, or other days for the same file, make another text.
  @Test func theSameFileReadAnewIsReplaced() throws {
    let store = try RecordStore.inMemory()
    var text = Self.text("507AC0000000999_20250601_000000000000000", from: "2025-06-01")
    _ = try store.save(text, provisions: Self.provisions("旧"))
    text.reader = "law/9"
    #expect(try store.save(text, provisions: Self.provisions("新")) == .replaced)
    text.until = CalendarDate("2026-03-31")
    #expect(try store.save(text, provisions: Self.provisions("新")) == .replaced)
    #expect(try store.save(text, provisions: Self.provisions("新")) == .unchanged)
  }

  /// A provision that moved is asked at each place on the days of that place.
  @Test func aPlaceCountsOnItsDays() throws {
    let store = try RecordStore.inMemory()
    for (number, year) in [(1, 2030), (2, 2032)] {
      var minutes = Self.minutes()
      minutes.path = "\(year).txt"
      minutes.number = number
      minutes.date = CalendarDate(year: year, month: 4, day: 5)
      var record = minutes.record
      Self.derive(&record)
      _ = try store.save(minutes.file, records: [record])
    }
    let law = "999AC0000000002"
    func found(_ from: String?, _ until: String?, _ element: String? = "Mp-At_9") throws -> Int {
      var query = SearchQuery()
      query.filter.provisions = [
        ProvisionDays(
          law: law, element: element, from: from.flatMap { CalendarDate($0) },
          until: until.flatMap { CalendarDate($0) })
      ]
      query.filter.bases = LinkBasis.allCases
      let links = try store.links(query).entries.count
      #expect(try store.search(query).total == links)
      #expect(try store.provisions(query).entries.reduce(0) { $0 + $1.inherited } == links)
      return links
    }
    #expect(try found(nil, nil) == 4)
    #expect(try found(nil, nil, nil) == 4)
    #expect(try found("2030-04-06", nil) == 2)
    #expect(try found(nil, "2030-04-05") == 2)
    #expect(try found("2031-01-01", "2031-12-31") == 0)
    #expect(try found(nil, nil, "Mp-At_99") == 0)
  }

  /// What contradicts itself leaves the index as it was.
  @Test func aWrongTextChangesNothing() throws {
    let store = try RecordStore.inMemory()
    var wrong = Self.provisions("旧")
    wrong[1].parent = 7
    #expect(throws: StoreError.self) {
      try store.save(Self.text(nil, from: nil), provisions: wrong)
    }
    #expect(try store.lawRevisions().isEmpty)
  }

  private static func statuses(_ store: RecordStore) throws -> [String: String] {
    var found: [String: String] = [:]
    for statement in try store.record(at: "3").statements {
      for link in statement.links {
        found["#\(statement.number) \(link.provision.address)"] = link.status.rawValue
      }
    }
    return found
  }

  private static let article = Provision(law: "999AC0000000007", element: "Mp-At_4")

  private static func minutes(_ words: String = "") -> Fixture {
    Fixture(
      "a.txt",
      turns: [
        ("青木 波", "水門の開閉の基準は見直すべきだと考えており、早く決めていただきたい。"), ("石井 岬", "賛成。" + words),
      ])
  }

  private static func derive(_ record: inout Deliberation.Record) {
    for index in record.statements.indices {
      record.statements[index].links = [
        ProvisionLink(
          provision: Provision(law: "999AC0000000002", element: "Mp-At_9-Pr_1"),
          citation: "架空港法第9条", basis: .agenda, evidence: nil, rule: "agenda/1")
      ]
    }
  }

  @Test func decisionsWinAndSurvive() throws {
    let store = try RecordStore.inMemory()
    let minutes = Self.minutes()
    var record = minutes.record
    Self.derive(&record)
    _ = try store.save(minutes.file, records: [record])
    try store.decide(.added, Self.article, citation: "架空水路法第4条", at: "3#1", author: "試験")
    // A decision about the article is one about its paragraph.
    try store.decide(
      .rejected, Provision(law: "999AC0000000002", element: "Mp-At_9"), citation: "架空港法第9条",
      at: "3#1", author: "試験")
    let expected = [
      "#1 999AC0000000002#Mp-At_9-Pr_1": "rejected", "#1 999AC0000000007#Mp-At_4": "added",
      "#2 999AC0000000002#Mp-At_9-Pr_1": "machine",
    ]
    #expect(try Self.statuses(store) == expected)
    #expect(try store.relink(Self.derive).records == 1)
    #expect(try Self.statuses(store) == expected)
    _ = try store.rederive(minutes.file, records: [record])
    #expect(try Self.statuses(store) == expected)
    // A corrected file with the same words in the statement.
    let corrected = Self.minutes("異論はない。")
    var other = corrected.record
    Self.derive(&other)
    _ = try store.save(corrected.file, records: [other])
    #expect(try Self.statuses(store) == expected)
  }

  @Test func whatIsNotLinkedCannotBeRejected() throws {
    let store = try RecordStore.inMemory()
    let minutes = Self.minutes()
    _ = try store.save(minutes.file, records: [minutes.record])
    #expect(throws: StoreError.self) {
      try store.decide(.rejected, Self.article, citation: "x", at: "3#1", author: "試験")
    }
    #expect(throws: StoreError.self) {
      try store.decide(.added, Self.article, citation: "x", at: "3", author: "試験")
    }
    #expect(try store.decisions().isEmpty)
  }
}
