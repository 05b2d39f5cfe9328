import Deliberation
import JapaneseText

/// The speeches of a structured source, with the fields that tell who speaks.
struct SpeechMarks {
  private struct Speech {
    var span: TextSpan
    var fields: [String: TextSpan] = [:]
  }

  private var speeches: [Speech] = []

  var isEmpty: Bool { speeches.isEmpty }

  init(_ source: SourceText, within part: TextSpan) {
    var pending: [String: TextSpan] = [:]
    let names: Set<String> = ["speaker", "role", "organisation", "group"]
    let first = source.marks.boundary(where: { $0.span.from >= part.from })
    for mark in source.marks[first...] {
      if mark.span.from > part.to { break }
      guard part.contains(mark.span) else { continue }
      switch mark.kind {
      case .field(let name) where names.contains(name):
        if let last = speeches.last, last.span.contains(mark.span) {
          speeches[speeches.count - 1].fields[name] = mark.span
        } else {
          pending[name] = mark.span
        }
      case .speech:
        var speech = Speech(span: mark.span)
        speech.fields = pending
        for (name, span) in pending where mark.span.contains(span) { speech.fields[name] = span }
        pending = [:]
        speeches.append(speech)
      default: break
      }
    }
  }

  /// The pieces of all speeches: each begins a turn with the label of its field or its own words.
  func pieces(cutter: PieceCutter, view: TextView, grammar: LabelGrammar) -> [Piece] {
    var pieces: [Piece] = []
    var cutter = cutter
    var start = view.lines.boundary(where: { $0.span.to >= (speeches.first?.span.from ?? 0) })
    if let first = speeches.first {
      pieces += opening(cutter: cutter, view: view, before: first)
    }
    for speech in speeches {
      let text = textSpan(of: speech)
      while start < view.lines.count, view.lines[start].span.to < text.from { start += 1 }
      var end = start
      while end < view.lines.count, view.lines[end].span.from < text.to { end += 1 }
      let lines = Array(view.lines[start..<end])
      start = max(start, end - 1)
      guard let speaker = speech.fields["speaker"].map(view.text), !Self.isNobody(speaker) else {
        pieces += cutter.pieces(of: lines, within: text, label: nil)
        continue
      }
      let field = Self.label(
        speaker, speech.fields, view: view, grammar: grammar, at: text, line: lines.first)
      pieces += cutter.pieces(of: lines, within: text, label: field)
    }
    return pieces
  }

  /// The line at the end of the head that tells when the sitting was opened.
  private func opening(cutter: PieceCutter, view: TextView, before first: Speech) -> [Piece] {
    let start = min(first.span.from, first.fields.values.map(\.from).min() ?? first.span.from)
    guard cutter.bodyStart < start else { return [] }
    let place = view.lines.boundary { $0.span.from >= cutter.bodyStart }
    return view.lines[place...].prefix { $0.span.to <= start }.prefix(12).compactMap { line in
      guard !line.isBlank, let piece = cutter.standalone(line.span, line),
        case .stage = piece.role
      else { return nil }
      return piece
    }
  }

  /// The words of the speech: what follows its fields where these stand inside it.
  private func textSpan(of speech: Speech) -> TextSpan {
    var span = speech.span
    for field in speech.fields.values where span.contains(field) {
      span.from = max(span.from, field.to)
    }
    return span
  }

  /// Sources write 会議録情報 or null for the block at the head.
  static func isNobody(_ speaker: String) -> Bool {
    let speaker = speaker.filter { !$0.isWhitespace }
    return speaker.isEmpty || speaker == "null" || speaker == "会議録情報" || speaker == "名簿"
  }

  private static func label(
    _ speaker: String, _ fields: [String: TextSpan], view: TextView, grammar: LabelGrammar,
    at text: TextSpan, line: ViewLine?
  ) -> Label {
    var parts = grammar.parts(of: speaker.scalars)
    let closed = LabelGrammar.closedUp(speaker.scalars)
    if parts.strength == 0 || parts.hasUnknownTitle && fields["role"] != nil {
      parts = LabelParts()
      parts.name = String(closed.filter { !$0.isBlank })
      parts.isFullName = closed.count >= 3
    }
    if parts.role == nil, let role = fields["role"].map(view.text) {
      parts.role = role
      let known = grammar.lexicon.role(endOf: role.scalars)
      parts.roleClass = known?.roleClass
      parts.kindByTitle = known?.kind
    } else if parts.role == nil, fields["group"] != nil {
      // a party and no post: somebody who sits in the house
      parts.roleClass = .seat
      parts.kindByTitle = .member
    }
    if parts.organisation == nil { parts.organisation = fields["organisation"].map(view.text) }
    parts.strength = 2
    return Label(
      span: TextSpan(text.from, text.from), printed: String(closed), parts: parts, style: .field,
      textStart: text.from, line: line?.number ?? 1, field: speaker)
  }
}

