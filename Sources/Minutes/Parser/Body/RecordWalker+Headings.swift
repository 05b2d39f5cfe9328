import Deliberation
import JapaneseText

extension RecordWalker {
  /// Titles that name the part of the record where the matters stand, not a matter.
  private static let sections: Set<String> = [
    "議事", "議題", "議事内容", "議事概要", "議事要旨", "議事経過", "議事の概要", "議事の経過", "議事次第", "会議の概要", "会議内容", "会議の内容",
    "会議経過", "会議次第", "議論の概要", "審議内容", "審議経過", "審議の概要", "審議概要", "内容", "主な内容", "議事録", "会議録", "議事の要旨",
    "協議内容", "会議要旨", "会議概要", "議事の内容", "ログ", "議事進行", "本文", "次第",
  ]

  /// Titles of parts that hold questions and answers, where they bear no number.
  private static let exchanges: Set<String> = [
    "質疑応答", "質疑", "質疑と応答", "質問と回答", "質問回答", "主な質疑応答", "質疑応答要旨", "質疑応答の概要",
  ]

  /// Titles of parts that hold no speech.
  static let fields: Set<String> = [
    "日時", "開催日時", "場所", "開催場所", "出席者", "出席委員", "欠席者", "欠席委員", "参加者", "出席", "欠席", "配布資料", "配付資料",
    "資料",
    "会議資料", "メンバー", "傍聴者", "事務局", "日程", "議論に用いた資料", "会場の様子", "参加方法", "連絡先", "問い合わせ先", "お問い合わせ先",
    "参考資料", "添付資料", "関連資料", "リンク", "目次", "担当", "Attendees", "Date", "Place", "Time",
  ]

  /// Reads a heading that stands here; the place after it, or nil where it is none.
  mutating func heading(_ place: Int, _ candidate: HeadingCandidate) -> Int? {
    guard !hasEnded else { return place + 1 }
    if draft?.isReading == true { return nil }
    if let next = days(place, candidate) { return next }
    let (span, title, next) = whole(place, candidate)
    let words = scalars.text(title)
    let key = AgendaTree.key(words)
    let piece = pieces[place]
    let isQuestions = candidate.mark == nil && Self.exchanges.contains(key)
    if Self.sections.contains(key) || isQuestions && tree.path(ofTitle: words) == nil, isFree {
      flush()
      isSkipping = false
      sectionMark = candidate.mark
      if !hasOpened {
        hasOpened = true
        if !isField(span) {
          add(.agendaMove, span: span, text: text(span), piece: piece, agenda: [])
        }
      }
      isAfterGap = true
      return next
    }
    if Self.fields.contains(key), isFree, candidate.formatLevel != nil || candidate.mark != nil {
      flush()
      isSkipping = true
      return next
    }
    if isNextSection(candidate.mark, title: title), isFree {
      flush()
      sectionMark = candidate.mark
      tree.leave()
      isInOpinions = readsOpinions
      isSkipping = false
      isAfterGap = true
      add(.agendaMove, span: span, text: text(span), piece: piece, agenda: [])
      return next
    }
    if title.isEmpty, let mark = candidate.mark, mark.number != nil,
      let path = tree.path(ofMark: mark)
    {
      // the mark torn from its title: I ．
      flush()
      tree.move(to: path)
      section += 1
      isAfterGap = true
      return next
    }
    guard isHeading(candidate, words: title, key: key, next: next) else { return nil }
    flush()
    isSkipping = false
    hasOpened = true
    isAfterHeading = true
    section += 1
    let segments = [SourceSegment(span: span, line: piece.line.number, page: piece.line.page)]
    let before = tree.current
    let path = tree.enter(
      candidate.mark, title: HeadText.unlinked(text(title)), formatLevel: candidate.formatLevel,
      source: segments)
    if isDay(candidate.mark) || candidate.isApart {
      let isPlan = spoken.isEmpty && draft == nil
      if let block = dayBlock, block.spoken == spoken.count {
        // before anybody has spoken several items are the order of the day
        if isPlan { tree.leave() } else { tree.join(block.paths) }
      }
      dayBlock = (spoken.count, tree.current)
    }
    if before != [path] || events.isEmpty {
      add(.agendaMove, span: span, text: text(span), piece: piece, agenda: [path])
    }
    isAfterGap = true
    return next
  }

