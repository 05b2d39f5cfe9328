import Deliberation
import GRDB
import JapaneseText

/// A set of statements or passages as SQL: what stands behind FROM and WHERE.
struct Scope {
  /// The tables; `s` is the statement (or the passage), `f` the hits.
  var source: String
  var conditions: [String] = []
  var arguments: [any DatabaseValueConvertible] = []
  /// The column with the id.
  var id: String

  var sql: String { sql(joining: "") }

  /// FROM and WHERE with more tables behind those of the scope.
  func sql(joining tables: String) -> String {
    "FROM \(source) \(tables)"
      + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
  }

  var values: StatementArguments { StatementArguments(arguments) }

  mutating func add(_ condition: String, _ values: (any DatabaseValueConvertible)...) {
    conditions.append(condition)
    arguments.append(contentsOf: values)
  }

  /// Restricts a column to a list of ids or words.
  mutating func restrict(_ column: String, to ids: [Int64]) {
    add("\(column) IN (SELECT value FROM json_each(?))", Packed.indices(ids.map { Int($0) }))
  }

  mutating func restrict(_ column: String, to words: [String]) {
    add("\(column) IN (SELECT value FROM json_each(?))", Packed.strings(words))
  }

  /// The statements that fit the filters of a query, whatever their words; nil where a filter can
  /// hold for none.
  ///
  /// `hits`: The only statements that are looked at; nil for all.
  static func statements(
    _ filter: SearchFilter, among hits: HitSet? = nil, _ database: Database
  ) throws -> Scope? {
    let filters = FilterResolver(database: database)
    guard let records = try filters.records(filter), let items = try filters.items(filter) else {
      return nil
    }
    var scope = Scope(table: "statement", among: hits)
    scope.limitDays(filter)
    if let ids = records { scope.restrict("s.record", to: ids) }
    if let items {
      scope.add(
        """
        \(scope.id) IN (SELECT statement FROM statementAgenda
          WHERE item IN (SELECT value FROM json_each(?)))
        """, Packed.indices(items.map { Int($0) }))
    }
    try scope.limitSpeaker(filter, filters)
    if !filter.stances.isEmpty {
      scope.add(
        """
        \(scope.id) IN (SELECT statement FROM position
          WHERE stance IN (SELECT value FROM json_each(?)))
        """, Packed.strings(filter.stances.map(\.rawValue)))
    }
    scope.limitProvisions(filter)
    for excluded in filter.excluded { scope.exclude(try statements(excluded, database)) }
    return scope
  }

  /// The passages of some kinds that fit the filters of a query; nil where a filter can hold for
  /// none.
  ///
  /// `hits`: The only passages that are looked at; nil for all.
  static func passages(
    _ filter: SearchFilter, kinds: [SearchKind], among hits: HitSet? = nil, _ database: Database
  ) throws -> Scope? {
    let filters = FilterResolver(database: database)
    guard !filter.isOfStatements, !kinds.isEmpty, let records = try filters.records(filter),
      let items = try filters.items(filter)
    else { return nil }
    var scope = Scope(table: "passage", among: hits)
    scope.limitDays(filter)
    scope.restrict("s.kind", to: kinds.map(\.rawValue))
    if let ids = records { scope.restrict("s.record", to: ids) }
    if let items {
      let list = Packed.indices(items.map { Int($0) })
      scope.add(
        """
        (s.item IN (SELECT value FROM json_each(?)) OR s.kind = 'event' AND EXISTS (
          SELECT 1 FROM event e JOIN eventAgenda x ON x.event = e.id
          WHERE e.record = s.record AND e.position = s.position
            AND x.item IN (SELECT value FROM json_each(?))))
        """, list, list)
    }
    for excluded in filter.excluded {
      scope.exclude(try passages(excluded, kinds: kinds, database))
    }
    return scope
  }

  /// Takes the rows of another scope out; nil is a scope without rows.
  private mutating func exclude(_ other: Scope?) {
    guard let other else { return }
    conditions.append("\(id) NOT IN (SELECT \(other.id) \(other.sql))")
    arguments += other.arguments
  }

  /// The rows of a table, or those of some hits.
  init(table: String, among hits: HitSet? = nil) {
    id = "s.id"
    source = "\(table) s"
    if let hits {
      source = "json_each(?) f CROSS JOIN \(table) s ON s.id = f.value"
      arguments = [Packed.indices(hits.ids.map { Int($0) })]
    }
  }

  /// The ids of the days of a filter; nil where it sets no bound.
  static func days(_ filter: SearchFilter) -> ClosedRange<Int64>? {
    guard filter.from != nil || filter.until != nil else { return nil }
    let last = CalendarDate(year: 9999, month: 12, day: 31)
    let from = max(1, SearchIndex.day(filter.from))
    let until = SearchIndex.day(filter.until ?? last)
    return from <= until ? SearchIndex.ids(from: from, to: until) : -1 ... -1
  }

  private mutating func limitDays(_ filter: SearchFilter) {
    guard let ids = Self.days(filter) else { return }
    add("\(id) BETWEEN ? AND ?", ids.lowerBound, ids.upperBound)
  }

