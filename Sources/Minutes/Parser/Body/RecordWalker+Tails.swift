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
