import Deliberation
import GRDB
import JapaneseText

/// Turns what people write in filters into the ids and keys that the tables hold.
struct FilterResolver {
  let database: Database

  /// The records that bodies and meetings leave, `.some(nil)` where neither sets a bound; nil where
  /// none is left.
  func records(_ filter: SearchFilter) throws -> [Int64]?? {
    guard !(filter.bodies.isEmpty && filter.meetings.isEmpty) else { return .some(nil) }
    var records: Set<Int64>?
    if !filter.meetings.isEmpty {
      records = try Set(filter.meetings.flatMap(self.records(ofMeeting:)))
    }
    if !filter.bodies.isEmpty {
      let ofBodies = try Set(filter.bodies.flatMap(self.records(ofBody:)))
      records = records?.intersection(ofBodies) ?? ofBodies
    }
    guard let records, !records.isEmpty else { return nil }
    return records.sorted()
  }

  /// The record that an address names, or all records of the meeting.
  private func records(ofMeeting text: String) throws -> [Int64] {
    let resolved = try Resolver(database: database).resolve(text)
    if text.contains("~") || text.contains("～") { return [resolved.record] }
    return try Int64.fetchAll(
      database, sql: "SELECT id FROM record WHERE meeting = ?", arguments: [resolved.meetingID])
  }

  /// The records of a body, by name or path, and of those below it.
  func records(ofBody text: String) throws -> [Int64] {
    try Int64.fetchAll(
      database,
      sql: """
        WITH RECURSIVE below (id) AS (
          SELECT id FROM body WHERE nameKey = ?1 OR path = ?2
          UNION SELECT b.id FROM body b JOIN below ON b.parent = below.id)
        SELECT r.id FROM below CROSS JOIN meetingBody m ON m.body = below.id
        CROSS JOIN record r ON r.meeting = m.meeting
        """, arguments: [SearchTerms.key(text), text])
  }

  /// The agenda items that a filter names, with those below them; `.some(nil)` where it names none,
  /// nil where there are none of that name.
  func items(_ filter: SearchFilter) throws -> [Int64]?? {
    guard !filter.agenda.isEmpty else { return .some(nil) }
    var items: Set<Int64> = []
    for text in filter.agenda { items.formUnion(try self.items(named: text)) }
    if filter.includesBelow {
      items = try Int64.fetchSet(
        database,
        sql: """
          WITH RECURSIVE below (id) AS (
            SELECT value FROM json_each(?)
            UNION SELECT i.id FROM below CROSS JOIN agendaItem i ON i.parent = below.id)
          SELECT id FROM below
          """, arguments: [Packed.indices(items.map { Int($0) })])
    }
    return items.isEmpty ? nil : items.sorted()
  }

  /// The item at an address, else the items whose titles hold the words.
  func items(named text: String) throws -> [Int64] {
    if let address = try? Address.parse(text), case .agenda(let path) = address.part {
      let resolved = try Resolver(database: database).resolve(text)
      return try Int64.fetchAll(
        database, sql: "SELECT id FROM agendaItem WHERE record = ? AND path = ?",
        arguments: [resolved.record, path.description])
    }
    let words = text.split(whereSeparator: \.isWhitespace).map { SearchExpression.word(String($0)) }
    guard let query = TextQuery(.all(words), isExact: false) else { return [] }
    var search = IndexSearch(database: database, collection: .passage, query: query)
    search.kinds = 1 << SearchCollection.number(of: .agenda)
    let ids = try search.run(.ids).ids
    return try Int64.fetchAll(
      database,
      sql: "SELECT s.item FROM json_each(?) j CROSS JOIN passage s ON s.id = j.value",
      arguments: [Packed.indices(ids.map { Int($0) })])
  }

  /// The keys of the speakers that the names mean: a full name, or a surname that begins one.
  func speakerKeys(_ names: [String]) throws -> [String] {
    var keys: Set<String> = []
    for name in names {
      let key = PersonName.key(name)
      guard !key.isEmpty else { continue }
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT DISTINCT speakerKey, speakerName FROM statement
          WHERE speakerKey >= ?1 AND speakerKey < ?1 || char(1114111)
          """, arguments: [key])
      while let row = try rows.next() {
        let candidate: String = row[0]
        let full: String? = row[1]
        if candidate == key || full.map({ PersonName.surname(name, begins: $0) }) == true {
          keys.insert(candidate)
        }
      }
    }
    return keys.sorted()
  }

  /// The keys of the organisations whose names hold the words.
  func organisationKeys(_ names: [String]) throws -> [String] {
    let wanted = names.map(SearchTerms.key)
    return try distinct("organisationKey").filter { key in wanted.contains { key.contains($0) } }
  }

  /// The roles of labels (folded) and of attendance lists (as printed) that the patterns mean.
  func roles(_ patterns: [String]) throws -> (keys: [String], held: [String]) {
    let wanted = patterns.map(Pattern.init)
    let keys = try distinct("roleKey").filter { key in wanted.contains { $0.matches(key) } }
    let held = try String.fetchAll(
      database, sql: "SELECT DISTINCT role FROM attendee INDEXED BY attendeeByRole WHERE role > ''"
    ).filter { role in wanted.contains { $0.matches(SearchTerms.key(role)) } }
    return (keys, held)
  }

  /// The different values of a column of `statement`, each by one step through its index.
  private func distinct(_ column: String) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        WITH RECURSIVE step (value) AS (
          SELECT (SELECT min(\(column)) FROM statement WHERE \(column) > '')
          UNION ALL
          SELECT (SELECT min(\(column)) FROM statement WHERE \(column) > step.value)
          FROM step WHERE step.value IS NOT NULL)
        SELECT value FROM step WHERE value IS NOT NULL
        """)
  }

  /// A role with `*` at either end for any characters.
  private struct Pattern {
    let words: String
    let isOpenBefore: Bool
    let isOpenBehind: Bool

    init(_ text: String) {
      isOpenBefore = text.hasPrefix("*")
      isOpenBehind = text.hasSuffix("*")
      words = SearchTerms.key(text.filter { $0 != "*" })
    }

    func matches(_ role: String) -> Bool {
      switch (isOpenBefore, isOpenBehind) {
      case (false, false): role == words
      case (true, false): role.hasSuffix(words)
      case (false, true): role.hasPrefix(words)
      case (true, true): role.contains(words)
      }
    }
  }
}
