import Deliberation
import JapaneseText
import Store
import Testing

@Suite("Human decisions")
struct CurationTests {
  static let long = "水門の開閉基準を見直すことに賛成するが、費用の負担には懸念がある。"

  static var fixture: Fixture {
    var fixture = Fixture(
      "a.txt", number: 1,
      turns: [("青木 波", long), ("石井 岬", "了解した。"), ("石井 岬", "次回までに資料を整えて示すこととしたい。")])
    fixture.body = ["架空審議会"]
    return fixture
  }

  /// The record of a fixture with an agenda and a position, under corrections: what the pipeline does.
  static func derive(
    _ fixture: Fixture, _ corrections: Corrections = Corrections()
  ) -> Rederived {
    var record = fixture.record
    for name in Set(fixture.turns.map(\.speaker)).sorted() {
      var attendee = Attendee(name: name, role: "委員", kind: .member)
      attendee.person = PersonID(rawValue: "p-\(name)")
      record.attendance.append(attendee)
    }
    record.agenda = [
      AgendaItem(path: AgendaPath([1]), mark: nil, title: "水門の基準"),
      AgendaItem(path: AgendaPath([2]), mark: nil, title: "その他"),
    ]
    for index in record.statements.indices { record.statements[index].agenda = [AgendaPath([1])] }
    var records = [record]
    let decided = corrections.of(
      path: fixture.path, sha256: fixture.file.sha256, text: fixture.text.scalars)
    decided.correctStatements(of: &records)
    let place = records[0].statements.firstIndex { $0.text == long } ?? 0
    records[0].statements[place].positions = [
      Position(
        stance: .support, targetKind: .proposal, target: nil, clause: TextSpan(0, 16),
        evidence: TextSpan(0, 16), cue: TextSpan(12, 16), rule: "r"),
      Position(
        stance: .concern, targetKind: .topic, target: nil, clause: TextSpan(18, 30),
        evidence: TextSpan(0, 30), cue: TextSpan(25, 30), rule: "r"),
    ]
    decided.correctPositions(of: &records)
    return (fixture.file, records)
  }

  static func store(_ fixture: Fixture = fixture) throws -> RecordStore {
    let store = try RecordStore.inMemory()
    try save(fixture, in: store)
    return store
  }

  static func save(_ fixture: Fixture, in store: RecordStore) throws {
    let derived = derive(fixture, try store.corrections())
    _ = try store.save(derived.file, records: derived.records)
  }

  static func decide(
    _ decisions: [Decision], in store: RecordStore, _ fixture: Fixture = fixture
  ) throws {
    _ = try store.decide(decisions) { _, corrections in derive(fixture, corrections) }
  }

  static func person(_ name: String, _ store: RecordStore) throws -> DecidedPerson {
    let entry = try #require(try store.people(named: name).first)
    return DecidedPerson(id: entry.id, name: entry.name)
  }

  @Test func aSpeakerIsCorrectedAndStaysSo() throws {
    let store = try Self.store()
    let ishii = try Self.person("石井 岬", store)
    let decision = try store.speakerDecision(at: "1#1", ishii, author: "試験")
    try Self.decide([decision], in: store)
    #expect(try store.record(at: "1").statements.map(\.speakerName) == ["石井 岬", "石井 岬", "石井 岬"])
    #expect(try store.record(at: "1").statements[0].speaker == ishii.id)
    #expect(try store.people(named: "石井").map(\.statements) == [3])
    // Derived anew, read anew, corrected elsewhere: it stays.
    let derived = Self.derive(Self.fixture, try store.corrections())
    _ = try store.rederive(derived.file, records: derived.records)
    var corrected = Self.fixture
    corrected.turns.insert(("青木 波", "開会する。"), at: 0)
    try Self.save(corrected, in: store)
    let statements = try store.record(at: "1").statements
    #expect(statements.map(\.speakerName) == ["青木 波", "石井 岬", "石井 岬", "石井 岬"])
    #expect(try store.findings().isEmpty)
    #expect(try store.verify() == [])
    // Taken back: as the machine had it.
    try Self.decide(
      [try store.undoDecision(decision.id, author: "試験")], in: store, corrected)
    #expect(try store.record(at: "1").statements[1].speakerName == "青木 波")
    #expect(try store.decisions().count == 2)
    #expect(try store.decisionEntries().map(\.state) == [.undone, .inForce])
  }

  @Test func withoutItsWordsADecisionIsAnOpenFinding() throws {
    let store = try Self.store()
    let ishii = try Self.person("石井 岬", store)
    try Self.decide(
      [try store.speakerDecision(at: "1#1", ishii, author: "試験")], in: store)
    var corrected = Self.fixture
    corrected.turns[0].text = "水門の開閉基準は見直さない。費用の負担にも懸念はなく、現状のままでよいと考える。"
    try Self.save(corrected, in: store)
    #expect(try store.record(at: "1").statements[0].speakerName == "青木 波")
    #expect(try store.findings().map(\.finding.kind) == ["decisionWithoutAnchor"])
    #expect(try store.decisionEntries().map(\.state) == [.open])
    #expect(try store.verify() == [])
    // Twice in the text: it could be either, so it is neither.
    corrected.turns = [("青木 波", Self.long), ("石井 岬", Self.long), ("白川 渚", "同じ。")]
    try Self.save(corrected, in: store)
    #expect(try store.record(at: "1").statements.map(\.speakerName) == ["青木 波", "石井 岬", "白川 渚"])
    #expect(try store.findings().count == 1)
  }

