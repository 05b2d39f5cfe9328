import Deliberation
import JapaneseText
import Store

/// A decision as the history of a statement shows it.
struct DecisionView {
  let decision: Decision

  func view(_ place: Surroundings) -> View {
    [
      "kind": place.words.find("decision.\(decision.kind)") ?? decision.kind,
      "subject": decision.subject, "value": decision.value, "author": decision.author,
      "created": decision.created,
    ]
  }

  /// The decisions that were made about the words of a statement, the newest first.
  static func history(
    of statement: Deliberation.Statement, among placed: [PlacedDecision]
  ) -> [Decision] {
    placed.filter { decision in
      statement.source.contains { $0.span.overlaps(decision.span) }
    }.map(\.decision).reversed()
  }
}
