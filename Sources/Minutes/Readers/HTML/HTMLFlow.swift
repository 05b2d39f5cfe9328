import JapaneseText
import Markup

/// Lays the elements of a page out as lines, as a text browser does.
///
/// White space is collapsed; a line break of the source between two Japanese characters gives no
/// blank (CSS Text 3, segment break transformation). Paragraphs, headings, lists and tables stand
/// between blank lines. An item of a numbered list begins with its number and a full stop.
struct HTMLFlow {
  var builder = SourceBuilder()
  /// The lines at which `<a name="HUID…">` stands.
  private(set) var anchors: [Int] = []
  private var words: Scalars = []
  private var wordsLine: Int?
  private var gap = Gap.none
  private var wantsBlank = false
  private var lastLine = 1
  private var open: [OpenMark] = []
  private var firstUnstarted = 0
  private var prefix: Scalars = []
  private var lists: [ListState] = []
  private var tables: [TableState] = []
  private var preformatted = 0

  private enum Gap { case none, blank, lineEnd }

  private struct OpenMark {
    let kind: SourceMarkKind
    var start: Int?
    var end: Int
    /// Items of lists are marked on their first line only.
    var isDone = false
  }

  private struct ListState {
    let isOrdered: Bool
    let type: String
    var next: Int
    let step: Int
  }

  private struct TableState {
    var row = -1
    var column = 0
    var occupied: [Int: Int] = [:]
    var isLayout = false
    var marks: [SourceMark] = []
  }

  /// Adds the page's title as a heading line.
  mutating func title(_ node: Node) {
    guard case .text(let text, let line) = node else { return }
    begin(.heading(level: 1), margin: true)
    begin(.field(name: "title"), margin: false)
    append(text, line: line)
    end(margin: false)
    end(margin: true)
  }

  /// Adds an element with all in it; the depth of recursion is that of the tree, which is bounded.
  mutating func add(_ element: Element, isInContent: Bool = false) {
    for node in element.children {
      switch node {
      case .text(let text, let line): append(text, line: line)
      case .element(let child):
        if !HTMLChrome.leavesOut(child, isInContent: isInContent) {
          place(child, isInContent: isInContent)
        }
      }
    }
  }

  /// What has been laid out.
  mutating func finished() -> SourceBuilder {
    flush()
    return builder
  }

  private mutating func place(_ element: Element, isInContent: Bool) {
    switch element.name {
    case "a" where element["name"]?.hasPrefix("HUID") ?? false:
      closeBlock(margin: false)
      anchors.append(builder.lines.count)
      add(element, isInContent: isInContent)
    case "br": breakLine(at: element.line)
    case "p", "blockquote", "figure", "fieldset", "address", "dl":
      block(element, isInContent, margin: true)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let level = element.name.utf8.last.map { Int($0) - 0x30 } ?? 1
      begin(.heading(level: level), margin: true)
      add(element, isInContent: true)
      end(margin: true)
    case "pre", "xmp", "listing":
      preformatted += 1
      block(element, isInContent, margin: true)
      preformatted -= 1
    case "ul", "ol", "menu", "dir": list(element, isInContent)
    case "li": item(element, isInContent)
    case "table": table(element, isInContent)
    case "tr": row(element, isInContent)
    case "td", "th": cell(element, isInContent)
    case "article", "main": block(element, true, margin: false)
    case "hr": closeBlock(margin: true)
    case "html", "body", "div", "section", "dt", "dd", "header", "footer", "aside", "form",
      "center", "tbody", "thead", "tfoot", "caption", "legend", "details", "summary", "hgroup",
      "figcaption", "option", "noframes",
      "search":
      block(element, isInContent, margin: false)
    default: add(element, isInContent: isInContent)
    }
  }
}

// MARK: - Blocks, lists and tables

extension HTMLFlow {
  private mutating func block(_ element: Element, _ isInContent: Bool, margin: Bool) {
    closeBlock(margin: margin)
    add(element, isInContent: isInContent)
    closeBlock(margin: margin)
  }

  private mutating func list(_ element: Element, _ isInContent: Bool) {
    closeBlock(margin: lists.isEmpty)
    let isReversed = element["reversed"] != nil
    let count = element.elements("li").count
    let start =
      element["start"].flatMap { Int($0.filter { $0 != " " }) } ?? (isReversed ? count : 1)
    lists.append(
      ListState(
        isOrdered: element.name == "ol", type: element["type"] ?? "1",
        next: min(max(start, -100_000), 100_000), step: isReversed ? -1 : 1))
    add(element, isInContent: isInContent)
    lists.removeLast()
    closeBlock(margin: lists.isEmpty)
  }

