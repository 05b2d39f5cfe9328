import JapaneseText

/// The marks of Markdown; in a plain text only those that cannot be anything else.
enum MarkdownMarks {
  /// Two headings, or one beside bullets, code fences or a front matter, make a text Markdown.
  static func recognises(_ page: TextPage) -> Bool {
    var headings = 0
    var others = frontMatter(of: page) == nil ? 0 : 2
    for shape in page.shapes {
      switch shape.kind {
      case .hashes(_, true): headings += 1
      case .bullet where !isPageNumber(shape, page.scalars): others += 1
      case .fence: others += 1
      default: break
      }
    }
    return headings >= 2 || (headings >= 1 && others >= 1) || others >= 2 && isLinked(page)
  }

  /// Headings, list items, table cells; the marks' spans leave out the `#`, `-` and `1.`.
  static func marks(in page: TextPage, isMarkdown: Bool) -> [SourceMark] {
    var marks: [SourceMark] = []
    var start = 0
    if let matter = frontMatter(of: page) {
      marks += page.lines[...matter].map { SourceMark(span: $0.span, kind: .furniture) }
      start = matter + 1
    }
    var levels = ListLevels()
    var isCode = false
    for line in start..<max(start, page.shapes.count) {
      let shape = page.shapes[line]
      if case .fence = shape.kind, isMarkdown { isCode.toggle() }
      guard !isCode, !shape.content.isEmpty else { continue }
      switch shape.kind {
      case .hashes(let level, let isSpaced) where (isSpaced || isMarkdown) && shape.indent < 4:
        levels.reset()
        marks.append(SourceMark(span: shape.content, kind: .heading(level: level)))
      case .bullet where !isPageNumber(shape, page.scalars):
        let level = levels.level(indent: shape.indent)
        marks.append(
          SourceMark(span: shape.content, kind: .listItem(level: level, ordinal: nil)))
        marks += nestedHeading(shape.content, page.scalars)
      case .ordinal(let ordinal) where isMarkdown:
        let level = levels.level(indent: shape.indent)
        marks.append(
          SourceMark(span: shape.content, kind: .listItem(level: level, ordinal: ordinal)))
      case .adornment(let sign) where isMarkdown && (sign == "=" || sign == "-"):
        marks += underlined(line, sign, page)
      default:
        if shape.indent == 0, page.isBlank(line - 1) { levels.reset() }
      }
    }
    return isMarkdown ? marks + MarkdownTable.marks(in: page) : marks
  }

  /// `- ## words`: a heading within an item.
  private static func nestedHeading(_ span: TextSpan, _ scalars: Scalars) -> [SourceMark] {
    let shape = LineShape(span, in: scalars)
    guard case .hashes(let level, true) = shape.kind, !shape.content.isEmpty else { return [] }
    return [SourceMark(span: shape.content, kind: .heading(level: level))]
  }

  /// A title with `====` or `----` below it, a blank line or the start of the text above it.
  private static func underlined(
    _ line: Int, _ sign: Unicode.Scalar, _ page: TextPage
  ) -> [SourceMark] {
    guard line > 0, page.isBlank(line - 2), case .other = page.shapes[line - 1].kind else {
      return []
    }
    let title = page.shapes[line - 1].content
    let width = RSTMarks.width(title, in: page.scalars)
    guard !title.isEmpty, abs(width - page.shapes[line].content.count) <= 4 else { return [] }
    return [
      SourceMark(span: title, kind: .heading(level: sign == "=" ? 1 : 2)),
      SourceMark(span: page.lines[line].span, kind: .furniture),
    ]
  }

  /// `- 12 -` is a page number, not an item.
  private static func isPageNumber(_ shape: LineShape, _ scalars: Scalars) -> Bool {
    let words = scalars[shape.content.range].filter { !$0.isBlank }
    guard words.last == "-", words.count <= 6 else { return false }
    return words.dropLast().allSatisfy { $0.digitValue != nil }
  }

  /// The last line of a front matter: `---`, lines of `key: value`, `---`.
  private static func frontMatter(of page: TextPage) -> Int? {
    guard page.shapes.count > 2, case .adornment("-") = page.shapes[0].kind,
      page.lines[0].span.count == 3
    else { return nil }
    for line in 1..<min(40, page.shapes.count) {
      if case .adornment("-") = page.shapes[line].kind { return line > 1 ? line : nil }
      let span = page.lines[line].span
      guard page.scalars.firstOffset(of: [":"], from: span.from, to: span.to) != nil else {
        return nil
      }
    }
    return nil
  }

  private static func isLinked(_ page: TextPage) -> Bool {
    page.scalars.firstOffset(of: "](http".scalars) != nil
  }
}

/// The depth of list items by their indentation.
struct ListLevels {
  private var indents: [Int] = []

  /// The level, from 1, of an item indented so far; one blank more or less is the same level.
  mutating func level(indent: Int) -> Int {
    while let last = indents.last, last > indent + 1 { indents.removeLast() }
    if let last = indents.last, indent <= last + 1 { return indents.count }
    indents.append(indent)
    return indents.count
  }

  mutating func reset() { indents.removeAll() }
}
