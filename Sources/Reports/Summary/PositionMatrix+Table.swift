import Deliberation

extension PositionMatrix {
  /// The matrix as a table for the terminal, CSV, Markdown and JSON.
  package var table: Table {
    Table(
      columns: [TableColumn("speaker", "発言者", whole: true)]
        + columns.map { TableColumn(Self.key($0), $0.title) },
      rows: rows.map { row in
        [.string(row.speaker)]
          + columns.map { column in
            .string((row.cells[column] ?? []).map(\.word).joined(separator: "、"))
          }
      })
  }

  /// The matrix for a terminal: the items by their numbers, and below what the numbers mean.
  package func text(width: Int? = nil, bold: Bool = false) -> String {
    var short = table
    for (index, column) in columns.enumerated() {
      short.columns[index + 1].title =
        column.items.isEmpty ? column.title : "議事" + Self.key(column)
    }
    let legend = columns.filter { !$0.items.isEmpty }.map { "議事\($0.title)\n" }
    return "\(title)\n" + short.rendered(as: .table, width: width, bold: bold) + legend.joined()
      + "※ \(Self.note)\n"
  }

  /// `1.2`, `1.4+1.5`, `-` for what has no item.
  private static func key(_ column: MatrixColumn) -> String {
    column.items.isEmpty ? "-" : column.paths.map(\.description).joined(separator: "+")
  }

  /// What every reader of the matrix must know.
  package static let note =
    "空欄は、発言がないか、立場を示す発言が見つからないことを示し、賛否のいずれでもない。"
    + "「他者の意見に賛同」は案への賛同ではない。（留保）は限定的・消極的な表現。"
}
