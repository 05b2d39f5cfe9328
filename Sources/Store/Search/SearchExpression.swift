/// Words joined by AND, OR and NOT; a word is any run of characters, found wherever it stands.
package indirect enum SearchExpression: Hashable, Sendable {
  case word(String)
  /// A word that was written in quotation marks.
  case phrase(String)
  /// A word that stands at the beginning of a row of letters and digits; in Japanese, where words
  /// have no beginning, wherever it stands.
  case prefix(String)
  /// Words, or any of several words, of which one occurrence each stands so that from the end of the
  /// one that ends first to the start of the one that starts last there are at most `distance`
  /// characters of folded text; in any order.
  case near([SearchExpression], distance: Int)
  case all([SearchExpression])
  case any([SearchExpression])
  case not(SearchExpression)

  /// The words that hits contain, without those behind NOT.
  package var wanted: [String] {
    switch self {
    case .word(let word), .phrase(let word), .prefix(let word): [word]
    case .near(let parts, _), .all(let parts), .any(let parts): parts.flatMap(\.wanted)
    case .not: []
    }
  }
}