  private mutating func item(_ element: Element, _ isInContent: Bool) {
    closeBlock(margin: false)
    var ordinal: Int?
    if let last = lists.indices.last, lists[last].isOrdered {
      let number = element["value"].flatMap { Int($0) }.map { min(max($0, -100_000), 100_000) }
      let value = number ?? lists[last].next
      ordinal = value
      lists[last].next = value + lists[last].step
      prefix = ListNumber.label(value, type: element["type"] ?? lists[last].type)
    } else {
      prefix = []
    }
    begin(.listItem(level: max(1, lists.count), ordinal: ordinal), margin: false)
    add(element, isInContent: isInContent)
    end(margin: false)
    prefix = []
  }

  private mutating func table(_ element: Element, _ isInContent: Bool) {
    for index in tables.indices { tables[index].isLayout = true }
    closeBlock(margin: true)
    tables.append(TableState())
    add(element, isInContent: isInContent)
    closeBlock(margin: true)
    let table = tables.removeLast()
    if !table.isLayout, table.marks.count > 1 {
      for mark in table.marks { builder.mark(mark.span, mark.kind) }
    }
  }

  private mutating func row(_ element: Element, _ isInContent: Bool) {
    if let last = tables.indices.last {
      tables[last].row += 1
      tables[last].column = 0
      for (column, rows) in tables[last].occupied {
        tables[last].occupied[column] = rows > 1 ? rows - 1 : nil
      }
    }
    block(element, isInContent, margin: false)
  }

  private mutating func cell(_ element: Element, _ isInContent: Bool) {
    guard let last = tables.indices.last else {
      block(element, isInContent, margin: false)
      return
    }
    while tables[last].occupied[tables[last].column] != nil { tables[last].column += 1 }
    let column = tables[last].column
    let width = min(max(element["colspan"].flatMap { Int($0) } ?? 1, 1), 100)
    let rows = min(max(element["rowspan"].flatMap { Int($0) } ?? 1, 1), 1000)
    begin(.tableCell(row: max(0, tables[last].row), column: column), margin: false)
    add(element, isInContent: isInContent)
    end(margin: false)
    if rows > 1 {
      for spanned in column..<(column + width) { tables[last].occupied[spanned] = rows }
    }
    tables[last].column = column + width
  }
}

// MARK: - Lines and marks

extension HTMLFlow {
  mutating func begin(_ kind: SourceMarkKind, margin: Bool) {
    closeBlock(margin: margin)
    open.append(OpenMark(kind: kind, end: 0))
  }

  mutating func end(margin: Bool) {
    closeBlock(margin: margin)
    guard let mark = open.popLast() else { return }
    firstUnstarted = min(firstUnstarted, open.count)
    guard let start = mark.start else { return }
    let end = mark.isDone ? mark.end : max(mark.end, builder.lines.last?.span.to ?? mark.end)
    let closed = SourceMark(span: TextSpan(start, end), kind: mark.kind)
    if case .tableCell = mark.kind, let last = tables.indices.last {
      tables[last].marks.append(closed)
    } else {
      builder.mark(closed.span, closed.kind)
    }
  }

  mutating func closeBlock(margin: Bool) {
    flush()
    if margin { wantsBlank = true }
  }

  private mutating func breakLine(at line: Int) {
    if words.isEmpty, prefix.isEmpty {
      if wantsBlank { blank(at: line) }
      builder.line([], number: line)
      lastLine = line
    } else {
      flush()
    }
    gap = .none
  }

  private mutating func blank(at line: Int) {
    wantsBlank = false
    if let last = builder.lines.last, !last.span.isEmpty { builder.line([], number: line) }
  }

  /// Ends the line in hand, if it has words.
  private mutating func flush() {
    gap = .none
    guard !words.isEmpty else { return }
    let number = wordsLine ?? lastLine
    if wantsBlank { blank(at: number) }
    let start = builder.offset + prefix.count
    let span = builder.line(prefix + words, number: number)
    for index in firstUnstarted..<max(firstUnstarted, open.count) {
      open[index].start = start
      open[index].end = span.to
      if case .listItem = open[index].kind { open[index].isDone = true }
    }
    firstUnstarted = open.count
    prefix = []
    words.removeAll(keepingCapacity: true)
    wordsLine = nil
    lastLine = number
  }

  mutating func append(_ text: String, line: Int) {
    var line = line
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where preformatted > 0:
        breakLine(at: line)
        line += 1
      case "\r" where preformatted > 0: continue
      case "\n":
        line += 1
        gap = .lineEnd
      case " ", "\t", "\r", "\u{0C}":
        if preformatted > 0 {
          word(scalar, line)
        } else if gap == .none {
          gap = .blank
        }
      default: word(scalar, line)
      }
    }
  }

  private mutating func word(_ scalar: Unicode.Scalar, _ line: Int) {
    if let last = words.last {
      if gap == .blank || gap == .lineEnd && !(last.isJapanese && scalar.isJapanese) {
        words.append(" ")
      }
    } else {
      wordsLine = line
    }
    gap = .none
    words.append(scalar)
  }
}
