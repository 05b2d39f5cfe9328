import JapaneseText

/// Tells pages set in two columns, whose rows `pdftotext -layout` would run together.
enum PDFColumns {
  /// Whether on most pages most lines have words on both sides of one gutter.
  static func areUsed(scalars: Scalars, lines: [SourceLine]) -> Bool {
    var pages: [Int: [SourceLine]] = [:]
    for line in lines { pages[line.page ?? 1, default: []].append(line) }
    var columned = 0
    var judged = 0
    for page in pages.values {
      let worded = page.filter { $0.span.count > 8 }
      guard worded.count >= 12 else { continue }
      judged += 1
      if hasGutter(worded, scalars) { columned += 1 }
    }
    return judged > 0 && columned * 2 > judged
  }

  /// A gutter is a run of three blanks or more with at least ten characters on each side; it counts
  /// where three of five lines have one at nearly the same column.
  private static func hasGutter(_ lines: [SourceLine], _ scalars: Scalars) -> Bool {
    var ends: [Int: Int] = [:]
    for line in lines {
      for column in gutters(line.span, scalars) {
        for near in (column - 2)...(column + 2) { ends[near, default: 0] += 1 }
      }
    }
    return (ends.values.max() ?? 0) * 5 >= lines.count * 3
  }

  /// The columns (in half widths) at which words begin again after a gutter.
  private static func gutters(_ span: TextSpan, _ scalars: Scalars) -> [Int] {
    var columns: [Int] = []
    var column = 0
    var blanks = 0
    var words = 0
    for offset in span.range {
      let scalar = scalars[offset]
      if scalar.isBlank {
        blanks += 1
      } else {
        if blanks >= 3, words >= 10, span.to - offset >= 10 { columns.append(column) }
        blanks = 0
        words += 1
      }
      column += RSTMarks.width(TextSpan(offset, offset + 1), in: scalars)
    }
    return columns
  }
}
