import Deliberation
import JapaneseText

/// Walks over the lines once and cuts them at labels and signs.
struct HeadCutter {
  let lines: [HeadLine]
  let lexicon = HeadLexicon.current
  var layout = HeadLayout()
  /// Lines with words since the last label.
  private var loose = 0
  private var inPreamble = false

  init(lines: [HeadLine]) {
    self.lines = lines
  }

  private var attending: Bool {
    guard let kind = layout.parts.last?.kind else { return false }
    return kind == .present || kind == .absent
  }

  mutating func run() {
    for index in lines.indices where !skipsPreamble(index) {
      layout.lines.append(lines[index])
      if !take(index) { return }
    }
  }

  /// The block between `---` lines with which some Markdown files begin.
  private mutating func skipsPreamble(_ index: Int) -> Bool {
    let isFence = lines[index].text == "---"
    if index == 0, isFence {
      inPreamble = lines.prefix(20).dropFirst().contains { $0.text == "---" }
      return inPreamble
    }
    if inPreamble, isFence {
      inPreamble = false
      return true
    }
    return inPreamble
  }

  /// Takes a line into the layout; false where the body begins in it.
  private mutating func take(_ index: Int) -> Bool {
    let line = lines[index]
    guard !line.isEmpty else {
      add(line)
      return true
    }
    if HeadRules.isRule(line) {
      add(line.part(0, 0))
      return true
    }
    let following = lines[(index + 1)...].first { !$0.isEmpty && !HeadRules.isRule($0) }
    if attending, isBodyHeading(line) { return end(at: line.span.from, label: true) }
    if attending, let unknown = unknownField(line) {
      layout.parts.append(unknown)
      loose = 0
      return true
    }
    if layout.parts.last?.kind == .documents, let first = line.key.first,
      "≪《".unicodeScalars.contains(first)
    {
      return end(at: line.span.from, label: true)
    }
    if leadsOpinions(line) { return end(at: line.span.from, label: true) }
    if stops(line, at: 0, following) {
      layout.signIsFormal = isFormalSentence(line)
      return end(at: line.span.from, label: false)
    }
    if isForeignHeading(line, index) { return end(at: line.span.from, label: true) }
    if continuesAgenda(line) {
      add(line)
      return true
    }
    var place = 0
    while place < line.count {
      if let match = FieldLabels.match(line, at: place, lexicon: lexicon)
        ?? (place == 0 ? sequel(line) : nil),
        accepts(match, line, following)
      {
        if match.kind == .body, match.value >= line.count, !hasFields, headFollows(index) {
          // 会議録, 内容: a part of the title, the fields stand below.
          add(line.part(place, line.count))
          return true
        }
        if match.kind == .body || startsDiscussion(match, index) {
          return end(at: line.span(place, line.count).from, label: true)
        }
        layout.parts.append(
          HeadPart(
            match: match.shifted(by: -place), line: line.part(place, line.count), pieces: []))
        loose = 0
        place = match.value
        if place >= line.count { return true }
      }
      var next = place + 1
      while next < line.count {
        if line.gap(before: next) {
          if stops(line, at: next, following) {
            add(line.part(place, next))
            return end(at: line.span(next, line.count).from, label: false)
          }
          if let match = FieldLabels.match(line, at: next, lexicon: lexicon),
            accepts(match, line, following)
          {
            break
          }
        }
        next += 1
      }
      add(line.part(place, next))
      place = next
    }
    return true
  }

  private mutating func add(_ piece: HeadLine) {
    if layout.parts.isEmpty {
      layout.title.append(piece)
    } else {
      layout.parts[layout.parts.count - 1].pieces.append(piece)
    }
    if !piece.isEmpty { loose += 1 }
  }

  private mutating func end(at offset: Int, label: Bool) -> Bool {
    layout.sign = offset
    layout.signIsLabel = label
    return false
  }

  /// `◎開会の宣告`, `△調査事項`, `議題１　…`, `≪1.開会≫`: no entry of a list of names.
  private func isBodyHeading(_ line: HeadLine) -> Bool {
    guard let first = line.key.first, line.count >= 3 else { return false }
    if first == "≪" || first == "《" { return true }
    if FieldLabels.match(line, lexicon: lexicon) != nil { return false }
    if "◎△▽▲".unicodeScalars.contains(first) {
      if AttendancePeople.read(line) != nil { return false }
      let rest = line.part(1, line.count)
      return !line.gap(before: 1) && !NameEvidence.isSeated(rest)
        && (rest.key.contains("の") || rest.key.contains(where: { $0.isASCIIDigit })
          || rest.count >= 8)
        && !rest.key.contains("(")
    }
    let item = Self.items.first { line.key.starts($0, at: 0) }
    guard let item, item.count < line.count else { return false }
    return line.key[item.count].isASCIIDigit || line.key[item.count] == "("
  }

  /// `（２）意見交換` below `（１）制度の在り方について`: an item, whatever its words are elsewhere.
  private func continuesAgenda(_ line: HeadLine) -> Bool {
    guard let part = layout.parts.last, part.kind == .agenda || part.kind == .held,
      line.count <= 40, let mark = ItemMark.read(line), let ordinal = mark.ordinal,
      let before = part.words.last, before.line.index + 1 == line.line.index,
      let last = ItemMark.read(before), last.style == mark.style, last.ordinal == ordinal - 1
    else { return false }
    return line.key.last != ":" && line.key.last != "。"
  }

