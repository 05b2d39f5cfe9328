import JapaneseText

/// A condition on a folded text that the index alone cannot decide.
indirect enum TextCheck: Hashable, Sendable {
  case pattern(WordPattern)
  /// One place of each word, in any of its forms, near the others (`TextQuery.near`).
  case near([[WordForm]], distance: Int)

  /// Whether the text passes.
  func holds(in folded: Scalars) -> Bool {
    let text = PatternText(folded)
    switch self {
    case .pattern(let pattern): return !pattern.spans(in: text).isEmpty
    case .near(let words, let distance):
      let places = words.map { forms in forms.flatMap { $0.spans(in: text) }.sorted() }
      return Nearness.holds(places, distance: distance)
    }
  }
}
