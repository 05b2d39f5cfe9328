import GRDB

/// A prepared INSERT for many rows of one table.
struct Insertion {
  private let statement: GRDB.Statement

  init(_ database: Database, into table: String, _ columns: [String]) throws {
    let marks = columns.map { _ in "?" }.joined(separator: ",")
    statement = try database.cachedStatement(
      sql: "INSERT INTO \(table) (\(columns.joined(separator: ","))) VALUES (\(marks))")
  }

  /// Adds one row; the values stand in the order of the columns.
  func add(_ values: [(any DatabaseValueConvertible)?]) throws {
    try statement.execute(arguments: StatementArguments(values))
  }
}

extension Row {
  /// A span from two columns; nil where they are NULL.
  func span(_ from: Int, _ to: Int) -> (Int, Int)? {
    guard let start: Int = self[from], let end: Int = self[to] else { return nil }
    return (start, end)
  }
}
