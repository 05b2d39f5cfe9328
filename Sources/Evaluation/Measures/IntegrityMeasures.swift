import Deliberation
import JapaneseText

/// Whether every span lies in its text and every shown string is found at its place in the source.
enum IntegrityMeasures {
  static func measure(_ cases: [Comparison]) -> Measured {
    var spans = Tally()
    var sources = Tally()
    var measured = Measured()
    for item in cases {
      for statement in item.record.statements {
        let length = statement.text.unicodeScalars.count
        for (name, span) in self.spans(of: statement) {
          let isRight = span.from >= 0 && span.from < span.to && span.to <= length
          spans = spans + Tally(right: isRight ? 1 : 0, wrong: isRight ? 0 : 1)
          guard !isRight else { continue }
          measured.differences.append(
            Difference(
              figure: "evidenceIntegrity", place: "\(item.gold.name)#\(statement.number)",
              expected: "inside 0..<\(length)", found: "\(name) [\(span.from), \(span.to)]"))
        }
        guard let source = item.source else { continue }
        let there = words(statement.source, in: source)
        let isRight = there.compared == statement.text.compared
        sources = sources + Tally(right: isRight ? 1 : 0, wrong: isRight ? 0 : 1)
        guard !isRight else { continue }
        measured.differences.append(
          Difference(
            figure: "sourceIntegrity", place: "\(item.gold.name)#\(statement.number)",
            expected: statement.text, found: there))
      }
      guard let source = item.source else { continue }
      for event in item.record.events {
        let isRight = words(event.source, in: source).compared.contains(event.text.compared)
        sources = sources + Tally(right: isRight ? 1 : 0, wrong: isRight ? 0 : 1)
        guard !isRight else { continue }
        measured.differences.append(
          Difference(
            figure: "sourceIntegrity", place: "\(item.gold.name): event \(event.number)",
            expected: event.text, found: words(event.source, in: source)))
      }
    }
    measured.figures = [
      Figure("evidenceIntegrity", "Evidence: spans inside their text", share: spans),
      Figure("sourceIntegrity", "Evidence: text found at its place in the source", share: sources),
    ]
    return measured
  }

  private static func words(_ segments: [SourceSegment], in source: Scalars) -> String {
    segments.map { source.text($0.span) }.joined()
  }

  /// Every span that points into the statement's text, with its name.
  private static func spans(of statement: Statement) -> [(String, TextSpan)] {
    var spans: [(String, TextSpan)] = []
    spans += statement.paragraphs.map { ("paragraph", $0) }
    spans += statement.sentences.map { ("sentence", $0) }
    for position in statement.positions {
      spans += [("clause", position.clause), ("evidence", position.evidence)]
      if !position.cue.isEmpty { spans.append(("cue", position.cue)) }
      spans += [position.condition, position.concession].compactMap(\.self).map { ("aside", $0) }
    }
    for view in statement.reported {
      spans += [("reported clause", view.clause), ("reported evidence", view.evidence)]
    }
    spans += statement.relations.map { ("relation", $0.evidence) }
    spans += statement.undertakings.map { ("undertaking", $0.what) }
    spans += (statement.links + statement.candidates).compactMap(\.evidence).map { ("link", $0) }
    return spans
  }
}
