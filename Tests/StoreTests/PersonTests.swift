import Deliberation
import JapaneseText
import Store
import Testing

/// Meetings of councils that do not exist, by who sat in them.
struct Sitting {
  var body: [String]
  var number: Int
  var year: Int
  var seats: [Seat]

  struct Seat {
    var name: String
    var organisation: String?
    var kind = AttendeeKind.member
    var role: String? = "委員"
  }

  init(_ body: String, _ number: Int, _ year: Int, _ seats: [Seat]) {
    self.body = body.split(separator: "/").map { String($0) }
    self.number = number
    self.year = year
    self.seats = seats
  }

  var fixture: Fixture {
    let path = body.joined(separator: "-")
    var fixture = Fixture(
      "\(body.joined(separator: "-"))-\(number).txt", number: number,
      turns: seats.enumerated().map { ($1.name, "\(path)の\(number)回目の意見、その\($0)を述べる。") })
    fixture.body = body
    fixture.date = CalendarDate(year: year, month: 6, day: 1)
    return fixture
  }

  var record: Deliberation.Record {
    var record = fixture.record
    for (index, seat) in seats.enumerated() {
      let local = PersonID(rawValue: "p-\(seat.name)-\(seat.organisation ?? "")-\(seat.kind)")
      var attendee = Attendee(
        name: seat.name, role: seat.role, kind: seat.kind, organisation: seat.organisation)
      attendee.person = local
      record.attendance.append(attendee)
      record.statements[index].speaker = local
      record.statements[index].kind = SpeakerKind(seat.kind)
    }
    return record
  }

  func save(in store: RecordStore) throws {
    _ = try store.save(fixture.file, records: [record])
  }
}

typealias Seat = Sitting.Seat

