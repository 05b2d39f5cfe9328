import Deliberation
import GRDB
import JapaneseText

extension FacetColumns {
  /// Reads the columns of the state that a snapshot shows.
  ///
  /// `bases`: The bases of the links that count; empty for the direct ones. `sharing`: Columns of the
  /// same state with other bases.
  init(_ database: Database, bases: [LinkBasis], sharing other: FacetColumns?) throws {
    let common = try other?.common ?? Common(database)
    self.common = common
    (laws, articles) = try Self.links(database, bases: bases, ids: common.ids)
  }

  /// The laws and the articles to which statements are linked.
  private static func links(
    _ database: Database, bases: [LinkBasis], ids: [Int64]
  ) throws -> (laws: FacetColumn, articles: FacetColumn) {
    var filter = SearchFilter()
    filter.bases = bases
    let condition = ProvisionCondition(filter)
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT p.statement, p.law, p.article FROM provisionLink p WHERE \(condition.sql)
        ORDER BY p.statement
        """, arguments: StatementArguments(condition.arguments))
    var laws = FacetColumn.Builder(rows: ids.count)
    var articles = FacetColumn.Builder(rows: ids.count)
    var next = try rows.next()
    for id in ids {
      var lawNumbers: [UInt32] = []
      var articleNumbers: [UInt32] = []
      while let row = next, row[0] == id {
        let law: String = row[1]
        lawNumbers.append(laws.number(law, label: law))
        if let article: String = row[2] {
          let key = "\(law)#\(article)"
          articleNumbers.append(articles.number(key, label: FacetCounting.articleLabel(key)))
        }
        next = try rows.next()
      }
      laws.add(lawNumbers)
      articles.add(articleNumbers)
    }
    let titles = try FacetCounting.titles(database)
    laws.rename { $0.label = titles[$0.key] ?? $0.key }
    return (laws.column(), articles.column())
  }
}

extension FacetColumns.Common {
  init(_ database: Database) throws {
    let records = try Int64.fetchAll(database, sql: "SELECT id FROM record ORDER BY id")
    let numbers = Dictionary(
      uniqueKeysWithValues: records.enumerated().map { ($1, UInt32($0)) })
    years = try Self.years(database)
    (bodies, sitting) = try Self.bodies(database, records)
    let names = try Self.names(database)
    let held = try Self.heldRoles(database)
    var speakers = FacetColumn.Builder(rows: 0)
    var roles = FacetColumn.Builder(rows: 0)
    var keys: [String: String] = [:]
    ids = []
    self.records = []
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT id, record, speaker, role, coalesce(speakerKey, label),
          coalesce(speakerName, surname, label) FROM statement ORDER BY id
        """)
    while let row = try rows.next() {
      let record: Int64 = row[1]
      ids.append(row[0])
      self.records.append(numbers[record] ?? 0)
      let speaker: String? = row[2]
      let label: String? = row[5]
      if let speaker, let name = names[speaker] ?? label {
        speakers.add([speakers.number(speaker, label: name)])
      } else if let label, let key: String = row[4] {
        // No id of a person begins so.
        speakers.add([speakers.number("\u{1F}" + key, label: label)])
      } else {
        speakers.add([])
      }
      let printed: String? = row[3]
      let lists = speaker.flatMap { held[record]?[$0] } ?? []
      roles.add(
        ((printed.map { [$0] } ?? []) + lists).filter { !$0.isEmpty }.map { role in
          let key = keys[role] ?? SearchTerms.key(role)
          keys[role] = key
          return roles.number(key, label: role)
        })
    }
    speakers.rename { if $0.key.hasPrefix("\u{1F}") { $0.key = $0.label } }
    roles.rename { $0.key = $0.label }
    self.speakers = speakers.column()
    self.roles = roles.column()
    stances = try Self.stances(database, ids)
  }

  private static func names(_ database: Database) throws -> [String: String] {
    var names: [String: String] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT id, name FROM person")
    while let row = try rows.next() { names[row[0]] = row[1] }
    return names
  }

  /// The roles of attendance lists, by record and person.
  private static func heldRoles(_ database: Database) throws -> [Int64: [String: [String]]] {
    var held: [Int64: [String: [String]]] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT record, person, role FROM attendee WHERE role > '' AND person IS NOT NULL")
    while let row = try rows.next() {
      held[row[0], default: [:]][row[1], default: []].append(row[2])
    }
    return held
  }

  private static func years(_ database: Database) throws -> FacetColumn {
    var years = FacetColumn.Builder(rows: 0)
    let rows = try Row.fetchCursor(
      database, sql: "SELECT substr(date, 1, 4) FROM record ORDER BY id")
    while let row = try rows.next() {
      let year: String? = row[0]
      years.add(year.map { [years.number($0, label: FacetCounting.yearLabel($0))] } ?? [])
    }
    return years.column()
  }

  private static func bodies(
    _ database: Database, _ records: [Int64]
  ) throws -> (all: FacetColumn, sitting: FacetColumn) {
    var all = FacetColumn.Builder(rows: records.count)
    var sitting = FacetColumn.Builder(rows: records.count)
    var numbers: [Int64: UInt32] = [:]
    var parents: [Int64: Int64] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT id, parent, path, name FROM body") {
      let id: Int64 = row[0]
      parents[id] = row[1]
      numbers[id] = all.number(row[2], label: row[3])
      // The same numbers, and so the same names in the same order.
      _ = sitting.number(row[2], label: row[3])
    }
    var sat: [Int64: [Int64]] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT r.id, m.body FROM record r JOIN meetingBody m ON m.meeting = r.meeting")
    while let row = try rows.next() { sat[row[0], default: []].append(row[1]) }
    for record in records {
      let own = sat[record] ?? []
      sitting.add(own.compactMap { numbers[$0] })
      var above: [UInt32] = []
      for body in own {
        var seen: Set<Int64> = []
        var place: Int64? = body
        while let body = place, seen.insert(body).inserted {
          if let number = numbers[body] { above.append(number) }
          place = parents[body]
        }
      }
      all.add(above)
    }
    return (all.column(), sitting.column())
  }

  private static func stances(_ database: Database, _ ids: [Int64]) throws -> FacetColumn {
    var stances = FacetColumn.Builder(rows: ids.count)
    let rows = try Row.fetchCursor(
      database, sql: "SELECT statement, stance FROM position ORDER BY statement")
    var next = try rows.next()
    for id in ids {
      var numbers: [UInt32] = []
      while let row = next, row[0] == id {
        let stance: String = row[1]
        numbers.append(stances.number(stance, label: stance))
        next = try rows.next()
      }
      stances.add(numbers)
    }
    return stances.column()
  }
}
