import Deliberation
import JapaneseText
import Statutes
import Testing

/// Moved provisions: where they stood, where they went, and what the table does not tell.
@Suite struct LineageTests {
  static let law = "507AC0000000999"

  static func move(_ day: String, _ from: String, _ to: String) throws -> Lineage.Move {
    Lineage.Move(
      law: law, date: try #require(CalendarDate(day)), from: from, to: to, reason: "試験")
  }

  /// 2 moves to 3 and later to 4; 3 to 5 when 2 comes; items of 10 go to 11-2.
  static func table() throws -> Lineage {
    Lineage([
      try move("2020-04-01", "Mp-At_2", "Mp-At_3"), try move("2020-04-01", "Mp-At_3", "Mp-At_5"),
      try move("2022-04-01", "Mp-At_3", "Mp-At_4"),
      try move("2021-01-01", "Mp-At_10-Pr_1-It_1", "Mp-At_11-Pr_2-It_1"),
    ])
  }

  static func words(_ stays: [Lineage.Stay]) -> [String] {
    stays.map { "\($0.element) \($0.since?.description ?? "")..\($0.until?.description ?? "")" }
  }

  @Test func aChainIsFollowedBothWays() throws {
    let table = try Self.table()
    let chain = [
      "Mp-At_2-Pr_1 ..2020-03-31", "Mp-At_3-Pr_1 2020-04-01..2022-03-31",
      "Mp-At_4-Pr_1 2022-04-01..",
    ]
    #expect(Self.words(table.stays(of: "Mp-At_4-Pr_1", in: Self.law, on: nil)) == chain)
    let days = ["Mp-At_2-Pr_1": "2019-01-01", "Mp-At_3-Pr_1": "2021-01-01"]
    for (element, day) in days {
      let stays = table.stays(of: element, in: Self.law, on: CalendarDate(day))
      #expect(Self.words(stays) == chain)
    }
    #expect(
      table.element(
        "Mp-At_2", in: Self.law, on: CalendarDate("2019-01-01"), movedTo: nil) == "Mp-At_4")
  }

  /// What stands today where something else stood is not the same provision.
  @Test func aTakenPlaceHasNoLineage() throws {
    let table = try Self.table()
    #expect(
      Self.words(table.stays(of: "Mp-At_3", in: Self.law, on: nil)) == ["Mp-At_3 2022-04-01.."])
    #expect(
      table.element("Mp-At_4", in: Self.law, on: CalendarDate("2021-01-01"), movedTo: nil) == nil)
    #expect(table.stays(of: "Mp-At_9", in: Self.law, on: nil).count == 1)
    #expect(Self.words(table.stays(of: "Mp-At_2", in: "x", on: nil)) == ["Mp-At_2 .."])
  }

  /// An article is asked with what came into it, and with what left it later.
  @Test func anArticleReachesWhatMoved() throws {
    let table = try Self.table()
    #expect(
      Self.words(table.reach(of: "Mp-At_11", in: Self.law, on: nil)) == [
        "Mp-At_11 ..", "Mp-At_10-Pr_1-It_1 ..2020-12-31",
      ])
    #expect(Self.words(table.reach(of: "Mp-At_10", in: Self.law, on: nil)) == ["Mp-At_10 .."])
    #expect(
      Self.words(table.reach(of: "Mp-At_10", in: Self.law, on: CalendarDate("2020-06-01"))) == [
        "Mp-At_10 ..", "Mp-At_11-Pr_2-It_1 2021-01-01..",
      ])
  }

  @Test func theShippedTableIsSound() throws {
    let laws = try Corpus.laws()
    let table = try Lineage.load(json: try Corpus.bytes("Corpus/laws/lineage.json"), laws: laws)
    let rule = "360M50001000025"
    #expect(
      Self.words(table.stays(of: "Mp-At_58-Pr_2-It_1", in: rule, on: nil)) == [
        "Mp-At_58-Pr_1-It_1 ..2023-06-15", "Mp-At_58-Pr_2-It_1 2023-06-16..",
      ])
    // What stands in the first paragraph now is new.
    #expect(
      Self.words(table.stays(of: "Mp-At_58-Pr_1-It_1", in: rule, on: nil)) == [
        "Mp-At_58-Pr_1-It_1 2023-06-16.."
      ])
    for move in table.moves {
      let back = table.element(move.to, in: move.law, on: move.date, movedTo: move.date.dayBefore)
      #expect(back == move.from)
    }
  }

  static let wrong: [(String, String)] = [
    (#""law": "x", "date": "2020-01-01""#, "unknown law"),
    (#""law": "359AC0000000086", "date": "2020-13-01""#, "no day"),
  ]

  @Test(arguments: wrong)
  func aWrongTableIsRefused(_ head: String, _ reason: String) throws {
    let json = """
      {"format": "shingi.lineage/1", "groups": [
        {\(head), "reason": "試験", "moves": [{"from": "Mp-At_1", "to": "Mp-At_2"}]}]}
      """
    do {
      _ = try Lineage.load(json: [UInt8](json.utf8), laws: try Corpus.laws())
      Issue.record("the table was taken")
    } catch let error as CatalogueError {
      #expect(error.description.contains(reason))
    }
  }
}
