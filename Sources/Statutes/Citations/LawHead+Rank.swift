import JapaneseText

extension CitationScanner {
  /// 同法, 同法施行令, 同令, 同規則, この法律, この省令, 本法.
  mutating func sameHead(at start: Int) -> LawHead? {
    for (words, rank, isSelf) in LawWords.same where text.starts(words, at: start) {
      if start > 0, text[start - 1] == "合" || text[start - 1] == "共" { return nil }
      let end = start + words.count
      if end < text.count, LawWords.continues(text, end) {
        guard !isSelf, rank == .act, let child = childOfSame(at: end) else { return nil }
        return finished(
          LawHead(
            span: TextSpan(start, child.end), name: TextSpan(start, child.end),
            meaning: child.meaning, isRelative: true, standsAlone: false))
      }
      guard pointerFollows(at: end) || bracketFollows(at: end) else { return nil }
      var head = LawHead(
        span: TextSpan(start, end), name: TextSpan(start, end),
        meaning: .unresolved(.noAntecedent), isRelative: true, standsAlone: false)
      if isSelf {
        head.meaning = selfMeaning ?? latest(rank) ?? head.meaning
      } else {
        head.meaning = lastNamed(rank) ?? .unresolved(.noAntecedent)
      }
      return head
    }
    return nil
  }

  /// この法律 in a law's text; in the supplement of an amending law it is that law.
  private var selfMeaning: LawHead.Meaning? {
    guard let law = context.law else { return nil }
    if let own = hereID, own.isSupplementary, own.root != "NACN-Sp" {
      return .unresolved(.lawNotKnown)
    }
    return .law(law)
  }

  /// この規則 in free text: what was named last, if it is of that rank.
  private func latest(_ rank: LawRank) -> LawHead.Meaning? {
    guard let last = named.last, last == lastNamed(rank) else { return nil }
    return last
  }

  private func finished(_ head: LawHead) -> LawHead? {
    pointerFollows(at: head.span.to) ? head : nil
  }

  private func bracketFollows(at end: Int) -> Bool { end < text.count && text[end] == "(" }

  /// 施行令 or 施行規則 behind 同法 or 法: the child of an Act by its title.
  private func childOfSame(at end: Int) -> (meaning: LawHead.Meaning, end: Int)? {
    guard let act = lastNamed(.act) else { return nil }
    return child(of: act, at: end)
  }

  private func child(
    of act: LawHead.Meaning, at end: Int
  ) -> (
    meaning: LawHead.Meaning, end: Int
  )? {
    for word in LawWords.children where text.starts(word, at: end) {
      guard case .law(let id) = act, let title = laws.law(id)?.title else {
        return (act, end + word.count)
      }
      let name = FoldedText(title.scalars, blanks: .dropAll).scalars + word
      if let match = laws.names.match(in: name, at: 0), match.length == name.count,
        let law = match.meanings.first(where: { $0.kind == .title })?.law
      {
        return (.law(law), end + word.count)
      }
      return (.unresolved(.lawNotKnown), end + word.count)
    }
    return nil
  }

  /// The law of a rank that was named last; what cannot be resolved stays so.
  func lastNamed(_ rank: LawRank) -> LawHead.Meaning? {
    for meaning in named.latestFirst {
      guard case .law(let id) = meaning else { return meaning }
      guard let found = laws.law(id)?.rank else { continue }
      if found == rank || (rank == .act && found == .constitution) { return meaning }
    }
    return nil
  }

  /// A bare 法, 令, 規則, 施行令, 施行規則, 省令, 政令 before a pointer: only where the context names it.
  mutating func rankHead(at start: Int) -> LawHead? {
    guard beginning(of: start) != nil else { return nil }
    let mark = beginning(of: start)
    for (word, rank) in LawWords.bare where text.starts(word, at: start) {
      var end = start + word.count
      var meaning: LawHead.Meaning?
      if rank == .act, word.count == 1, let child = childWord(at: end) {
        let act = contextual(.act)
        let resolved = act.flatMap { self.child(of: $0, at: end) }
        meaning = resolved?.meaning ?? .unresolved(.lawNotNamed)
        end = child
      }
      guard pointerFollows(at: end) else { continue }
      if meaning == nil { meaning = contextual(rank, word: word) }
      var head = LawHead(
        span: TextSpan(start, end), name: TextSpan(start, end),
        meaning: meaning ?? .unresolved(.lawNotNamed), standsAlone: false)
      if mark == .other { head.meaning = .unresolved(.otherRevision) }
      return head
    }
    return nil
  }

