import JapaneseText
import Markup

/// How pages of a Word document are told: Word leaves a sign where it last broke a page; a document
/// that was never laid out has only the breaks of the author.
enum WordPages {
  case rendered, authored, none

  init(_ body: Element) {
    if body.firstDescendant("lastRenderedPageBreak") != nil {
      self = .rendered
    } else {
      self = body.descendants("br").contains { $0["type"] == "page" } ? .authored : .none
    }
  }
}

/// Lays the body of a Word document out: a line for each paragraph and each break in it.
///
/// The number of an item of a list is put before its words, as Word prints it; marks leave it out.
struct WordFlow {
  private(set) var builder = SourceBuilder()
  private let styles: WordStyles
  private var numbering: WordNumbering
  private let pages: WordPages
  private var page = 1
  private var number = 1

  init(styles: WordStyles, numbering: WordNumbering, pages: WordPages) {
    self.styles = styles
    self.numbering = numbering
    self.pages = pages
  }

  /// Adds the paragraphs and tables of a body, cell or text box; depth is bounded by the parser.
  mutating func add(_ container: Element) {
    for child in container.elements {
      switch child.name {
      case "p": paragraph(child)
      case "tbl": table(child)
      case "sdt": if let content = child.first("sdtContent") { add(content) }
      case "ins", "smartTag", "customXml", "moveTo": add(child)
      default: break
      }
    }
  }

  private mutating func paragraph(_ element: Element) {
    let properties = element.first("pPr")
    let style = properties?.first("pStyle")?["val"]
    let level = WordStyles.outlineLevel(properties) ?? styles.headingLevel(style)
    let item = item(properties, style: style)
    var words: Scalars = item.map { $0.label.isEmpty ? [] : $0.label + [" "] } ?? []
    let labelCount = words.count
    var boxes: [Element] = []
    let startPage = page
    var turns = runs(of: element, into: &words, boxes: &boxes)
    let start = builder.offset
    var end = start
    var linePage = startPage
    for part in words.split(separator: "\n", omittingEmptySubsequences: false) {
      while let turn = turns.first, turn <= part.startIndex {
        linePage += 1
        turns.removeFirst()
      }
      end = builder.line(part, number: number, page: pages == .none ? nil : linePage).to
      number += 1
    }
    let content = TextSpan(start + labelCount, end)
    if let level, !content.isEmpty {
      builder.mark(content, .heading(level: level))
    } else if let item, !content.isEmpty {
      builder.mark(content, .listItem(level: item.depth + 1, ordinal: item.ordinal))
    }
    for box in boxes { add(box) }
  }

  private mutating func item(
    _ properties: Element?, style: String?
  ) -> (label: Scalars, ordinal: Int?, depth: Int)? {
    let own = properties?.first("numPr")
    let inherited = styles.numbering(style)
    guard let list = own?.first("numId")?["val"] ?? inherited?.list else { return nil }
    let depth = own?.first("ilvl")?["val"].flatMap { Int($0) } ?? inherited?.depth ?? 0
    guard (0...8).contains(depth), let next = numbering.next(list: list, depth: depth) else {
      return nil
    }
    return (next.label, next.ordinal, depth)
  }

  /// The words of a paragraph; gives the offsets in them at which a page turns.
  private mutating func runs(
    of element: Element, into words: inout Scalars, boxes: inout [Element]
  ) -> [Int] {
    var turns: [Int] = []
    for child in element.elements {
      switch child.name {
      case "t": words += child.text.scalars.map { $0.isLineEnd ? " " : $0 }
      case "tab", "ptab": words.append("\t")
      case "noBreakHyphen": words.append("-")
      case "cr": words.append("\n")
      case "br":
        let isPage = child["type"] == "page"
        if isPage, pages == .authored { turnPage(words.count + 1, &turns) }
        words.append("\n")
      case "lastRenderedPageBreak": turnPage(words.count, &turns)
      case "txbxContent": boxes.append(child)
      case "pPr", "rPr", "del", "moveFrom", "Fallback", "rt", "instrText": continue
      default: turns += runs(of: child, into: &words, boxes: &boxes)
      }
    }
    return turns
  }

  private mutating func turnPage(_ offset: Int, _ turns: inout [Int]) {
    page += 1
    turns.append(offset)
  }

  private mutating func table(_ element: Element) {
    for (row, cells) in element.elements("tr").enumerated() {
      var column = 0
      for cell in cells.elements("tc") {
        let properties = cell.first("tcPr")
        let start = builder.offset
        add(cell)
        if let last = builder.lines.last?.span.to, last > start,
          builder.scalars[start..<last].contains(where: { !$0.isSpace })
        {
          builder.mark(TextSpan(start, last), .tableCell(row: row, column: column))
        }
        let width = properties?.first("gridSpan")?["val"].flatMap { Int($0) } ?? 1
        column += min(max(width, 1), 100)
      }
    }
  }
}
