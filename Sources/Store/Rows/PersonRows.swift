import Deliberation
import GRDB
import JapaneseText

/// Rows of `person`: every person whom a record names, under the fullest name that any record gives.
///
/// The name depends on the set of records only, never on their order.
struct PersonRows {
  let database: Database

  /// Adds the persons of a record, or betters their names.
  func add(_ record: Deliberation.Record) throws {
    var names: [PersonID: String] = [:]
    func note(_ person: PersonID?, _ name: String?) {
      guard let person else { return }
      names[person] = Self.better(names[person], name ?? "")
    }
    for attendee in record.attendance { note(attendee.person, attendee.name) }
    for event in record.events { note(event.by, event.byName) }
    for statement in record.statements {
      note(statement.speaker, statement.speakerName)
      note(statement.readBy, statement.readByName)
    }
    for (person, name) in names.sorted(by: { $0.key < $1.key }) {
      let old = try String.fetchOne(
        database, sql: "SELECT name FROM person WHERE id = ?", arguments: [person.rawValue])
      try put(person.rawValue, Self.better(old, name), old: old)
    }
  }

  /// Looks again at persons whose records went: who is named no more is no row any more.
  func gather(_ persons: Set<String>) throws {
    for person in persons.sorted() {
      let names = try String?.fetchAll(
        database,
        sql: """
          SELECT name FROM attendee WHERE person = ?1
          UNION SELECT speakerName FROM statement WHERE speaker = ?1
          UNION SELECT readByName FROM statement WHERE readBy = ?1
          UNION SELECT personName FROM event WHERE person = ?1
          """, arguments: [person])
      if names.isEmpty {
        try database.execute(sql: "DELETE FROM person WHERE id = ?", arguments: [person])
      } else {
        try put(person, names.reduce(nil) { Self.better($0, $1 ?? "") } ?? "", old: nil)
      }
    }
  }

  private func put(_ person: String, _ name: String, old: String?) throws {
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
