import Deliberation
import GRDB

/// Rows of `agendaItem`: the tree in preorder, each row with its parent.
enum AgendaItemRow {
  static let columns = ["id", "record", "position", "path", "parent", "mark", "title", "source"]

  static func values(
    _ item: AgendaItem, id: Int64, record: Int64, position: Int, parent: Int64?
  ) -> [(any DatabaseValueConvertible)?] {
    [
      id, record, position, item.path.description, parent, item.mark, item.title,
      Packed.segments(item.source),
    ]
  }

  /// The tree of a record.
  static func tree(_ database: Database, record: Int64) throws -> [AgendaItem] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT id, parent, path, mark, title, source FROM agendaItem
        WHERE record = ? ORDER BY position
        """, arguments: [record])
    var children: [Int64?: [Row]] = [:]
    for row in rows { children[row[1], default: []].append(row) }
    func items(below parent: Int64?) -> [AgendaItem] {
      (children[parent] ?? []).map { row in
        let path: String = row[2]
        return AgendaItem(
          path: AgendaPath(path) ?? AgendaPath([]), mark: row[3], title: row[4],
          items: items(below: row[0]), source: Packed.segments(row[5]))
      }
    }
    return items(below: nil)
  }
}
