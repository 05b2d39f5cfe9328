import JapaneseText

extension TextQuery {
  /// What words ask for, with their alternatives; nil where no character is left of them.
  init?(_ words: SearchExpression, isExact: Bool) {
    switch words {
    case .word, .phrase, .prefix:
      self.init(anyOf: WordForms.forms(of: words, isExact: isExact).map(\.query))
    case .near(let parts, let distance):
      let words = parts.map { WordForms.forms(of: $0, isExact: isExact) }.filter { !$0.isEmpty }
      if words.isEmpty { return nil }
      self = Self.near(words, distance)
    case .any(let parts):
      self.init(anyOf: parts.compactMap { TextQuery($0, isExact: isExact) })
    case .all(let parts):
      var wanted: [TextQuery] = []
      var refused: [TextQuery] = []
      for part in parts {
        if case .not(let inner) = part {
          if let inner = TextQuery(inner, isExact: isExact) { refused.append(inner) }
        } else if let part = TextQuery(part, isExact: isExact) {
          wanted.append(part)
        }
      }
      guard !(wanted.isEmpty && refused.isEmpty) else { return nil }
      let all: TextQuery = wanted.count > 1 ? .all(wanted) : wanted.first ?? .everything
      self = TextQuery(anyOf: refused).map { .except(all, $0) } ?? all
    case .not(let part):
      guard let part = TextQuery(part, isExact: isExact) else { return nil }
      self = .except(.everything, part)
    }
  }

  private init?(anyOf parts: [TextQuery]) {
    guard let first = parts.first else { return nil }
    self = parts.count > 1 ? .any(parts) : first
  }

  /// Words near each other; the texts are read only where a word has a form that is a pattern.
  private static func near(_ words: [[WordForm]], _ distance: Int) -> TextQuery {
    let plain = words.map { forms in forms.filter { $0.scalars != nil } }
    let native = TextQuery.near(plain.map { $0.map(\.query) }, distance: distance)
    if plain == words { return native }
    let candidates = words.map { forms in
      TextQuery.any(
        forms.map { form in
          if case .pattern(let pattern) = form { return pattern.candidates }
          return form.query
        })
    }
    return .any([native, .checked(.all(candidates), .near(words, distance: distance))])
  }
}
