import GRDB
import JapaneseText

/// Makes the matchers of a query for one segment.
struct MatcherBuilder {
  let database: Database
  let segment: Segment
  /// What the segment has of each term of the query.
  let entries: [UInt64: TermEntry]
  /// The weight of each term; empty where no scores are wanted.
  let weights: [UInt64: Float]
  let scores: UnsafeMutablePointer<Float>
  let lengths: UnsafePointer<UInt8>
  let norms: UnsafePointer<Float>
  /// Reads the folded text of an id.
  let text: (Int64) throws -> Scalars

  func matcher(_ query: TextQuery, isScored: Bool = true) throws -> Matcher {
    switch query {
    case .phrase, .beginning: return try word(query, isScored: isScored)
    case .mark(let mark): return try term(mark, isScored: isScored)
    case .all(let parts):
      return AllMatcher(try parts.map { try matcher($0, isScored: isScored) })
    case .any(let parts):
      return AnyMatcher(try parts.map { try matcher($0, isScored: isScored) })
    case .except(let part, let other):
      return ExceptMatcher(
        try matcher(part, isScored: isScored), try matcher(other, isScored: false))
    case .everything: return EverythingMatcher(count: segment.count)
    case .near(let words, let distance):
      return try near(words, distance: distance, isScored: isScored)
    case .checked(let part, let check):
      return checked(try matcher(part, isScored: isScored)) { check.holds(in: $0) }
    }
  }

  private func checked(_ part: Matcher, _ check: @escaping (Scalars) -> Bool) -> Matcher {
    let ids = segment.documents.ids
    return CheckedMatcher(part) { check(try text(ids[Int($0)])) }
  }

  private func near(
    _ words: [[TextQuery]], distance: Int, isScored: Bool
  ) throws -> Matcher {
    let all = AllMatcher(
      try words.map { forms in
        AnyMatcher(try forms.map { try matcher($0, isScored: isScored) })
      })
    // Single characters have no places: such texts are read.
    guard words.joined().allSatisfy({ QueryTerms.hasPlaces($0) }) else {
      let query = TextQuery.near(words, distance: distance)
      return checked(all) { query.holds(in: $0) }
    }
    let forms = try words.map { word in
      try word.compactMap { form in
        try phrase(QueryTerms(form)).map {
          NearMatcher.Form(cursor: $0, length: QueryTerms.length(form))
        }
      }
    }
    return NearMatcher(all, words: forms, distance: distance)
  }

  private func word(_ query: TextQuery, isScored: Bool) throws -> Matcher {
    let terms = QueryTerms(query)
    if terms.parts.count == 1 { return try term(terms.parts[0].term, isScored: isScored) }
    guard let cursor = try phrase(terms) else { return Matcher() }
    let weight = terms.parts.compactMap { weights[$0.term] }.max()
    return PhraseMatcher(cursor, isScored ? weight.map(scoring) : nil)
  }

  private func phrase(_ terms: QueryTerms) throws -> PhraseCursor? {
    var parts: [(cursor: PostingCursor, walker: PostingCursor, offset: Int)] = []
    for part in terms.parts {
      guard let entry = entries[part.term] else { return nil }
      parts.append((try cursor(entry), try cursor(entry), part.offset))
    }
    return parts.isEmpty ? nil : PhraseCursor(parts)
  }

  private func term(_ term: UInt64, isScored: Bool) throws -> Matcher {
    guard let entry = entries[term] else { return Matcher() }
    return TermMatcher(try cursor(entry), isScored ? weights[term].map(scoring) : nil)
  }

  private func cursor(_ entry: TermEntry) throws -> PostingCursor {
    try PostingCursor(entry, database, lengths: lengths)
  }

  private func scoring(_ weight: Float) -> Scoring {
    Scoring(scores: scores, lengths: lengths, norms: norms, weight: weight)
  }
}

/// The terms of one word of a query, each with how far behind the start of the word it stands.
struct QueryTerms {
  var parts: [(term: UInt64, offset: Int)] = []

  /// `query`: A phrase, a beginning or a mark; others have no terms of their own.
  init(_ query: TextQuery) {
    switch query {
    case .phrase(let word):
      if word.count == 1 {
        parts = [(Term.single(word[0]), 0)]
      } else {
        parts = Self.pairs(word)
      }
    case .beginning(let word):
      guard let first = word.first else { return }
      parts = [(Term.beginning(first), 0)] + Self.pairs(word)
    case .mark(let mark): parts = [(mark, 0)]
    default: break
    }
  }

  /// Every second pair of a word, and the last.
  private static func pairs(_ word: Scalars) -> [(term: UInt64, offset: Int)] {
    var offsets = Array(stride(from: 0, through: word.count - 2, by: 2))
    if word.count % 2 == 1, word.count > 1 { offsets.append(word.count - 2) }
    return offsets.map { (Term.pair(word[$0], word[$0 + 1]), $0) }
  }

  static func hasPlaces(_ query: TextQuery) -> Bool {
    QueryTerms(query).parts.allSatisfy { Term.hasPlaces($0.term) }
  }

  static func length(_ query: TextQuery) -> Int {
    switch query {
    case .phrase(let word), .beginning(let word): word.count
    default: 0
    }
  }

  /// Every term that a query looks up.
  static func all(_ query: TextQuery) -> Set<UInt64> {
    switch query {
    case .phrase, .beginning, .mark: Set(QueryTerms(query).parts.map(\.term))
    case .near(let words, _): Set(words.joined().flatMap(all))
    case .all(let parts), .any(let parts): Set(parts.flatMap(all))
    case .except(let part, let other): all(part).union(all(other))
    case .everything: []
    case .checked(let part, _): all(part)
    }
  }
}
