import JapaneseText

/// A word of a query with everything that is searched beside it: 検索語の展開.
package struct Expansion: Hashable, Sendable {
  /// Why something is searched beside a word.
  package enum Reason: String, Sendable {
    /// Another spelling of an equal number; one example of several.
    case number
    /// 々 and ゝ, or what they stand for.
    case repetition
    /// A blank between Latin and Japanese characters, or none.
    case blank
    case synonym
  }

  package struct Alternative: Hashable, Sendable {
    package var text: String
    package var reason: Reason
  }

  package var word: String
  package var alternatives: [Alternative]
}

extension SearchQuery {
  /// What is searched beside each word of the query; words that stand alone are left out.
  package func expansions(_ synonyms: Synonyms? = nil) -> [Expansion] {
    var seen: Set<SearchExpression> = []
    return (words?.words ?? []).filter { seen.insert($0).inserted }.compactMap { word in
      let alternatives = Expansion.alternatives(of: word, isExact: isExact, synonyms)
      guard !alternatives.isEmpty else { return nil }
      return Expansion(word: word.wanted.first ?? "", alternatives: alternatives)
    }
  }
}

extension SearchExpression {
  /// Every word, phrase and prefix, those behind NOT too.
  fileprivate var words: [SearchExpression] {
    switch self {
    case .word, .phrase, .prefix: [self]
    case .near(let parts, _), .all(let parts), .any(let parts): parts.flatMap(\.words)
    case .not(let part): part.words
    }
  }
}

extension Expansion {
  static func alternatives(
    of word: SearchExpression, isExact: Bool, _ synonyms: Synonyms?
  ) -> [Alternative] {
    guard let typed = word.wanted.first else { return [] }
    let folded = FoldedText(typed.scalars).scalars
    var found: [Alternative] = []
    for form in WordForms.forms(of: word, isExact: isExact) {
      switch form {
      case .plain(let scalars), .beginning(let scalars):
        // The literal, and what a dash at its beginning may become.
        if scalars.dropFirst() == folded.dropFirst() { continue }
        let isBlank = scalars.filter { $0 != " " } == folded.filter { $0 != " " }
        // Of several places for a blank the last form shows all.
        if isBlank { found.removeAll { $0.reason == .blank } }
        found.append(Alternative(text: String(scalars), reason: isBlank ? .blank : .repetition))
      case .pattern(let pattern):
        for text in pattern.examples where text != folded {
          found.append(Alternative(text: String(text), reason: .number))
        }
      }
    }
    if case .word = word, let synonyms {
      found += synonyms.others(of: typed).map { Alternative(text: $0, reason: .synonym) }
    }
    return found
  }
}

extension WordPattern {
  /// The pattern with its numbers in digits, and in kanji.
  var examples: [Scalars] {
    let styles: [(Int) -> String] = [
      { String($0) }, { Numerals.grouped($0) }, { Numerals.kanji($0) },
    ]
    var examples: [Scalars] = []
    for style in styles {
      let text = pieces.reduce(into: Scalars()) { text, piece in
        switch piece {
        case .one(let scalars): text += scalars
        case .either(let options): text += options.first { !$0.contains(" ") } ?? []
        case .number(let value): text += style(value).scalars
        }
      }
      if !examples.contains(text) { examples.append(text) }
    }
    return examples
  }
}
