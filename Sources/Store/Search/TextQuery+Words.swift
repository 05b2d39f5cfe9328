import JapaneseText

extension TextQuery {
  /// What words ask for, with their alternatives; nil where no character is left of them.
  init?(_ words: SearchExpression, isExact: Bool) {
    switch words {
    case .word, .phrase, .prefix:
      self.init(anyOf: Self.leaves(words, isExact))
    case .near(let parts, let distance):
      let words = parts.map { Self.leaves($0, isExact) }.filter { !$0.isEmpty }
      if words.isEmpty { return nil }
      self = .near(words, distance: distance)
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

  /// The forms of one word, or of any of several.
  private static func leaves(_ words: SearchExpression, _ isExact: Bool) -> [TextQuery] {
    switch words {
    case .word(let text), .phrase(let text):
      WordForms.forms(of: text, isExact: isExact).map { .phrase($0) }
    case .prefix(let text):
      WordForms.forms(of: text, isExact: isExact).map { form in
        form.first.map(isLetter) == true ? .beginning(form) : .phrase(form)
      }
    case .any(let parts): parts.flatMap { leaves($0, isExact) }
    case .near, .all, .not: []
    }
  }
}
