package import Deliberation
package import JapaneseText

/// A matter by its terms, and the provisions that are meant where the terms stand.
package struct Topic: Hashable, Sendable {
  package let id: String
  /// Why the terms mean these provisions, for whoever reviews the link.
  package let reason: String
  package let terms: [String]
  /// Longer expressions inside which a term means something else.
  package let unless: [String]
  /// Each group must find one of its words.
  package let requires: [TopicCondition]
  /// None may find one of its words.
  package let without: [TopicCondition]
  /// A mention in passing gives a candidate only: the statement must be about the term.
  package let needsFocus: Bool
  /// Words of the field: where the body, the titles and the agenda have none, the statement must
  /// have one, and be about the term.
  package let home: [String]
  /// Names of bodies, at any level of their path, in which alone the topic holds; empty for all.
  package let bodies: [String]
  /// Whether an agenda title that holds a term hands the provisions down to its statements.
  package let inherits: Bool
  package let provisions: [TopicProvision]
}

/// Words of which one must stand beside the term.
package struct TopicCondition: Hashable, Sendable {
  package enum Place: String, Sendable, CaseIterable {
    /// In the statement itself.
    case statement
    /// In the body's name, the meeting's title, the agenda titles above, the explanation before.
    case context
    case either
    /// The sentence in which the term stands.
    case sentence
  }

  package let place: Place
  package let words: [String]
}

/// A provision that a topic means, in the days in which it stood there.
package struct TopicProvision: Hashable, Sendable {
  package let provision: Provision
  /// Strong: a link; else a candidate only.
  package let isStrong: Bool
  package let since: CalendarDate?
  package let until: CalendarDate?

  /// Whether the provision stood there on a day; a day that is not known counts as today.
  package func stands(on date: CalendarDate?) -> Bool {
    guard let date else { return until == nil }
    if let since, date < since { return false }
    if let until, until < date { return false }
    return true
  }
}
