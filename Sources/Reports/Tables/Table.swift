/// The forms in which the commands print lists.
package enum TableFormat: String, Sendable, CaseIterable {
  case table, csv, md, json, jsonl
}

/// A column: the key that machines read and the heading that people read.
package struct TableColumn: Hashable, Sendable {
  /// The key in JSON and CSV, in lowerCamelCase.
  package var key: String
  /// The heading in tables and Markdown.
  package var title: String
  /// Numbers stand at the right.
  package var isNumeric: Bool
  /// What is copied from the terminal (an address) is not cut while the others leave it room.
  package var isWhole: Bool

  package init(_ key: String, _ title: String, numeric: Bool = false, whole: Bool = false) {
    self.key = key
    self.title = title
    self.isNumeric = numeric
    self.isWhole = whole
  }
}

/// Rows of values under columns, printed in any of the forms by `rendered`.
package struct Table: Hashable, Sendable {
  package var columns: [TableColumn]
  /// One value a column; JSON keeps their types, the other forms print them.
  package var rows: [[JSONValue]]

  package init(columns: [TableColumn], rows: [[JSONValue]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The table in one of the forms, with a line end after the last row.
  ///
  /// - Parameters:
  ///   - format: The form.
  ///   - width: The columns of the terminal, to which `table` cuts its cells; nil cuts nothing.
  ///   - bold: Whether `table` may emphasise its heading by ANSI escapes.
  /// - Returns: The whole text.
  package func rendered(as format: TableFormat, width: Int? = nil, bold: Bool = false) -> String {
    switch format {
    case .table: text(width: width, bold: bold)
    case .csv: csv
    case .md: markdown
    case .json: JSONValue.array(objects).pretty
    case .jsonl: objects.map { $0.compact + "\n" }.joined()
    }
  }

  /// Every row as an object with the keys of the columns.
  package var objects: [JSONValue] {
    rows.map { row in .object(zip(columns, row).map { JSONMember($0.key, $1) }) }
  }
}

extension JSONValue {
  /// The value as people read it in a cell: null is empty, lists are joined with commas.
  package var cell: String {
    switch self {
    case .null: ""
    case .string(let value): value
    case .array(let values): values.map(\.cell).joined(separator: ", ")
    case .bool, .integer, .number, .object: compact
    }
  }
}
