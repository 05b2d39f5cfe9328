import Deliberation
import JapaneseText

/// The way from offsets of a statement's text to offsets of its source.
///
/// The text is the source's segments with line breaks and running heads left out, nothing inserted.
struct StatementMap {
  /// The source offset of each scalar of the text.
  private let offsets: [Int]
  private let end: Int

  init(_ statement: Statement, in source: Scalars) {
    let printed = statement.source.flatMap { segment in
      Array(max(0, segment.span.from)..<min(source.count, max(segment.span.from, segment.span.to)))
    }
    var offsets: [Int] = []
    var at = 0
    for scalar in statement.text.unicodeScalars {
      var next = at
      while next < printed.count, source[printed[next]] != scalar { next += 1 }
      // A blank that healing put elsewhere keeps the place of what stands before it.
      guard next < printed.count else {
        offsets.append(at < printed.count ? printed[at] : printed.last ?? 0)
        continue
      }
      offsets.append(printed[next])
      at = next + 1
    }
    self.offsets = offsets
    end = (printed.last ?? -1) + 1
  }

  /// The stretch of the source for a stretch of the text.
  func source(of span: TextSpan) -> TextSpan {
    guard span.from < offsets.count, span.to > span.from else { return TextSpan(end, end) }
    return TextSpan(offsets[span.from], offsets[min(span.to, offsets.count) - 1] + 1)
  }
}

/// Where the label of a statement stands in the source.
enum LabelPlace {
  /// How far before the words of the statement a label may end.
  static let reach = 200

  /// The stretch of the label before a statement's first words, blanks within it not counted; nil
  /// where it does not stand there.
  static func find(_ label: String, before start: Int, in source: Scalars) -> TextSpan? {
    let words = label.scalars.filter { !$0.isSpace }
    guard !words.isEmpty else { return nil }
    var from = min(start, source.count) - 1
    let lowest = max(0, start - reach)
    while from >= lowest {
      if source[from] == words[0], let to = match(words, at: from, in: source), to <= start {
        return TextSpan(from, to)
      }
      from -= 1
    }
    return nil
  }

  private static func match(_ words: Scalars, at start: Int, in source: Scalars) -> Int? {
    var at = start
    for word in words {
      while at < source.count, at > start, source[at].isSpace { at += 1 }
      guard at < source.count, source[at] == word else { return nil }
      at += 1
    }
    return at
  }
}
