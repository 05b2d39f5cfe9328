import Deliberation
import Reports

/// One statement: its words, what was found in them and why, and how to cite it.
struct StatementPage: Page {
  let record: RecordView
  let index: Int

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
        "citation",
        [
          "plain": .string(citation.plain), "markdown": .string(citation.markdown),
          "bibtex": .string(citation.bibtex),
        ]))
    value = .object(members)
    return value
  }
}
