import Deliberation
import Reports
import Store

/// One statement: its words, what was found in them and why, and how to cite it.
struct StatementPage: Page {
  let record: RecordView
  let index: Int
  /// What humans decided about it, the newest first.
  let history: [Decision]
  /// Whether the speaker can be corrected here.
  let canCorrect: Bool

  var template: String { "statement" }

  private var turn: TurnView { TurnView(record, index) }

  func title(_ words: Words) -> String {
    let speaker = Speaker(turn.statement).name ?? words["speaker.unnamed"]
    return "\(speaker) – \(turn.address)"
  }

  func view(_ place: Surroundings) -> View {
    let citation = turn.citation(place)
    return [
      "head": record.head(place),
      "turn": turn.view(place),
      "before": neighbour(index - 1, place), "behind": neighbour(index + 1, place),
      "history": history.map { DecisionView(decision: $0).view(place) },
      "hasHistory": history.isEmpty ? nil : true,
      "form": place.editor?.formToken, "address": turn.address,
      "correctable": canCorrect && place.editor != nil ? true : nil,
      "plain": citation.plain, "markdown": citation.markdown, "bibtex": citation.bibtex,
    ]
  }

  private func neighbour(_ index: Int, _ place: Surroundings) -> View? {
    guard record.record.statements.indices.contains(index) else { return nil }
    let turn = TurnView(record, index)
    return [
      "number": turn.statement.number, "href": place.links.statement(turn.address),
      "speaker": Speaker(turn.statement).name,
    ]
  }

  var json: JSONValue {
    var value = RecordJSON.statement(
      turn.statement, in: record.record, address: record.address)
    guard case .object(var members) = value else { return value }
    let citation = turn.citation(Surroundings(words: Words(.ja), links: Links()))
    members.append(
      JSONMember(
        "decisions",
        .array(
          history.map { decision in
            [
              "kind": .string(decision.kind), "subject": .text(decision.subject),
              "value": .string(decision.value), "author": .string(decision.author),
              "created": .string(decision.created),
            ]
          })))
    members.append(
      JSONMember(
        "citation",
        [
          "plain": .string(citation.plain), "markdown": .string(citation.markdown),
          "bibtex": .string(citation.bibtex),
        ]))
    value = .object(members)
    return value
  }
}
