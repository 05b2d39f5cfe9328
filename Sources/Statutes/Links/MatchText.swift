package import JapaneseText

/// A text made ready for looking up terms: folded, without the blanks that Japanese does not need,
/// with the way back to the original.
package struct MatchText: Sendable {
  let scalars: Scalars
  /// The offset in the original of each scalar, and of the end.
  private let offsets: [Int]

  package init(_ original: Scalars) {
    let folded = FoldedText(original)
    var scalars: Scalars = []
    var offsets: [Int] = []
    scalars.reserveCapacity(folded.scalars.count)
    offsets.reserveCapacity(folded.scalars.count + 1)
    for index in folded.scalars.indices {
      let scalar = folded.scalars[index]
      if scalar.isSpace {
        // A blank keeps only Latin words and numbers apart.
        guard let before = scalars.last, MatchText.isWord(before),
          index + 1 < folded.scalars.count, MatchText.isWord(folded.scalars[index + 1])
        else { continue }
      }
      scalars.append(scalar)
      offsets.append(folded.offsets[index])
    }
    offsets.append(folded.offsets[folded.scalars.count])
    self.scalars = scalars
    self.offsets = offsets
  }

  package init(_ text: String) { self.init(text.scalars) }

  /// A term in the form in which it is looked up.
  static func term(_ word: String) -> Scalars { MatchText(word).scalars }

  /// The places of a term, in offsets of this text; Latin words and numbers match only whole.
  func places(of term: Scalars) -> [TextSpan] {
    guard let first = term.first, let last = term.last else { return [] }
    return scalars.offsets(of: term).compactMap { offset in
      let end = offset + term.count
      if MatchText.isWord(first), offset > 0, MatchText.isWord(scalars[offset - 1]) { return nil }
      if MatchText.isWord(last), end < scalars.count, MatchText.isWord(scalars[end]) { return nil }
      return TextSpan(offset, end)
    }
  }

  func contains(_ term: Scalars) -> Bool { !places(of: term).isEmpty }

  /// The span of the original that a span of this text came from, without blanks at its end.
  func sourceSpan(_ span: TextSpan) -> TextSpan {
    guard !span.isEmpty else { return TextSpan(offsets[span.from], offsets[span.from]) }
    return TextSpan(offsets[span.from], offsets[span.to - 1] + 1)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIIDigit || (0x61...0x7A).contains(scalar.value)
      || (0x41...0x5A).contains(scalar.value)
  }
}
