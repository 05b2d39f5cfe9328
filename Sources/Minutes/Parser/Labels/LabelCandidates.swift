import JapaneseText

/// What could be a label at the start of a line, judged by the line alone.
struct LabelCandidate {
  var label: Label
  /// Nothing but the label stands on the line.
  var isAlone: Bool
  /// A blank, a colon or a bracket parts the label from the text.
  var isParted: Bool
  /// The line goes on to the end of a sentence, as speech does and lists of names do not.
  var endsSentence = false
  /// It stands alone between a blank line and a line that ends as sentences do.
  var opensWords = false

  /// Whether a line holds names with 君 in columns, or names with their votes, and no words:
  /// what stands alone above it is the heading of a list.
  static func isRoll(_ scalars: Scalars, _ span: TextSpan) -> Bool {
    guard (3...80).contains(span.count) else { return false }
    var names = 0
    for offset in span.range {
      if "。、「」".unicodeScalars.contains(scalars[offset]) { return false }
      let ends = offset + 1 == span.to || scalars[offset + 1].isBlank
      if scalars[offset] == "君", ends { names += 1 }
    }
    return names >= 2 || names == 1 && span.count <= 30
  }
}

/// Finds candidates; cheap on lines that cannot hold one.
struct CandidateFinder {
  let scalars: Scalars
  let grammar: LabelGrammar
  private var known: [String: LabelParts] = [:]

  init(scalars: Scalars, grammar: LabelGrammar) {
    self.scalars = scalars
    self.grammar = grammar
  }

