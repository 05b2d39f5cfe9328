import Deliberation
import JapaneseText

extension RecordWalker {
  /// Reads narration that begins here; the place after it.
  mutating func narration(_ place: Int, isBullet: Bool) -> Int? {
    let isInTurn = draft?.form == .turn
    guard isBullet || isAfterGap || draft == nil || !isInTurn else { return nil }
    if isInTurn, !isBullet, !Self.isStrict(scalars, at: pieces[place].span.from) { return nil }
    guard let (block, clauses) = reading(place, isBullet: isBullet) else { return nil }
    let text = block.text.scalars
    if isInOpinions, !isStrictOpinionNarration(text, clauses) { return nil }
    flush()
    narrate(clauses, text: text, pieces: block.pieces, span: block.span)
    isAfterGap = false
    return block.next
  }

  /// The block that begins here with its clauses, where all of it is narration.
  func reading(_ place: Int, isBullet: Bool) -> (Block, [NarrationGrammar.Clause])? {
    guard let block = block(place, isBullet: isBullet),
      let clauses = grammar.read(block.text.scalars)
    else { return nil }
    return (block, clauses)
  }

  /// Among opinions only what tells of explanations or decisions of the meeting is narration.
  func isStrictOpinionNarration(
    _ text: Scalars, _ clauses: [NarrationGrammar.Clause]
  )
    -> Bool
  {
    if Self.frames.contains(where: { text.starts($0, at: 0) }),
      NarrationGrammar.actor(of: text, within: TextSpan(0, text.count)) != nil
    {
      // 最後に、桔梗座長から、論点を整理する旨の発言があった
      return true
    }
    return Self.isStrict(text, at: 0)
      && clauses.contains { $0.kind == .explanation || $0.kind == .approval }
      && clauses.allSatisfy { $0.kind != .other }
  }

  private static let frames = ["冒頭、", "はじめに、", "最後に、", "会議の冒頭、", "閉会に当たり、", "開会に当たり、"].map(
    \.scalars)

  /// Whether a block names the secretariat or a paper at its head, as narration inside turns must.
  static func isStrict(_ text: Scalars, at offset: Int) -> Bool {
    let heads = ["事務局", "資料", "議事", "議題", "上記", "以上の", "（事務局", "(事務局", "説明終了", "説明の後", "説明後"].map(
      \.scalars)
    return heads.contains { text.starts($0, at: offset) }
  }

  /// A block of lines that could be narration.
  struct Block {
    var text: TurnText
    var pieces: [Piece]
    var span: TextSpan
    var next: Int
  }

  /// The lines from here to the end of the sentence, and those directly after it while all of it
  /// is narration.
  func block(_ place: Int, isBullet: Bool) -> Block? {
    var first = pieces[place]
    if isBullet, let start = PieceCutter.bulletEnd(scalars, first.span) { first.span.from = start }
    guard first.span.count >= 6 else { return nil }
    var taken = [first]
    var next = place + 1
    var text = TurnText(fragments(taken), source: scalars, isWrapped: true)
    // cheap refusal: speech and most lines end otherwise
    while taken.count < 12, let last = taken.last, next < pieces.count {
      let isOpen = !TurnText.endsSentence(scalars[last.span.to - 1])
      var candidate = next
      let words = Array(scalars[pieces[candidate].span.range])
      if isOpen, !words.isEmpty, NarrationGrammar.endsWithNoun(text.scalars),
        NarrationGrammar.namesActor(words, from: 0, to: words.count)
          || NarrationGrammar.introducesOpinions(words)
      {
        break
      }
      if isOpen, pieces[candidate].isBlank, candidate + 1 < pieces.count {
        candidate += 1
        // a title with a gap below it, then what was explained and who said what
        if NarrationGrammar.introducesOpinions(Array(scalars[pieces[candidate].span.range])) {
          break
        }
      }
      if !isOpen, isOwnNarration(words) { break }
      guard case .text = pieces[candidate].role, !pieces[candidate].isInner,
        isOpen || !NarrationGrammar.introducesOpinions(Array(scalars[pieces[candidate].span.range]))
      else { break }
      let longer = TurnText(
        fragments(taken + [pieces[candidate]]), source: scalars, isWrapped: true)
      if !isOpen, grammar.read(longer.scalars) == nil { break }
      taken.append(pieces[candidate])
      text = longer
      next = candidate + 1
      if text.scalars.count > 1200 { return nil }
    }
    guard let last = taken.last else { return nil }
    return Block(
      text: text, pieces: taken, span: TextSpan(first.span.from, last.span.to), next: next)
  }

