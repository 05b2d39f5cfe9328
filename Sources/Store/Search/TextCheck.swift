import JapaneseText

/// A condition on a folded text that the index alone cannot decide.
struct TextCheck: Hashable, Sendable {
  /// Whether the text passes.
  func holds(in folded: Scalars) -> Bool { true }
}
