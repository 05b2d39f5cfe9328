import Deliberation
import Foundation
import JapaneseText
import Store
import Testing

private let turns = [
  ("青木 波", "水門の開閉基準を見直すことに賛成する。"),
  ("石井 岬", "費用が増えることを懸念する。漁業者にも説明が要る。"),
  ("白川 渚", "青木委員の意見に賛同する。"),
  ("石井 岬", "了解した。次回までに資料を整える。"),
]

@Suite("Saving a file")
struct SaveTests {
  @Test func aRecordComesBackAsItWent() throws {
    let store = try RecordStore.inMemory()
    let fixture = Fixture("a.txt", turns: turns, rich: true)
    let outcome = try store.save(fixture.file, records: [fixture.record])
    #expect(outcome.status == .added)
    #expect(outcome.records.first?.address == "水路部会/212-3")
    let back = try store.record(at: "水路部会/212-3")
    let expected = try fixture.record.withPersons(of: store)
    #expect((back == expected) as Bool, "compare with `dump`")
    #expect(back.statements.map(\.relations) == fixture.record.statements.map(\.relations))
    #expect(try store.records() == [expected])
    #expect(try store.file(at: "a.txt") == fixture.file)
  }

  /// 令和6年第4回定例会 第1日 and 令和7年第4回定例会 第1日 are two meetings.
  @Test func sessionsCountedAnewEachYearAreToldApartByDate() throws {
    let store = try RecordStore.inMemory()
    for (file, year) in [("a.txt", 2030), ("b.txt", 2031)] {
      let fixture = Fixture(file, number: 1, turns: turns + [("青木 波", "\(year)年の例である。")])
      var record = fixture.record
      record.meeting.session = 4
      record.meeting.date = CalendarDate(year: year, month: 12, day: 3)
      _ = try store.save(fixture.file, records: [record])
    }
    #expect(try store.meetings().map(\.address) == ["水路部会/2031-12-03", "水路部会/2030-12-03"])
  }

  /// A body that counts its meetings anew each fiscal year has two third meetings.
  @Test func aNumberThatAnotherDayBearsIsAnotherMeeting() throws {
    let store = try RecordStore.inMemory()
    for (file, year) in [("a.txt", 2030), ("b.txt", 2031)] {
      var fixture = Fixture(file, turns: turns + [("青木 波", "\(year)年の例である。")])
      fixture.date = CalendarDate(year: year, month: 4, day: 5)
      _ = try store.save(fixture.file, records: [fixture.record])
    }
    #expect(try store.meetings().map(\.address) == ["水路部会/2031-04-05", "水路部会/3"])
  }

  @Test func theSameFileAgainChangesNothing() throws {
    let store = try RecordStore.inMemory()
    let fixture = Fixture("a.txt", turns: turns)
    _ = try store.save(fixture.file, records: [fixture.record])
    let again = try store.save(fixture.file, records: [fixture.record])
    #expect(again.status == .unchanged(path: "a.txt"))
    var copy = fixture
    copy.path = "b.txt"
    #expect(try store.save(copy.file, records: [copy.record]).status == .unchanged(path: "a.txt"))
  }

