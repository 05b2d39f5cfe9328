import JapaneseText

/// A line of the head, or a part of one, folded for comparison: widths folded, blanks dropped.
struct HeadLine: Hashable, Sendable {
  let line: ViewLine
  /// The folded words without blanks.
  let key: Scalars
  /// For each scalar of `key` its offset in the source.
  let at: [Int]
  /// Whether the line is printed in single letters (`出 席 者 沖 議 長`): one blank parts nothing.
  let isSpaced: Bool

  init(_ line: ViewLine, scalars: ArraySlice<Unicode.Scalar>) {
    let folded = FoldedText(Array(scalars), blanks: .dropAll)
    var key = folded.scalars
    var at = folded.offsets.dropLast().map { $0 + scalars.startIndex }
    // `日時 | 6月1日 |`: the bar behind the last cell of a row that a table lost.
    if key.last == "|", key.first != "|" {
      key.removeLast()
      at.removeLast()
    }
    self.init(line: line, key: key, at: at, isSpaced: Self.isLetterSpaced(at))
  }

  private init(line: ViewLine, key: Scalars, at: [Int], isSpaced: Bool) {
    self.line = line
    self.key = key
    self.at = at
    self.isSpaced = isSpaced
  }

  /// Whether nearly every letter of a longer line has one blank behind it.
  private static func isLetterSpaced(_ at: [Int]) -> Bool {
    guard at.count >= 6 else { return false }
    var gaps = 0
    var wide = 0
    for (place, next) in zip(at, at.dropFirst()) {
      if next == place + 2 { gaps += 1 } else if next > place + 2 { wide += 1 }
    }
    if at.count < 10 { return gaps + 1 == at.count }
    return (gaps + wide) * 4 >= (at.count - 1) * 3 && gaps > wide * 4
  }

  /// A word as lines are folded.
  static func fold(_ word: String) -> Scalars {
    FoldedText(word.scalars, blanks: .dropAll).scalars
  }

  var isEmpty: Bool { key.isEmpty }
  var count: Int { key.count }
  /// The source offsets from the first word to the last.
  var span: TextSpan { span(0, key.count) }
  var text: String { String(key) }

  /// The source offsets of a stretch of `key`; without blanks at its ends.
  func span(_ from: Int, _ to: Int) -> TextSpan {
    guard from < to else {
      let place = from < at.count ? at[from] : line.span.to
      return TextSpan(place, place)
    }
    return TextSpan(at[from], at[to - 1] + 1)
  }

  /// Whether blanks stand before a place of `key`, or it is the first.
  func gap(before index: Int) -> Bool {
    index <= 0 || index >= key.count || at[index] > at[index - 1] + (isSpaced ? 2 : 1)
  }

  /// How many blanks stand before a place of `key`.
  func blanks(before index: Int) -> Int {
    index <= 0 || index >= key.count
      ? 0 : max(0, at[index] - at[index - 1] - (isSpaced ? 2 : 1))
  }

  /// A part of the line; `from..<to` are places of `key`.
  func part(_ from: Int, _ to: Int) -> HeadLine {
    let range = min(from, key.count)..<max(min(to, key.count), min(from, key.count))
    return HeadLine(line: line, key: Array(key[range]), at: Array(at[range]), isSpaced: isSpaced)
  }

  /// The line without every one of some signs.
  func without(_ signs: String) -> HeadLine {
    guard key.contains(where: { signs.unicodeScalars.contains($0) }) else { return self }
    let kept = key.indices.filter { !signs.unicodeScalars.contains(key[$0]) }
    return HeadLine(
      line: line, key: kept.map { key[$0] }, at: kept.map { at[$0] }, isSpaced: isSpaced)
  }

  /// This line and another as one.
  func appending(_ other: HeadLine) -> HeadLine {
    HeadLine(line: line, key: key + other.key, at: at + other.at, isSpaced: isSpaced)
  }

  /// The parts between gaps of at least `width` blanks.
  func columns(width: Int = 1) -> [HeadLine] {
    var parts: [HeadLine] = []
    var start = 0
    for index in 0..<key.count where index > start && blanks(before: index) >= width {
      parts.append(part(start, index))
      start = index
    }
    if start < key.count { parts.append(part(start, key.count)) }
    return parts
  }

  /// The place behind the bracket that closes the one at `open`, nil where none does.
  func close(of open: Int) -> Int? {
    guard open < key.count, let closing = Self.closing(key[open]) else { return nil }
    var depth = 0
    for index in open..<key.count {
      if key[index] == key[open] { depth += 1 }
      if key[index] == closing {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
    }
    return nil
  }

  static func closing(_ open: Unicode.Scalar) -> Unicode.Scalar? {
    switch open {
    case "(": ")"
    case "[": "]"
    case "<": ">"
    case "【": "】"
    case "〔": "〕"
    case "《": "》"
    case "≪": "≫"
    case "〈": "〉"
    case "「": "」"
    case "『": "』"
    default: nil
    }
  }
}

extension Scalars {
  /// Whether the text ends in one of the words.
  func ends(_ words: [Scalars]) -> Bool {
    words.contains { starts($0, at: count - $0.count) }
  }

  func contains(_ word: String) -> Bool {
    let signs = word.unicodeScalars
    guard let first = signs.first, signs.index(after: signs.startIndex) == signs.endIndex else {
      return firstOffset(of: word.scalars) != nil
    }
    return indices.contains { self[$0] == first }
  }
}
