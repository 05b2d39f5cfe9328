import JapaneseText

/// Pages set in two columns, whose rows `pdftotext -layout` runs together: they are put in reading
/// order, the left column before the right one.
///
/// Only prose is touched: on most lines of the page words must stand on both sides of one gutter
/// and the left ones must end at it, as set text does. Tables are ragged there and stay rows.
enum PDFColumns {
  /// The text with each such page in reading order, and how many pages that were.
  static func inReadingOrder(_ scalars: Scalars) -> (scalars: Scalars, pages: Int) {
    var result: Scalars = []
    var count = 0
    for (index, page) in scalars.split(separator: "\u{0C}", omittingEmptySubsequences: false)
      .enumerated()
    {
      if index > 0 { result.append("\u{0C}") }
      let rows = page.split(separator: "\n", omittingEmptySubsequences: false).map(Row.init)
      if let gutter = Gutter(rows) {
        count += 1
        result += gutter.ordered(rows)
      } else {
        result += page
      }
    }
    return count == 0 ? (scalars, 0) : (result, count)
  }

  /// A line of the page, cut at its runs of three blanks or more.
  fileprivate struct Row {
    struct Piece {
      let words: ArraySlice<Unicode.Scalar>
      /// Columns in half widths.
      let start: Int
      let end: Int
    }

    var pieces: [Piece] = []

    init(_ line: ArraySlice<Unicode.Scalar>) {
      var column = 0
      var blanks = 0
      var first: (offset: Int, column: Int)?
      var last = (offset: line.startIndex, column: 0)
      for offset in line.indices {
        let width = RSTMarks.width(line[offset])
        if line[offset].isSpace {
          blanks += width
        } else {
          if blanks >= 3, let begun = first {
            pieces.append(
              Piece(words: line[begun.offset..<last.offset], start: begun.column, end: last.column))
            first = nil
          }
          first = first ?? (offset, column)
          last = (offset + 1, column + width)
          blanks = 0
        }
        column += width
      }
      if let first {
        pieces.append(
          Piece(words: line[first.offset..<last.offset], start: first.column, end: last.column))
      }
    }
  }

  /// The blank strip between two columns.
  private struct Gutter {
    let start: Int
    let end: Int

    /// `nil` where the rows are not set in columns.
    init?(_ rows: [Row]) {
      let worded = rows.filter { !$0.pieces.isEmpty }
      guard worded.count >= 10 else { return nil }
      let pairs = worded.filter { row in
        row.pieces.count == 2 && row.pieces.allSatisfy { $0.end - $0.start >= 24 }
      }
      guard pairs.count * 2 >= worded.count else { return nil }
      guard let end = Self.mode(pairs.map { $0.pieces[1].start }),
        let start = Self.mode(pairs.map { $0.pieces[0].end }), start < end
      else { return nil }
      let set = pairs.count { row in
        abs(row.pieces[0].end - start) <= 3 && abs(row.pieces[1].start - end) <= 3
      }
      guard set * 3 >= pairs.count * 2 else { return nil }
      self.start = start
      self.end = end
    }

    /// Lines across the gutter part the page; between them the left column comes first.
    func ordered(_ rows: [Row]) -> Scalars {
      var result: Scalars = []
      var left: Scalars = []
      var right: Scalars = []
      for row in rows {
        let isAcross = row.pieces.contains { $0.start < start - 3 && $0.end > end + 3 }
        if isAcross || row.pieces.count > 2 {
          result += left + right
          left = []
          right = []
          for (index, piece) in row.pieces.enumerated() {
            result += (index > 0 ? [" ", " ", " "] : []) + Array(piece.words)
          }
          result.append("\n")
        } else {
          for piece in row.pieces {
            if piece.start < start - 3 {
              left += piece.words + ["\n"]
            } else {
              right += piece.words + ["\n"]
            }
          }
        }
      }
      return result + left + right
    }

    private static func mode(_ values: [Int]) -> Int? {
      var counts: [Int: Int] = [:]
      for value in values { counts[value, default: 0] += 1 }
      return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
  }
}
