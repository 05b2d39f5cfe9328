import Testing

@testable import Positions

@Test(.enabled(if: try GoldRecord.session86() != nil, "../shared is absent"))
func `The annotated session is read as its annotation says`() throws {
  var gold = try #require(try GoldRecord.session86())
  PositionFinder.derive(&gold.record, lexicon: try GoldRecord.lexicon())
  let score = Score(gold.record, gold: gold.statements)
  let notes = score.notes.joined(separator: "\n")
  print(
    "session 86: lenient F1 \(score.stanceF1) relations \(score.relationsF1) reported",
    "\(score.reported)/\(score.reportedGold)", notes)
  #expect(score.stanceF1 >= 0.99, "\(notes)")
  #expect(score.misattributions == 0)
  #expect(score.flips == 0)
  #expect(score.reported == score.reportedGold)
  #expect(score.relationsF1 >= 0.97, "\(notes)")
}
