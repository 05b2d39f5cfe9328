import Deliberation
import GRDB
import JapaneseText

/// By what the hits of a search can be counted.
package enum FacetField: String, Sendable, CaseIterable {
  case speaker, role, body, year, stance, law, article
}

/// One value of a facet with the number of hits that have it.
package struct FacetValue: Hashable, Sendable {
  /// The value as the field of the query takes it: a person id, a path of a body, `2025`,
  /// `LAW#Mp-At_58`.
  package var key: String
  /// The value as people read it; of a law its title where its text is loaded, else its id.
  package var label: String
  /// The statements that the query finds when the value is added as a condition.
  package var count: Int

  /// The field with the value, to be added to a query.
  package func term(_ field: FacetField) -> String {
    let name = field == .year ? "date" : field == .article ? "law" : field.rawValue
    return "\(name):\(QueryWords.quoted(key))"
  }
}

/// The hits of a search counted by one field.
package struct Facet: Hashable, Sendable {
  package var field: FacetField
  /// The most frequent values, at most as many as were asked for; years the newest first.
  package var values: [FacetValue]
  /// How many values there are in all.
  package var total: Int
  /// The hits without any value: no date, nobody named, no stance.
  package var without: Int
}

extension RecordStore {
  /// Counts all statements that a query finds by speaker, role, body, year, stance, law and article.
  ///
  /// A statement counts once for each of its values. Links count as they do in the filters: the
  /// direct ones, else those of `filter.bases`. The counts are of all hits, whatever the query's own
  /// limit; `limit` bounds the values of each field.
  package func facets(
    _ query: SearchQuery, of fields: [FacetField] = FacetField.allCases, limit: Int = 10
  ) throws(StoreError) -> [Facet] {
    try reading { database in
      let hits = try Within.searching(database, query).hitSet(.statement)
      let counting = FacetCounting(database: database, query: query, hits: hits)
      return try fields.map { try counting.facet($0, limit: limit) }
    }
  }
}

/// Counts a set of statements.
struct FacetCounting {
  let database: Database
  let query: SearchQuery
  let hits: HitSet

  func facet(_ field: FacetField, limit: Int) throws -> Facet {
    var (values, without) =
      switch field {
      case .speaker: try speakers()
      case .role: try roles()
      case .body: try bodies()
      case .year: try years()
      case .stance: try stances()
      case .law: try laws()
      case .article: try articles()
      }
    values.sort { left, right in
      field == .year
        ? left.key > right.key
        : (right.count, left.label, left.key) < (left.count, right.label, right.key)
    }
    return Facet(
      field: field, values: Array(values.prefix(max(0, limit))), total: values.count,
      without: without)
  }

  private typealias Counts = (values: [FacetValue], without: Int)

  /// Rows of a statement on the hits `j`.
  private func rows(_ sql: String, _ more: [any DatabaseValueConvertible] = []) throws -> [Row] {
    let ids: any DatabaseValueConvertible = Packed.indices(hits.ids.map { Int($0) })
    return try Row.fetchAll(database, sql: sql, arguments: StatementArguments([ids] + more))
  }

  /// Those whose person is not known are counted by the words of their label.
  private func speakers() throws -> Counts {
    let rows = try rows(
      """
      SELECT s.speaker, coalesce((SELECT name FROM person WHERE id = s.speaker),
          min(coalesce(s.speakerName, s.surname, s.label))), count(*), s.speakerKey
      FROM json_each(?) j CROSS JOIN statement s ON s.id = j.value
      GROUP BY s.speaker, CASE WHEN s.speaker IS NULL THEN coalesce(s.speakerKey, s.label) END
      """)
    var counts: Counts = ([], 0)
    for row in rows {
      let count: Int = row[2]
      guard let label: String = row[1] else {
        counts.without += count
        continue
      }
      let id: String? = row[0]
      counts.values.append(FacetValue(key: id ?? label, label: label, count: count))
    }
    return counts
  }

  /// Roles of labels and of attendance lists, as the filter takes them.
  private func roles() throws -> Counts {
    let rows = try rows(
      """
      SELECT s.role, (SELECT group_concat(DISTINCT a.role || char(31)) FROM attendee a
          WHERE a.record = s.record AND a.person = s.speaker AND a.role > ''), count(*)
      FROM json_each(?) j CROSS JOIN statement s ON s.id = j.value GROUP BY 1, 2
      """)
    var counts: Counts = ([], 0)
    var byKey: [String: FacetValue] = [:]
    for row in rows {
      let printed: String? = row[0]
      let held: String? = row[1]
      let count: Int = row[2]
      // The lists of group_concat are parted by commas behind the sign that no role holds.
      let lists = held?.split(separator: "\u{1F}").map { $0.drop { $0 == "," } } ?? []
      let roles = ([printed].compactMap(\.self) + lists.map(String.init)).filter { !$0.isEmpty }
      if roles.isEmpty { counts.without += count }
      var seen: Set<String> = []
      for role in roles where seen.insert(SearchTerms.key(role)).inserted {
        byKey[SearchTerms.key(role), default: FacetValue(key: role, label: role, count: 0)]
          .count += count
      }
    }
    counts.values = Array(byKey.values)
    return counts
  }

