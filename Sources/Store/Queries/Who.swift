package import Deliberation
import GRDB
package import JapaneseText

/// Somebody who spoke, with how often and when.
package struct PersonCount: Hashable, Sendable {
  /// Nil where the record does not tell the full name.
  package var person: PersonID?
  /// The full name, else the label as printed; nil for statements without a name.
  package var name: String?
  package var kinds: [SpeakerKind]
  package var organisations: [String]
  package var statements: Int
  package var meetings: Int
  package var first: CalendarDate?
  package var last: CalendarDate?
}

extension RecordStore {
  /// Who said what a query asks for, those who said most first.
  ///
  /// Persons are kept apart by their ids; unresolved speakers by surname and label.
  package func who(_ query: SearchQuery) throws(StoreError) -> Page<PersonCount> {
    try reading { database in
      let statements = StatementQuery(database: database, query: query)
      guard let scope = try statements.scope() else { return Page(total: 0, entries: []) }
      let group = """
        \(scope.sql(joining: "JOIN record r ON r.id = s.record"))
        GROUP BY coalesce(s.speaker, s.label, '')
        """
      let total =
        try Int.fetchOne(
          database, sql: "SELECT count(*) FROM (SELECT 1 \(group))", arguments: scope.values) ?? 0
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT s.speaker, coalesce((SELECT name FROM person WHERE id = s.speaker),
              min(s.speakerName), s.label),
            count(*), count(DISTINCT r.meeting), min(r.date), max(r.date),
            json_group_array(DISTINCT s.kind), json_group_array(DISTINCT s.organisation)
          \(group) ORDER BY count(*) DESC, 2 LIMIT ? OFFSET ?
          """, arguments: scope.values + [query.limit, query.offset])
      return Page(total: total, entries: rows.map(Self.personCount))
    }
  }

  private static func personCount(_ row: Row) -> PersonCount {
    let person: String? = row[0]
    let first: String? = row[4]
    let last: String? = row[5]
    let kinds = Packed.optionalStrings(row[6]).compactMap { SpeakerKind(rawValue: $0) }
    return PersonCount(
      person: person.map(PersonID.init), name: row[1],
      kinds: SpeakerKind.allCases.filter(kinds.contains),
      organisations: Packed.optionalStrings(row[7]).sorted(), statements: row[2],
      meetings: row[3], first: first.flatMap { CalendarDate($0) },
      last: last.flatMap { CalendarDate($0) })
  }
}
