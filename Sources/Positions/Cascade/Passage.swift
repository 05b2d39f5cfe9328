import Deliberation
import JapaneseText

/// A statement as the cascade reads it: folded, with the way back to its own text.
struct Passage: Sendable {
  /// The statement's own text.
  let original: Scalars
  let folded: FoldedText
  /// Legal terms and compounds inside which no cue counts.
  let masked: [TextSpan]
  /// The sentences, in folded offsets.
  let sentences: [TextSpan]

  /// Whether the speaker ends sentences politely (です・ます), so that plain ends mean something.
  let isPolite: Bool
  /// How the label names those for whom the speaker speaks.
  private let own: [Scalars]

  var text: Scalars { folded.scalars }

  init(_ statement: Statement, _ lexicon: StanceLexicon) {
    let original = statement.text.scalars
    let folded = FoldedText(original, blanks: .dropAll)
    self.original = original
    self.folded = folded
    masked = lexicon.masks.all(in: folded.scalars, within: TextSpan(0, folded.scalars.count))
      .map(\.0)
    isPolite = Self.politeEnds.contains { folded.scalars.firstOffset(of: $0) != nil }
    own = [statement.organisation, statement.surname].compactMap(\.self).map(fold)
      .filter { $0.count > 1 }
    let spans =
      statement.sentences.isEmpty
      ? Sentences.spans(in: original) : statement.sentences
    sentences = spans.map { Self.foldedSpan($0, folded.offsets) }
  }

  /// Whether words name the speaker, or the organisation that the label gives them.
  func isSpeaker(_ span: TextSpan) -> Bool {
    own.contains { text.firstOffset(of: $0, from: span.from, to: span.to) != nil }
  }

  private static let politeEnds = ["ます。", "です。", "ました。", "ません。", "ですね。", "でした。"].map(fold)

  /// The stretch of the statement's own text.
  func source(_ span: TextSpan) -> TextSpan { folded.sourceSpan(span) }

  private static func foldedSpan(_ span: TextSpan, _ offsets: [Int]) -> TextSpan {
    TextSpan(firstIndex(offsets, atLeast: span.from), firstIndex(offsets, atLeast: span.to))
  }

  private static func firstIndex(_ offsets: [Int], atLeast value: Int) -> Int {
    var low = 0
    var high = max(0, offsets.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
