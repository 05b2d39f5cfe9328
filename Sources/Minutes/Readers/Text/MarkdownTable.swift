import JapaneseText

/// The cells of Markdown tables: rows between bars, the second of which is `|---|---|`.
enum MarkdownTable {
  static func marks(in page: TextPage) -> [SourceMark] {
    var marks: [SourceMark] = []
    var line = 0
    while line < page.shapes.count {
      guard isRow(line, page) else {
        line += 1
        continue
      }
      var end = line
      while isRow(end, page) { end += 1 }
      if end - line >= 2, isRuler(line + 1, page) {
        for row in line..<end where row != line + 1 {
          marks += cells(of: row, number: row > line ? row - line - 1 : 0, page)
        }
        marks.append(SourceMark(span: page.lines[line + 1].span, kind: .furniture))
      }
      line = end
    }
    return marks
  }

  private static func isRow(_ line: Int, _ page: TextPage) -> Bool {
    guard line < page.shapes.count, case .tableRow = page.shapes[line].kind else { return false }
    return true
  }

  private static func isRuler(_ line: Int, _ page: TextPage) -> Bool {
    page.scalars[page.lines[line].span.range].allSatisfy {
      $0.isBlank || $0 == "|" || $0 == "-" || $0 == ":"
    }
  }

  private static func cells(of line: Int, number: Int, _ page: TextPage) -> [SourceMark] {
    let span = page.shapes[line].content
    var marks: [SourceMark] = []
    var start = span.from + 1
    var column = 0
    for offset in start..<max(start, span.to) where page.scalars[offset] == "|" {
      var from = start
      var to = offset
      while from < to, page.scalars[from].isBlank { from += 1 }
      while to > from, page.scalars[to - 1].isBlank { to -= 1 }
      if from < to {
        marks.append(
          SourceMark(span: TextSpan(from, to), kind: .tableCell(row: number, column: column)))
      }
      column += 1
      start = offset + 1
    }
    return marks
  }
}