  /// `議事概要` alone between gaps, without a mark.
  func isSectionTitle(_ place: Int) -> Bool {
    let span = pieces[place].span
    guard isAfterGap || draft == nil, !pieces[place].isInner, span.count <= 8 else { return false }
    if place + 1 < pieces.count, draft != nil {
      switch pieces[place + 1].role {
      case .text, .bullet: return false
      default: break
      }
    }
    return Self.sections.contains(AgendaTree.key(scalars.text(span)))
  }

  /// A line that holds only numbers of the day, with the turn of a speaker after it.
  private mutating func days(_ place: Int, _ candidate: HeadingCandidate) -> Int? {
    guard !candidate.days.isEmpty, opensLabel(place + 1) else { return nil }
    let piece = pieces[place]
    flush()
    isSkipping = false
    hasOpened = true
    section += 1
    let segments = [SourceSegment(span: piece.span, line: piece.line.number, page: piece.line.page)]
    let words = text(piece.span)
    if tree.move(toDays: candidate.days).isEmpty {
      _ = tree.enter(nil, title: words, formatLevel: nil, source: segments)
    }
    add(.agendaMove, span: piece.span, text: words, piece: piece, agenda: tree.current)
    isAfterGap = true
    return place + 1
  }

  /// Whether a label stands next, blank lines and rules aside.
  func opensLabel(_ place: Int) -> Bool {
    for piece in pieces[min(place, pieces.count)...].prefix(6) {
      switch piece.role {
      case .blank, .rule: continue
      case .label: return true
      default: return false
      }
    }
    return false
  }

  /// `４．議事内容：` with its text behind it is the name of a field and nothing that happened.
  private func isField(_ span: TextSpan) -> Bool {
    span.to < scalars.count && (scalars[span.to] == "：" || scalars[span.to] == ":")
  }

  /// Whether a mark counts the items of a day (日程第３, 追加日程第１).
  private func isDay(_ mark: AgendaMark?) -> Bool {
    if case .word(let word) = mark?.style { word.hasSuffix("日程") } else { false }
  }

  /// No named speaker holds the floor.
  private var isFree: Bool { draft == nil || draft?.form == .opinion || isAfterGap }

  /// The words of a span with its line ends dropped.
  private func text(_ span: TextSpan) -> String {
    let lines = scalars[span.range].split(whereSeparator: \.isLineEnd)
    return String(
      lines.map { line -> Scalars in
        var line = Array(line)
        while let last = line.last, last.isBlank { line.removeLast() }
        while let first = line.first, first.isBlank { line.removeFirst() }
        return line
      }.joined())
  }

  /// The heading with the lines on which its title goes on.
  private func whole(_ place: Int, _ candidate: HeadingCandidate) -> (TextSpan, TextSpan, Int) {
    var span = pieces[place].span
    var title = candidate.title
    var next = place + 1
    guard candidate.formatLevel == nil, !"≫》】〉］".unicodeScalars.contains(scalars[span.to - 1])
    else {
      return (span, title, next)
    }
    let isOpen = !title.isEmpty && ":：".unicodeScalars.contains(scalars[span.to - 1])
    if isOpen, let below = subtitle(next, under: pieces[place].line) {
      return (TextSpan(span.from, below.to), TextSpan(title.from, below.to), next + 1)
    }
    guard title.isEmpty || span.count >= 28 else { return (span, title, next) }
    // a mark alone on its line: the title stands on the next one
    if title.isEmpty, next < pieces.count, pieces[next].isBlank { next += 1 }
    while next < pieces.count, next < place + 4, case .text = pieces[next].role,
      pieces[next].span.count <= 80, !pieces[next].isInner, endsHeading(next)
    {
      span.to = pieces[next].span.to
      title = title.isEmpty ? pieces[next].span : TextSpan(title.from, span.to)
      next += 1
    }
    return title.isEmpty ? (pieces[place].span, candidate.title, place + 1) : (span, title, next)
  }

  /// The next line where it holds what a title with a colon at its end announces: further in, and
  /// without a mark.
  private func subtitle(_ place: Int, under line: ViewLine) -> TextSpan? {
    guard place < pieces.count, case .text = pieces[place].role, !pieces[place].isInner,
      pieces[place].line.indent > line.indent, pieces[place].span.count <= 60,
      !scalars[pieces[place].span.range].contains("。")
    else { return nil }
    return pieces[place].span
  }

