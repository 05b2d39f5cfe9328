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
    of statement: Deliberation.Statement, sha256: String, among all: [Decision]
  ) -> [Decision] {
    guard let span = statement.source.first?.span else { return [] }
    return all.filter { decision in
      guard let anchor = decision.anchor, anchor.sourceHash == sha256 else { return false }
      return statement.source.contains { $0.span.overlaps(anchor.span) } || anchor.span == span
    }.reversed()
  }
}