  /// The bodies that sat; a body counts what was said in those below it too.
  private func bodies() throws -> Counts {
    let rows = try rows(
      """
      SELECT r.meeting, count(*) FROM json_each(?) j CROSS JOIN statement s ON s.id = j.value
      CROSS JOIN record r ON r.id = s.record GROUP BY r.meeting
      """)
    let byMeeting = Dictionary(
      rows.map { ($0[0] as Int64, $0[1] as Int) }, uniquingKeysWith: { $0 + $1 })
    let pairs = try Row.fetchAll(
      database,
      sql: """
        WITH RECURSIVE sat (body) AS (
          SELECT DISTINCT m.body FROM json_each(?1) j CROSS JOIN meetingBody m ON m.meeting = j.value),
        below (top, id) AS (
          SELECT body, body FROM sat
          UNION SELECT below.top, b.id FROM below JOIN body b ON b.parent = below.id)
        SELECT t.path, t.name, m.meeting FROM below
        CROSS JOIN meetingBody m ON m.body = below.id CROSS JOIN body t ON t.id = below.top
        """, arguments: [Packed.indices(byMeeting.keys.map { Int($0) })])
    var meetings: [String: Set<Int64>] = [:]
    var names: [String: String] = [:]
    for pair in pairs {
      let path: String = pair[0]
      names[path] = pair[1]
      meetings[path, default: []].insert(pair[2])
    }
    let values = meetings.map { path, meetings in
      FacetValue(
        key: path, label: names[path] ?? path,
        count: meetings.reduce(0) { $0 + (byMeeting[$1] ?? 0) })
    }
    return (values.filter { $0.count > 0 }, 0)
  }

  private func years() throws -> Counts {
    let rows = try rows(
      """
      SELECT substr(r.date, 1, 4), count(*) FROM json_each(?) j
      CROSS JOIN statement s ON s.id = j.value CROSS JOIN record r ON r.id = s.record GROUP BY 1
      """)
    return Self.counts(rows) { key in
      guard let year = Int(key), let last = CalendarDate(year: year, month: 12, day: 31) else {
        return key
      }
      return "\(key)年（\(last.era.prefix { $0 != "年" })年）"
    }
  }

  private func stances() throws -> Counts {
    let rows = try rows(
      """
      SELECT p.stance, count(DISTINCT j.value) FROM json_each(?) j
      CROSS JOIN position p ON p.statement = j.value GROUP BY 1
      """)
    let bare = try self.rows(
      """
      SELECT count(*) FROM json_each(?) j
      WHERE NOT EXISTS (SELECT 1 FROM position p WHERE p.statement = j.value)
      """)
    return (Self.counts(rows) { $0 }.values, bare.first?[0] ?? 0)
  }

  private func laws() throws -> Counts {
    let rows = try linkRows("p.law")
    let titles = try Row.fetchAll(
      database,
      sql: """
        SELECT DISTINCT l.law, l.title FROM json_each(?) j CROSS JOIN lawRevision l ON l.law = j.value
        """, arguments: [Packed.strings(rows.compactMap { $0[0] as String? })])
    let names = Dictionary(
      titles.map { ($0[0] as String, $0[1] as String) }, uniquingKeysWith: { first, _ in first })
    return (Self.counts(rows) { names[$0] ?? $0 }.values, try withoutLinks())
  }

  private func articles() throws -> Counts {
    let rows = try linkRows("CASE WHEN p.article IS NOT NULL THEN p.law || '#' || p.article END")
    let values = Self.counts(rows) { address in
      let halves = address.split(separator: "#").map(String.init)
      return halves.count == 2 ? "\(halves[0]) \(Self.words(halves[1]))" : address
    }.values
    return (values, try withoutLinks())
  }

  /// 第58条の2 for Mp-At_58_2.
  private static func words(_ article: String) -> String {
    guard let number = article.split(separator: "_", maxSplits: 1).last, article.hasPrefix("Mp-At_")
    else { return article }
    let parts = number.split(separator: "_")
    return "第\(parts[0])条" + parts.dropFirst().map { "の\($0)" }.joined()
  }

  /// The links of the hits that count, grouped by an expression.
  private func linkRows(_ group: String) throws -> [Row] {
    let condition = linkCondition
    return try rows(
      """
      SELECT \(group), count(DISTINCT j.value) FROM json_each(?) j
      CROSS JOIN provisionLink p ON p.statement = j.value WHERE \(condition.sql) GROUP BY 1
      """, condition.arguments)
  }

  private func withoutLinks() throws -> Int {
    let condition = linkCondition
    let rows = try rows(
      """
      SELECT count(*) FROM json_each(?) j WHERE NOT EXISTS (
        SELECT 1 FROM provisionLink p WHERE p.statement = j.value AND \(condition.sql))
      """, condition.arguments)
    return rows.first?[0] ?? 0
  }

  /// Which links count: those of the bases of the query, of whatever law.
  private var linkCondition: ProvisionCondition {
    var filter = SearchFilter()
    filter.bases = query.filter.bases
    return ProvisionCondition(filter)
  }

  /// Rows of key and count; those without a key are the ones without a value.
  private static func counts(_ rows: [Row], _ label: (String) -> String) -> Counts {
    var counts: Counts = ([], 0)
    for row in rows {
      let count: Int = row[1]
      if let key: String = row[0] {
        counts.values.append(FacetValue(key: key, label: label(key), count: count))
      } else {
        counts.without += count
      }
    }
    return counts
  }
}
