package import JapaneseText

/// A source text as the parser reads it: page furniture left out, blanks and format marks trimmed.
///
/// The text itself is never changed; every line of the view keeps its offsets in the source.
package struct TextView: Sendable {
  package let source: SourceText
  package let lines: [ViewLine]

  /// Makes the view; linear in the length of the text.
  package init(_ source: SourceText) {
    self.source = source
    let structure = FormatStructure(source)
    let furniture = Furniture.lines(of: source)
    var lines: [ViewLine] = []
    lines.reserveCapacity(source.lines.count)
    for (position, line) in source.lines.enumerated() where !furniture[position] {
      lines.append(structure.viewLine(line, at: position, index: lines.count))
    }
    self.lines = lines
  }

  /// The scalars of a span of the source, cut to the text.
  package func scalars(_ span: TextSpan) -> ArraySlice<Unicode.Scalar> {
    let from = min(max(0, span.from), source.scalars.count)
    let to = min(max(from, span.to), source.scalars.count)
    return source.scalars[from..<to]
  }

  /// The words of a span of the source.
  package func text(_ span: TextSpan) -> String { source.scalars.text(span) }
}

/// One line of the view.
package struct ViewLine: Hashable, Sendable {
  /// The place in `TextView.lines`.
  package let index: Int
  /// Source offsets, blanks at both ends trimmed; the marks of headings and list items by format
  /// (`##`, `-`) are outside.
  package let span: TextSpan
  /// How many blanks were trimmed at the front.
  package let indent: Int
  /// The line of the file, from 1.
  package let number: Int
  /// The page, from 1, where the format has pages.
  package let page: Int?
  /// The level of a heading by format (Markdown `#`, HTML `h1`), from 1.
  package let heading: Int?
  /// The depth of a list item by format (Markdown `-`, HTML `li`), from 1.
  package let listLevel: Int?

  package var isBlank: Bool { span.isEmpty }
}

/// What the format says about lines: headings and list items.
private struct FormatStructure {
  let scalars: Scalars
  /// The text can hold tags of HTML between its lines, as Markdown does.
  private let isTagged: Bool
  private var headings: [Int: Int] = [:]
  private var items: [Int: Int] = [:]
  private let starts: [Int]

  init(_ source: SourceText) {
    scalars = source.scalars
    isTagged = source.reader.hasPrefix("markdown")
    starts = source.lines.map(\.span.from)
    for mark in source.marks {
      switch mark.kind {
      case .heading(let level):
        for line in lines(within: mark.span) { headings[line] = level }
      case .listItem(let level, _):
        if let first = lines(within: mark.span).first { items[first] = level }
      default: break
      }
    }
  }

  /// The lines on which a mark lies, by the start of each line.
  private func lines(within span: TextSpan) -> Range<Int> {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= span.from { low = middle + 1 } else { high = middle }
    }
    let first = max(0, low - 1)
    var last = first + 1
    while last < starts.count, starts[last] < span.to { last += 1 }
    return first..<min(last, starts.count)
  }

  func viewLine(_ line: SourceLine, at position: Int, index: Int) -> ViewLine {
    var from = line.span.from
    var to = line.span.to
    while from < to, scalars[from].isSpace { from += 1 }
    while to > from, scalars[to - 1].isSpace { to -= 1 }
    let indent = from - line.span.from
    var heading = headings[position]
    var item = items[position]
    if isTagged, from < to, let inner = LineTags.trimmed(TextSpan(from, to), in: scalars) {
      heading = heading ?? inner.heading
      (from, to) = (inner.span.from, inner.span.to)
    }
    if let (level, after) = hashes(from, to) {
      heading = heading ?? level
      from = after
    } else if let after = bullet(from, to), item != nil || heading == nil {
      item = item ?? indent / 2 + 1
      from = after
      if let (level, next) = hashes(from, to) {
        heading = level
        from = next
      }
    }
    return ViewLine(
      index: index, span: TextSpan(from, to), indent: indent, number: line.number, page: line.page,
      heading: heading, listLevel: item)
  }

  /// `### ` at the start of a line: its level and the offset after it.
  private func hashes(_ from: Int, _ to: Int) -> (Int, Int)? {
    var offset = from
    while offset < to, scalars[offset] == "#" { offset += 1 }
    let level = offset - from
    guard (1...6).contains(level), offset < to, scalars[offset].isBlank else { return nil }
    while offset < to, scalars[offset].isBlank { offset += 1 }
    return (level, offset)
  }

  /// `- `, `* `, `+ ` at the start of a line, with words after it: the offset after it.
  private func bullet(_ from: Int, _ to: Int) -> Int? {
    guard from + 2 < to, "-*+".unicodeScalars.contains(scalars[from]), scalars[from + 1].isBlank
    else { return nil }
    var offset = from + 1
    while offset < to, scalars[offset].isBlank { offset += 1 }
    return offset < to ? offset : nil
  }
}
