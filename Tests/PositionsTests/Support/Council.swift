import Deliberation
import JapaneseText
import Positions

/// A fictional council of one agenda item: who says what, in order.
struct Council {
  var record = Record(source: RecordSource(file: "council", sha256: "", reader: "", parser: ""))

  init(_ turns: [(label: String, kind: SpeakerKind, text: String)]) {
    for (index, turn) in turns.enumerated() {
      let text = turn.text.scalars
      let title = ["部会長", "委員", "課長"].first { turn.label.hasSuffix($0) } ?? ""
      record.statements.append(
        Statement(
          order: index + 1, label: turn.label, surname: String(turn.label.dropLast(title.count)),
          role: title, kind: turn.kind, level: .verbatim, agenda: [AgendaPath([1])],
          text: turn.text, paragraphs: [TextSpan(0, text.count)],
          sentences: Sentences.spans(in: text), source: []))
    }
  }

  /// The record with everything derived.
  func derived() throws -> Record {
    var record = record
    PositionFinder.derive(&record, lexicon: try GoldRecord.lexicon())
    return record
  }

  /// A single statement, derived.
  static func says(_ text: String, _ kind: SpeakerKind = .member) throws -> Statement {
    try Council([("西田委員", kind, text)]).derived().statements[0]
  }
}

extension Statement {
  /// The stances of the speaker's own positions, in order.
  var stances: [Stance] { positions.map(\.stance) }

  /// The words of a span.
  func words(_ span: TextSpan) -> String { text.scalars.text(span) }
}
