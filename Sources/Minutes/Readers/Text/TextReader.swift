import JapaneseText

/// Plain text, Markdown and reStructuredText: the text is the decoded file, unchanged; what the
/// syntax says becomes marks.
enum TextReader {
  static func read(_ file: DecodedFile) -> SourceText {
    let scalars = Scalars(wellFormed: file.utf8)
    let lines = Lines.cut(scalars)
    let shapes = lines.map { LineShape($0.span, in: scalars) }
    let page = TextPage(scalars: scalars, lines: lines, shapes: shapes)
    let reader: String
    var marks: [SourceMark]
    if RSTMarks.recognises(page) {
      reader = "rst/1"
      marks = RSTMarks.marks(in: page)
    } else {
      let isMarkdown = MarkdownMarks.recognises(page)
      reader = isMarkdown ? "markdown/1" : "text/1"
      marks = MarkdownMarks.marks(in: page, isMarkdown: isMarkdown)
    }
    marks += KensakuMarks.marks(in: page)
    marks += PageFurniture.marks(scalars: scalars, lines: lines)
    return SourceText(
      reader: reader, scalars: scalars, lines: lines, marks: marks.inOrder,
      notes: notes(file, scalars, lines))
  }

  /// What was odd: an encoding other than UTF-8, characters that were lost before.
  private static func notes(
    _ file: DecodedFile, _ scalars: Scalars, _ lines: [SourceLine]
  ) -> [String] {
    var notes: [String] = []
    if file.encoding != "UTF-8" { notes.append("decoded from \(file.encoding)") }
    var lost = 0
    var first: Int?
    for offset in scalars.indices where scalars[offset] == "\u{FFFD}" {
      lost += 1
      first = first ?? offset
    }
    if let first {
      let line = lines.last { $0.span.from <= first }?.number ?? 1
      notes.append("\(lost) replaced characters (U+FFFD), the first on line \(line)")
    }
    return notes
  }
}

/// A text with its lines and the shape of each.
struct TextPage {
  let scalars: Scalars
  let lines: [SourceLine]
  let shapes: [LineShape]

  func isBlank(_ line: Int) -> Bool {
    !shapes.indices.contains(line) || shapes[line].content.isEmpty
  }
}
