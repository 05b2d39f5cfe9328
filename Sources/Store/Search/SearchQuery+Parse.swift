import Deliberation
import JapaneseText

extension SearchQuery {
  /// Reads a query as people type it.
  ///
  /// Words parted by blanks of any width are joined by AND; `OR`, `-word` or `NOT word`,
  /// `"a phrase"`, `a NEAR/10 b`, `prefix*` and brackets; fields (`QueryFields`), their values in
  /// quotation marks where they hold blanks, and most of them with `-` before them too. Signs may be of full width. A name before a colon that
  /// is no field is an ordinary word.
  ///
  /// - Throws: `QueryError` with the place and what to write instead.
  package static func parse(_ text: String) throws(QueryError) -> SearchQuery {
    guard text.unicodeScalars.count <= QueryParser.limit else {
      throw QueryError(
        query: text, span: TextSpan(QueryParser.limit, text.unicodeScalars.count),
        problem: .tooLong(limit: QueryParser.limit))
    }
    var lexer = QueryLexer(text)
    var parser = QueryParser(query: text, tokens: try lexer.read())
    return try parser.read()
  }
}

/// A reader of one query, by descent: OR binds less than AND, AND less than NOT, NOT less than NEAR.
struct QueryParser {
  /// Longer queries are refused.
  static let limit = 1_000
  /// The distance of NEAR without a number, and the largest one.
  static let defaultDistance = 20
  static let mostDistance = 1_000

  let query: String
  let tokens: [QueryToken]
  private var at = 0
  private var filter = SearchFilter()
  private var kinds: [SearchKind] = []

  init(query: String, tokens: [QueryToken]) {
    self.query = query
    self.tokens = tokens
  }

  mutating func read() throws(QueryError) -> SearchQuery {
    let words = try alternatives()
    if at < tokens.count {
      throw error(.unopenedBracket, tokens[at].span, fix: "")
    }
    if !kinds.isEmpty { filter.kinds = kinds }
    var bare = filter
    bare.kinds = SearchFilter().kinds
    if words == nil, bare == SearchFilter(), kinds.isEmpty {
      throw error(.empty, TextSpan(0, 0))
    }
    return SearchQuery(words: words, filter: filter)
  }

  /// `a OR b`; nil where only fields were given.
  private mutating func alternatives() throws(QueryError) -> SearchExpression? {
    var parts: [(part: SearchExpression, span: TextSpan)] = []
    var field: TextSpan?
    var lastOr: TextSpan?
    while true {
      let start = at
      let part = try conjunction()
      let span = TextSpan(
        start < tokens.count ? tokens[start].span.from : query.unicodeScalars.count,
        at > start ? tokens[at - 1].span.to : query.unicodeScalars.count)
      field = field ?? tokens[start..<at].first(where: \.isField)?.span
      if let part { parts.append((part, span)) }
      if part == nil, lastOr != nil || isAt(.or) {
        if let field { throw error(.fieldInAlternative, field) }
        if let lastOr { throw error(.nothingBehind("OR"), lastOr, fix: "") }
        throw error(.nothingBefore("OR"), tokens[at].span, fix: "")
      }
      guard isAt(.or) else { break }
      lastOr = tokens[at].span
      at += 1
    }
    guard parts.count > 1 else { return parts.first?.part }
    if let field { throw error(.fieldInAlternative, field) }
    if let bad = parts.first(where: \.part.wanted.isEmpty), let lastOr {
      throw error(.onlyExcluded, bad.span, fixing: lastOr, by: "")
    }
    return .any(parts.map(\.part))
  }

  /// Words up to OR or a closing bracket.
  private mutating func conjunction() throws(QueryError) -> SearchExpression? {
    var parts: [SearchExpression] = []
    while at < tokens.count {
      let token = tokens[at]
      switch token.kind {
      case .or, .close: return Self.joined(parts)
      case .and:
        at += 1
        if parts.isEmpty { throw error(.nothingBefore("AND"), token.span, fix: "") }
        if at == tokens.count || isAt(.or) || isAt(.close) || isAt(.and) {
          throw error(.nothingBehind("AND"), token.span, fix: "")
        }
      case .field(let name, let value):
        at += 1
        try set(name, value, token.span)
      case .not where at + 1 < tokens.count && tokens[at + 1].isField:
        at += 2
        try exclude(tokens[at - 1], behind: token)
      default: parts.append(try nearby())
      }
    }
    return Self.joined(parts)
  }

  private static func joined(_ parts: [SearchExpression]) -> SearchExpression? {
    parts.count > 1 ? .all(parts) : parts.first
  }

