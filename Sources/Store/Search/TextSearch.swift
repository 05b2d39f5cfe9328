import JapaneseText

/// The words of a query as the index finds them and as hits are marked.
struct TextSearch {
  /// What is asked for; nil without words.
  var query: TextQuery?
  /// Whether there are words that hits contain, so that hits can be ranked.
  var isRankable = false
  /// The forms of the words that are looked for, for marking hits.
  var forms: [WordForm] = []

  init(_ words: SearchExpression?, isExact: Bool) {
    guard let words else { return }
    query = TextQuery(words, isExact: isExact)
    isRankable = !words.leaves.isEmpty
    forms = WordForms.wanted(words, isExact: isExact)
  }

  /// The words as they are searched.
  var searched: [String] { forms.compactMap(\.scalars).map { String($0) } }
}