  private mutating func limitSpeaker(_ filter: SearchFilter, _ filters: FilterResolver) throws {
    if !filter.speakers.isEmpty {
      let ids = try filters.persons(filter.speakers.filter { $0.hasPrefix("p-") })
      let keys = try filters.speakerKeys(filter.speakers.filter { !$0.hasPrefix("p-") })
      add(
        """
        (s.speakerKey IN (SELECT value FROM json_each(?))
          OR s.speaker IN (SELECT value FROM json_each(?)))
        """, Packed.strings(keys), Packed.strings(ids))
    }
    if !filter.organisations.isEmpty {
      restrict("s.organisationKey", to: try filters.organisationKeys(filter.organisations))
    }
    if !filter.roles.isEmpty { limitRole(filter, try filters.roles(filter.roles)) }
  }

  /// A role counts as printed in the label, as the kind of the speaker, or as held by the list.
  private mutating func limitRole(
    _ filter: SearchFilter, _ roles: (keys: [String], held: [String])
  ) {
    let lists = [roles.keys, filter.roles, roles.held].map { Packed.strings($0) }
    if source.hasPrefix("statement s") {
      // Without words the rows are found by the roles: each part through its own index.
      conditions.append(
        """
        s.id IN (
          SELECT id FROM statement WHERE roleKey IN (SELECT value FROM json_each(?))
          UNION SELECT id FROM statement WHERE kind IN (SELECT value FROM json_each(?))
          UNION SELECT t.id FROM attendee a CROSS JOIN statement t
            ON t.speaker = a.person AND t.record = a.record
            WHERE a.role IN (SELECT value FROM json_each(?)))
        """)
    } else {
      // With words each hit is looked at.
      conditions.append(
        """
        (s.roleKey IN (SELECT value FROM json_each(?)) OR s.kind IN (SELECT value FROM json_each(?))
          OR EXISTS (SELECT 1 FROM attendee a WHERE a.record = s.record AND a.person = s.speaker
            AND a.role IN (SELECT value FROM json_each(?))))
        """)
    }
    arguments.append(contentsOf: lists)
  }

  private mutating func limitProvisions(_ filter: SearchFilter) {
    let isOfAny = filter.laws.isEmpty && filter.articles.isEmpty && filter.provisions.isEmpty
    guard !(isOfAny && filter.bases.isEmpty) else { return }
    let provisions = ProvisionCondition(filter)
    let links = "SELECT p.statement FROM provisionLink p WHERE \(provisions.sql)"
    conditions.append(
      isOfAny
        ? "EXISTS (\(links) AND p.statement = \(id))" : "\(id) IN (\(links))")
    arguments.append(contentsOf: provisions.arguments)
  }
}

/// The condition on `provisionLink p` that a filter by law, article and basis is.
struct ProvisionCondition {
  var sql: String
  var arguments: [any DatabaseValueConvertible] = []

  init(_ filter: SearchFilter) {
    var parts = ["p.candidate = 0", "p.status <> 'rejected'"]
    var values: [any DatabaseValueConvertible] = []
    let plain = filter.laws.filter { !$0.contains("#") }
    var laws: [String] = []
    if !plain.isEmpty {
      laws.append("p.law IN (SELECT value FROM json_each(?))")
      values.append(Packed.strings(plain))
    }
    for address in filter.laws where address.contains("#") {
      let halves = address.split(separator: "#", maxSplits: 1)
      let law = halves.first.map { String($0) } ?? ""
      let element = halves.count > 1 ? String(halves[1]) : ""
      // `.` is the sign behind `-`: the range holds the element's parts, Mp-At_58-…, and no other.
      laws.append(
        "p.law = ? AND (p.element = ? OR p.element >= ? || '-' AND p.element < ? || '.')")
      values.append(contentsOf: [law, element, element, element] as [String])
    }
    for provision in filter.provisions { laws.append(Self.condition(provision, &values)) }
    if !laws.isEmpty { parts.append("(" + laws.joined(separator: " OR ") + ")") }
    if !filter.articles.isEmpty {
      parts.append("p.article IN (SELECT value FROM json_each(?))")
      values.append(Packed.strings(filter.articles.map(ProvisionDays.element(ofArticle:))))
    }
    let bases = filter.bases.isEmpty ? LinkBasis.allCases.filter(\.isDirect) : filter.bases
    parts.append("p.basis IN (SELECT value FROM json_each(?))")
    values.append(Packed.strings(bases.map(\.rawValue)))
    sql = parts.joined(separator: " AND ")
    arguments = values
  }

  /// A provision on its days; a record without a date counts as one of today.
  private static func condition(
    _ provision: ProvisionDays, _ values: inout [any DatabaseValueConvertible]
  ) -> String {
    var parts = ["p.law = ?"]
    values.append(provision.law)
    if let element = provision.element {
      parts.append("(p.element = ? OR p.element >= ? || '-' AND p.element < ? || '.')")
      values.append(contentsOf: [element, element, element] as [String])
    }
    guard provision.from != nil || provision.until != nil else {
      return "(" + parts.joined(separator: " AND ") + ")"
    }
    let last = CalendarDate(year: 9999, month: 12, day: 31)
    let days = SearchIndex.ids(
      from: max(1, SearchIndex.day(provision.from)),
      to: SearchIndex.day(provision.until ?? last))
    var range = "p.statement BETWEEN ? AND ?"
    values.append(contentsOf: [days.lowerBound, days.upperBound])
    if provision.until == nil {
      let undated = SearchIndex.ids(from: 0, to: 0)
      range += " OR p.statement BETWEEN ? AND ?"
      values.append(contentsOf: [undated.lowerBound, undated.upperBound])
    }
    return "(" + parts.joined(separator: " AND ") + " AND (\(range)))"
  }
}