  /// The look-alikes of a mark under one sign (guide §5, 7).
  static func mark(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "○", "◯", "〇", "⚪", "◦": "○"
    case "◎", "●", "◆", "◇", "■", "□", "△", "▲", "▽", "▼", "☆", "★", "•", "・": scalar
    default: nil
    }
  }

  /// The candidates of a line, the likeliest form first.
  mutating func candidates(_ span: TextSpan, line: ViewLine) -> LabelCandidate? {
    guard span.count >= 2 else { return nil }
    let first = scalars[span.from]
    if let mark = Self.mark(first) { return marked(span, mark: mark, line: line) }
    if let close = Self.closing(of: first) {
      return bracketed(span, open: first, close: close, line: line)
    }
    if first == "「" {
      // 「町長」　答え
      guard let found = bracketed(span, open: first, close: "」", line: line),
        found.label.parts.strength == 2, found.isParted
      else { return nil }
      return found
    }
    if first == "*", scalars[span.from + 1] == "*" { return bold(span, line: line) }
    if first.digitValue != nil, let found = numbered(span, line: line) { return found }
    if let found = question(span, line: line) { return found }
    return bare(span, line: line)
  }

  static func closing(of open: Unicode.Scalar) -> Unicode.Scalar? {
    switch open {
    case "【": "】"
    case "［": "］"
    case "[": "]"
    case "〔": "〕"
    case "＜": "＞"
    case "<": ">"
    case "《": "》"
    case "〈": "〉"
    case "（": "）"
    case "(": ")"
    default: nil
    }
  }

  /// The parts of a stretch, remembered by its words.
  mutating func parts(_ span: TextSpan) -> LabelParts {
    let key = scalars.text(span)
    if let parts = known[key] { return parts }
    let parts = grammar.parts(of: Array(scalars[span.range]))
    known[key] = parts
    return parts
  }

  mutating func make(
    _ core: TextSpan, _ parts: LabelParts, style: LabelStyle, end: Int, line: ViewLine,
    to lineEnd: Int
  ) -> LabelCandidate {
    var start = end
    var isParted = start >= lineEnd
    if start > core.to || start < lineEnd && scalars[start] == "〔" { isParted = true }
    while start < lineEnd, scalars[start].isBlank || scalars[start] == "：" || scalars[start] == ":"
    {
      start += 1
      isParted = true
    }
    if isParted, style == .bare, start + 1 < lineEnd, scalars[start + 1].isBlank,
      "-－―‐–—".unicodeScalars.contains(scalars[start])
    {
      // 教 育 長 - それでは
      start += 1
      while start < lineEnd, scalars[start].isBlank { start += 1 }
    }
    let printed = String(LabelGrammar.closedUp(Array(scalars[core.range])))
    let label = Label(
      span: core, printed: printed, parts: parts, style: style, textStart: start,
      line: line.number)
    return LabelCandidate(label: label, isAlone: start >= lineEnd, isParted: isParted)
  }

  // MARK: - the forms

  private mutating func bracketed(
    _ span: TextSpan, open: Unicode.Scalar, close: Unicode.Scalar, line: ViewLine
  ) -> LabelCandidate? {
    guard let end = partner(of: span.from, close: close, within: span) else { return nil }
    let core = TextSpan(span.from + 1, end)
    let parts = parts(core)
    guard parts.strength > 0 else { return nil }
    let style: LabelStyle = open == "（" || open == "(" ? .round : .bracket(open)
    return make(core, parts, style: style, end: end + 1, line: line, to: span.to)
  }

  /// `**雪村座長**: …`, `**雪村座長:** …`.
  private mutating func bold(_ span: TextSpan, line: ViewLine) -> LabelCandidate? {
    let marks = "**".scalars
    guard
      let close = scalars.firstOffset(
        of: marks, from: span.from + 2, to: min(span.to, span.from + 50))
    else { return nil }
    let core = TextSpan(span.from + 2, close)
    let parts = parts(core)
    guard parts.strength > 0 else { return nil }
    return make(core, parts, style: .bracket("*"), end: close + 2, line: line, to: span.to)
  }

  /// The offset of the bracket that closes the one at `start`, at most 60 scalars away.
  func partner(of start: Int, close: Unicode.Scalar, within span: TextSpan) -> Int? {
    let open = scalars[start]
    var depth = 0
    for offset in start..<min(span.to, start + 60) {
      if scalars[offset] == open { depth += 1 }
      if scalars[offset] == close {
        depth -= 1
        if depth == 0 { return offset }
      }
    }
    return nil
  }

  private mutating func marked(
    _ span: TextSpan, mark: Unicode.Scalar, line: ViewLine
  ) -> LabelCandidate? {
    var start = span.from + 1
    while start < span.to, scalars[start].isBlank { start += 1 }
    guard start < span.to, Self.mark(scalars[start]) == nil else { return nil }
    let inner = TextSpan(start, span.to)
    if let close = Self.closing(of: scalars[start]), scalars[start] != "（", scalars[start] != "(",
      var found = bracketed(inner, open: scalars[start], close: close, line: line)
    {
      found.label.style = .mark(mark)
      return found
    }
    return worded(inner, style: .mark(mark), line: line)
  }

  /// Words up to a blank, a colon, a quotation or the end of the line.
  mutating func worded(
    _ span: TextSpan, style: LabelStyle, line: ViewLine
  ) -> LabelCandidate? {
    var end = span.from
    var depth = 0
    var closes: [Int] = []
    let limit = min(span.to, span.from + 60)
    scan: while end < limit {
      let scalar = scalars[end]
      switch scalar {
      case "（", "(": depth += 1
      case ")", "）":
        if depth > 0 {
          depth -= 1
          if depth == 0 { closes.append(end + 1) }
        }
      case "。", "、", "「", "『", "：", ":", "，", "．", "〔":
        if depth == 0 { break scan }
      default:
        if scalar.isBlank, depth == 0 { break scan }
      }
      end += 1
    }
    guard depth == 0, end > span.from else { return nil }
    let stopped = end < span.to ? scalars[end] : " "
    if end < limit || end == span.to, !"。、，．".unicodeScalars.contains(stopped) {
      if let found = extended(TextSpan(span.from, end), style: style, line: line, to: span.to) {
        return found
      }
    }
    // ○議長（清野一榮議員）これより: the bracket ends the label
    for close in closes {
      let core = TextSpan(span.from, close)
      let parts = parts(core)
      if parts.strength == 2 {
        return make(core, parts, style: style, end: close, line: line, to: span.to)
      }
    }
    return nil
  }

  /// The words as they stand, or with a title that follows after blanks (`塩田　委員長　　改めて`).
  mutating func extended(
    _ core: TextSpan, style: LabelStyle, line: ViewLine, to lineEnd: Int
  ) -> LabelCandidate? {
    var core = core
    for _ in 0..<12 {
      let parts = parts(core)
      if parts.strength == 2 || grammar.seatNumber(Array(scalars[core.range])) != nil {
        if let named = addressed(core, style: style, line: line, to: lineEnd) { return named }
      }
      if parts.strength == 2 {
        if parts.name == nil, let next = nextWord(after: core.to, before: lineEnd),
          "（(".unicodeScalars.contains(scalars[next.from]),
          "）)".unicodeScalars.contains(scalars[next.to - 1])
        {
          // 議 長 （ 松 山 成 美 君 ）
          let whole = TextSpan(core.from, next.to)
          let named = self.parts(whole)
          if named.strength == 2, named.name != nil {
            return make(whole, named, style: style, end: whole.to, line: line, to: lineEnd)
          }
        }
        return make(core, parts, style: style, end: core.to, line: line, to: lineEnd)
      }
      guard let next = nextWord(after: core.to, before: lineEnd), next.to - core.from <= 40 else {
        break
      }
      let isSpaced = core.count == 1 || next.count == 1
      let word = Array(scalars[next.range])
      guard isSpaced || grammar.lexicon.isRole(word) || parts.strength == 0 && word.first == "（"
      else { break }
      core.to = next.to
    }
    let weak = parts(core)
    guard weak.strength == 1 else { return nil }
    return make(core, weak, style: style, end: core.to, line: line, to: lineEnd)
  }

  /// `委員長　霧島健一君　ただいま`: the name follows the office and bears its honorific.
  private mutating func addressed(
    _ core: TextSpan, style: LabelStyle, line: ViewLine, to lineEnd: Int
  ) -> LabelCandidate? {
    guard let next = nextWord(after: core.to, before: lineEnd), (3...12).contains(next.count),
      scalars[next.to - 1] == "君" || scalars[next.to - 1] == "氏", parts(core).name == nil
    else { return nil }
    let whole = TextSpan(core.from, next.to)
    let named = parts(whole)
    guard named.strength == 2, named.name != nil, named.role != nil else { return nil }
    return make(whole, named, style: style, end: whole.to, line: line, to: lineEnd)
  }

  private func nextWord(after end: Int, before limit: Int) -> TextSpan? {
    var start = end
    while start < limit, scalars[start].isBlank { start += 1 }
    guard start > end, start < limit else { return nil }
    var stop = start
    var depth = 0
    while stop < limit, depth > 0 || !scalars[stop].isBlank {
      if scalars[stop] == "（" || scalars[stop] == "(" { depth += 1 }
      if scalars[stop] == "）" || scalars[stop] == ")" { depth -= 1 }
      if scalars[stop] == "。" || scalars[stop] == "、" { return nil }
      stop += 1
      if stop - start > 40 { return nil }
    }
    return TextSpan(start, stop)
  }
}
