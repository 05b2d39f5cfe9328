import JapaneseText

/// The two lines with which a text of the kensakusystem of assemblies begins: `開催日：` and
/// `会議名：`.
enum KensakuMarks {
  private static let fields = [("開催日：".scalars, "date"), ("会議名：".scalars, "title")]

  /// The date and the title as fields, where both lines are there.
  static func marks(in page: TextPage) -> [SourceMark] {
    guard page.lines.count >= 2 else { return [] }
    var marks: [SourceMark] = []
    for (line, (label, name)) in zip(page.lines, fields) {
      guard page.scalars.starts(label, at: line.span.from) else { return [] }
      let span = TextSpan(line.span.from + label.count, line.span.to)
      marks.append(SourceMark(span: span, kind: .field(name: name)))
    }
    return marks
  }
}
