import Deliberation
import JapaneseText

/// Cuts the body of a record into pieces.
struct PieceCutter {
  let view: TextView
  let bodyStart: Int
  let bodyEnd: Int
  let plannedTitles: [Scalars]
  /// Lists of names behind the text: their lines are no words of anybody.
  private let lists: [TextSpan]
  let scalars: Scalars
  private var finder: CandidateFinder
  private let lexicon: RoleLexicon

  init(view: TextView, within span: TextSpan, front: FrontMatter, grammar: LabelGrammar) {
    self.view = view
    scalars = view.source.scalars
    bodyStart = max(span.from, front.bodyStart)
    bodyEnd = span.to
    lists = front.lists
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

  private func isListed(_ line: ViewLine) -> Bool { lists.contains { $0.contains(line.span) } }

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
    for line in lines where !line.isBlank && !isListed(line) {
      order.append(line.index)
      if var candidate = finder.candidates(span(of: line), line: line) {
        candidate.endsSentence = TurnText.endsSentence(scalars[line.span.to - 1])
        candidates[line.index] = candidate
      }
    }
    for (line, next) in zip(order, order.dropFirst()) where candidates[line]?.isAlone == true {
      // 事務総長, ○災害対策特別委員 above names in columns
      if LabelCandidate.isRoll(scalars, span(of: view.lines[next])) { candidates[line] = nil }
      let isApart = line > 0 && view.lines[line - 1].isBlank && next == line + 1
      if isApart, TurnText.endsSentence(scalars[view.lines[next].span.to - 1]) {
        candidates[line]?.opensWords = true
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
    markTitlesBelowRules(&pieces)
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
    guard !line.isBlank, !isListed(line) else {
      pieces.append(Piece(role: .blank, span: line.span, line: line))
      return
    }
    let span = span(of: line)
    if let label = decision.labels[line.index] {
      pieces.append(Piece(role: .label(label), span: label.span, line: line))
      let rest = afterAct(TextSpan(label.textStart, span.to), line, to: &pieces)
      appendText(rest, line, decision, marks: marks, to: &pieces)
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

  /// The words behind a label and behind a direction that stands directly after it (`〔登壇〕`,
  /// `（朗読）` where it fills the line).
  func afterAct(
    _ span: TextSpan, _ line: ViewLine, to pieces: inout [Piece]
  ) -> TextSpan {
    guard span.count >= 4, let close = CandidateFinder.closing(of: scalars[span.from]),
      let end = finder.partner(of: span.from, close: close, within: span)
    else { return span }
    let isSquare = scalars[span.from] == "〔"
    let isRound = scalars[span.from] == "（" || scalars[span.from] == "("
    let inner = TextSpan(span.from + 1, end)
    guard isSquare || isRound && end == span.to - 1,
      StageDirection.isAct(Array(scalars[inner.range]))
    else { return span }
    pieces.append(
      Piece(role: .stage(inner), span: TextSpan(span.from, end + 1), line: line, isInner: true))
    var rest = TextSpan(end + 1, span.to)
    while rest.from < rest.to, scalars[rest.from].isBlank { rest.from += 1 }
    return rest
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

  private func trimmed(_ span: TextSpan) -> TextSpan {
    var span = span
    while span.to > span.from, scalars[span.to - 1].isBlank { span.to -= 1 }
    return span
  }

  func isBullet(_ span: TextSpan, _ line: ViewLine) -> Bool {
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
}
