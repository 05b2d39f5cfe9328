import JapaneseText
import Minutes
import Statutes

/// Reads a guideline, a plan or a draft: any format that minutes can have, cut into blocks.
enum RuleDocumentReading {
  /// Changes when the same file would give another text.
  static let version = "rule/1"

  /// The text of a document with its numbered passages.
  ///
  /// - Throws: `IngestError.refused` for a file that cannot be read or that has no title.
  static func read(
    _ bytes: [UInt8], name: String, title: String?
  ) throws(IngestError) -> LawText {
    let source: SourceText
    do {
      source = try Readers.read(bytes, name: name)
    } catch {
      throw .refused(file: name, reason: error.description)
    }
    guard let text = RuleDocument.text(of: blocks(of: source), title: title) else {
      throw .refused(file: name, reason: "it has no title; give one with --title")
    }
    return text
  }

  /// The blocks of a source: its headings, list items, table rows and paragraphs.
  static func blocks(of source: SourceText) -> [RuleBlock] {
    // Web pages and Word files have a line for each paragraph; in a text file lines are broken.
    let breaks = !source.reader.hasPrefix("html") && !source.reader.hasPrefix("docx")
    var marks = source.marks[...]
    var blocks: [RuleBlock] = []
    var isBehindBlank = true
    var row: Int?
    for line in source.lines {
      while let mark = marks.first, mark.span.to <= line.span.from { marks.removeFirst() }
      let own = marks.prefix { $0.span.from < line.span.to }
      if own.contains(where: { $0.kind == .furniture }) { continue }
      let text = trimmed(source.scalars, line.span)
      guard !text.isEmpty else {
        isBehindBlank = true
        row = nil
        continue
      }
      if let cells = cells(own, in: source) {
        if cells.row != row || cells.row == nil {
          blocks.append(RuleBlock(.row(cells.words)))
        } else if case .row(let above) = blocks.last?.kind {
          blocks[blocks.count - 1] = RuleBlock(.row(above + cells.words))
        }
        row = cells.row
        isBehindBlank = true
        continue
      }
      row = nil
      let structure = own.first { mark in
        switch mark.kind {
        case .heading, .listItem: true
        default: false
        }
      }
      switch structure?.kind {
      case .heading(let level):
        let words = structure.map { trimmed(source.scalars, $0.span) } ?? text
        blocks.append(RuleBlock(.heading(level: level), String(words)))
        isBehindBlank = true
        continue
      case .listItem(_, let ordinal):
        let words = structure.map { trimmed(source.scalars, $0.span) } ?? text
        blocks.append(RuleBlock(.item(ordinal: ordinal), String(words)))
      default:
        if breaks, !isBehindBlank, let last = blocks.last, last.isText,
          !RuleDocument.beginsPassage(text)
        {
          blocks[blocks.count - 1].text += String(text)
        } else {
          blocks.append(RuleBlock(.paragraph, String(text)))
        }
      }
      isBehindBlank = false
    }
    return blocks
  }

  /// The cells in a line; the number of their row tells whether the next line goes on with it.
  private static func cells(
    _ marks: ArraySlice<SourceMark>, in source: SourceText
  ) -> (row: Int?, words: [String])? {
    var words: [String] = []
    var row: Int?
    for mark in marks {
      guard case .tableCell(let own, _) = mark.kind else { continue }
      row = own
      words.append(String(trimmed(source.scalars, mark.span)))
    }
    return words.isEmpty ? nil : (row, words)
  }

  /// The words of a span without blanks around them and without the marks of emphasis.
  private static func trimmed(_ scalars: Scalars, _ span: TextSpan) -> Scalars {
    var words = scalars[span.range].filter { $0 != "*" && $0 != "`" }[...]
    while let first = words.first, first.isSpace { words.removeFirst() }
    while let last = words.last, last.isSpace { words.removeLast() }
    return Scalars(words)
  }
}

extension RuleBlock {
  /// Whether a line that follows may go on with its words.
  fileprivate var isText: Bool {
    switch kind {
    case .paragraph, .item: true
    case .heading, .row: false
    }
  }
}
