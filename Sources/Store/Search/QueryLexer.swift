import JapaneseText

/// A piece of a query with its place.
struct QueryToken: Hashable {
  enum Kind: Hashable {
    /// Characters that stand together; `*` at their end is left out and told apart.
    case word(String, isPrefix: Bool)
    case phrase(String)
    /// A condition, by its English name, and its value as typed.
    case field(String, value: String)
    case open, close
    case or, and, not
    case near(Int?)
  }

  var kind: Kind
  var span: TextSpan
}

/// Cuts a query into its pieces, with the signs in any width: `（）`, `ＯＲ`, `－`, `“”`, `「」`, `：`, `＊`.
struct QueryLexer {
  let query: String
  let scalars: Scalars
  private var at = 0
  private var depth = 0
  private var tokens: [QueryToken] = []

  init(_ query: String) {
    self.query = query
    scalars = query.scalars
  }

  /// The pieces of the query in order.
  mutating func read() throws(QueryError) -> [QueryToken] {
    while at < scalars.count {
      if scalars[at].isSpace {
        at += 1
      } else {
        try next()
      }
    }
    return tokens
  }

  private mutating func next() throws(QueryError) {
    let start = at
    switch sign(at) {
    case "(":
      depth += 1
      return add(.open, to: at + 1)
    case ")":
      depth -= 1
      return add(.close, to: at + 1)
    case "|" where isEnd(at + 1): return add(.or, to: at + 1)
    case "-" where at + 1 < scalars.count && !scalars[at + 1].isSpace && sign(at + 1) != ")":
      return add(.not, to: at + 1)
    default: break
    }
    if let (kind, end) = operatorWord() { return add(kind, to: end) }
    if let (name, end) = try fieldName() { return try field(name, valueAt: end, from: start) }
    if let end = try endOfQuote() { return add(.phrase(inner(at, end)), to: end) }
    try word()
  }

  private mutating func add(_ kind: QueryToken.Kind, to end: Int) {
    tokens.append(QueryToken(kind: kind, span: TextSpan(at, end)))
    at = end
  }

