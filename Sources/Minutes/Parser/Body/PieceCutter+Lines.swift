import Deliberation
import JapaneseText

extension PieceCutter {
  /// A line that is no speech: a rule, a direction, the end, perhaps a heading.
  func standalone(_ span: TextSpan, _ line: ViewLine) -> Piece? {
    let words = scalars[span.range]
    if StageDirection.isRule(words) { return Piece(role: .rule, span: span, line: line) }
    let first = scalars[span.from]
    if span.count <= (first == "〔" ? 600 : 100), let inner = bracketed(span, first) {
      let content = Array(scalars[inner.range])
      if content.count <= 20, NarrationGrammar.introducesOpinions(content) {
        // （主な意見）
        return Piece(role: .text, span: span, line: line)
      }
      if StageDirection.endMark(Array(words)) != nil {
        return Piece(role: .end, span: span, line: line)
      }
      if "《≪〈".unicodeScalars.contains(first)
        || AgendaMark.read(in: scalars, at: inner.from, to: inner.to).map({
          $0.style != .kana && first != "（" && first != "("
        }) == true
      {
        return heading(inner, line, isWrapped: true)
      }
      if first == "〔" || first != "【" && first != "「" && StageDirection.isDirection(content) {
        return Piece(role: .stage(inner), span: span, line: line)
      }
    }
    if span.count <= 120, "以了終完－-―─".unicodeScalars.contains(first),
      let end = StageDirection.endMark(Array(words.prefix(40)))
    {
      _ = end
      return Piece(role: .end, span: span, line: line)
    }
    if StageDirection.isBareAct(words) { return Piece(role: .stage(span), span: span, line: line) }
    if span.count <= 34 {
      let after = CandidateFinder.mark(first) != nil ? 1 : 0
      if StageDirection.isClockLine(Array(words.dropFirst(after))) {
        return Piece(role: .stage(TextSpan(span.from + after, span.to)), span: span, line: line)
      }
    }
    if let dashed = dashed(span, first) {
      return Piece(role: .stage(dashed), span: span, line: line)
    }
    return heading(span, line, isWrapped: false)
  }

  /// The inside of brackets that embrace the whole line.
  private func bracketed(_ span: TextSpan, _ first: Unicode.Scalar) -> TextSpan? {
    let close: Unicode.Scalar
    switch first {
    case "≪": close = "≫"
    default:
      guard let partner = CandidateFinder.closing(of: first) else { return nil }
      close = partner
    }
    guard span.count >= 3, scalars[span.to - 1] == close else { return nil }
    var depth = 0
    for offset in span.range {
      if scalars[offset] == first { depth += 1 }
      if scalars[offset] == close {
        depth -= 1
        if depth == 0 { return offset == span.to - 1 ? TextSpan(span.from + 1, offset) : nil }
      }
    }
    return nil
  }

  /// The inside of `-資料1に基づき、事務局から説明-`.
  private func dashed(_ span: TextSpan, _ first: Unicode.Scalar) -> TextSpan? {
    let dashes = "-－―─ー–".unicodeScalars
    guard dashes.contains(first), span.count >= 6, span.count <= 100,
      dashes.contains(scalars[span.to - 1]), !scalars[span.from + 1].isBlank
    else { return nil }
    var inner = span
    while inner.from < inner.to, dashes.contains(scalars[inner.from]) { inner.from += 1 }
    while inner.to > inner.from, dashes.contains(scalars[inner.to - 1]) { inner.to -= 1 }
    return inner.isEmpty ? nil : inner
  }

  private func heading(_ span: TextSpan, _ line: ViewLine, isWrapped: Bool) -> Piece? {
    guard span.count <= 160 else {
      return nil
    }
    var start = span.from
    var isStrong = isWrapped || line.heading != nil
    var sign: AgendaMark?
    if let mark = AgendaMark.read(in: scalars, at: start, to: span.to), case .sign = mark.style {
      sign = mark
      start = mark.end
      if "◎△■≪".unicodeScalars.contains(scalars[span.from]) { isStrong = true }
    }
    var mark = AgendaMark.read(in: scalars, at: start, to: span.to)
    if let read = mark, case .sign = read.style { mark = nil }
    if case .word = mark?.style, "〔【［《≪＜〈".unicodeScalars.contains(scalars[start]) {
      isStrong = true
    }
    let title = TextSpan(mark?.end ?? start, span.to)
    let isPlanned = plannedTitles.contains {
      scalars.starts($0, at: title.from) && $0.count == title.count
    }
    guard mark != nil || sign != nil || isStrong || isPlanned else { return nil }
    let days = DayNumbers.line(scalars, TextSpan(start, span.to))
    let last = scalars[span.to - 1]
    guard last != "。", last != "、", last != "．" || title.isEmpty, !hasSentence(title) else {
      return nil
    }
    if line.listLevel != nil, line.heading == nil, !isPlanned { return nil }
    return Piece(
      role: .heading(
        HeadingCandidate(
          mark: mark ?? sign, title: title, formatLevel: line.heading,
          isStrong: isStrong || isPlanned, isWrapped: isWrapped, days: days ?? [])),
      span: span, line: line)
  }

  private func hasSentence(_ span: TextSpan) -> Bool {
    scalars[span.range].contains { $0 == "。" }
  }
}
