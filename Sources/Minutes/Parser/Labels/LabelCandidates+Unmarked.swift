import JapaneseText

/// Labels without a mark or bracket of their own.
extension CandidateFinder {
  /// Labels behind a number: １．議長（…）, １３番（…）.
  mutating func numbered(_ span: TextSpan, line: ViewLine) -> LabelCandidate? {
    var start = span.from
    while start < span.to, scalars[start].digitValue != nil { start += 1 }
    guard start < span.to, start - span.from <= 3 else { return nil }
    if "番" == scalars[min(span.to - 1, start + 1)], scalars[start].isBlank { start += 1 }
    if scalars[start] == "番" {
      var open = start + 1
      while open < span.to, scalars[open].isBlank { open += 1 }
      guard open < span.to, let close = Self.closing(of: scalars[open]),
        let end = partner(of: open, close: close, within: span)
      else { return nil }
      let core = TextSpan(span.from, end + 1)
      if open > start + 1 {
        let spaced = self.parts(core)
        guard spaced.strength == 2 else { return nil }
        return make(core, spaced, style: .bare, end: end + 1, line: line, to: span.to)
      }
      var parts = parts(TextSpan(start + 2, end))
      guard parts.strength > 0 || end - start <= 10 else { return nil }
      if parts.strength == 0 { parts.name = scalars.text(TextSpan(start + 2, end)) }
      parts.role = scalars.text(TextSpan(span.from, start + 1))
      parts.strength = 2
      return make(core, parts, style: .ordinal, end: end + 1, line: line, to: span.to)
    }
    guard "．.、　 ".unicodeScalars.contains(scalars[start]) else { return nil }
    start += 1
    while start < span.to, scalars[start].isBlank { start += 1 }
    guard var found = worded(TextSpan(start, span.to), style: .ordinal, line: line),
      found.label.parts.strength == 2
    else { return nil }
    found.label.style = .ordinal
    return found
  }

  /// Questions, answers and comments: Q …, A：…, 問１ …, C: ….
  mutating func question(_ span: TextSpan, line: ViewLine) -> LabelCandidate? {
    let words: [(String, Bool?)] = [
      ("質問", true), ("回答", false), ("Q", true), ("Ｑ", true), ("A", false), ("Ａ", false),
      ("問", true), ("答", false), ("C", nil), ("Ｃ", nil),
    ]
    for (word, isQuestion) in words {
      let head = word.scalars
      guard scalars.starts(head, at: span.from), span.count > head.count else { continue }
      var end = span.from + head.count
      while end < span.to, scalars[end].digitValue != nil { end += 1 }
      guard end < span.to, ".．:：　 ".unicodeScalars.contains(scalars[end]),
        isQuestion != nil || ".．:：".unicodeScalars.contains(scalars[end])
      else { return nil }
      let printed = scalars.text(TextSpan(span.from, end))
      while end < span.to, scalars[end].isBlank || ".．:：".unicodeScalars.contains(scalars[end]) {
        end += 1
      }
      guard end < span.to else { return nil }
      var label = Label(
        span: TextSpan(span.from, span.from), printed: printed, parts: LabelParts(),
        style: .question,
        textStart: end, line: line.number, isQuestion: isQuestion)
      if let named = worded(TextSpan(end, span.to), style: .question, line: line),
        named.label.parts.strength == 2, named.isParted
      {
        label = named.label
        label.isQuestion = isQuestion
      }
      return LabelCandidate(label: label, isAlone: false, isParted: true)
    }
    return nil
  }

  /// Labels without a mark: 根岸部会長  それでは, hsbt: …, 山本委員長)….
  mutating func bare(_ span: TextSpan, line: ViewLine) -> LabelCandidate? {
    var end = span.from
    let limit = min(span.to, span.from + 30)
    var depth = 0
    scan: while end < limit {
      switch scalars[end] {
      case "（", "(": depth += 1
      case "）", ")":
        guard depth == 0 else {
          depth -= 1
          break
        }
        let core = TextSpan(span.from, end)
        let parts = parts(core)
        guard parts.strength == 2 else { return nil }
        return make(core, parts, style: .closing, end: end + 1, line: line, to: span.to)
      case "：", ":":
        guard depth == 0 else { break }
        return coloned(TextSpan(span.from, end), line: line, to: span.to)
      case "。", "、", "「", "，", "・": if depth == 0 { return nil }
      default: if scalars[end].isBlank, depth == 0, !continues(end, limit) { break scan }
      }
      end += 1
    }
    guard depth == 0, end > span.from, end < limit || end == span.to else { return nil }
    guard
      let found = extended(TextSpan(span.from, end), style: .bare, line: line, to: span.to),
      found.label.parts.strength == 2
    else { return nil }
    return found
  }

  /// A blank inside a Latin name (`Mark Example: text`).
  private func continues(_ offset: Int, _ limit: Int) -> Bool {
    offset + 1 < limit && scalars[offset].isASCII && scalars[offset + 1].isLetterLike
      && scalars[offset - 1].isLetterLike
  }

  private mutating func coloned(
    _ core: TextSpan, line: ViewLine, to lineEnd: Int
  ) -> LabelCandidate? {
    guard core.to + 1 < lineEnd, scalars[core.to + 1] != "/" else { return nil }
    let parts = parts(core)
    guard parts.strength > 0 else { return nil }
    return make(core, parts, style: .colon, end: core.to, line: line, to: lineEnd)
  }
}