  /// The ASCII sign or letter that a scalar of any width stands for.
  private func sign(_ index: Int) -> Unicode.Scalar {
    guard index < scalars.count else { return " " }
    let scalar = scalars[index]
    switch scalar.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
    case 0x2212, 0x2010, 0x2011: return "-"
    default: return Self.isQuote(scalar) ? "\"" : scalar
    }
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    "\"＂“”„‟〝〞〟".unicodeScalars.contains(scalar)
  }

  /// Whether a word ends before an index.
  private func isEnd(_ index: Int) -> Bool {
    index >= scalars.count || scalars[index].isSpace || sign(index) == "(" || sign(index) == ")"
      || sign(index) == "\"" || sign(index) == "「" || sign(index) == "『"
  }

  /// OR, AND, NOT and NEAR/n in capitals of any width.
  private func operatorWord() -> (QueryToken.Kind, end: Int)? {
    func reads(_ word: String) -> Bool {
      word.unicodeScalars.enumerated().allSatisfy { sign(at + $0.offset) == $0.element }
    }
    for (word, kind) in [("OR", QueryToken.Kind.or), ("AND", .and), ("NOT", .not)]
    where reads(word) && isEnd(at + word.count) {
      return (kind, at + word.count)
    }
    guard reads("NEAR") else { return nil }
    if isEnd(at + 4) { return (.near(nil), at + 4) }
    guard sign(at + 4) == "/" else { return nil }
    var end = at + 5
    var digits = ""
    while sign(end).isASCIIDigit {
      digits.unicodeScalars.append(sign(end))
      end += 1
    }
    let isNumber = isEnd(end) && !digits.isEmpty
    while !isEnd(end) { end += 1 }
    return (.near(isNumber ? Int(digits) ?? -1 : -1), end)
  }

  /// The name of a field before a colon, and where its value begins.
  private func fieldName() throws(QueryError) -> (name: String, end: Int)? {
    var end = at
    while end < scalars.count, sign(end) != ":" {
      if scalars[end].isSpace || sign(end) == "(" || sign(end) == ")" || end - at > 12 {
        return nil
      }
      end += 1
    }
    guard end > at, end < scalars.count else { return nil }
    let typed = String((at..<end).map(sign)).lowercased()
    if let name = QueryFields.name(typed) {
      var value = end + 1
      while value < scalars.count, scalars[value].isBlank { value += 1 }
      return (name, value)
    }
    if let meant = QueryFields.nearest(to: typed) {
      throw QueryError(
        query: query, span: TextSpan(at, end + 1), problem: .unknownField(typed, meant: meant),
        fix: QueryError.Fix(TextSpan(at, end + 1), "\(meant):"))
    }
    return nil
  }

  private mutating func field(
    _ name: String, valueAt start: Int, from first: Int
  ) throws(QueryError) {
    at = start
    var value = ""
    if let end = try endOfQuote() {
      value = inner(at, end)
      at = end
    } else {
      let end = endOfWord()
      value = scalars.text(TextSpan(at, end))
      at = end
    }
    if value.allSatisfy(\.isWhitespace) {
      throw QueryError(
        query: query, span: TextSpan(first, start), problem: .nothingBehind("\(name):"),
        fix: QueryError.Fix(TextSpan(first, at), ""))
    }
    tokens.append(QueryToken(kind: .field(name, value: value), span: TextSpan(first, at)))
  }

  /// One past the quotation mark that ends a phrase; nil where none begins here.
  ///
  /// 「…」 is a phrase only where it stands alone; in 「重大な事故」の基準 it is a part of the words.
  private func endOfQuote() throws(QueryError) -> Int? {
    guard at < scalars.count else { return nil }
    if Self.isQuote(scalars[at]) {
      guard let end = scalars[(at + 1)...].firstIndex(where: Self.isQuote) else {
        throw QueryError(
          query: query, span: TextSpan(at, at + 1), problem: .unclosedQuote,
          fix: QueryError.Fix(TextSpan(scalars.count, scalars.count), "\""))
      }
      return end + 1
    }
    guard scalars[at] == "「" || scalars[at] == "『" else { return nil }
    let closing: Unicode.Scalar = scalars[at] == "「" ? "」" : "』"
    guard let end = scalars[at...].firstIndex(of: closing) else {
      throw QueryError(
        query: query, span: TextSpan(at, at + 1), problem: .unclosedQuote,
        fix: QueryError.Fix(TextSpan(scalars.count, scalars.count), String(closing)))
    }
    return isEnd(end + 1) ? end + 1 : nil
  }

  private func inner(_ from: Int, _ to: Int) -> String { scalars.text(TextSpan(from + 1, to - 1)) }

  /// Up to a blank, a quotation mark, or a bracket that is not closed in the word.
  private func endOfWord() -> Int {
    var end = at
    var inside = 0
    while end < scalars.count, !scalars[end].isSpace, !Self.isQuote(scalars[end]) {
      if sign(end) == "(" {
        guard closes(end) else { break }
        inside += 1
      }
      if sign(end) == ")" {
        if inside == 0 { break }
        inside -= 1
      }
      end += 1
    }
    return end
  }

  /// Whether a bracket in a word is closed before the next blank: 委員会（第86回）.
  private func closes(_ open: Int) -> Bool {
    var depth = 0
    for index in open..<scalars.count {
      if scalars[index].isSpace { return false }
      if sign(index) == "(" { depth += 1 }
      if sign(index) == ")" { depth -= 1 }
      if depth == 0 { return true }
    }
    return false
  }

  private mutating func word() throws(QueryError) {
    let end = endOfWord()
    var last = end
    while last > at, sign(last - 1) == "*" { last -= 1 }
    if let star = (at..<last).first(where: { sign($0) == "*" }) {
      throw QueryError(
        query: query, span: TextSpan(star, star + 1), problem: .misplacedStar,
        fix: QueryError.Fix(TextSpan(star, star + 1), ""))
    }
    let text = scalars.text(TextSpan(at, last))
    if FoldedText(text.scalars).scalars.isEmpty {
      throw QueryError(
        query: query, span: TextSpan(at, end),
        problem: .noCharacters(scalars.text(TextSpan(at, end))),
        fix: QueryError.Fix(TextSpan(at, end), ""))
    }
    add(.word(text, isPrefix: last < end), to: end)
  }
}
