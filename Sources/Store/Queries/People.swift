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
  /// By the list of those present, else by the label.
  package var kind: SpeakerKind
  package var first: CalendarDate?
  package var last: CalendarDate?
  package var meetings: Int
  /// An id of the person that comes from one of these meetings: by it the part of a person is named
  /// that is to be kept apart.
  package var mention: PersonID?
}

extension RecordStore {
  /// Persons by name, or the one whose name, surname or id is given; an id that was ever given out
  /// answers with who bears it now.
  package func people(named name: String? = nil) throws(StoreError) -> [PersonEntry] {
    try reading { database in
      let rows: [Row]
      if let name {
        let key = PersonName.key(name)
        let person = try Persons(database: database).person(of: PersonID(rawValue: name))
        rows = try Row.fetchAll(
          database,
          sql: """
            SELECT id, name FROM person WHERE nameKey >= ?1 AND nameKey < ?1 || char(1114111)
            UNION SELECT id, name FROM person WHERE id = ?2 ORDER BY name, id
            """, arguments: [key, person?.rawValue ?? name]
        ).filter { row in
          let full: String = row[1]
          return row[0] == person?.rawValue || row[0] == name || PersonName.key(full) == key
            || PersonName.surname(name, begins: full)
        }
      } else {
        rows = try Row.fetchAll(database, sql: "SELECT id, name FROM person ORDER BY nameKey, id")
      }
      return try rows.map { try Self.person($0[0], name: $0[1], database) }
    }
  }

  /// Who bears the id of a person, which may be an old one; nil where nobody does.
  package func person(of id: PersonID) throws(StoreError) -> PersonID? {
    try reading { database in try Persons(database: database).person(of: id) }
  }

  private static func person(
    _ id: String, name: String, _ database: Database
  ) throws -> PersonEntry {
    // Roles by the lists of those present; where none names the person, by the labels.
    let roles = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT m.bodyName, a.role, a.organisation, a.kind, min(r.date), max(r.date),
            count(DISTINCT m.id), min(a.mention)
          FROM attendee a JOIN record r ON r.id = a.record JOIN meeting m ON m.id = r.meeting
          WHERE a.person = ?1 GROUP BY m.bodyName, a.role, a.organisation, a.kind
          UNION ALL
          SELECT m.bodyName, s.role, s.organisation, s.kind, min(r.date), max(r.date),
            count(DISTINCT m.id), min(s.speakerMention)
          FROM statement s JOIN record r ON r.id = s.record JOIN meeting m ON m.id = r.meeting
          WHERE s.speaker = ?1
            AND NOT EXISTS (SELECT 1 FROM attendee a WHERE a.record = s.record AND a.person = ?1)
          GROUP BY m.bodyName, s.role, s.organisation, s.kind
          ORDER BY 5, 1, 2
          """), arguments: [id])
    let statements = try Int.fetchOne(
      database.cachedStatement(sql: "SELECT count(*) FROM statement WHERE speaker = ?"),
      arguments: [id])
    return PersonEntry(
      id: PersonID(rawValue: id), name: name,
      roles: roles.map { row in
        let first: String? = row[4]
        let last: String? = row[5]
        let mention: String? = row[7]
        return RoleEntry(
          body: row[0], role: row[1], organisation: row[2],
          kind: SpeakerKind(rawValue: row[3]) ?? .unknown,
          first: first.flatMap { CalendarDate($0) }, last: last.flatMap { CalendarDate($0) },
          meetings: row[6], mention: mention.map(PersonID.init))
      }, statements: statements ?? 0)
  }
}
