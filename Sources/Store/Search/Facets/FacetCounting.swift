import Deliberation
import GRDB
import JapaneseText

/// Counts a set of statements by SQL: right at once, and slower with every hit.
///
/// Programs that answer one question count so; those that answer many by `FacetColumns`, which give
/// the same.
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
        let key = SearchTerms.key(role)
        var value = byKey[key] ?? FacetValue(key: role, label: role, count: 0)
        value.count += count
        if role < value.label { (value.key, value.label) = (role, role) }
        byKey[key] = value
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
    return Self.counts(rows, Self.yearLabel)
  }

  /// 2025年（令和7年） for 2025.
  static func yearLabel(_ key: String) -> String {
    guard let year = Int(key), let last = CalendarDate(year: year, month: 12, day: 31) else {
      return key
    }
    return "\(key)年（\(last.era.prefix { $0 != "年" })年）"
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
    let names = try Self.titles(database)
    return (Self.counts(rows) { names[$0] ?? $0 }.values, try withoutLinks())
  }

  /// The titles of the laws whose texts are loaded; of several the one of the latest revision.
  static func titles(_ database: Database) throws -> [String: String] {
    var titles: [String: String] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT law, title FROM lawRevision ORDER BY law, inForceFrom, id")
    while let row = try rows.next() { titles[row[0]] = row[1] }
    return titles
  }

  private func articles() throws -> Counts {
    let rows = try linkRows("CASE WHEN p.article IS NOT NULL THEN p.law || '#' || p.article END")
    return (Self.counts(rows, Self.articleLabel).values, try withoutLinks())
  }

  /// LAW 第58条の2 for `LAW#Mp-At_58_2`.
  static func articleLabel(_ address: String) -> String {
    let halves = address.split(separator: "#").map(String.init)
    return halves.count == 2 ? "\(halves[0]) \(words(halves[1]))" : address
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