extension PieceCutter {
  /// The pieces of one speech; a label that its words repeat is taken out of them.
  mutating func pieces(of lines: [ViewLine], within span: TextSpan, label: Label?) -> [Piece] {
    var pieces: [Piece] = []
    var label = label
    var isFirst = true
    for line in lines {
      var words = TextSpan(max(line.span.from, span.from), min(line.span.to, span.to))
      while words.from < words.to, view.source.scalars[words.from].isSpace { words.from += 1 }
      guard !words.isEmpty else {
        pieces.append(
          Piece(role: .blank, span: TextSpan(line.span.from, line.span.from), line: line))
        continue
      }
      if let field = label {
        if let direction = opensTheHouse(words, line) {
          pieces.append(direction)
          continue
        }
        label = nil
        isFirst = false
        let (found, rest) = opening(field, words, line: line)
        pieces.append(Piece(role: .label(found), span: found.span, line: line))
        words = afterAct(TextSpan(rest, words.to), line, to: &pieces)
        if words.isEmpty { continue }
        pieces.append(Piece(role: .text, span: words, line: line, isInner: true))
        continue
      }
      if isFirst, let found = candidate(words, line: line), found.isParted,
        found.label.parts.strength == 2
      {
        // the format marks the speech but not its speaker
        pieces.append(Piece(role: .label(found.label), span: found.label.span, line: line))
        words = afterAct(TextSpan(found.label.textStart, words.to), line, to: &pieces)
        isFirst = false
        if words.isEmpty { continue }
        pieces.append(Piece(role: .text, span: words, line: line, isInner: true))
        continue
      }
      isFirst = false
      pieces.append(signed(words, line) ?? plain(words, line))
    }
    return pieces
  }

  private func isMarked(_ label: Label) -> Bool {
    if case .mark = label.style { true } else { false }
  }

  /// A clock line before the first words (`○午後１時開議`): done before the speaker spoke.
  private func opensTheHouse(_ words: TextSpan, _ line: ViewLine) -> Piece? {
    guard let piece = standalone(words, line), case .stage(let inner) = piece.role,
      StageDirection.isClockLine(Array(view.source.scalars[inner.range]))
    else { return nil }
    return piece
  }

  /// Whether the sign stands before a title of the agenda.
  private func isTitled(_ words: TextSpan) -> Bool {
    plannedTitles.contains {
      view.source.scalars.starts($0, at: words.from + 1) && $0.count == words.count - 1
    }
  }

  /// `○会議録署名人選定について`: where a field names the speaker, a sign at the head of a line
  /// makes a heading.
  private func signed(_ words: TextSpan, _ line: ViewLine) -> Piece? {
    let scalars = view.source.scalars
    guard CandidateFinder.mark(scalars[words.from]) == "○", (3...60).contains(words.count),
      !scalars[words.from + 1].isBlank,
      !scalars[words.range].contains(where: { "。、「（(".unicodeScalars.contains($0) }),
      !isTitled(words)
    else { return nil }
    if let piece = standalone(words, line), case .stage = piece.role { return piece }
    return Piece(role: .caption, span: words, line: line)
  }

  /// The label with what the head of the speech adds, and where the words begin.
  private mutating func opening(
    _ field: Label, _ words: TextSpan, line: ViewLine
  ) -> (Label, Int) {
    guard let candidate = candidate(words, line: line), candidate.isParted else {
      return (field, words.from)
    }
    var label = candidate.label
    let parts = label.parts
    let full = field.parts.name ?? ""
    let names = parts.name.map { PersonName.key($0) }
    // 経済建設常任委員長　山口勝彦議員。: the chair calls somebody up
    let isOwnRole =
      parts.role != nil && parts.strength == 2
      && (isMarked(candidate.label) || field.parts.role == nil || field.parts.role == parts.role)
    let isSame =
      candidate.label.printed == field.printed
      || names.map { PersonName.key(full).hasPrefix($0) } ?? isOwnRole
    guard isSame, parts.strength > 0 else { return (field, words.from) }
    if field.parts.isFullName || parts.name == nil {
      if let printed = parts.name, !parts.isFullName, printed != field.parts.name {
        label.parts.printedSurname = printed
      }
      label.parts.name = field.parts.name
      label.parts.isFullName = field.parts.isFullName
      label.parts.hint = nil
    }
    label.style = .field
    return (label, candidate.label.textStart)
  }
}

extension Array {
  /// The first place from which on `isBehind` holds, in an array sorted by it.
  func boundary(where isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
