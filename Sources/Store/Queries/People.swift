package import Deliberation
import GRDB
package import JapaneseText

/// A person with the roles held, by date.
package struct PersonEntry: Hashable, Sendable {
  package var id: PersonID
  package var name: String
  package var roles: [RoleEntry]
  package var statements: Int
}

/// A role that a person held in a body from one meeting to another.
package struct RoleEntry: Hashable, Sendable {
  package var body: String
  package var role: String?
  package var organisation: String?
  package var kind: AttendeeKind
  package var first: CalendarDate?
  package var last: CalendarDate?
  package var meetings: Int
}

extension RecordStore {
  /// Persons by name, or the one whose name, surname or id is given.
  package func people(named name: String? = nil) throws(StoreError) -> [PersonEntry] {
    try reading { database in
      let rows: [Row]
      if let name {
        let key = PersonName.key(name)
        rows = try Row.fetchAll(
          database,
          sql: """
            SELECT id, name FROM person WHERE nameKey >= ?1 AND nameKey < ?1 || char(1114111)
            UNION SELECT id, name FROM person WHERE id = ?2 ORDER BY name, id
            """, arguments: [key, name]
        ).filter { row in
          let full: String = row[1]
          return row[0] == name || PersonName.key(full) == key
            || PersonName.surname(name, begins: full)
        }
      } else {
        rows = try Row.fetchAll(database, sql: "SELECT id, name FROM person ORDER BY nameKey, id")
      }
      return try rows.map { try Self.person($0[0], name: $0[1], database) }
    }
  }

  private static func person(
    _ id: String, name: String, _ database: Database
  ) throws -> PersonEntry {
    let roles = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT m.bodyName, a.role, a.organisation, a.kind, min(r.date), max(r.date),
            count(DISTINCT m.id)
          FROM attendee a JOIN record r ON r.id = a.record JOIN meeting m ON m.id = r.meeting
          WHERE a.person = ? GROUP BY m.bodyName, a.role, a.organisation, a.kind
          ORDER BY min(r.date), m.bodyName, a.role
          """), arguments: [id])
    let statements = try Int.fetchOne(
      database.cachedStatement(sql: "SELECT count(*) FROM statement WHERE speaker = ?"),
      arguments: [id])
    return PersonEntry(
      id: PersonID(rawValue: id), name: name,
      roles: roles.map { row in
        let first: String? = row[4]
        let last: String? = row[5]
        return RoleEntry(
          body: row[0], role: row[1], organisation: row[2],
          kind: AttendeeKind(rawValue: row[3]) ?? .guest,
          first: first.flatMap { CalendarDate($0) }, last: last.flatMap { CalendarDate($0) },
          meetings: row[6])
      }, statements: statements ?? 0)
  }
}
