import JapaneseText

/// Noun phrases, found from their last scalar backwards without a dictionary: runs of kanji,
/// katakana, letters and brackets, the nouns that end in kana, and what ties them together.
enum NounPhrase {
  /// The longest well-formed phrase whose head ends at `end` and that begins at or after `from`;
  /// nil where no noun ends there, or only one that says nothing by itself (こと, 点).
  ///
  /// A short or formal head (点, こと) takes its relative clause along, back to a comma or a topic.
  static func span(in text: Scalars, endingAt end: Int, from: Int) -> TextSpan? {
    guard end > from, end <= text.count else { return nil }
    if let whole = nominalised(in: text, endingAt: end, from: from) { return whole }
    guard var start = base(in: text, endingAt: end, from: from), start < end else { return nil }
    let formal =
      formals.match(in: text, endingAt: end, from: from).map { $0 == start } ?? false
      || opensFormally(text, start, end)
    if formal || end - start <= 2, start > from, attributive.contains(text[start - 1]) {
      guard let wide = relative(in: text, before: start, from: from), end - wide <= 44 else {
        return formal ? nil : checked(TextSpan(start, end), text)
      }
      start = wide
    } else if formal {
      return nil
    }
    return checked(TextSpan(start, end), text)
  }

  /// Whether a noun can end at `end`.
  static func isHead(_ text: Scalars, endingAt end: Int, from: Int) -> Bool {
    guard end > from else { return false }
    let last = text[end - 1]
    if isContent(last) || last == "」" || last == "』" || last == ")" { return true }
    guard last.isHiragana else { return false }
    return words.match(in: text, endingAt: end, from: from) != nil || isDeverbal(text, end, from)
  }

  /// 度合いは, 見せ方を: the stem of a verb, used as a noun before a particle.
  private static func isDeverbal(_ text: Scalars, _ end: Int, _ from: Int) -> Bool {
    guard end < text.count, end - 2 >= from, text[end - 2].isKanji else { return false }
    switch text[end] {
    case "を": return text[end - 1] == "い" || nominalStems.contains(text[end - 1])
    case "は": return text[end - 1] == "い" || nominalStems.contains(text[end - 1])
    case "が": return nominalStems.contains(text[end - 1])
    default: return false
    }
  }

  /// 「ことによるインパクト」: the first noun of the run needs its clause.
  private static func opensFormally(_ text: Scalars, _ start: Int, _ end: Int) -> Bool {
    start > 0 && attributive.contains(text[start - 1])
      && ["こと", "もの"].contains { end - start > 2 && text.starts($0.scalars, at: start) }
  }

  /// 「10万人という数字が一人歩きするの」: the phrase before が, not the clause made a noun.
  private static func nominalised(in text: Scalars, endingAt end: Int, from: Int) -> TextSpan? {
    guard text[end - 1] == "の", end - 2 > from, attributive.contains(text[end - 2]) else {
      return nil
    }
    var offset = end - 2
    while offset > from, end - offset < 24 {
      if text[offset] == "、" || text[offset] == "。" { return nil }
      if text[offset] == "が" || text[offset] == "を", !text[offset + 1].isHiragana {
        return span(in: text, endingAt: offset, from: from)
      }
      offset -= 1
    }
    return nil
  }

  /// Where the run of nouns and their ties begins.
  private static func base(in text: Scalars, endingAt end: Int, from: Int) -> Int? {
    var start = end
    guard isHead(text, endingAt: end, from: from) else { return nil }
    while start > from {
      let scalar = text[start - 1]
      if isContent(scalar) {
        start -= 1
        if scalar == "方" { start = manner(text, start, from) }
      } else if let open = opening(text, start, from) {
        start = open
      } else if let word = words.match(in: text, endingAt: start, from: from) {
        start = word
      } else if start == end, isDeverbal(text, end, from) {
        start -= 1
      } else if start < end, let tie = tie(in: text, endingAt: start, from: from) {
        start = tie
      } else {
        break
      }
    }
    while start < end, loose.contains(text[start]) { start += 1 }
    for lead in bereft where text.starts(lead, at: start) && end - start > lead.count + 1 {
      start += lead.count
    }
    if start < end, suffixes.contains(text[start]) { return nil }
    for lead in leads where text.starts(lead, at: start) && end - start > lead.count + 1 {
      start += lead.count
    }
    return start
  }