  @Test func aCorrectedFileKeepsTheAddressesOfWhatIsStillThere() throws {
    let store = try RecordStore.inMemory()
    var fixture = Fixture("a.txt", turns: turns)
    _ = try store.save(fixture.file, records: [fixture.record])
    fixture.turns.insert(("黒田 潮", "工事の時期を伺いたい。"), at: 2)
    fixture.turns[1].text = "費用が大きく増えることを懸念する。漁業者にも説明が要る。"
    fixture.turns.removeLast()
    fixture.turns.append(("黒田 潮", "異議はない。"))
    let outcome = try store.save(fixture.file, records: [fixture.record])
    #expect(outcome.status == .updated)
    #expect(
      outcome.records == [
        RecordChange(address: "水路部会/3", kept: 3, changed: 1, added: 2, withdrawn: 1)
      ])
    let record = try store.record(at: "水路部会/3")
    #expect(record.statements.map(\.number) == ["1", "2", "2a", "3", "5"])
    #expect(record.statements.map(\.order) == [1, 2, 3, 4, 5])
    #expect(throws: StoreError.self) { try store.resolve("水路部会/3#4") }
    do {
      _ = try store.resolve("3#4")
      Issue.record("#4 should be withdrawn")
    } catch {
      guard case .withdrawn = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test func whatComesBackGetsItsOldAddress() throws {
    let store = try RecordStore.inMemory()
    let first = Fixture("a.txt", turns: turns)
    let second = Fixture("a.txt", turns: Array(turns.dropLast()))
    _ = try store.save(first.file, records: [first.record])
    _ = try store.save(second.file, records: [second.record])
    let back = try store.save(first.file, records: [first.record])
    #expect(back.records.map(\.kept) == [4])
    #expect(try store.record(at: "3") == first.record.withPersons(of: store))
  }

  @Test func twoFilesOfOneMeetingAreTwoRecords() throws {
    let store = try RecordStore.inMemory()
    let summary = Fixture("summary.txt", turns: Array(turns.prefix(2)))
    let minutes = Fixture("minutes.txt", turns: turns)
    _ = try store.save(summary.file, records: [summary.record])
    let outcome = try store.save(minutes.file, records: [minutes.record])
    #expect(outcome.records.map(\.address) == ["水路部会/3~2"])
    #expect(try store.record(at: "3~2").ordinal == 2)
    #expect(try store.record(at: "3~2").statements.count == 4)
    #expect(try store.record(at: "3").statements.count == 2)
    #expect(try store.resolve("3~2#4").address == "水路部会/3~2#4")
  }

  @Test func aFileCanTakeThePlaceOfAnother() throws {
    let store = try RecordStore.inMemory()
    let old = Fixture("draft.txt", turns: Array(turns.prefix(2)))
    let new = Fixture("final.txt", turns: turns)
    _ = try store.save(old.file, records: [old.record])
    let outcome = try store.save(new.file, records: [new.record], replacing: "水路部会/3")
    #expect(outcome.status == .updated)
    #expect(outcome.records.map(\.address) == ["水路部会/3"])
    #expect(outcome.records.map(\.kept) == [2])
    #expect(try store.records().count == 1)
    let again = try store.save(old.file, records: [old.record])
    #expect(again.status == .replaced(by: "final.txt"))
    #expect(try store.record(at: "3").statements.count == 4)
  }

  @Test func rederivingLeavesAddressesAlone() throws {
    let store = try RecordStore.inMemory()
    var fixture = Fixture("a.txt", turns: turns)
    _ = try store.save(fixture.file, records: [fixture.record])
    fixture.parser = "2"
    var record = fixture.record
    record.statements[0].positions = [
      Position(
        stance: .support, targetKind: .topic, target: nil, clause: TextSpan(0, 3),
        evidence: TextSpan(0, 3), cue: TextSpan(0, 3), rule: "r")
    ]
    let outcome = try store.rederive(fixture.file, records: [record])
    #expect(outcome.records.map(\.kept) == [4])
    #expect(outcome.records.map(\.added) == [0])
    #expect(try store.record(at: "3") == record.withPersons(of: store))
  }

  @Test func aContradictionLeavesTheIndexAsItWas() throws {
    let store = try RecordStore.inMemory()
    let good = Fixture("a.txt", turns: turns)
    _ = try store.save(good.file, records: [good.record])
    let bad = Fixture("b.txt", number: 4, turns: turns.reversed())
    var record = bad.record
    record.statements[3].agenda = [AgendaPath([7])]
    #expect(throws: StoreError.self) { try store.save(bad.file, records: [record]) }
    #expect(try store.records() == [good.record.withPersons(of: store)])
    #expect(throws: StoreError.unknownAddress("4")) { try store.resolve("4") }
  }
}
