import Deliberation
import JapaneseText

extension SearchQuery {
  /// Reads a query as people type it.
  ///
  /// Words parted by blanks of any width are joined by AND; `OR`, `-word` or `NOT word`,
  /// `"a phrase"` and brackets; the fields `speaker: role: org: body: meeting: agenda: date: from:
  /// until: stance: law: article: basis: kind:`, their values in quotation marks where they hold
  /// blanks. A name before a colon that is no field is an ordinary word.
  ///
  /// - Throws: `QueryError` with the place and what to write instead.
  package static func parse(_ text: String) throws(QueryError) -> SearchQuery {
    var parser = QueryParser(text)
    return try parser.query()
  }
}

/// A reader of one query, by descent: OR binds less than AND, AND less than NOT.
struct QueryParser {
  /// Longer queries are refused: SQLite bounds the depth and number of terms.
  static let limit = 1_000

  let text: String
  let scalars: Scalars
  private var at = 0
  private var depth = 0
  private var filter = SearchFilter()
  private var kinds: [SearchKind] = []

  init(_ text: String) {
    self.text = text
    scalars = text.scalars
  }

  mutating func query() throws(QueryError) -> SearchQuery {
    guard scalars.count <= Self.limit else {
      throw error(.tooLong(limit: Self.limit), at: Self.limit)
    }
    let words = try alternatives()
    skipBlanks()
    if at < scalars.count { throw error(.unopenedBracket, at: at) }
    if !kinds.isEmpty { filter.kinds = kinds }
    var bare = filter
    bare.kinds = SearchFilter().kinds
    if words == nil, bare == SearchFilter(), kinds.isEmpty { throw error(.empty, at: 0) }
    return SearchQuery(words: words, filter: filter)
  }

  /// `a OR b`; nil where only fields were given.
  private mutating func alternatives() throws(QueryError) -> SearchExpression? {
    var start = at
    var parts: [SearchExpression] = []
    var part = try conjunction()
    while true {
      if let part { parts.append(part) }
      skipBlanks()
      guard peekWord("OR") else { break }
      start = at
      if part == nil { throw error(.nothingBehind("OR"), at: start) }
      _ = takeWord("OR")
      part = try conjunction()
      if part == nil { throw error(.nothingBehind("OR"), at: start) }
    }
    if parts.count > 1, parts.contains(where: \.wanted.isEmpty) {
      throw error(.onlyExcluded, at: start)
    }
    return parts.count > 1 ? .any(parts) : parts.first
  }

  /// Words up to OR or a closing bracket.
  private mutating func conjunction() throws(QueryError) -> SearchExpression? {
    var parts: [SearchExpression] = []
    while true {
      skipBlanks()
      guard at < scalars.count else { break }
      if scalars[at] == ")", depth > 0 { break }
      if peekWord("OR") { break }
      if takeWord("AND") {
        if parts.isEmpty { throw error(.nothingBehind("AND"), at: at) }
        continue
      }
      if let part = try term() { parts.append(part) }
    }
    return parts.count > 1 ? .all(parts) : parts.first
  }

  /// A word, a phrase, a bracket, a field (which gives nil), each with NOT before it or without.
  private mutating func term() throws(QueryError) -> SearchExpression? {
    let start = at
    if takeWord("NOT") {
      skipBlanks()
      guard at < scalars.count, let part = try term() else {
        throw error(.nothingBehind("NOT"), at: start)
      }
      return .not(part)
    }
    if "-－−".unicodeScalars.contains(scalars[at]), at + 1 < scalars.count,
      !scalars[at + 1].isSpace
    {
      at += 1
      guard let part = try term() else { throw error(.nothingBehind("-"), at: start) }
      return .not(part)
    }
    if scalars[at] == "(" { return try bracket() }
    if scalars[at] == ")" { throw error(.unopenedBracket, at: at) }
    if let field = takeField() {
      let value = try Self.isQuote(at < scalars.count ? scalars[at] : " ") ? quoted() : word()
      if value.isEmpty { throw error(.nothingBehind("\(field):"), at: start) }
      try set(field, value, at: start)
      return nil
    }
    let word = try Self.isQuote(scalars[at]) ? quoted() : word()
    if FoldedText(word.scalars).scalars.isEmpty { throw error(.noCharacters(word), at: start) }
    return .word(word)
  }

  private mutating func bracket() throws(QueryError) -> SearchExpression {
    let start = at
    at += 1
    depth += 1
    let inner = try alternatives()
    skipBlanks()
    guard at < scalars.count, scalars[at] == ")" else { throw error(.unclosedBracket, at: start) }
    at += 1
    depth -= 1
    guard let inner else { throw error(.nothingBehind("("), at: start) }
    if inner.wanted.isEmpty { throw error(.onlyExcluded, at: start) }
    return inner
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    "\"＂“”".unicodeScalars.contains(scalar)
  }

  private mutating func quoted() throws(QueryError) -> String {
    let start = at
    at += 1
    guard let end = scalars[at...].firstIndex(where: Self.isQuote) else {
      throw error(.unclosedQuote, at: start)
    }
    let phrase = scalars.text(TextSpan(at, end))
    at = end + 1
    return phrase
  }

  /// Up to a blank, a quotation mark, or a closing bracket that was not opened in the word.
  private mutating func word() -> String {
    let start = at
    var inside = 0
    while at < scalars.count, !scalars[at].isSpace, !Self.isQuote(scalars[at]) {
      if scalars[at] == "(" { inside += 1 }
      if scalars[at] == ")" {
        if inside == 0 { break }
        inside -= 1
      }
      at += 1
    }
    return scalars.text(TextSpan(start, at))
  }

  private mutating func takeField() -> String? {
    guard let colon = scalars[at...].firstIndex(where: { $0 == ":" || $0 == "：" }) else {
      return nil
    }
    let name = String(scalars[at..<colon]).lowercased()
    guard QueryFields.names.contains(name) else { return nil }
    at = colon + 1
    return name
  }

  private mutating func set(
    _ field: String, _ value: String, at offset: Int
  ) throws(QueryError) {
    if let problem = QueryFields.set(field, value, in: &filter, kinds: &kinds) {
      throw error(problem, at: offset)
    }
  }

  private func peekWord(_ word: String) -> Bool {
    let wanted = word.scalars
    let end = at + wanted.count
    return scalars.starts(wanted, at: at)
      && (end == scalars.count || scalars[end].isSpace || scalars[end] == "(")
  }

  private mutating func takeWord(_ word: String) -> Bool {
    guard peekWord(word) else { return false }
    at += word.unicodeScalars.count
    return true
  }

  private mutating func skipBlanks() {
    while at < scalars.count, scalars[at].isSpace { at += 1 }
  }

  private func error(_ problem: QueryError.Problem, at offset: Int) -> QueryError {
    QueryError(query: text, offset: offset, problem: problem)
  }
}
