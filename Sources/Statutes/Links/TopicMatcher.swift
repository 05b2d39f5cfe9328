import JapaneseText

/// A topic with its words folded once.
struct TopicMatcher: Sendable {
  let topic: Topic
  private let terms: [Scalars]
  private let unless: [Scalars]
  private let requires: [(place: TopicCondition.Place, words: [Scalars])]

  init(_ topic: Topic) {
    self.topic = topic
    terms = topic.terms.map(MatchText.term)
    unless = topic.unless.map(MatchText.term)
    requires = topic.requires.map { ($0.place, $0.words.map(MatchText.term)) }
  }

  /// The first words of the text that show the topic, in offsets of the original.
  ///
  /// - Parameters:
  ///   - text: The statement, or an agenda title.
  ///   - context: What stands around it (see `TopicCondition.Place.context`).
  ///   - bodies: The names of the bodies at every level.
  /// - Returns: nil where the topic does not show.
  func evidence(in text: MatchText, context: [MatchText], bodies: Set<String>) -> TextSpan? {
    guard topic.bodies.isEmpty || topic.bodies.contains(where: bodies.contains) else { return nil }
    var found: TextSpan?
    var voids: [TextSpan]?
    for term in terms {
      for place in text.places(of: term) {
        let excluded = voids ?? unless.flatMap { text.places(of: $0) }
        voids = excluded
        if excluded.contains(where: { $0.contains(place) }) { continue }
        if let earlier = found, earlier.from <= place.from { break }
        found = place
        break
      }
    }
    guard let found else { return nil }
    for condition in requires {
      let here = condition.place != .context && condition.words.contains(where: text.contains)
      let around =
        condition.place != .statement
        && context.contains { place in condition.words.contains(where: place.contains) }
      guard here || around else { return nil }
    }
    return text.sourceSpan(found)
  }
}