  private func childWord(at end: Int) -> Int? {
    LawWords.children.first { text.starts($0, at: end) }.map { end + $0.count }
  }

  /// What a bare rank word means where the text stands.
  private func contextual(_ rank: LawRank, word: Scalars? = nil) -> LawHead.Meaning? {
    if let word, let defined = definitions.last(where: { $0.name == word }) {
      return defined.meaning
    }
    if rank == .act, let defined = definitions.last(where: { $0.name == LawWords.act }) {
      return defined.meaning
    }
    if let law = context.law {
      if let word, LawWords.children.contains(word), let act = laws.parent(of: law, rank: .act),
        let child = child(of: .law(act), word), child != .law(law)
      {
        return child
      }
      if let parent = laws.parent(of: law, rank: rank) { return .law(parent) }
      return nil
    }
    // 施行規則 in minutes: the rule of the one Act that was named.
    if let word, LawWords.children.contains(word), let act = lastNamed(.act) {
      return child(of: act, word)
    }
    return nil
  }

  private func child(of act: LawHead.Meaning, _ word: Scalars) -> LawHead.Meaning? {
    guard case .law(let id) = act, let title = laws.law(id)?.title else { return act }
    let name = FoldedText(title.scalars, blanks: .dropAll).scalars + word
    guard let match = laws.names.match(in: name, at: 0), match.length == name.count else {
      return .unresolved(.lawNotKnown)
    }
    return match.meanings.first { $0.kind == .title }.map { .law($0.law) }
  }

  /// The head with the brackets behind its name: (昭和五十九年法律第八十六号。以下「法」という。).
  mutating func bracketed(_ head: LawHead) -> LawHead {
    var head = head
    let open = head.span.to
    // In speech without brackets: 地方自治法、以下「法」と申しますが、
    let spoken = open < text.count && text[open] == "、" ? open + 1 : open
    if text.starts(LawWords.hereafter, at: spoken),
      let defined = definition(in: TextSpan(spoken, min(text.count, spoken + 30)))
    {
      define(defined.name, head.meaning, isLocal: defined.isLocal)
      head.definition = String(defined.name)
      return head
    }
    guard open < text.count, text[open] == "(", let close = closing(of: open) else { return head }
    let inside = TextSpan(open + 1, close)
    var isAbout = false
    if let number = LawNumber.read(text, at: open + 1), number.end <= close {
      isAbout = true
      if let law = laws.names.law(number: number.number) {
        if head.meaning != .unresolved(.otherRevision) { head.meaning = .law(law) }
      } else if head.law != nil, laws.law(head.law ?? "")?.number != nil {
        // The number is another than that of the law of this name.
        head.meaning = .unresolved(number.number.isExternal ? .notALaw : .lawNotKnown)
      }
    }
    if let defined = definition(in: inside) {
      isAbout = true
      define(defined.name, head.meaning, isLocal: defined.isLocal)
      head.definition = String(defined.name)
    }
    if isAbout { head.span.to = close + 1 }
    return head
  }

  /// The closing bracket of the one at `open`, at most 1200 scalars away.
  func closing(of open: Int) -> Int? {
    var depth = 0
    var index = open
    while index < text.count, index - open < 1200 {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" {
        depth -= 1
        if depth == 0 { return index }
      }
      index += 1
    }
    return nil
  }

  /// The name that the words in brackets define (以下「法」という, 以下この条において「旧法」という).
  private func definition(in span: TextSpan) -> (name: Scalars, isLocal: Bool)? {
    guard let start = text.firstOffset(of: LawWords.hereafter, from: span.from, to: span.to),
      let open = text.firstOffset(of: ["「"], from: start, to: span.to),
      let close = text.firstOffset(of: ["」"], from: open, to: span.to), close > open + 1,
      close - open < 40, LawWords.called.contains(where: { text.starts($0, at: close + 1) })
    else { return nil }
    let isLocal = ["この条", "この項", "この号"].contains { word in
      text.firstOffset(of: word.scalars, from: start, to: open) != nil
    }
    return (Scalars(text[(open + 1)..<close]), isLocal)
  }
}

extension CitationScanner {
  /// A name means this from here on.
  mutating func define(_ name: Scalars, _ meaning: LawHead.Meaning, isLocal: Bool) {
    definitions.removeAll { $0.name == name }
    definitions.append(Definition(name: name, meaning: meaning, isLocal: isLocal))
  }
}

/// A name that the text or its context defines.
struct Definition: Sendable {
  let name: Scalars
  let meaning: LawHead.Meaning
  /// It holds only in the article, paragraph or item in which it stands (以下この条において…).
  var isLocal = false
}
