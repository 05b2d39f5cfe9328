import JapaneseText

/// From words to the expression that finds them in the index.
///
/// Together with `SearchIndex` this is the seam behind which the engine can be exchanged.
struct TextSearch {
  /// What is asked for; nil without words.
  var query: TextQuery?
  /// What FTS5 matches: the hits, and where texts are checked perhaps more; nil where only excluded
  /// words, or none, were given.
  var match: String?
  /// What hits must not match, where nothing positive stands beside it.
  var excluded: String?
  /// The forms of the words that are looked for, for marking hits.
  var forms: [WordForm] = []
  /// Whether each text has to be looked at, because FTS5 alone cannot tell.
  var isChecked = false

  init(_ words: SearchExpression?, isExact: Bool) {
    guard let words, let query = TextQuery(words, isExact: isExact) else { return }
    self.query = query
    if case .except(.everything, let other) = query, Self.isExactly(other) {
      excluded = Self.superset(other)
    } else {
      isChecked = !Self.isExactly(query)
      match = isChecked ? Self.superset(query) : Self.expression(query)
    }
    forms = WordForms.wanted(words, isExact: isExact)
  }

  /// The words as they are searched.
  var searched: [String] { forms.compactMap(\.scalars).map { String($0) } }

  private static func isExactly(_ query: TextQuery) -> Bool { expression(query) != nil }

  /// The FTS5 expression of a query; nil where there is none.
  private static func expression(_ query: TextQuery) -> String? {
    switch query {
    case .phrase(let word): return SearchTerms.expression(word)
    case .all(let parts), .any(let parts):
      let inner = parts.compactMap(expression)
      guard inner.count == parts.count else { return nil }
      if case .all = query { return joined(inner, by: " AND ") }
      return joined(inner, by: " OR ")
    case .except(let part, let other):
      guard let part = expression(part), let other = expression(other) else { return nil }
      return "(\(part) NOT \(other))"
    case .beginning, .near, .mark, .everything, .checked: return nil
    }
  }

  /// An FTS5 expression that matches at least the hits; nil where that is all texts.
  private static func superset(_ query: TextQuery) -> String? {
    switch query {
    case .phrase(let word), .beginning(let word): return SearchTerms.expression(word)
    case .all(let parts): return joined(parts.compactMap(superset), by: " AND ")
    case .any(let parts):
      let inner = parts.compactMap(superset)
      return inner.count == parts.count ? joined(inner, by: " OR ") : nil
    case .near(let words, _):
      return joined(words.compactMap { superset(.any($0)) }, by: " AND ")
    case .except(let part, _), .checked(let part, _): return superset(part)
    case .mark, .everything: return nil
    }
  }

  private static func joined(_ parts: [String], by sign: String) -> String? {
    if parts.count > 1 { return "(" + parts.joined(separator: sign) + ")" }
    return parts.first
  }
}
