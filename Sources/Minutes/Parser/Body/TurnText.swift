import Deliberation
import JapaneseText

/// A stretch of a line that belongs to a turn.
struct Fragment: Hashable {
  var span: TextSpan
  var line: Int
  var page: Int?
  var indent: Int
  /// A blank line or something left out stands before it.
  var isAfterGap: Bool
  /// It begins with the bullet of a list.
  var isBullet: Bool
}

/// The text of a turn put together from its lines: line breaks inside blocks removed, nothing
/// inserted but one blank where a line end parts two Latin words.
struct TurnText {
  private(set) var scalars: Scalars = []
  private(set) var paragraphs: [TextSpan] = []
  private(set) var segments: [SourceSegment] = []

  var isEmpty: Bool { scalars.isEmpty }

  var string: String { String(scalars) }

  init(_ fragments: [Fragment], source: Scalars, isWrapped: Bool) {
    var paragraphStart = 0
    var previous: Fragment?
    for fragment in fragments where !fragment.span.isEmpty {
      if let before = previous {
        let continues = Self.continues(before, fragment, source, isWrapped: isWrapped)
        if !continues {
          paragraphs.append(TextSpan(paragraphStart, scalars.count))
          paragraphStart = scalars.count
        } else if Self.needsBlank(source, before.span.to, fragment.span.from) {
          scalars.append(" ")
        }
        if Self.isAdjacent(before, fragment, source), !(continues && fragment.isAfterGap) {
          segments[segments.count - 1].span.to = fragment.span.to
        } else {
          segments.append(
            SourceSegment(span: fragment.span, line: fragment.line, page: fragment.page))
        }
      } else {
        segments.append(
          SourceSegment(span: fragment.span, line: fragment.line, page: fragment.page))
      }
      scalars.append(contentsOf: source[fragment.span.range])
      previous = fragment
    }
    if scalars.count > paragraphStart { paragraphs.append(TextSpan(paragraphStart, scalars.count)) }
  }

  /// Sentences, each within its paragraph.
  var sentences: [TextSpan] {
    paragraphs.flatMap { Sentences.spans(in: scalars, within: $0) }
  }

  /// Whether a line goes on with the block of the line before it (guide minutes-formats §8: page
  /// turns leave blank lines inside words).
  static func continues(
    _ before: Fragment, _ next: Fragment, _ source: Scalars, isWrapped: Bool
  ) -> Bool {
    if next.isBullet { return false }
    let first = source[next.span.from]
    guard endsSentence(source[before.span.to - 1]) else { return true }
    if isClosing(source[before.span.to - 1]), isDependent(first) { return true }
    if isAttached(first) { return true }
    return isWrapped && !next.isAfterGap && next.indent == 0
  }

  static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "．", "！", "？", "!", "?", ".", "…", "：": true
    default: isClosing(scalar)
    }
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "」", "』", "）", ")", "］", "]", "】", "〕", "》", "〉", "\"", "”": true
    default: false
    }
  }

  /// Signs with which no sentence begins.
  private static func isDependent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "は", "が", "を", "の", "に", "で", "と", "も", "へ", "や", "っ", "ゃ", "ゅ", "ょ", "ー", "々": true
    default: false
    }
  }

  /// Signs that belong to the words before them.
  private static func isAttached(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", "。", "，", "．", "」", "』", "）", ")": true
    default: false
    }
  }

  /// A line end between two Latin words stands for a blank.
  private static func needsBlank(_ source: Scalars, _ end: Int, _ start: Int) -> Bool {
    let before = source[end - 1]
    let after = source[start]
    return before.isASCII && after.isASCII
      && (before.properties.isAlphabetic || before.isASCIIDigit
        || ",.;:!?)".unicodeScalars.contains(before))
      && (after.properties.isAlphabetic || after.isASCIIDigit || "(".unicodeScalars.contains(after))
  }

  /// Whether nothing but blanks and line ends stands between two fragments of one page.
  private static func isAdjacent(_ before: Fragment, _ next: Fragment, _ source: Scalars) -> Bool {
    guard before.page == next.page, next.span.from - before.span.to <= 200,
      next.span.from >= before.span.to
    else { return false }
    return source[before.span.to..<next.span.from].allSatisfy {
      $0.isSpace || $0 == "-" || $0 == "*" || $0 == "#"
    }
  }
}
