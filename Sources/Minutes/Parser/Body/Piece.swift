import Deliberation
import JapaneseText

/// A piece of the body with the part that it plays.
struct Piece {
  enum Role {
    /// A speaker label; its text follows as a piece of its own.
    case label(Label)
    case text
    /// A line that begins with the bullet of a list.
    case bullet
    /// What may be a heading of the agenda, if what follows allows it.
    case heading(HeadingCandidate)
    /// A direction in brackets on a line of its own; the words inside the brackets.
    case stage(TextSpan)
    case rule
    case end
    case blank
  }

  var role: Role
  var span: TextSpan
  var line: ViewLine
  /// The piece stands inside a line, after something else.
  var isInner = false

  var isBlank: Bool { if case .blank = role { true } else { false } }
}

/// A line that looks like a heading.
struct HeadingCandidate {
  var mark: AgendaMark?
  /// Where the title stands.
  var title: TextSpan
  var formatLevel: Int?
  /// The line is a heading by its form alone (Markdown `#`, ≪…≫, ◎日程…).
  var isStrong: Bool
}

/// Cuts the body of a record into pieces.
struct PieceCutter {
  let view: TextView
  let bodyStart: Int
  let bodyEnd: Int
  let plannedTitles: [Scalars]
  private let scalars: Scalars
  private var finder: CandidateFinder
  private let lexicon: RoleLexicon

  init(view: TextView, within span: TextSpan, front: FrontMatter, grammar: LabelGrammar) {
    self.view = view
    scalars = view.source.scalars
    bodyStart = max(span.from, front.bodyStart)
    bodyEnd = span.to
    finder = CandidateFinder(scalars: scalars, grammar: grammar)
    lexicon = grammar.lexicon
    plannedTitles = front.plannedAgenda.flattened.map(\.title.scalars).filter { $0.count >= 6 }
  }

  /// The lines of the body; the first may be cut at its front.
  private var lines: ArraySlice<ViewLine> {
    let first = view.lines.boundary { $0.span.to > bodyStart }
    let last = view.lines.boundary { $0.span.from >= bodyEnd }
    return view.lines[first..<max(first, last)]
  }

  private func span(of line: ViewLine) -> TextSpan {
    var from = max(line.span.from, bodyStart)
    while from < line.span.to, scalars[from].isBlank { from += 1 }
    return TextSpan(from, max(from, min(line.span.to, bodyEnd)))
  }

  /// The pieces in order, and the decision on labels that they rest on.
  mutating func pieces() -> (pieces: [Piece], decision: LabelDecision) {
    let lines = lines
    var candidates: [Int: LabelCandidate] = [:]
    var order: [Int] = []
    for line in lines where !line.isBlank {
      order.append(line.index)
      if let candidate = finder.candidates(span(of: line), line: line) {
        candidates[line.index] = candidate
      }
    }
    var decision = LabelDecision(candidates, order: order, grammar: finder.grammar)
    decision.refine(finder.grammar)
    let marks = Self.marks(of: decision)
    var pieces: [Piece] = []
    pieces.reserveCapacity(lines.count * 2)
    for line in lines {
      append(line, decision, marks: marks, to: &pieces)
    }
    return (pieces, decision)
  }

  private static func marks(of decision: LabelDecision) -> Set<Unicode.Scalar> {
    Set(
      decision.styles.compactMap { style in
        if case .mark(let mark) = style { mark } else { nil }
      })
  }

  private mutating func append(
    _ line: ViewLine, _ decision: LabelDecision, marks: Set<Unicode.Scalar>,
    to pieces: inout [Piece]
  ) {
    guard !line.isBlank else {
      pieces.append(Piece(role: .blank, span: line.span, line: line))
      return
    }
    let span = span(of: line)
    if let label = decision.labels[line.index] {
      pieces.append(Piece(role: .label(label), span: label.span, line: line))
      appendText(TextSpan(label.textStart, span.to), line, decision, marks: marks, to: &pieces)
      return
    }
    if let mark = CandidateFinder.mark(scalars[span.from]), marks.contains(mark),
      let label = glued(span, mark: mark, line: line, decision)
    {
      pieces.append(Piece(role: .label(label), span: label.span, line: line))
      appendText(TextSpan(label.textStart, span.to), line, decision, marks: marks, to: &pieces)
      return
    }
    let rest = span.count > 20 ? splitHeads(span, line, to: &pieces) : span
    if let piece = standalone(rest, line) {
      pieces.append(piece)
      return
    }
    appendText(rest, line, decision, marks: marks, to: &pieces, isWhole: true)
  }

