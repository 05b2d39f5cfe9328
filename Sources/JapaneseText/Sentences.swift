/// Cuts text into sentences, the unit of evidence.
package enum Sentences {
  /// The sentences of a text, in order, blanks at their ends left out.
  ///
  /// A sentence ends at 。！？, at `．` or `.` after Japanese text, and at the end of a line. Marks
  /// inside brackets or quotation marks end nothing; a bracket that does not close in its line
  /// within 400 scalars is taken for a plain sign. The end mark and the closing brackets after it
  /// belong to the sentence.
  package static func spans(in text: Scalars, within: TextSpan? = nil) -> [TextSpan] {
    let end = min(within?.to ?? text.count, text.count)
    var found: [TextSpan] = []
    var start = max(within?.from ?? 0, 0)
    var brackets = Brackets.pairs(in: text, within: within).makeIterator()
    var bracket = brackets.next()
    var index = start
    func close(_ stop: Int) {
      var from = start
      var to = stop
      while from < to, text[from].isSpace { from += 1 }
      while to > from, text[to - 1].isSpace { to -= 1 }
      if from < to { found.append(TextSpan(from, to)) }
      start = stop
    }
    while index < end {
      while let pair = bracket, pair.from < index || pair.count > reach {
        bracket = brackets.next()
      }
      if text[index].isLineEnd {
        close(index)
        index += 1
      } else if let pair = bracket, pair.from == index {
        let isAside = isBlank(text, start, index) && isAsideSentence(text, pair)
        index = pair.to
        if isAside { close(index) }
      } else if isEnd(text, at: index, from: start, to: end) {
        index = afterMarks(text, index + 1, end)
        close(index)
      } else {
        index += 1
      }
    }
    close(end)
    return found
  }

  /// The longest bracket, with its signs, inside which nothing ends.
  private static let reach = 400

  private static func isBlank(_ text: Scalars, _ from: Int, _ to: Int) -> Bool {
    (from..<to).allSatisfy { text[$0].isBlank }
  }

  /// `（注：…。）` is a sentence of its own where it stands between two sentences.
  private static func isAsideSentence(_ text: Scalars, _ pair: TextSpan) -> Bool {
    (text[pair.from] == "（" || text[pair.from] == "(") && isFullStop(text[pair.to - 2])
  }

  private static func isFullStop(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "。" || scalar == "｡"
  }

  /// Skips what belongs to the sentence behind its first end mark.
  private static func afterMarks(_ text: Scalars, _ from: Int, _ end: Int) -> Int {
    var index = from
    while index < end {
      switch text[index] {
      case "。", "｡", "！", "？", "!", "?", "⁉", "‼", "⁇", "⁈": index += 1
      case let scalar where Brackets.isClosing(scalar): index += 1
      default: return index
      }
    }
    return index
  }

  private static func isEnd(_ text: Scalars, at index: Int, from start: Int, to end: Int) -> Bool {
    switch text[index] {
    case "。", "｡": true
    case "！", "？", "!", "?", "⁉", "‼", "⁇", "⁈":
      index > start && endsWithCall(text, at: index, to: end)
    case "．", ".": index > start && endsWithPoint(text, at: index, from: start, to: end)
    default: false
    }
  }

  /// `Yahoo！ニュース` and `…ですか？と聞いた` go on.
  private static func endsWithCall(_ text: Scalars, at index: Int, to end: Int) -> Bool {
    guard index + 1 < end else { return true }
    let next = text[index + 1]
    if isLatin(text[index - 1]) { return next.isSpace || Brackets.isClosing(next) }
    guard next == "と", index + 2 < end else { return next != "、" && next != "，" }
    // とても, とにかく, ところで, とりあえず begin a sentence; と alone quotes.
    return ["て", "に", "こ", "り"].contains(text[index + 2])
  }

  /// A point ends a sentence only after Japanese words, never after a list mark (ア．, 一．).
  private static func endsWithPoint(
    _ text: Scalars, at index: Int, from start: Int, to end: Int
  ) -> Bool {
    let before = text[index - 1]
    guard before.isKanji || before.isKana || Brackets.isClosing(before) else { return false }
    if index + 1 < end {
      let next = text[index + 1]
      if isLatin(next) || next.digitValue != nil || next == "." || next == "．" { return false }
    }
    var first = start
    while first < index, text[first].isSpace { first += 1 }
    if index - first <= 2 { return false }
    if let number = Numerals.number(in: text, at: first), number.span.to == index { return false }
    return !(Brackets.closing(text[first]) != nil && index - first <= 5)
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }
}
