import JapaneseText

/// A field of the head: its label and the lines, or parts of lines, that hold its value.
struct HeadPart: Sendable {
  var match: FieldMatch
  /// The line of the label, from the first mark on.
  var line: HeadLine
  /// The value, in order; empty lines stand for paragraph ends.
  var pieces: [HeadLine]

  var kind: FieldKind { match.kind }
  var start: Int { line.span.from }
  var label: Scalars { Array(line.key[match.label]) }
  /// The label as printed, without marks.
  var labelSpan: TextSpan { line.span(match.label.lowerBound, match.label.upperBound) }
  var noteKey: Scalars { Array(line.key[match.note]) }
  /// The pieces with words.
  var words: [HeadLine] { pieces.filter { !$0.isEmpty } }

  /// The first paragraph of the value: where the format breaks lines, at most `limit` of them.
  func paragraph(limit: Int) -> [HeadLine] {
    let rest = pieces.drop { $0.isEmpty }
    return Array(rest.prefix { !$0.isEmpty }.prefix(limit))
  }
}

/// The head of a record cut into title, fields and what follows.
struct HeadLayout: Sendable {
  /// What stands before the first field.
  var title: [HeadLine] = []
  var parts: [HeadPart] = []
  /// The offset of the first sure sign of the body, nil where none was met.
  var sign: Int?
  /// Whether the sign was a label like 議事要旨 or a heading.
  var signIsLabel = false
  /// Whether the sign is a sentence of a kind that heads of the Diet hold above the list.
  var signIsFormal = false
  /// Every line that was looked at.
  var lines: [HeadLine] = []

  /// The greatest number of lines that a head is looked for in.
  static let limit = 900

  /// Cuts the head of the lines within a span.
  static func cut(_ view: TextView, within span: TextSpan) -> HeadLayout {
    // Most heads are short: few lines are folded unless they hold a list, or no end is found.
    var cutter = HeadCutter(lines: foldedLines(of: view, within: span, limit: 24))
    cutter.run()
    let lists: Set<FieldKind> = [.agenda, .held, .present, .absent]
    let isSure =
      cutter.layout.sign != nil && !cutter.layout.signIsLabel && !cutter.layout.signIsFormal
      && !cutter.layout.parts.contains { lists.contains($0.kind) }
    if !isSure {
      cutter = HeadCutter(lines: foldedLines(of: view, within: span, limit: limit))
      cutter.run()
    }
    return cutter.layout
  }

  /// Cuts the layout where running matter follows a field of one line (a date, a place): there the
  /// body begins, and fields below it are lists at the end of the record.
  func parted() -> (head: HeadLayout, behind: [HeadPart]) {
    let short: Set<FieldKind> = [.date, .clock, .place, .title, .number]
    for index in parts.indices where short.contains(parts[index].kind) {
      let paragraph = parts[index].paragraph(limit: 3)
      let end = paragraph.last?.span.to ?? parts[index].start
      let loose = parts[index].words.filter { $0.span.from >= end }
      let isMatter =
        loose.count > 8 || loose.count > 2 && loose.contains { ItemMark.read($0) != nil }
      guard isMatter, let first = loose.first else { continue }
      var head = self
      head.parts = Array(parts[...index])
      head.parts[index].pieces = paragraph
      head.sign = first.span.from
      head.signIsLabel = true
      return (head, Array(parts[(index + 1)...]))
    }
    return (self, [])
  }

  private static func foldedLines(
    of view: TextView, within span: TextSpan, limit: Int
  ) -> [HeadLine] {
    var low = 0
    var high = view.lines.count
    while low < high {
      let middle = (low + high) / 2
      if view.lines[middle].span.to < span.from { low = middle + 1 } else { high = middle }
    }
    var lines: [HeadLine] = []
    for line in view.lines[low...].prefix(limit) {
      if line.span.from >= span.to { break }
      let from = max(line.span.from, span.from)
      let to = min(line.span.to, span.to)
      // A line of a whole record can be very long: what lies far behind its start is no head.
      let scalars = view.scalars(TextSpan(from, max(from, min(to, from + 4000))))
      lines.append(withoutBars(HeadLine(line, scalars: scalars)))
    }
    return lines
  }

  /// `| 場所 | 会議棟 |`: a row of two cells that names a field, without the bars at its ends.
  private static func withoutBars(_ row: HeadLine) -> HeadLine {
    guard row.key.first == "|", row.key.last == "|", row.count > 4,
      let bar = row.key.dropFirst().firstIndex(of: "|"), bar < row.count - 1,
      !row.key[(bar + 1)..<(row.count - 1)].contains("|"),
      HeadLexicon.current.labels.value(of: Array(row.key[1..<bar])) != nil
    else { return row }
    return row.part(1, row.count - 1)
  }
}