  /// The text of a line, cut at labels of the record that stand inside it.
  private mutating func appendText(
    _ span: TextSpan, _ line: ViewLine, _ decision: LabelDecision, marks: Set<Unicode.Scalar>,
    to pieces: inout [Piece], isWhole: Bool = false
  ) {
    var rest = span
    var isWhole = isWhole
    var offset = span.from + 1
    while !marks.isEmpty, offset < span.to - 2 {
      guard scalars[offset - 1].isBlank, let mark = CandidateFinder.mark(scalars[offset]),
        marks.contains(mark),
        let found = finder.candidates(TextSpan(offset, span.to), line: line),
        found.isParted, found.label.parts.strength == 2,
        decision.printed.contains(found.label.printed)
      else {
        offset += 1
        continue
      }
      appendWords(trimmed(TextSpan(rest.from, offset)), line, to: &pieces, isWhole: isWhole)
      pieces.append(
        Piece(role: .label(found.label), span: found.label.span, line: line, isInner: true))
      isWhole = false
      rest.from = found.label.textStart
      offset = max(offset + 1, rest.from + 1)
    }
    appendWords(rest, line, to: &pieces, isWhole: isWhole)
  }

  private func appendWords(
    _ span: TextSpan, _ line: ViewLine, to pieces: inout [Piece], isWhole: Bool
  ) {
    guard !span.isEmpty else { return }
    let role: Piece.Role = isWhole && isBullet(span, line) ? .bullet : .text
    pieces.append(Piece(role: role, span: span, line: line, isInner: !isWhole))
  }

  /// Headings that a lost line end glued to the text behind them: `４．議事内容： ○ …について 事務局より`.
  private func splitHeads(_ span: TextSpan, _ line: ViewLine, to pieces: inout [Piece]) -> TextSpan
  {
    var span = span
    for _ in 0..<3 {
      var start = span.from
      var mark = AgendaMark.read(in: scalars, at: start, to: span.to)
      if let read = mark { start = read.end }
      if case .sign = mark?.style, let inner = AgendaMark.read(in: scalars, at: start, to: span.to),
        inner.number != nil
      {
        mark = inner
        start = inner.end
      }
      guard let end = headEnd(start, span, isMarked: mark != nil) else { return span }
      let title = TextSpan(start, end)
      pieces.append(
        Piece(
          role: .heading(
            HeadingCandidate(mark: mark, title: title, formatLevel: nil, isStrong: true)),
          span: TextSpan(span.from, end), line: line))
      span.from = end
      while span.from < span.to, scalars[span.from].isBlank || scalars[span.from] == "：" {
        span.from += 1
      }
    }
    return span
  }

  /// Where a heading glued to its text ends: a section's name and a colon, a planned title and a
  /// blank, or `…について` behind a mark and before 事務局.
  private func headEnd(_ start: Int, _ span: TextSpan, isMarked: Bool) -> Int? {
    guard span.to - start > 8 else { return nil }
    for word in Self.glued where scalars.starts(word, at: start) {
      let end = start + word.count
      if end < span.to, scalars[end] == "：" || scalars[end] == ":" { return end }
    }
    for title in plannedTitles where scalars.starts(title, at: start) {
      let end = start + title.count
      if end < span.to, scalars[end].isBlank { return end }
    }
    guard isMarked, CandidateFinder.mark(scalars[span.from]) != nil else { return nil }
    let about = "について".scalars
    guard
      let end = scalars.firstOffset(of: about, from: start, to: min(span.to, start + 60)).map({
        $0 + about.count
      }),
      end + 4 < span.to, scalars[end].isBlank, scalars.starts("事務局".scalars, at: end + 1)
    else { return nil }
    return end
  }