  private static let items = ["議題", "日程第", "報告事項", "協議事項", "審議事項"].map(HeadLine.fold)

  /// `主な意見等は以下のとおり`: a label of the body in a sentence of its own.
  private func leadsOpinions(_ line: HeadLine) -> Bool {
    let start = HeadMarks.opening(line, at: 0).next
    guard line.count <= 40,
      let found = lexicon.labels.prefix(of: line.key, from: start, to: line.count),
      found.value == .body
    else { return false }
    let rest = Array(line.key[(start + found.length)...])
    return rest.first == "は" && (rest.contains("以下の") || rest.contains("次の"))
  }

  private func stops(_ line: HeadLine, at place: Int, _ following: HeadLine?) -> Bool {
    if place == 0, HeadSigns.speaks(line, following: following, lexicon: lexicon) { return true }
    if FieldLabels.match(line, at: place, lexicon: lexicon) != nil { return false }
    if place == 0, sequel(line) != nil { return false }
    if HeadSigns.begins(
      line, at: place, attending: attending, following: following, lexicon: lexicon)
    {
      return true
    }
    return place == 0 && Prose.isSentence(line) && !isHeadNote(line) && !holdsMore(line)
      && !isFormal(line) && !isPreface(line)
  }

  /// Records of the Diet tell of elections and referrals above the list of those present.
  private func isFormal(_ line: HeadLine) -> Bool {
    isFormalSentence(line) && listFollows(line)
  }

  private func isFormalSentence(_ line: HeadLine) -> Bool {
    line.key.firstIndex(of: "。").map { Prose.isFormal(Array(line.key[..<$0])) } ?? false
  }

  private func listFollows(_ line: HeadLine) -> Bool {
    guard let index = lines.firstIndex(where: { $0.line.index == line.line.index }) else {
      return false
    }
    for next in lines[(index + 1)...].prefix(160) where !next.isEmpty {
      if let match = FieldLabels.match(next, lexicon: lexicon),
        match.kind == .present || match.kind == .agenda
      {
        return true
      }
      if HeadSigns.begins(next, at: 0, attending: true, following: nil, lexicon: lexicon) {
        return false
      }
    }
    return false
  }

  /// Whether a field or a speaker begins inside the first sentence of a line.
  private func holdsMore(_ line: HeadLine) -> Bool {
    let end = line.key.firstIndex(of: "。") ?? line.count
    return (1..<max(1, end)).contains { place in
      line.gap(before: place)
        && (FieldLabels.match(line, at: place, lexicon: lexicon) != nil
          || HeadSigns.begins(line, at: place, attending: attending, following: nil))
    }
  }

  /// Sentences inside fields that are no speech: agenda titles, notes in brackets.
  private func isHeadNote(_ line: HeadLine) -> Bool {
    if let first = line.key.first, "(※*注".unicodeScalars.contains(first) { return line.count < 120 }
    switch layout.parts.last?.kind {
    case .agenda:
      return line.count < 100 && loose < 3 && !line.key.contains("ます。")
        && !line.key.contains("か。")
    case .contact, .audience, .other, .absent: return loose < 4
    default: return false
    }
  }

  /// A heading by format that is no label ends a head that has begun.
  private func isForeignHeading(_ line: HeadLine, _ index: Int) -> Bool {
    guard line.line.heading != nil, FieldLabels.match(line, lexicon: lexicon) == nil,
      layout.parts.contains(where: { $0.kind != .other })
        || layout.title.contains(where: { $0.line.heading != nil })
    else { return false }
    if attending, lexicon.groups.first(in: line.key) != nil, line.count < 20 { return false }
    // A title in several headings of one size, or a field close below.
    let below = lines[(index + 1)...].lazy.filter { !$0.isEmpty }.prefix(4)
    return !below.contains { FieldLabels.match($0, lexicon: lexicon)?.isClosed == true }
  }

  /// Whether a weak label (`事務局` alone on a line) is one here.
  private func accepts(_ match: FieldMatch, _ line: HeadLine, _ following: HeadLine?) -> Bool {
    if match.kind == .present, resumesAgenda(behind: line) { return false }
    if match.kind == .agenda || match.kind == .held, isNextItem(line) { return false }
    if match.kind == .clock, match.value >= line.count {
      return following.map { Self.tellsTime($0) } ?? false
    }
    guard !match.isClosed, !match.isMarked, match.value >= line.count else { return true }
    switch match.kind {
    case .present, .absent:
      guard let following else { return false }
      return !Prose.isSentence(following)
    case .other, .contact: return match.label.count >= 3
    default: return true
    }
  }

  /// Whether a list under 議事 or 議題 is the discussion itself: words run on under its items.
  private func startsDiscussion(_ match: FieldMatch, _ index: Int) -> Bool {
    guard match.kind == .held || match.kind == .agenda else { return false }
    return Discussion.begins(
      below: lines[index].part(match.value, lines[index].count), lines: lines[(index + 1)...],
      strict: match.kind == .held, lexicon: lexicon)
  }
}

extension FieldMatch {
  func shifted(by offset: Int) -> FieldMatch {
    var match = self
    match.label = (label.lowerBound + offset)..<(label.upperBound + offset)
    match.note = (note.lowerBound + offset)..<(note.upperBound + offset)
    match.value = value + offset
    return match
  }
}
