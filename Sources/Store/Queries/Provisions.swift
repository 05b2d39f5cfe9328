package import Deliberation
import GRDB
package import JapaneseText

/// A provision that statements address, with how often and by whom.
package struct ProvisionCount: Hashable, Sendable {
  package var provision: Provision
  package var revisions: [String]
  /// The provision as links cite it.
  package var citation: String
  /// Statements linked to it by their own words: explicit, term or delegation.
  package var direct: Int
  /// Statements that only inherit the link or resemble the text: 推定.
  package var inherited: Int
  /// Who addressed it by their own words.
  package var speakers: [String]
  package var first: CalendarDate?
  package var last: CalendarDate?
}

/// A link with its statement and its words.
package struct LinkEntry: Hashable, Sendable {
  package var statement: StatementReference
  package var link: ProvisionLink
  /// The words that led to the link; nil for one that is wholly inherited.
  package var evidence: String?
}

extension RecordStore {
  /// The provisions that the statements of a query address, those addressed most first.
  ///
  /// Filters by law and article choose among the provisions; rejected links and candidates do not
  /// count.
  package func provisions(_ query: SearchQuery) throws(StoreError) -> Page<ProvisionCount> {
    try reading { database in
      guard let scope = try Self.linkScope(query, database) else {
        return Page(total: 0, entries: [])
      }
      let direct = "p.basis IN ('explicit', 'term', 'delegation')"
      let links = """
        CROSS JOIN provisionLink p ON p.statement = s.id JOIN record r ON r.id = s.record
        """
      let group = """
        \(scope.sql(joining: links))
        GROUP BY p.law, p.element, p.rowTable, p.rowLabel
        """
      let total =
        try Int.fetchOne(
          database, sql: "SELECT count(*) FROM (SELECT 1 \(group))", arguments: scope.values) ?? 0
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT p.law, p.element, p.rowTable, p.rowLabel, min(p.citation),
            count(DISTINCT CASE WHEN \(direct) THEN s.id END) AS direct, count(DISTINCT s.id),
            json_group_array(DISTINCT CASE WHEN \(direct)
              THEN coalesce(s.speakerName, s.label) END),
            json_group_array(DISTINCT p.revision), min(r.date), max(r.date)
          \(group) ORDER BY direct DESC, count(DISTINCT s.id) DESC, p.law, p.element
          LIMIT ? OFFSET ?
          """, arguments: scope.values + [query.limit, query.offset])
      return Page(total: total, entries: rows.map(Self.provisionCount))
    }
  }

  /// The links from the statements of a query, each with its words.
  ///
  /// Without a filter by basis the direct ones only; with `bases` the others too.
  package func links(_ query: SearchQuery) throws(StoreError) -> Page<LinkEntry> {
    try reading { database in
      var direct = query
      if direct.filter.bases.isEmpty {
        direct.filter.bases = LinkBasis.allCases.filter(\.isDirect)
      }
      guard let scope = try Self.linkScope(direct, database) else {
        return Page(total: 0, entries: [])
      }
      let (total, rows) = try StatementQuery(database: database, query: direct).rows(
        "provisionLink", ProvisionLinkRow.selection, scope: scope)
      return Page(
        total: total,
        entries: rows.map { row in
          let text: String = row[StatementQuery.width]
          let link = ProvisionLinkRow.link(row, from: StatementQuery.width + 1)
          return LinkEntry(
            statement: StatementQuery.reference(row), link: link,
            evidence: link.evidence.map { text.scalars.text($0) })
        })
    }
  }

  /// The statements of a query, with the conditions on their links `p` themselves.
  private static func linkScope(_ query: SearchQuery, _ database: Database) throws -> Scope? {
    var open = query
    if open.filter.bases.isEmpty { open.filter.bases = LinkBasis.allCases }
    // Without law or article every statement may have such a link: only `p` itself is asked.
    var statements = open
    let isOfAny =
      open.filter.laws.isEmpty && open.filter.articles.isEmpty && open.filter.provisions.isEmpty
    if isOfAny { statements.filter.bases = [] }
    guard var scope = try StatementQuery(database: database, query: statements).scope() else {
      return nil
    }
    let condition = ProvisionCondition(open.filter)
    scope.conditions.append(condition.sql)
    scope.arguments.append(contentsOf: condition.arguments)
    return scope
  }

  private static func provisionCount(_ row: Row) -> ProvisionCount {
    let table: String? = row[2]
    let label: String? = row[3]
    let direct: Int = row[5]
    let all: Int = row[6]
    let first: String? = row[9]
    let last: String? = row[10]
    return ProvisionCount(
      provision: Provision(
        law: row[0], element: row[1], row: table.map { TableRow(table: $0, label: label ?? "") }),
      revisions: Packed.optionalStrings(row[8]).sorted(), citation: row[4], direct: direct,
      inherited: all - direct, speakers: Packed.optionalStrings(row[7]).sorted(),
      first: first.flatMap { CalendarDate($0) }, last: last.flatMap { CalendarDate($0) })
  }
}
