package import Deliberation
import GRDB
import JapaneseText

/// Something odd, with where it was found.
package struct FindingEntry: Hashable, Sendable {
  /// The address of the record; nil for a decision whose anchor is gone.
  package var record: String?
  /// The path of the file.
  package var file: String
  package var finding: Finding
}

extension RecordStore {
  /// What could not be understood, by file and line, and decisions that have lost their anchor.
  ///
  /// Of the filter only bodies, meetings and dates count; with any of them, decisions are left out.
  package func findings(
    _ filter: SearchFilter = SearchFilter(), kind: String? = nil
  ) throws(StoreError) -> [FindingEntry] {
    try reading { database in
      guard let records = try FilterResolver(database: database).records(filter) else { return [] }
      var conditions: [String] = []
      var arguments: StatementArguments = []
      if let kind {
        conditions.append("n.kind = ?")
        arguments += [kind]
      }
      if let records {
        conditions.append("n.record IN (SELECT value FROM json_each(?))")
        arguments += [Packed.indices(records.map { Int($0) })]
      }
      if let from = filter.from {
        conditions.append("r.date >= ?")
        arguments += [from.description]
      }
      if let until = filter.until {
        conditions.append("r.date <= ?")
        arguments += [until.description]
      }
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT r.address, f.path, n.kind, n.line, n.message FROM finding n
          JOIN record r ON r.id = n.record JOIN file f ON f.id = r.file
          \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
          ORDER BY f.path, r.fileOrdinal, n.position
          """, arguments: arguments)
      var entries = rows.map { row in
        FindingEntry(
          record: row[0], file: row[1],
          finding: Finding(kind: row[2], line: row[3], message: row[4])
        )
      }
      if filter == SearchFilter(), kind == nil || kind == Anchors.lost {
        entries += try Anchors(database: database).findings()
      }
      return entries
    }
  }
}
