import JapaneseText

/// Puts a source text together line by line, for formats whose text the reader gives.
struct SourceBuilder {
  private(set) var scalars: Scalars = []
  private(set) var lines: [SourceLine] = []
  private(set) var marks: [SourceMark] = []
  var notes: [String] = []

  /// The offset at which the next line will begin.
  var offset: Int { scalars.count }

  /// Adds one line without its end; blank ones count too.
  @discardableResult
  mutating func line(
    _ text: some Sequence<Unicode.Scalar>, number: Int, page: Int? = nil
  ) -> TextSpan {
    let start = scalars.count
    scalars.append(contentsOf: text)
    let span = TextSpan(start, scalars.count)
    lines.append(SourceLine(span: span, number: number, page: page))
    scalars.append("\n")
    return span
  }

  /// Adds a text that may have several lines; the span covers all of them.
  ///
  /// The first line has `number`; the following ones count on if the text is as in the file,
  /// else they keep it.
  @discardableResult
  mutating func text(
    _ text: String, number: Int, page: Int? = nil, counts: Bool = false
  ) -> TextSpan {
    let start = scalars.count
    var end = start
    var number = number
    for part in Lines.parts(of: text.scalars) {
      end = line(part, number: number, page: page).to
      if counts { number += 1 }
    }
    return TextSpan(start, end)
  }

  mutating func mark(_ span: TextSpan, _ kind: SourceMarkKind) {
    marks.append(SourceMark(span: span, kind: kind))
  }

  /// The source text; marks are put in order, longer ones first where two start together.
  func source(reader: String) -> SourceText {
    SourceText(
      reader: reader, scalars: scalars, lines: lines, marks: marks.inOrder, notes: notes)
  }
}

extension [SourceMark] {
  /// Sorted by start, the wider mark before the one inside it.
  var inOrder: [SourceMark] {
    enumerated().sorted { left, right in
      (left.element.span.from, -left.element.span.to, left.offset)
        < (right.element.span.from, -right.element.span.to, right.offset)
    }.map(\.element)
  }
}
