import JapaneseText

/// What the engine evaluates: everything is folded, alternatives are spelled out.
///
/// `TextQuery+Words.swift` makes it from the words of a query; `Postings/` finds its documents.
indirect enum TextQuery: Hashable, Sendable {
  /// The folded text contains these characters; never empty.
  case phrase(Scalars)
  /// The same, where the first character, a letter or digit, does not stand behind another one.
  case beginning(Scalars)
  /// The document bears an additional term (`SearchTerms.marks`), such as the value of a number.
  case mark(UInt64)
  /// One occurrence of each word (one of its phrases or beginnings) stands so that from the end of
  /// the one that ends first to the start of the one that starts last there are at most `distance`
  /// characters.
  case near([[TextQuery]], distance: Int)
  /// Never empty.
  case all([TextQuery])
  /// Never empty.
  case any([TextQuery])
  /// The first without the second.
  case except(TextQuery, TextQuery)
  /// All documents.
  case everything
  /// The documents of the first whose folded texts pass the check.
  case checked(TextQuery, TextCheck)
}

extension TextQuery {
  /// Whether a folded text holds what is asked for, read off the text itself.
  func holds(in text: Scalars) -> Bool {
    switch self {
    case .phrase(let word): text.firstOffset(of: word) != nil
    case .beginning: !occurrences(in: text).isEmpty
    case .mark(let mark): SearchTerms.marks(of: text).contains(mark)
    case .near(let words, let distance):
      Nearness.holds(
        words.map { $0.flatMap { $0.occurrences(in: text) }.sorted() }, distance: distance)
    case .all(let parts): parts.allSatisfy { $0.holds(in: text) }
    case .any(let parts): parts.contains { $0.holds(in: text) }
    case .except(let part, let other): part.holds(in: text) && !other.holds(in: text)
    case .everything: true
    case .checked(let part, let check): part.holds(in: text) && check.holds(in: text)
    }
  }

  /// Where a phrase or a beginning stands in a folded text.
  func occurrences(in text: Scalars) -> [TextSpan] {
    switch self {
    case .phrase(let word):
      text.offsets(of: word).map { TextSpan($0, $0 + word.count) }
    case .beginning(let word):
      text.offsets(of: word).filter { $0 == 0 || !Self.isLetter(text[$0 - 1]) }
        .map { TextSpan($0, $0 + word.count) }
    default: []
    }
  }

  /// The letters and digits that make up words of folded text.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
  }
}

/// How words stand to each other.
enum Nearness {
  /// Whether one occurrence of each word can be chosen such that from the end of the one that ends
  /// first to the start of the one that starts last there are at most `distance` characters.
  ///
  /// `occurrences`: For each word its places, in the order of their starts.
  static func holds(_ occurrences: [[TextSpan]], distance: Int) -> Bool {
    guard !occurrences.contains(where: \.isEmpty) else { return false }
    // Whichever starts last: of the others, those that start no later and end as late as possible.
    var next = Array(repeating: 0, count: occurrences.count)
    var ends = Array(repeating: Int.min, count: occurrences.count)
    for start in occurrences.flatMap({ $0.map(\.from) }).sorted() {
      for word in occurrences.indices {
        while next[word] < occurrences[word].count, occurrences[word][next[word]].from <= start {
          ends[word] = max(ends[word], occurrences[word][next[word]].to)
          next[word] += 1
        }
      }
      if let first = ends.min(), first != .min, start - first <= distance { return true }
    }
    return false
  }
}
