import JapaneseText

/// From words to the expression that finds them in the index.
///
/// Together with `SearchIndex` this is the seam behind which the engine can be exchanged.
struct TextSearch {
  /// What FTS5 matches; nil where only excluded words, or none, were given.
  var match: String?
  /// What hits must not match, where nothing positive stands beside it.
  var excluded: String?
  /// The forms of the words that are looked for, for marking hits; longest first.
  var forms: [Scalars] = []

  init(_ words: SearchExpression?, isExact: Bool) {
    guard let words else { return }
    if words.wanted.isEmpty {
      excluded = Self.union(words, isExact)
    } else {
      match = Self.expression(words, isExact)
      forms = words.wanted.flatMap { WordForms.forms(of: $0, isExact: isExact) }
      forms = Array(Set(forms)).sorted {
        ($1.count, String($0)) < ($0.count, String($1))
      }
    }
  }

  /// The words as they are searched.
  var searched: [String] { forms.map { String($0) } }

  /// The FTS5 expression of something that holds at least one wanted word.
  private static func expression(_ words: SearchExpression, _ isExact: Bool) -> String? {
    switch words {
    case .word(let word):
      let forms = WordForms.forms(of: word, isExact: isExact).compactMap(SearchTerms.expression)
      return joined(forms, by: " OR ")
    case .any(let parts):
      return joined(parts.compactMap { expression($0, isExact) }, by: " OR ")
    case .all(let parts):
      let wanted = parts.filter { !$0.wanted.isEmpty }.compactMap { expression($0, isExact) }
      guard let both = joined(wanted, by: " AND ") else { return nil }
      let unwanted = parts.filter(\.wanted.isEmpty).compactMap { union($0, isExact) }
      guard let neither = joined(unwanted, by: " OR ") else { return both }
      return "(\(both) NOT \(neither))"
    case .not: return nil
    }
  }

  /// The FTS5 expression of what an expression of excluded words only must not hold.
  private static func union(_ words: SearchExpression, _ isExact: Bool) -> String? {
    switch words {
    case .not(let part):
      return part.wanted.isEmpty ? nil : expression(part, isExact)
    case .all(let parts), .any(let parts):
      return joined(parts.compactMap { union($0, isExact) }, by: " OR ")
    case .word: return nil
    }
  }

  private static func joined(_ parts: [String], by sign: String) -> String? {
    if parts.count > 1 { return "(" + parts.joined(separator: sign) + ")" }
    return parts.first
  }
}
