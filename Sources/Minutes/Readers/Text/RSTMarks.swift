import JapaneseText

/// The marks of reStructuredText: underlined headings, lists, field lists.
enum RSTMarks {
  /// Underlined titles beside field lists or directives, and no Markdown heading.
  static func recognises(_ page: TextPage) -> Bool {
    var titles = 0
    var signs = 0
    for (line, shape) in page.shapes.enumerated() {
      switch shape.kind {
      case .hashes(_, true): return false
      case .adornment where isUnderline(line, page): titles += 1
      case .field, .directive: signs += 1
      default: break
      }
    }
    return titles >= 1 && signs >= 1
  }

  /// Levels of headings follow the order in which the styles of underlining appear.
  static func marks(in page: TextPage) -> [SourceMark] {
    var marks: [SourceMark] = []
    var styles: [Style] = []
    var levels = ListLevels()
    for (line, shape) in page.shapes.enumerated() where !shape.content.isEmpty {
      switch shape.kind {
      case .adornment(let sign) where isUnderline(line, page):
        let style = Style(sign: sign, isOverlined: isOverline(line - 2, sign, page))
        if !styles.contains(style) { styles.append(style) }
        let level = min(6, (styles.firstIndex(of: style) ?? 0) + 1)
        marks.append(
          SourceMark(span: page.shapes[line - 1].content, kind: .heading(level: level)))
        marks.append(SourceMark(span: page.lines[line].span, kind: .furniture))
        if style.isOverlined {
          marks.append(SourceMark(span: page.lines[line - 2].span, kind: .furniture))
        }
        levels.reset()
      case .bullet:
        let level = levels.level(indent: shape.indent)
        marks.append(
          SourceMark(span: shape.content, kind: .listItem(level: level, ordinal: nil)))
      case .ordinal(let ordinal):
        let level = levels.level(indent: shape.indent)
        marks.append(
          SourceMark(span: shape.content, kind: .listItem(level: level, ordinal: ordinal)))
      case .field(let name) where !shape.content.isEmpty:
        marks.append(
          SourceMark(span: shape.content, kind: .field(name: page.scalars.text(name))))
      default:
        if shape.indent == 0, page.isBlank(line - 1) { levels.reset() }
      }
    }
    return marks
  }

  /// How wide a text is printed: a Japanese character takes two columns.
  static func width(_ span: TextSpan, in scalars: Scalars) -> Int {
    scalars[span.range].reduce(0) { $0 + width($1) }
  }

  /// Two columns for a full-width character, else one.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    scalar.value >= 0x1100 && !(0xFF61...0xFF9F).contains(scalar.value) ? 2 : 1
  }

  private struct Style: Equatable {
    let sign: Unicode.Scalar
    let isOverlined: Bool
  }

  /// A line of one sign, at least as long as the title above it.
  private static func isUnderline(_ line: Int, _ page: TextPage) -> Bool {
    guard line > 0, case .adornment(let sign) = page.shapes[line].kind,
      page.shapes[line].indent == 0, page.shapes[line - 1].indent == 0,
      page.isBlank(line - 2) || isOverline(line - 2, sign, page)
    else { return false }
    let title = page.shapes[line - 1]
    guard case .other = title.kind, !title.content.isEmpty, title.content.count <= 100 else {
      return false
    }
    let length = page.shapes[line].content.count
    return length >= title.content.count && length >= width(title.content, in: page.scalars) - 4
  }

  private static func isOverline(
    _ line: Int, _ sign: Unicode.Scalar, _ page: TextPage
  ) -> Bool {
    guard line >= 0, case .adornment(sign) = page.shapes[line].kind else { return false }
    return page.isBlank(line - 1)
  }
}