  private static let glued = ["議事内容", "議事概要", "議事要旨", "議事の概要", "議事経過", "議事", "内容", "審議内容"].map(
    \.scalars)

  private func trimmed(_ span: TextSpan) -> TextSpan {
    var span = span
    while span.to > span.from, scalars[span.to - 1].isBlank { span.to -= 1 }
    return span
  }

  private func isBullet(_ span: TextSpan, _ line: ViewLine) -> Bool {
    line.listLevel != nil || Self.bulletEnd(scalars, span) != nil
  }

  /// Where the words after the bullet of a list begin; nil for a line without one.
  static func bulletEnd(_ scalars: Scalars, _ span: TextSpan) -> Int? {
    guard span.count >= 2 else { return nil }
    let first = scalars[span.from]
    var end = span.from + 1
    switch first {
    case "・", "･", "•", "●", "◆", "◇", "■", "□", "➢", "▶", "✓", "\u{F0B7}", "\u{F06C}", "\u{F0A7}",
      "\u{F0D8}":
      break
    case "○", "◯", "〇", "◎", "※", "-", "－", "‐", "–", "→", "＊", "*":
      guard scalars[end].isBlank else { return nil }
    default: return nil
    }
    while end < span.to, scalars[end].isBlank { end += 1 }
    return end < span.to ? end : nil
  }

  /// `○友杉部会長それでは`: the mark and a label known from other lines, without a blank after it.
  private mutating func glued(
    _ span: TextSpan, mark: Unicode.Scalar, line: ViewLine, _ decision: LabelDecision
  ) -> Label? {
    let start = span.from + 1
    for end in stride(from: min(span.to - 1, start + 20), to: start + 1, by: -1) {
      let next = scalars[end]
      guard next.isHiragana || next.isKatakana || next == "「" else { continue }
      let words = scalars.text(TextSpan(start, end))
      guard decision.printed.contains(words) else { continue }
      let parts = finder.parts(TextSpan(start, end))
      guard parts.strength == 2, parts.name != nil else { continue }
      return Label(
        span: TextSpan(start, end), printed: words, parts: parts, style: .mark(mark),
        textStart: end, line: line.number)
    }
    return nil
  }

  /// What could be a label at the start of a line.
  mutating func candidate(_ span: TextSpan, line: ViewLine) -> LabelCandidate? {
    finder.candidates(span, line: line)
  }

  /// A line of a speech without a label.
  func plain(_ span: TextSpan, _ line: ViewLine) -> Piece {
    standalone(span, line)
      ?? Piece(role: isBullet(span, line) ? .bullet : .text, span: span, line: line)
  }

  // MARK: - lines that are no speech

  private func standalone(_ span: TextSpan, _ line: ViewLine) -> Piece? {
    let words = scalars[span.range]
    if StageDirection.isRule(words) { return Piece(role: .rule, span: span, line: line) }
    let first = scalars[span.from]
    if span.count <= 100, let inner = bracketed(span, first) {
      let content = Array(scalars[inner.range])
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
      if first != "【", first != "「", StageDirection.isDirection(content) {
        return Piece(role: .stage(inner), span: span, line: line)
      }
    }
    if span.count <= 120, "以了終完－-―─".unicodeScalars.contains(first),
      let end = StageDirection.endMark(Array(words.prefix(40)))
    {
      _ = end
      return Piece(role: .end, span: span, line: line)
    }
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
    let last = scalars[span.to - 1]
    guard last != "。", last != "、", last != "．" || title.isEmpty, !hasSentence(title) else {
      return nil
    }
    if line.listLevel != nil, line.heading == nil, !isPlanned { return nil }
    return Piece(
      role: .heading(
        HeadingCandidate(
          mark: mark ?? sign, title: title, formatLevel: line.heading,
          isStrong: isStrong || isPlanned)),
      span: span, line: line)
  }

  private func hasSentence(_ span: TextSpan) -> Bool {
    scalars[span.range].contains { $0 == "。" }
  }
}
