import Deliberation
import Markup

/// A cell of a table as it is printed: where a cell takes several places, its words stand in each.
package struct PrintedCell: Hashable, Sendable {
  package var text: String
  /// The place belongs to a cell that begins above it or before it.
  package var isContinued = false

  package init(text: String, isContinued: Bool = false) {
    self.text = text
    self.isContinued = isContinued
  }
}

extension LawElement {
  /// The rows of its tables with every cell at its column, cells over several rows or columns in
  /// each place that they take.
  package var printedRows: [[PrintedCell]] {
    guard !spans.isEmpty else { return rows.map { row in row.map { PrintedCell(text: $0) } } }
    var printed: [[PrintedCell]] = []
    // What hangs down into the next rows, by column.
    var hanging: [Int: (text: String, rows: Int)] = [:]
    for (index, row) in rows.enumerated() {
      var line: [PrintedCell] = []
      func takeHanging() {
        while let above = hanging[line.count] {
          hanging[line.count] = above.rows > 1 ? (above.text, above.rows - 1) : nil
          line.append(PrintedCell(text: above.text, isContinued: true))
        }
      }
      for (column, text) in row.enumerated() {
        takeHanging()
        let given = spans.indices.contains(index) ? spans[index] : []
        let span = given.indices.contains(column) ? given[column] : CellSpan()
        for offset in 0..<max(1, span.columns) {
          if span.rows > 1 { hanging[line.count] = (text, span.rows - 1) }
          line.append(PrintedCell(text: text, isContinued: offset > 0))
        }
      }
      takeHanging()
      printed.append(line)
    }
    return printed
  }
}

/// The rows of one or several tables while they are read.
struct TableRows {
  private(set) var rows: [[String]] = []
  private var allSpans: [[CellSpan]] = []

  /// The spans, where any cell takes more than one place.
  var spans: [[CellSpan]] {
    allSpans.contains { $0.contains { $0 != CellSpan() } } ? allSpans : []
  }

  /// Adds a `TableStruct`, a `Table` or what else holds rows; everything in it that is no row is a
  /// row of one cell, so that nothing is lost.
  mutating func add(_ table: Element) {
    for element in table.elements {
      switch element.name {
      case "Table", "TableStruct": add(element)
      case "TableRow", "TableHeaderRow":
        let cells = element.elements.filter { $0.name.hasPrefix("Table") }
        rows.append(cells.map { LawBodyReader.words(of: $0) })
        allSpans.append(
          cells.map { cell in
            CellSpan(rows: Self.count(cell["rowspan"]), columns: Self.count(cell["colspan"]))
          })
      default:
        let words = LawBodyReader.words(of: element)
        guard !words.isEmpty else { continue }
        rows.append([words])
        allSpans.append([CellSpan()])
      }
    }
  }

  /// A span as an attribute gives it; no table of a law is wider or higher than the limit.
  private static func count(_ attribute: String?) -> Int {
    guard let count = attribute.flatMap({ Int($0) }), (1...1000).contains(count) else { return 1 }
    return count
  }
}
