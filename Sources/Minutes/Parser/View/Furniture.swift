import JapaneseText

/// Lines that belong to the page and not to the record: running heads and feet, page numbers.
///
/// The reader's own marks come first; a text without them is judged by repetition at the edges of
/// its pages (guide minutes-formats §8).
enum Furniture {
  /// For each line of the source, whether it is furniture.
  static func lines(of source: SourceText) -> [Bool] {
    var furniture = [Bool](repeating: false, count: source.lines.count)
    var mark = 0
    let marks = source.marks.filter { $0.kind == .furniture }
    for (position, line) in source.lines.enumerated() {
      while mark < marks.count, marks[mark].span.to <= line.span.from { mark += 1 }
      if mark < marks.count, marks[mark].span.contains(line.span), !line.span.isEmpty {
        furniture[position] = true
      } else if isDashedPageNumber(line.span, in: source.scalars) {
        furniture[position] = true
      }
    }
    markRunningHeads(of: source, in: &furniture)
    return furniture
  }

  /// `-1-`, `― 12 ―`, `- 3 / 14 -` alone on a line.
  private static func isDashedPageNumber(_ span: TextSpan, in scalars: Scalars) -> Bool {
    guard span.count >= 3, span.count <= 40,
      let start = scalars[span.range].first(where: { !$0.isSpace }), isDash(start)
    else { return false }
    let words = scalars[span.range].filter { !$0.isSpace }
    guard words.count >= 3, words.count <= 11, let first = words.first, let last = words.last,
      isDash(first), isDash(last)
    else { return false }
    let inner = words.drop(while: isDash).reversed().drop(while: isDash)
    return !inner.isEmpty && inner.allSatisfy { $0.digitValue != nil || $0 == "/" }
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D, 0x30FC, 0x2500, 0x2501: true
    default: false
    }
  }

  /// Lines at the edges of pages that repeat on at least three pages, digits apart.
  private static func markRunningHeads(of source: SourceText, in furniture: inout [Bool]) {
    let pages = pageRanges(of: source)
    guard pages.count >= 3 else { return }
    let edges = pages.map { edgeLines(of: $0, in: source, without: furniture) }
    var counts: [String: Int] = [:]
    for page in edges {
      for key in Set(page.map { key(source.lines[$0].span, in: source.scalars) }) {
        counts[key, default: 0] += 1
      }
    }
    let needed = max(3, pages.count / 2)
    for line in edges.joined() {
      let key = key(source.lines[line].span, in: source.scalars)
      if (counts[key] ?? 0) >= needed { furniture[line] = true }
    }
  }

  private static func pageRanges(of source: SourceText) -> [Range<Int>] {
    var pages: [Range<Int>] = []
    var start = 0
    for position in source.lines.indices.dropFirst() {
      let before = source.lines[position - 1]
      let line = source.lines[position]
      let gap = TextSpan(before.span.to, line.span.from)
      if line.page != before.page || source.scalars[gap.range].contains("\u{0C}")
        || source.scalars[line.span.range].first == "\u{0C}"
      {
        pages.append(start..<position)
        start = position
      }
    }
    pages.append(start..<source.lines.count)
    return pages.filter { !$0.isEmpty }
  }

  /// The two first and the two last lines with words of a page.
  private static func edgeLines(
    of page: Range<Int>, in source: SourceText, without furniture: [Bool]
  ) -> [Int] {
    let worded = page.filter { position in
      !furniture[position]
        && source.scalars[source.lines[position].span.range].contains { !$0.isSpace }
    }
    return worded.count <= 4 ? worded : Array(worded.prefix(2) + worded.suffix(2))
  }

  /// A line with its blanks dropped and every number written as one sign.
  private static func key(_ span: TextSpan, in scalars: Scalars) -> String {
    var key = Scalars()
    for scalar in scalars[span.range] where !scalar.isSpace {
      guard scalar.digitValue != nil else {
        key.append(scalar)
        continue
      }
      if key.last != "0" { key.append("0") }
    }
    return String(key)
  }
}
