import Deliberation
import GRDB
import JapaneseText

/// Rows of `person`: every person whom a record names, under the fullest name that any record gives.
///
/// The name depends on the set of records only, never on their order.
struct PersonRows {
  let database: Database

  /// Writes a person under a name, unless it stands there already.
  func put(_ person: String, _ name: String) throws {
    let old = try String.fetchOne(
      database.cachedStatement(sql: "SELECT name FROM person WHERE id = ?"), arguments: [person])
    if old == name { return }
    try database.execute(
      sql: """
        INSERT INTO person (id, name, nameKey) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, nameKey = excluded.nameKey
        """, arguments: [person, name, PersonName.key(name)])
  }

  /// The fuller of two names: one that parts surname and given name before one that does not, then
  /// the first in the order of their scalars.
  static func better(_ left: String?, _ right: String) -> String {
    guard let left, !left.isEmpty else { return right }
    if right.isEmpty || left == right { return left }
    let parted = (left.contains(" "), right.contains(" "))
    if parted.0 != parted.1 { return parted.0 ? left : right }
    return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars) ? left : right
  }
}
