import JapaneseText

/// A law as the words name it, before or without a pointer.
struct LawHead: Sendable {
  enum Meaning: Hashable, Sendable {
    case law(String)
    case unresolved(Unresolved)
  }

  /// In offsets of the folded text, the brackets behind the name included.
  var span: TextSpan
  /// The name alone.
  var name: TextSpan
  var meaning: Meaning
  /// The name was defined by the text itself or by its context.
  var isDefined = false
  /// 同法, この規則.
  var isRelative = false
  /// The name may stand for the law as a whole, so that it is a citation without a pointer.
  var standsAlone = true
  /// A name that the text gives it (以下「…」という。).
  var definition: String?

  var law: String? {
    if case .law(let law) = meaning { law } else { nil }
  }
}

extension CitationScanner {
  /// The law that is named at an offset, with the brackets behind its name.
  mutating func head(at start: Int) -> LawHead? {
    let scalar = text[start]
    if let defined = definedHead(at: start) { return bracketed(defined) }
    if let match = laws.names.match(in: text, at: start), let head = named(match, at: start) {
      return bracketed(head)
    }
    switch scalar {
    case "明", "大", "昭", "平", "令":
      if let number = LawNumber.read(text, at: start) { return bracketed(numbered(number, start)) }
    default: break
    }
    switch scalar {
    case "同", "こ", "本": return sameHead(at: start).map { bracketed($0) }
    case "法", "令", "規", "施", "省", "政": return rankHead(at: start).map { bracketed($0) }
    default: return nil
    }
  }

  /// A name of the catalogue, unless it is only the end or the beginning of a longer one.
  private func named(_ match: LawNames.Match, at start: Int) -> LawHead? {
    let end = start + match.length
    guard let mark = beginning(of: start) else { return nil }
    var head = LawHead(
      span: TextSpan(start, end), name: TextSpan(start, end), meaning: .unresolved(.lawAmbiguous))
    let meanings = match.meanings.filter { meaning in
      meaning.body.map { name in context.bodies.contains { $0.contains(name) } } ?? true
    }
    guard !meanings.isEmpty else { return nil }
    // A title counts before an abbreviation, the body's own name before that of all.
    let best =
      [
        meanings.filter { $0.kind == .title }, meanings.filter { $0.body != nil },
        meanings.filter { $0.kind == .abbreviation }, meanings,
      ].first { !$0.isEmpty } ?? []
    let ids = Set(best.map(\.law))
    if ids.count == 1, let law = ids.first { head.meaning = .law(law) }
    if isBookTitle(head.span) { return nil }
    if isNotYetMade(head.law) || isAbroad(head.span) { head.meaning = .unresolved(.lawNotKnown) }
    if mark == .other { head.meaning = .unresolved(.otherRevision) }
    if start > 1, text[start - 1] == "の",
      LawWords.foreign.contains(where: { endsWith($0, before: start - 1) })
    {
      head.meaning = .unresolved(.lawNotKnown)
      head.standsAlone = false
    }
    if let amended = amendingLaw(at: end) {
      head.meaning = .unresolved(.lawNotKnown)
      head.span.to = amended
      head.name.to = amended
      head.standsAlone = false
    } else if end < text.count, LawWords.continues(text, end) {
      let run = nameEnd(from: end)
      guard run > end else { return nil }
      head.standsAlone = false
      guard LawWords.isRuleSuffix(text, run) else {
        return nil
      }
      head.meaning = .unresolved(.lawNotKnown)
      head.span.to = run
      head.name.to = run
    }
    let behind =
      head.span.to < text.count && text[head.span.to] == "の" ? head.span.to + 1 : head.span.to
    if mark == .amended, text.starts(PointerReader.supplement, at: behind) {
      head.meaning = .unresolved(.otherRevision)
    }
    return head
  }

  /// How the words before a name bear on it.
  enum Before { case plain, amended, other }

  /// Whether a name can begin at an offset, and what stands before it.
  func beginning(of start: Int) -> Before? {
    for (words, before) in LawWords.qualifiers where endsWith(words, before: start) {
      return before
    }
    guard start > 0 else { return .plain }
    let last = text[start - 1]
    if folded.offsets[start] - folded.offsets[start - 1] > 1 { return .plain }
    if last.isKanji || (last.isKatakana && last != "・") || LawWords.isLetter(last) {
      return LawWords.openers.contains { endsWith($0, before: start) } ? .plain : nil
    }
    return .plain
  }

  func endsWith(_ words: Scalars, before end: Int) -> Bool {
    text.starts(words, at: end - words.count)
  }