  /// Whether a line tells by itself of an explanation or a decision: an event of its own.
  func isOwnNarration(_ words: Scalars) -> Bool {
    grammar.read(words)?.contains { $0.kind == .explanation || $0.kind == .approval } ?? false
  }

  func fragments(_ pieces: [Piece]) -> [Fragment] {
    pieces.map {
      Fragment(
        span: $0.span, line: $0.line.number, page: $0.line.page, indent: 0, isAfterGap: false,
        isBullet: false)
    }
  }

  /// Makes the events of a narration and goes where it goes.
  mutating func narrate(
    _ clauses: [NarrationGrammar.Clause], text: Scalars, pieces: [Piece], span: TextSpan
  ) {
    guard let piece = pieces.first else { return }
    hasOpened = true
    if pieces.count == 1, let cut = secondExplanation(clauses, text) {
      // several explanations on one line: one event each
      let first = clauses.filter { $0.span.to <= cut }
      let start = span.from + cut
      let rest = Array(text[cut...])
      let moved = clauses.filter { $0.span.from >= cut }.map { clause in
        var clause = clause
        clause.span = TextSpan(clause.span.from - cut, clause.span.to - cut)
        return clause
      }
      narrate(
        first, text: Array(text[..<(first.last?.span.to ?? cut)]), pieces: pieces,
        span: TextSpan(span.from, span.from + (first.last?.span.to ?? cut)))
      narrate(moved, text: rest, pieces: pieces, span: TextSpan(start, span.to))
      return
    }
    let source = TurnText(fragments(pieces), source: scalars, isWrapped: true).segments
    let segments =
      pieces.count == 1
      ? [SourceSegment(span: span, line: piece.line.number, page: piece.line.page)] : source
    let main =
      clauses.first { $0.kind == .explanation } ?? clauses.first {
        $0.kind != nil && $0.kind != .other
      }
      ?? clauses.first { $0.kind != nil }
    guard let main, let kind = main.kind else { return }
    move(by: text, clause: main, segments: segments)
    let documents = NarrationGrammar.documents(in: text, within: TextSpan(0, text.count))
    let index = add(
      kind, span: span, text: String(text), piece: piece, agenda: tree.current,
      result: result(kind, text), documents: documents)
    events[index].source = segments
    if let actor = NarrationGrammar.actor(of: text, within: main.span) {
      let parts = labels.parts(of: actor)
      if parts.strength > 0 {
        let found = people.resolve(parts)
        events[index].by = found.person
        events[index].byName = found.name
      }
    }
    for clause in clauses where clause.span != main.span {
      guard let other = clause.kind, other == .noQuestions || other == .approval || other == .vote
      else { continue }
      let words = Array(text[clause.span.range])
      let extra = add(
        other, span: span, text: String(words), piece: piece, agenda: tree.current,
        result: result(other, words))
      events[extra].source = segments
    }
  }

  /// Where a second explanation by somebody named begins; nil where there is one only.
  func secondExplanation(_ clauses: [NarrationGrammar.Clause], _ text: Scalars) -> Int? {
    guard clauses.first?.kind == .explanation else { return nil }
    return clauses.dropFirst().first {
      $0.kind == .explanation
        && NarrationGrammar.namesActor(text, from: $0.span.from, to: $0.span.to)
    }?.span.from
  }

  func result(_ kind: EventKind, _ words: Scalars) -> String? {
    kind == .approval || kind == .vote ? NarrationGrammar.result(words) : nil
  }

  /// Goes to the items that a narration names: quoted sub-items, a number, the whole item.
  mutating func move(
    by text: Scalars, clause: NarrationGrammar.Clause, segments: [SourceSegment]
  ) {
    let quoted = NarrationGrammar.quotations(in: text, within: clause.span).map { span in
      let mark = AgendaMark.read(in: text, at: span.from, to: span.to)
      return (mark: mark, title: text.text(TextSpan(mark?.end ?? span.from, span.to)))
    }
    if !quoted.isEmpty, clause.kind == .explanation,
      !tree.open(quoted, source: segments).isEmpty
    {
      section += 1
      return
    }
    for word in AgendaMark.words + ["上記".scalars] {
      guard let start = text.firstOffset(of: word, from: clause.span.from, to: clause.span.to),
        let (number, _) = AgendaMark.reference(text, start + word.count, clause.span.to)
      else { continue }
      if tree.move(toNumber: number, word: String(word)) != nil {
        section += 1
        return
      }
    }
    if text.firstOffset(of: "全体".scalars) != nil, clause.kind == .discussion { tree.moveToWhole() }
  }

}
