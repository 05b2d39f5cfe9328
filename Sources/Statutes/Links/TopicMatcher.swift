import JapaneseText

/// A topic with its words folded once.
struct TopicMatcher: Sendable {
  let topic: Topic
  private let terms: [Scalars]
  private let unless: [Scalars]
  private let requires: [Condition]
  private let without: [Condition]
  private let home: [Scalars]

  private struct Condition: Sendable {
    let place: TopicCondition.Place
    let words: [Scalars]

    init(_ condition: TopicCondition) {
      place = condition.place
      words = condition.words.map(MatchText.term)
    }

    func holds(in text: MatchText, context: [MatchText]) -> Bool {
      if place == .statement || place == .either, words.contains(where: text.contains) {
        return true
      }
      return (place == .context || place == .either)
        && context.contains { around in words.contains(where: around.contains) }
    }
  }

  /// The words that show a topic.
  struct Showing: Sendable {
    /// In offsets of the original.
    let span: TextSpan
    /// The topic wants the statement to be about it, and this is a mention in passing.
    let isPassing: Bool
  }

  init(_ topic: Topic) {
    self.topic = topic
    terms = topic.terms.map(MatchText.term)
    unless = topic.unless.map(MatchText.term)
    requires = topic.requires.map(Condition.init)
    without = topic.without.map(Condition.init)
    home = topic.home.map(MatchText.term)
  }

  /// The first words of the text that show the topic, in offsets of the original.
  ///
  /// - Parameters:
  ///   - text: The statement, or an agenda title.
  ///   - context: What stands around it (see `TopicCondition.Place.context`).
  ///   - bodies: The names of the bodies at every level.
  /// - Returns: nil where the topic does not show.
  func evidence(in text: MatchText, context: [MatchText], bodies: Set<String>) -> Showing? {
    guard topic.bodies.isEmpty || topic.bodies.contains(where: bodies.contains) else { return nil }
    let places = mentions(in: text)
    guard let first = places.first,
      requires.allSatisfy({ $0.place == .sentence || $0.holds(in: text, context: context) }),
      !without.contains(where: { $0.holds(in: text, context: context) })
    else { return nil }
    let isHome =
      home.isEmpty || context.contains { around in home.contains(where: around.contains) }
    guard isHome || home.contains(where: text.contains) else { return nil }
    guard topic.needsFocus || !isHome else {
      return Showing(span: text.sourceSpan(first), isPassing: false)
    }
    let isTitle = context.contains { title in terms.contains(where: title.contains) }
    let focus = Focus.place(of: places, in: text.scalars, as: .term)
    return Showing(
      span: text.sourceSpan(focus ?? first), isPassing: !isTitle && focus == nil)
  }

  /// The places of the terms, in the order of the text, where the conditions on their sentences
  /// hold.
  private func mentions(in text: MatchText) -> [TextSpan] {
    var places: [TextSpan] = []
    var voids: [TextSpan]?
    for term in terms {
      for place in text.places(of: term) {
        let excluded = voids ?? unless.flatMap { text.places(of: $0) }
        voids = excluded
        if !excluded.contains(where: { $0.contains(place) }) { places.append(place) }
      }
    }
    let inSentence = requires.filter { $0.place == .sentence }.map(\.words)
    let notInSentence = without.filter { $0.place == .sentence }.map(\.words)
    if !inSentence.isEmpty || !notInSentence.isEmpty {
      places = places.filter { place in
        let sentence = Scalars(text.scalars[Focus.sentence(around: place, in: text.scalars).range])
        func stands(_ words: [Scalars]) -> Bool {
          words.contains { sentence.firstOffset(of: $0) != nil }
        }
        return inSentence.allSatisfy(stands) && !notInSentence.contains(where: stands)
      }
    }
    return places.sorted { $0.from < $1.from }
  }
}
