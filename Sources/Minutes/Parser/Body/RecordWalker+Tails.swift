import Deliberation
import JapaneseText

/// Lines that end a turn although no label follows.
extension RecordWalker {
  /// A line further left than the mark of a question or answer is none of its words.
  func leavesQuestion(_ piece: Piece) -> Bool {
    guard draft?.form == .question, let first = draft?.fragments.first else { return false }
    return piece.line.indent < first.indent && piece.line.indent == 0
      && TurnText.endsSentence(scalars[draft?.fragments.last.map { $0.span.to - 1 } ?? 0]) == false
      && piece.span.count <= 40
  }

  /// A title by itself between two turns (諸般の報告): no words of the speaker before it.
  mutating func caption(_ place: Int) -> Int? {
    let piece = pieces[place]
    guard draft?.form == .turn, isAfterGap, !piece.isInner, (3...30).contains(piece.span.count),
      place + 1 < pieces.count, piece.line.listLevel == nil, standsApart(place),
      !TurnText.endsSentence(scalars[piece.span.to - 1]),
      !scalars[piece.span.range].contains(where: { "。、".unicodeScalars.contains($0) }),
      opensLabel(place + 1)
    else { return nil }
    flush()
    add(
      .agendaMove, span: piece.span, text: scalars.text(piece.span), piece: piece,
      agenda: tree.current)
    isAfterGap = true
    return place + 1
  }

  /// Whether a line is further left than all words of the turn before it, with a gap on both sides,
  /// or says by its last word that it is a matter (答申事項, …について) after a finished sentence.
  private func standsApart(_ place: Int) -> Bool {
    guard let words = draft?.fragments, let last = words.last else { return false }
    if pieces[place].line.indent == 0, words.allSatisfy({ $0.indent > 0 }) {
      return pieces[place + 1].isBlank
    }
    let span = pieces[place].span
    return TurnText.endsSentence(scalars[last.span.to - 1])
      && Self.matters.contains {
        span.count > $0.count && scalars.starts($0, at: span.to - $0.count)
      }
  }

  private static let matters = ["事項", "について", "の件", "の報告", "の挨拶", "のあいさつ"].map(\.scalars)

  func isSignature(_ piece: Piece) -> Bool {
    guard draft != nil, piece.span.count <= 60 else { return false }
    let words = Array(scalars[piece.span.range])
    let isSpaced = words.count { $0.isBlank } >= 2
    return (isSpaced || piece.line.indent >= 6) && isAfterGap && StageDirection.isSignature(words)
  }

  func isContact(_ piece: Piece) -> Bool {
    guard piece.span.count <= 200, draft != nil || isInOpinions,
      "お問（＜【連担文".unicodeScalars.contains(scalars[piece.span.from])
    else { return false }
    return StageDirection.contacts.contains { scalars.starts($0, at: piece.span.from) }
  }
}
