import Deliberation
import JapaneseText

/// Directions of the stage, in brackets on lines of their own or behind labels.
extension RecordWalker {
  /// Reads a direction in brackets; the place after it.
  mutating func stage(_ place: Int, inner: TextSpan) -> Int {
    let piece = pieces[place]
    let words = Array(scalars[inner.range])
    let (kind, result) = StageDirection.read(words)
    guard !hasEnded || kind == .closing || kind == .opening else { return place + 1 }
    if let name = StageDirection.newChair(words) {
      presiding = labels.parts(of: name).name
    }
    if piece.isInner, let label = draft?.label, draft?.fragments.isEmpty == true {
      act(kind, of: label, words: words, piece: piece)
      return place + 1
    }
    if let aside = aside(words, inner: inner, piece: piece) {
      flush()
      draft = Draft(form: .turn, label: aside, section: section)
      var rest = piece
      rest.span = TextSpan(aside.textStart, inner.to)
      isAfterGap = false
      append(rest, isBullet: false)
      flush()
      return place + 1
    }
    if let label = performer(words, inner: inner, place: place) {
      flush()
      draft = Draft(form: .turn, label: label, section: section)
      draft?.isReading = StageDirection.isReading(words)
      isAfterGap = false
      return place + 1
    }
    if kind == .other, scalars[piece.span.from] != "〔", !StageDirection.isPlain(words),
      !StageDirection.isHour(words)
    {
      if draft != nil {
        append(piece, isBullet: false)
        return place + 1
      }
      if let clauses = grammar.read(words) {
        narrate(clauses, text: words, pieces: [piece], span: inner)
        return place + 1
      }
      if isInOpinions || !hasOpened { return place + 1 }
    }
    let told = NarrationGrammar.actor(of: words, within: TextSpan(0, words.count))
    if kind == .explanation, draft?.form != .turn || told != nil {
      flush()
      let documents = NarrationGrammar.documents(in: words, within: TextSpan(0, words.count))
      let index = add(
        .explanation, span: piece.span, text: scalars.text(piece.span), piece: piece,
        agenda: tree.current, documents: documents)
      if let told {
        let parts = labels.parts(of: told)
        if parts.strength > 0 {
          let found = people.resolve(parts)
          events[index].by = found.person
          events[index].byName = found.name
        }
      }
      return place + 1
    }
    let index = add(
      kind, span: piece.span, text: scalars.text(piece.span), piece: piece,
      agenda: kind == .closing || kind == .opening ? [] : tree.current, result: result)
    draft?.events.append(index)
    draft?.pendingEvents.append(index)
    if kind == .closing, lastLabel < place {
      flush()
      hasEnded = true
    }
    isAfterGap = true
    return place + 1
  }

  /// `（朗読）`, `〔登壇〕` directly behind a label.
  mutating func act(_ kind: EventKind, of label: Label, words: Scalars, piece: Piece) {
    let index = add(
      kind, span: piece.span, text: scalars.text(piece.span), piece: piece, agenda: tree.current)
    let found = people.resolve(label.parts)
    events[index].by = found.person
    events[index].byName = found.name
    draft?.events.append(index)
    if StageDirection.isReading(words) { draft?.isReading = true }
    isAfterGap = false
  }

  /// `(ayumin: force.comはできます)` in a log of chat lines: somebody else's words.
  func aside(_ words: Scalars, inner: TextSpan, piece: Piece) -> Label? {
    guard draft?.label?.style == .colon,
      let colon = words.firstIndex(where: { $0 == ":" || $0 == "：" }), (1...16).contains(colon)
    else { return nil }
    let name = Array(words[..<colon])
    let parts = labels.parts(of: name)
    guard parts.strength > 0 else { return nil }
    var start = inner.from + colon + 1
    while start < inner.to, scalars[start].isBlank { start += 1 }
    guard start < inner.to else { return nil }
    return Label(
      span: TextSpan(inner.from, inner.from + colon), printed: String(name), parts: parts,
      style: .colon, textStart: start, line: piece.line.number)
  }

  /// `（杉立敏也事務局長報告）` before words: those are not the chair's any more.
  func performer(_ words: Scalars, inner: TextSpan, place: Int) -> Label? {
    guard let name = StageDirection.performer(words), followsText(place) else { return nil }
    let parts = labels.parts(of: name)
    guard parts.strength == 2, parts.name != nil || parts.roleClass == .office else { return nil }
    let span = TextSpan(inner.from, inner.from + name.count)
    return Label(
      span: span, printed: String(LabelGrammar.closedUp(name)), parts: parts, style: .round,
      textStart: inner.to, line: pieces[place].line.number)
  }

  func followsText(_ place: Int) -> Bool {
    for piece in pieces[(place + 1)...] {
      switch piece.role {
      case .blank, .rule: continue
      case .text, .bullet, .heading: return !LabelCandidate.isRoll(scalars, piece.span)
      default: return false
      }
    }
    return false
  }
}