  /// `a NEAR/n b`, or what stands alone.
  private mutating func nearby() throws(QueryError) -> SearchExpression {
    let start = at
    let first = try negation()
    guard at < tokens.count, case .near(let distance) = tokens[at].kind else { return first }
    try checkNear(first, from: start)
    var parts = [first]
    let wanted = distance ?? Self.defaultDistance
    while at < tokens.count, case .near(let distance) = tokens[at].kind {
      let span = tokens[at].span
      let typed = distance ?? Self.defaultDistance
      guard (0...Self.mostDistance).contains(typed), typed == wanted else {
        let isOther = typed != wanted && (0...Self.mostDistance).contains(typed)
        throw error(
          isOther ? .mixedDistances : .badDistance(most: Self.mostDistance), span,
          fix: "NEAR/\(isOther ? wanted : Self.defaultDistance)")
      }
      at += 1
      guard at < tokens.count, tokens[at].isOperand else {
        throw error(.nothingBehind("NEAR"), span, fix: "")
      }
      let next = at
      let part = try negation()
      try checkNear(part, from: next)
      parts.append(part)
    }
    return .near(parts, distance: wanted)
  }

  /// NEAR joins words, phrases, and words joined by OR.
  private func checkNear(_ part: SearchExpression, from start: Int) throws(QueryError) {
    switch part {
    case .word, .phrase, .prefix: return
    case .any(let parts):
      let isOfWords = parts.allSatisfy { part in
        switch part {
        case .word, .phrase, .prefix: true
        default: false
        }
      }
      if isOfWords { return }
    default: break
    }
    throw error(
      .nearOfNoWord, TextSpan(tokens[start].span.from, tokens[max(start, at - 1)].span.to))
  }

  private mutating func negation() throws(QueryError) -> SearchExpression {
    let token = tokens[at]
    at += 1
    switch token.kind {
    case .word(let word, let isPrefix): return isPrefix ? .prefix(word) : .word(word)
    case .phrase(let phrase):
      if FoldedText(phrase.scalars).scalars.isEmpty {
        throw error(.noCharacters(phrase), token.span, fix: "")
      }
      return .phrase(phrase)
    case .open: return try bracket(token)
    case .not:
      if at < tokens.count, tokens[at].isField {
        throw error(.fieldExcluded, TextSpan(token.span.from, tokens[at].span.to))
      }
      guard at < tokens.count, tokens[at].isOperand else {
        throw error(.nothingBehind("NOT"), token.span, fix: "")
      }
      return .not(try negation())
    case .near: throw error(.nothingBefore("NEAR"), token.span, fix: "")
    case .or, .and, .close, .field: throw error(.empty, token.span)
    }
  }

  private mutating func bracket(_ open: QueryToken) throws(QueryError) -> SearchExpression {
    let first = at
    let inner = try alternatives()
    guard isAt(.close) else {
      let end = query.unicodeScalars.count
      throw error(.unclosedBracket, open.span, fixing: TextSpan(end, end), by: ")")
    }
    let close = tokens[at].span
    at += 1
    guard let inner else {
      if let field = tokens[first..<at].first(where: \.isField) {
        throw error(.fieldInBrackets, field.span)
      }
      throw error(
        .nothingBehind("("), open.span, fixing: TextSpan(open.span.from, close.to), by: "")
    }
    if inner.wanted.isEmpty {
      throw error(.onlyExcluded, TextSpan(open.span.from, close.to))
    }
    return inner
  }

  private mutating func set(
    _ field: String, _ value: String, _ span: TextSpan
  ) throws(QueryError) {
    let found = QueryFields.set(field, value, in: &filter, kinds: &kinds)
    if let (problem, meant) = found {
      throw QueryError(
        query: query, span: span, problem: problem,
        fix: meant.map { QueryError.Fix(span, "\(field):\($0)") })
    }
  }

  /// `-speaker:山田`; what kinds of things there are, and provisions, are not excluded.
  private mutating func exclude(
    _ token: QueryToken, behind sign: QueryToken
  ) throws(QueryError) {
    guard case .field(let field, let value) = token.kind,
      !["kind", "law", "article", "basis"].contains(field)
    else {
      throw error(.fieldExcluded, TextSpan(sign.span.from, token.span.to))
    }
    let outer = filter
    filter = SearchFilter()
    try set(field, value, token.span)
    let excluded = filter
    filter = outer
    filter.excluded.append(excluded)
  }

  private func isAt(_ kind: QueryToken.Kind) -> Bool {
    at < tokens.count && tokens[at].kind == kind
  }

  private func error(
    _ problem: QueryError.Problem, _ span: TextSpan, fix: String? = nil
  ) -> QueryError {
    QueryError(
      query: query, span: span, problem: problem, fix: fix.map { QueryError.Fix(span, $0) })
  }

  private func error(
    _ problem: QueryError.Problem, _ span: TextSpan, fixing place: TextSpan, by words: String
  ) -> QueryError {
    QueryError(query: query, span: span, problem: problem, fix: QueryError.Fix(place, words))
  }
}

extension QueryToken {
  fileprivate var isField: Bool {
    if case .field = kind { return true }
    return false
  }

  /// Whether a word, a phrase or a bracket begins here, with NOT before it or without.
  fileprivate var isOperand: Bool {
    switch kind {
    case .word, .phrase, .open, .not: true
    case .field, .close, .or, .and, .near: false
    }
  }
}