  /// 進め方, 伝わり方: the stem of the verb before 方.
  private static func manner(_ text: Scalars, _ start: Int, _ from: Int) -> Int {
    if let word = words.match(in: text, endingAt: start, from: from) { return word }
    for kana in 1...2 where start - kana - 1 >= from {
      guard text[start - kana].isHiragana else { return start }
      if kana == 1, !stems.contains(text[start - 1]) { return start }
      if text[start - kana - 1].isKanji { return start - kana }
    }
    return start
  }

  /// The opening bracket of the one that closes right before `end`.
  static func opening(_ text: Scalars, _ end: Int, _ from: Int) -> Int? {
    guard let open = brackets[text[end - 1]] else { return nil }
    var depth = 0
    var offset = end
    while offset > from {
      offset -= 1
      if text[offset] == text[end - 1] { depth += 1 }
      if text[offset] == open {
        depth -= 1
        if depth == 0 { return offset }
      }
    }
    return nil
  }

  /// A particle or attributive word that ties what follows to a noun before it, or modifies it.
  private static func tie(in text: Scalars, endingAt end: Int, from: Int) -> Int? {
    if let start = modifiers.match(in: text, endingAt: end, from: from) { return start }
    if let start = ties.match(in: text, endingAt: end, from: from),
      isHead(text, endingAt: start, from: from)
    {
      return start
    }
    if text[end - 1] == "な", end - 2 >= from,
      text[end - 2].isKanji || text[end - 2] == "か" && text[end - 1] == "な"
    {
      var start = end - 1
      while start > from, text[start - 1].isHiragana, end - start < 4 { start -= 1 }
      return start
    }
    return nil
  }

  /// Where a relative clause begins: behind a comma or a topic.
  private static func relative(in text: Scalars, before end: Int, from: Int) -> Int? {
    var start = end
    var depth = 0
    while start > from {
      let scalar = text[start - 1]
      if brackets[scalar] != nil { depth += 1 }
      if openers.contains(scalar) { depth -= 1 }
      if depth < 0 || depth == 0 && isBoundary(text, start - 1, from) { break }
      start -= 1
    }
    for lead in relativeLeads where text.starts(lead, at: start) { start += lead.count }
    guard start < end, depth <= 0, !unfit.contains(text[start]),
      !unopened.starts(in: text, at: start)
    else { return nil }
    return start
  }

  /// A comma, a full stop, or は as the particle of a topic.
  private static func isBoundary(_ text: Scalars, _ offset: Int, _ from: Int) -> Bool {
    switch text[offset] {
    case "、", "。", ",", ":", "→": return true
    case "は":
      guard offset > from, offset + 1 < text.count else { return false }
      if either.match(in: text, endingAt: offset + 1, from: from) != nil { return false }
      let behind = text[offset + 1]
      return !behind.isHiragana || follow.starts(in: text, at: offset + 1)
    default: return false
    }
  }

  private static func checked(_ span: TextSpan, _ text: Scalars) -> TextSpan? {
    guard span.count > 1, !unfit.contains(text[span.from]) else { return nil }
    var depth = 0
    for scalar in text[span.range] {
      if openers.contains(scalar) { depth += 1 }
      if brackets[scalar] != nil { depth -= 1 }
      if depth < 0 { return nil }
    }
    return depth == 0 && !empty.contains(String(text[span.range])) ? span : nil
  }

  private static func isContent(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isKanji || scalar.isKatakana { return true }
    if scalar.isASCIIDigit || scalar.properties.isAlphabetic && !scalar.isKana { return true }
    return "・%&/-.".unicodeScalars.contains(scalar) || (0x2460...0x24FF).contains(scalar.value)
  }
}
