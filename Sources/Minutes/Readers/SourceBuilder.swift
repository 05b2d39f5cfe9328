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
    self.text(text.scalars, number: number, page: page, counts: counts)
  }

  /// The same for a text that is there as scalars.
  @discardableResult
  mutating func text(
    _ text: Scalars, number: Int, page: Int? = nil, counts: Bool = false
  ) -> TextSpan {
    let start = scalars.count
    var end = start
    var number = number
    for part in Lines.parts(of: text) {
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
    func stands(_ left: TextSpan, before right: TextSpan) -> Bool {
      left.from < right.from || left.from == right.from && left.to > right.to
    }
    let isInOrder = indices.dropFirst().allSatisfy {
      !stands(self[$0].span, before: self[$0 - 1].span)
    }
    guard !isInOrder else { return self }
    return enumerated().sorted { left, right in
      stands(left.element.span, before: right.element.span)
        || left.element.span == right.element.span && left.offset < right.offset
    }.map(\.element)
  }
}