@Suite("Persons across meetings")
struct PersonTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var sittings: [Sitting]
    var persons: Int
    var proposals: [PersonProposal.Reason] = []
  }

  static let cases: [Case] = [
    Case(
      testDescription: "a role that changes within one body",
      sittings: [
        Sitting("甲会", 1, 2030, [Seat(name: "赤石 岬", role: "委員")]),
        Sitting("甲会", 2, 2031, [Seat(name: "赤石　岬", kind: .chair, role: "主査")]),
      ], persons: 1),
    Case(
      testDescription: "one name in two bodies that share a house",
      sittings: [
        Sitting("乙会/水部会", 1, 2030, [Seat(name: "赤石 岬")]),
        Sitting("乙会/路部会", 1, 2030, [Seat(name: "赤石 岬")]),
      ], persons: 2, proposals: [.relatedBodies]),
    Case(
      testDescription: "one name in two bodies of two houses",
      sittings: [
        Sitting("甲会", 1, 2030, [Seat(name: "赤石 岬")]),
        Sitting("丙会", 1, 2030, [Seat(name: "赤石 岬")]),
      ], persons: 2),
    Case(
      testDescription: "one name and one organisation in two bodies",
      sittings: [
        Sitting("甲会", 1, 2030, [Seat(name: "赤石 岬", organisation: "架空大学")]),
        Sitting("丙会", 1, 2040, [Seat(name: "赤石 岬", organisation: "架空大学", kind: .guest)]),
      ], persons: 1),
    Case(
      testDescription: "another organisation in one body: the seat goes on",
      sittings: [
        Sitting("甲会", 1, 2030, [Seat(name: "赤石 岬", organisation: "架空大学")]),
        Sitting("甲会", 2, 2031, [Seat(name: "赤石 岬", organisation: "架空研究所")]),
      ], persons: 1),
    Case(
      testDescription: "names that differ in a variant character",
      sittings: [
        Sitting("甲会", 1, 2030, [Seat(name: "髙橋 葵", organisation: "架空大学")]),
        Sitting("甲会", 2, 2030, [Seat(name: "高橋 葵", organisation: "架空大学")]),
      ], persons: 2, proposals: [.variant]),
    Case(
      testDescription: "﨑, 邉, 邊, 斎, 齋 and 斉",
      sittings: [
        Sitting("甲会", 1, 2030, [Seat(name: "山﨑 光"), Seat(name: "渡邉 光"), Seat(name: "斎藤 光")]),
        Sitting("甲会", 2, 2030, [Seat(name: "山崎 光"), Seat(name: "渡邊 光"), Seat(name: "齋藤 光")]),
        Sitting("甲会", 3, 2030, [Seat(name: "渡辺 光"), Seat(name: "斉藤 光")]),
      ], persons: 8,
      proposals: Array(repeating: .variant, count: 7)),
    Case(
      testDescription: "a break of twenty years",
      sittings: [
        Sitting("甲会", 1, 2030, [Seat(name: "赤石 岬")]),
        Sitting("甲会", 9, 2050, [Seat(name: "赤石 岬")]),
      ], persons: 2, proposals: [.longBreak]),
    Case(
      testDescription: "no break, where the meetings between are known",
      sittings: [2030, 2034, 2038, 2042, 2046, 2050].enumerated().map {
        Sitting("甲会", $0 + 1, $1, [Seat(name: "赤石 岬")])
      }, persons: 1),
    Case(
      testDescription: "a member and an official of one name",
      sittings: [
        Sitting("甲会", 1, 2030, [Seat(name: "赤石 岬")]),
        Sitting("甲会", 2, 2030, [Seat(name: "赤石 岬", kind: .secretariat, role: "課長")]),
      ], persons: 2, proposals: [.otherSide]),
    Case(
      testDescription: "two of one name at one table: only the organisation tells",
      sittings: [
        Sitting(
          "甲会", 1, 2030,
          [Seat(name: "赤石 岬", organisation: "架空大学"), Seat(name: "赤石 岬", organisation: "架空県")]),
        Sitting("甲会", 2, 2030, [Seat(name: "赤石 岬", organisation: "架空県")]),
        Sitting("甲会", 3, 2030, [Seat(name: "赤石 岬")]),
      ], persons: 3, proposals: [.longBreak, .longBreak]),
  ]

  @Test(arguments: cases) func whoIsWho(_ example: Case) throws {
    let store = try RecordStore.inMemory()
    for sitting in example.sittings { try sitting.save(in: store) }
    #expect(try store.people().count == example.persons)
    #expect(try store.proposedPersons().map(\.reason) == example.proposals)
    #expect(try store.verify() == [])
  }

  /// All cases in one index: whatever the order of the files, the same persons under the same ids,
  /// and the same records.
  @Test func anyOrderGivesTheSame() throws {
    let straight = try Self.state(Self.mixed)
    #expect(try Self.state(Self.mixed.reversed()) == straight)
    for seed in UInt64(1)...4 {
      #expect(try Self.state(Self.mixed.shuffled(seed)) == straight, "seed \(seed)")
    }
  }

  /// Files that come, go and come back corrected leave no trace in who is who.
  @Test func whatWasCorrectedLeavesNoTrace() throws {
    let store = try RecordStore.inMemory()
    for sitting in Self.mixed.reversed() {
      var draft = sitting
      draft.seats[0].name = "仮名 某"
      draft.seats[0].organisation = "架空大学"
      try draft.save(in: store)
    }
    for sitting in Self.mixed { try sitting.save(in: store) }
    #expect(try Self.persons(store) == Self.persons(try Self.filled(Self.mixed)))
    #expect(try store.verify() == [])
  }

  /// One sitting of each number and body, with all who sit in it in any of the cases.
  private static let mixed: [Sitting] = {
    var merged: [String: Sitting] = [:]
    for (index, example) in cases.enumerated() {
      for var sitting in example.sittings {
        // Each case has its own surname, and its own years within a body of its own.
        sitting.body[0] += "\(index % 3)"
        sitting.number += sitting.year * 100
        sitting.seats = sitting.seats.map { seat in
          var seat = seat
          seat.name = "第\(index)" + seat.name
          return seat
        }
        let key = "\(sitting.body) \(sitting.number)"
        merged[
          key,
          default: Sitting(sitting.body.joined(separator: "/"), sitting.number, sitting.year, [])
        ]
        .seats += sitting.seats
      }
    }
    return merged.sorted { $0.key < $1.key }.map(\.value)
  }()

  private static func filled(_ sittings: [Sitting]) throws -> RecordStore {
    let store = try RecordStore.inMemory()
    for sitting in sittings { try sitting.save(in: store) }
    return store
  }

  private static func persons(_ store: RecordStore) throws -> [String] {
    try store.people().map { "\($0)" }
      + (try store.proposedPersons().map { "\($0)" })
      + (try store.records().map { "\($0.attendance) \($0.statements)" })
      + (try store.who(SearchQuery()).entries.map { "\($0)" })
  }

  private static func state(_ sittings: [Sitting]) throws -> [String] {
    try persons(try filled(sittings))
  }

  /// An older meeting gives its id to the person; the id until then still answers.
  @Test func oldIdsStillAnswer() throws {
    let store = try RecordStore.inMemory()
    var ids: Set<PersonID> = []
    for year in [2046, 2042, 2038, 2034, 2030] {
      try Sitting("甲会", year, year, [Seat(name: "赤石 岬")]).save(in: store)
      ids.formUnion(try store.people().map(\.id))
    }
    #expect(ids.count == 5)
    let now = try #require(try store.people().first)
    for id in ids {
      #expect(try store.people(named: id.rawValue) == [now])
      #expect(try store.search(SearchQuery.parse("speaker:\(id)")).total == 5)
    }
  }

  @Test func anIdWhoseNameWasCorrectedLeadsToWhoStandsThere() throws {
    let store = try RecordStore.inMemory()
    var sitting = Sitting("甲会", 1, 2030, [Seat(name: "赤石 岬"), Seat(name: "白川 渚")])
    try sitting.save(in: store)
    let old = try #require(try store.people(named: "赤石 岬").first)
    sitting.seats[0].name = "赤岩 岬"
    try sitting.save(in: store)
    #expect(try store.people(named: old.id.rawValue).map(\.name) == ["赤岩 岬"])
    sitting.seats.removeFirst()
    try sitting.save(in: store)
    #expect(try store.people(named: old.id.rawValue) == [])
  }
}

extension Array {
  /// In another order, the same for the same seed.
  func shuffled(_ seed: UInt64) -> [Element] {
    var random = OracleTests.Seeded(state: seed)
    return shuffled(using: &random)
  }
}