  /// 電気通信事業法の一部を改正する法律: the end of the longer title.
  private func amendingLaw(at end: Int) -> Int? {
    let listed = endOfList(at: end)
    for words in LawWords.amending where text.starts(words, at: listed) {
      var index = listed + words.count
      while index < min(text.count, listed + 60) {
        if text.starts("法律".scalars, at: index) { return index + 2 }
        if text.starts("政令".scalars, at: index) { return index + 2 }
        if text.starts("省令".scalars, at: index) { return index + 2 }
        if LawWords.isStop(text[index]) { return nil }
        index += 1
      }
    }
    return nil
  }

  /// Where the names of laws end that stand beside one at its end, and are amended together with it
  /// (港則法及び海上交通安全法の一部を改正する法律).
  private func endOfList(at end: Int) -> Int {
    guard LawWords.joined.contains(where: { text.starts($0, at: end) }) else { return end }
    var hasAnd = false
    var index = end
    while index < min(text.count, end + 90) {
      if LawWords.isStop(text[index]), text[index] != "、" { return end }
      if text[index] == "は" { return end }
      if text[index] == "及" || text[index] == "並" { hasAnd = true }
      if text[index] == "の", "法律令則等".unicodeScalars.contains(text[index - 1]),
        text.starts(LawWords.amending[0], at: index)
      {
        return hasAnd ? index : end
      }
      index += 1
    }
    return end
  }

  /// Whether the name is that of somebody's book (山田先生の「憲法」).
  private func isBookTitle(_ name: TextSpan) -> Bool {
    guard name.from > 0, text[name.from - 1] == "「", name.to < text.count, text[name.to] == "」"
    else { return false }
    return LawWords.authors.contains { endsWith($0, before: name.from - 1) }
  }

  /// Whether the law was made after the day of the text, which means another one of that name.
  private func isNotYetMade(_ law: String?) -> Bool {
    guard let law, let date = context.date, let year = laws.law(law)?.enactmentYear else {
      return false
    }
    return year > date.year
  }

  /// Whether the sentence has a foreign land as its topic, and the name is one that every land has
  /// (フランスでは会社法に…).
  private func isAbroad(_ name: TextSpan) -> Bool {
    guard context.law == nil,
      LawWords.everywhere.contains(where: { $0.elementsEqual(text[name.range]) })
    else { return false }
    var index = name.from
    while index > 0, name.from - index < 120, text[index - 1] != "。" {
      index -= 1
      if LawWords.home.contains(where: { text.starts($0, at: index) }) { return false }
      guard let land = LawWords.lands.first(where: { text.starts($0, at: index) }) else { continue }
      return LawWords.landTopics.contains { text.starts($0, at: index + land.count) }
    }
    return false
  }

  /// The end of the run of kanji and katakana that goes on from an offset.
  private func nameEnd(from start: Int) -> Int {
    var index = start
    while index < text.count, text[index].isKanji || text[index].isKatakana, text[index] != "第",
      text[index] != "附"
    {
      index += 1
    }
    return index
  }

  private func numbered(_ found: (number: LawNumber, end: Int), _ start: Int) -> LawHead {
    let span = TextSpan(start, found.end)
    var head = LawHead(span: span, name: span, meaning: .unresolved(.lawNotKnown))
    if let law = laws.names.law(number: found.number) {
      head.meaning = .law(law)
    } else if found.number.isExternal {
      head.meaning = .unresolved(.notALaw)
    }
    return head
  }

  /// A name that the text or its context defined; the longest.
  private func definedHead(at start: Int) -> LawHead? {
    var best: (length: Int, meaning: LawHead.Meaning)?
    for definition in definitions where text[start] == definition.name[0] {
      let length = definition.name.count
      guard length > best?.length ?? 0, text.starts(definition.name, at: start) else { continue }
      best = (length, definition.meaning)
    }
    guard let best, let mark = beginning(of: start), mark == .plain else { return nil }
    let end = start + best.length
    if let match = laws.names.match(in: text, at: start), match.length > best.length { return nil }
    if best.length == 1 || LawWords.ranks.contains(Scalars(text[start..<end])) {
      guard pointerFollows(at: end) else { return nil }
    } else if end < text.count, LawWords.continues(text, end) {
      return nil
    }
    var head = LawHead(
      span: TextSpan(start, end), name: TextSpan(start, end), meaning: best.meaning)
    head.isDefined = true
    head.standsAlone = best.length > 1
    return head
  }

  /// Whether a pointer follows, directly or behind の.
  func pointerFollows(at end: Int) -> Bool {
    let reader = PointerReader(text: text)
    if reader.pointer(at: end, isHeaded: true) != nil { return true }
    guard end < text.count, text[end] == "の" else { return false }
    return reader.pointer(at: end + 1, isHeaded: true).map(CitationScanner.goesOn) ?? false
  }

  /// Whether a pointer behind the name of a law and の is one of that law (会社法の第5条, 民法の九条).
  static func goesOn(_ pointer: Pointer) -> Bool {
    guard case .number = pointer.article else { return pointer.isMarked }
    return true
  }
}
