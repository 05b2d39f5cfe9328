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
    try people(named: name, limit: .max, offset: 0).entries
  }

  /// A page of the persons by name, or of those whose name, surname or id is given.
  package func people(
    named name: String? = nil, limit: Int, offset: Int
  ) throws(StoreError) -> Page<PersonEntry> {
    try reading { database in
      guard let name else {
        let total = try Int.fetchOne(database, sql: "SELECT count(*) FROM person") ?? 0
        let rows = try Row.fetchAll(
          database, sql: "SELECT id, name FROM person ORDER BY nameKey, id LIMIT ? OFFSET ?",
          arguments: [limit, offset])
        return Page(total: total, entries: try Self.persons(rows, database))
      }
      let key = PersonName.key(name)
      let person = try Persons(database: database).person(of: PersonID(rawValue: name))
      let rows = try Row.fetchAll(
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
      return Page(
        total: rows.count,
        entries: try Self.persons(Array(rows.dropFirst(offset).prefix(limit)), database))
    }
  }

  /// Who bears the id of a person, which may be an old one; nil where nobody does.
  package func person(of id: PersonID) throws(StoreError) -> PersonID? {
    try reading { database in try Persons(database: database).person(of: id) }
  }

  /// The persons of rows of id and name, with everything about all of them by two queries.
  private static func persons(_ rows: [Row], _ database: Database) throws -> [PersonEntry] {
    let list: StatementArguments = [Packed.strings(rows.map { $0[0] as String })]
    var roles: [String: [RoleEntry]] = [:]
    // Roles by the lists of those present; where none names the person, by the labels.
    let found = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT m.bodyName, a.role, a.organisation, a.kind, min(r.date), max(r.date),
            count(DISTINCT m.id), min(a.mention), a.person
          FROM json_each(?1) j CROSS JOIN attendee a ON a.person = j.value
          JOIN record r ON r.id = a.record JOIN meeting m ON m.id = r.meeting
          GROUP BY a.person, m.bodyName, a.role, a.organisation, a.kind
          UNION ALL
          SELECT m.bodyName, s.role, s.organisation, s.kind, min(r.date), max(r.date),
            count(DISTINCT m.id), min(s.speakerMention), s.speaker
          FROM json_each(?1) j CROSS JOIN statement s ON s.speaker = j.value
          JOIN record r ON r.id = s.record JOIN meeting m ON m.id = r.meeting
          WHERE NOT EXISTS (
            SELECT 1 FROM attendee a WHERE a.record = s.record AND a.person = s.speaker)
          GROUP BY s.speaker, m.bodyName, s.role, s.organisation, s.kind
          ORDER BY 5, 1, 2
          """), arguments: list)
    while let row = try found.next() { roles[row[8], default: []].append(role(row)) }
    let counts = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT j.value, count(*) FROM json_each(?) j
          CROSS JOIN statement s ON s.speaker = j.value GROUP BY j.value
          """), arguments: list)
    let statements = Dictionary(
      counts.map { ($0[0] as String, $0[1] as Int) }, uniquingKeysWith: { first, _ in first })
    return rows.map { row in
      let id: String = row[0]
      return PersonEntry(
        id: PersonID(rawValue: id), name: row[1], roles: roles[id] ?? [],
        statements: statements[id] ?? 0)
    }
  }

  private static func role(_ row: Row) -> RoleEntry {
    let first: String? = row[4]
    let last: String? = row[5]
    let mention: String? = row[7]
    return RoleEntry(
      body: row[0], role: row[1], organisation: row[2],
      kind: SpeakerKind(rawValue: row[3]) ?? .unknown,
      first: first.flatMap { CalendarDate($0) }, last: last.flatMap { CalendarDate($0) },
      meetings: row[6], mention: mention.map(PersonID.init))
  }
}