  /// Whether a line can be the end of a title: no sentence, and a gap or a label after it.
  private func endsHeading(_ place: Int) -> Bool {
    for next in place..<min(place + 3, pieces.count) {
      switch pieces[next].role {
      case .blank, .label, .rule, .heading, .stage, .caption, .end, .bullet: return next > place
      case .text:
        let span = pieces[next].span
        if span.isEmpty || scalars[span.range].contains("。") { return false }
      }
    }
    return place + 3 > pieces.count
  }

  /// Whether what follows and the count make a heading of the candidate.
  private func isHeading(
    _ candidate: HeadingCandidate, words: TextSpan, key: String, next: Int
  ) -> Bool {
    guard !key.isEmpty, words.count <= 160, !isColumned(words) else { return false }
    let count = Levels.count(Array(scalars[words.range]), [TextSpan(0, words.count)])
    guard count.polite == 0 else { return false }
    let isPlanned = tree.path(ofTitle: scalars.text(words)) != nil
    let follows = opensTurn(next)
    if draft?.form == .question, let first = draft?.fragments.first, candidate.mark?.number != nil,
      isPlanned
        || pieces[next - 1].line.indent < first.indent
          && candidate.mark.map({ tree.fits($0, title: scalars.text(words)) }) == true
    {
      return true
    }
    if draft?.form == .turn || draft?.form == .question {
      guard follows, !isRecited(candidate.mark) else { return false }
      if isPlanned { return true }
      if candidate.formatLevel != nil { return true }
      guard let mark = candidate.mark else {
        return candidate.isStrong && words.count <= (candidate.isApart ? 120 : 60)
      }
      if mark.number == nil { return candidate.isStrong && words.count <= 60 }
      if candidate.isWrapped, words.count <= 60 { return true }
      if isSequel(mark, words: words) { return true }
      return tree.fits(mark, title: scalars.text(words)) && words.count <= 120
        && (candidate.isStrong || isAfterGap || candidate.title.isEmpty && isDay(mark)
          || draft?.label?.style == .field)
    }
    if isPlanned || candidate.formatLevel != nil { return true }
    guard let mark = candidate.mark, words.count <= 120 else {
      return candidate.isStrong && follows
    }
    if mark.number == nil { return candidate.isStrong && words.count <= 60 }
    return tree.fits(mark, title: scalars.text(words))
  }

  /// Whether a marked line without a gap before it goes on with the items of the agenda and with no
  /// list of the speaker: the words before it are a finished sentence without such a mark.
  private func isSequel(_ mark: AgendaMark, words: TextSpan) -> Bool {
    guard let last = draft?.fragments.last, words.count <= 60,
      TurnText.endsSentence(scalars[last.span.to - 1]),
      AgendaMark.read(in: scalars, at: last.span.from, to: last.span.to)?.style != mark.style
    else { return false }
    if case .word = mark.style { return tree.fits(mark, title: scalars.text(words)) }
    return tree.follows(mark)
  }

  /// Whether a marked line is one of those that the speaker reads out: `本日の議題は三つございまして`
  /// comes directly before the first of them.
  private func isRecited(_ mark: AgendaMark?) -> Bool {
    guard !isAfterGap, let mark, let number = mark.number, let last = draft?.fragments.last
    else { return false }
    let end = scalars[last.span.to - 1]
    if number == 1 { return end.isHiragana || end == "、" || end == "，" }
    guard let before = AgendaMark.read(in: scalars, at: last.span.from, to: last.span.to) else {
      return false
    }
    return before.style == mark.style && before.number == number - 1
  }

  /// Whether a label, narration, another heading or nothing stands next.
  private func opensTurn(_ place: Int) -> Bool {
    var place = place
    while place < pieces.count {
      switch pieces[place].role {
      case .blank, .rule, .stage, .caption: place += 1
      case .label, .heading, .end: return true
      case .text, .bullet: return startsNarration(place)
      }
    }
    return true
  }

  private func startsNarration(_ place: Int) -> Bool {
    if NarrationGrammar.introducesOpinions(Array(scalars[pieces[place].span.range].prefix(80))) {
      return true
    }
    let isBullet = if case .bullet = pieces[place].role { true } else { false }
    return reading(place, isBullet: isBullet) != nil
  }
}