  @Test func nobodyKnown() throws {
    let store = try Self.store()
    try Self.decide([try store.speakerDecision(at: "1#1", nil, author: "試験")], in: store)
    let statement = try store.record(at: "1").statements[0]
    #expect(statement.speaker == nil)
    #expect(statement.speakerName == nil)
    #expect(statement.kind == .unknown)
    #expect(try store.verify() == [])
  }

  @Test func aLabelMeansSomebodyThroughoutTheRecord() throws {
    let store = try Self.store()
    let aoki = try Self.person("青木 波", store)
    try Self.decide(
      [try store.labelDecision(at: "1", label: "石井 岬", aoki, author: "試験")], in: store)
    #expect(try store.record(at: "1").statements.map(\.speakerName) == ["青木 波", "青木 波", "青木 波"])
    #expect(try store.decisions().map { $0.anchor?.quoted } == ["石井 岬"])
    #expect(throws: StoreError.self) {
      try store.labelDecision(at: "1", label: "田中", aoki, author: "試験")
    }
    #expect(try store.verify() == [])
  }

  @Test func stancesAndAgendaItems() throws {
    let store = try Self.store()
    try Self.decide(
      [
        try store.stanceDecision(at: "1#1", number: 1, now: nil, author: "試験"),
        try store.stanceDecision(at: "1#1", number: 2, now: .oppose, author: "試験"),
        try store.agendaDecision(at: "1#2", items: ["2"], author: "試験"),
        try store.agendaDecision(at: "1#3", items: [], author: "試験"),
      ], in: store)
    let statements = try store.record(at: "1").statements
    #expect(statements[0].positions.map(\.stance) == [.oppose])
    #expect(statements[0].positions.map(\.rule) == ["human/試験"])
    #expect(statements.map(\.agenda) == [[AgendaPath([1])], [AgendaPath([2])], []])
    #expect(try store.verify() == [])
    #expect(throws: StoreError.self) {
      try store.stanceDecision(at: "1#2", number: 1, now: nil, author: "試験")
    }
    #expect(throws: StoreError.self) {
      try store.agendaDecision(at: "1#2", items: ["9"], author: "x")
    }
  }

  @Test func personsAreMergedPartedAndPartedAgain() throws {
    let store = try RecordStore.inMemory()
    for (number, name) in ["髙橋 葵", "高橋 葵", "高橋 葵"].enumerated() {
      try Sitting("甲会", number + 1, 2030, [Seat(name: name)]).save(in: store)
    }
    func ids() throws -> [PersonID] { try store.people().map(\.id) }
    let before = try ids()
    #expect(before.count == 2)
    let proposal = try #require(try store.proposedPersons().first)
    let merge = try store.personsDecision(
      .personsMerged, DecidedPerson(id: proposal.first, name: ""),
      DecidedPerson(id: proposal.second, name: ""), author: "試験")
    func decide(_ decision: Decision) throws {
      _ = try store.decide([decision]) { file, _ in (file, []) }
    }
    try decide(merge)
    #expect(try ids().count == 1)
    #expect(try store.proposedPersons() == [])
    for id in before { #expect(try store.people(named: id.rawValue).first?.statements == 3) }
    // A merge survives what comes later.
    try Sitting("甲会", 4, 2031, [Seat(name: "高橋 葵")]).save(in: store)
    #expect(try store.people().map(\.statements) == [4])
    try decide(try store.undoDecision(merge.id, author: "試験"))
    #expect(try ids().count == 2)
    // A person is parted between two mentions, and the earlier id keeps its meaning.
    let person = try #require(try store.people(named: "高橋 葵").first { $0.statements == 3 })
    let record = try store.record(at: "4")
    let meeting = try #require(record.statements.first?.speaker)
    #expect(meeting == person.id)
    let mentions = [2, 4].map {
      PersonID.mention(name: "高橋葵", meeting: "甲会/\($0)")
    }
    try decide(
      try store.personsDecision(
        .personsApart, DecidedPerson(id: mentions[0], name: ""),
        DecidedPerson(id: mentions[1], name: ""), author: "試験"))
    #expect(try ids().count == 3)
    #expect(try store.person(of: mentions[0]) != store.person(of: mentions[1]))
    #expect(try store.verify() == [])
  }

  @Test func decisionsTravelWithoutLoss() throws {
    let store = try Self.store()
    let ishii = try Self.person("石井 岬", store)
    try Self.decide([try store.speakerDecision(at: "1#1", ishii, author: "試験")], in: store)
    try store.add(Decision(kind: "other", subject: "p-1", value: "\"p-2\"", author: "試 \"験\"\n"))
    try store.add(Decision(kind: "other", subject: "p-1", value: "{ \"a\" : 1.0 }", author: "x"))
    let all = try store.decisions()
    let text = CurationLines.text(all)
    #expect(try CurationLines.decisions(text) == all)
    #expect(text.split(separator: "\n").count == all.count)
    let other = try Self.store()
    try Self.decide(all, in: other)
    try Self.decide(all, in: other)
    #expect(try other.decisions() == all)
    #expect(try other.records() == store.records())
    #expect(throws: CurationLines.LineError.self) { try CurationLines.decisions("{}") }
  }
}
