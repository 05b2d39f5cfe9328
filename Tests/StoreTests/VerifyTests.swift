import Deliberation
import Foundation
import GRDB
import JapaneseText
import Testing

@testable import Store

@Suite("Verifying")
struct VerifyTests {
  @Test func aSoundIndexHasNoProblems() throws {
    let store = try SearchTests.store()
    var fixture = Fixture("1.txt", number: 1, turns: [("青木 波", "水門を見直す。"), ("石井 岬", "賛成。")])
    _ = try store.save(fixture.file, records: [fixture.record])
    fixture.turns.removeFirst()
    _ = try store.save(fixture.file, records: [fixture.record])
    #expect(try store.verify() == [])
  }

  @Test(arguments: [
    ("UPDATE statement SET text = '別の語' WHERE number = '2'", "searchIndex"),
    ("UPDATE statement SET sentences = '[[0,9999]]' WHERE number = '1'", "span"),
    ("UPDATE statement SET source = '[[0,9999,1,null]]' WHERE number = '1'", "span"),
    ("UPDATE statement SET source = '[[0,4,1,null]]' WHERE number = '1'", "quotedText"),
    ("DELETE FROM passage WHERE kind = 'agenda'", "searchIndex"),
    ("UPDATE file SET bytes = x'00'", "integrity"),
    ("UPDATE identity SET withdrawn = 'x' WHERE number = '1'", "identity"),
  ]) func whatIsWrongIsFound(sql: String, check: String) throws {
    let store = try SearchTests.store()
    try store.writing { try $0.execute(sql: sql) }
    #expect(try store.verify().contains { $0.check == check })
  }

  @Test func aDecisionWithoutItsWordsIsAnOpenFinding() throws {
    let store = try RecordStore.inMemory()
    var fixture = Fixture("1.txt", number: 1, turns: [("青木 波", "水門を見直す。")])
    _ = try store.save(fixture.file, records: [fixture.record])
    let span = try #require(fixture.record.statements.first?.source.first?.span)
    let decision = Decision(
      kind: "stance",
      anchor: DecisionAnchor(
        sourceHash: fixture.file.sha256, span: span, quoted: "水門を見直す。"),
      value: "{\"stance\":\"support\"}", author: "試験")
    try store.add(decision)
    try store.add(Decision(kind: "seen", subject: "p-1", value: "\"p-2\"", author: "試験"))
    #expect(try store.decisions().first == decision)
    #expect(try store.verify() == [])
    fixture.turns[0].text = "水門は見直さない。"
    _ = try store.save(fixture.file, records: [fixture.record])
    // An open finding is known about, and no flaw of the index.
    #expect(try store.verify() == [])
    #expect(try store.findings().map(\.finding.kind) == ["decisionWithoutAnchor"])
    #expect(try store.decisions().count == 2)
  }

  @Test(arguments: [
    "DELETE FROM decision", "UPDATE decision SET value = '0'", "DELETE FROM identity",
    "UPDATE identity SET address = 'x'", "DELETE FROM anchor", "UPDATE anchor SET spanTo = 99999",
  ]) func whatHumansDecidedAndAddressesStay(sql: String) throws {
    let store = try SearchTests.store()
    try store.add(Decision(kind: "k", subject: "p-1", value: "1", author: "試験"))
    #expect(throws: StoreError.self) { try store.writing { try $0.execute(sql: sql) } }
  }
}
