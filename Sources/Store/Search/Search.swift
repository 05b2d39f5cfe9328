import Deliberation
import GRDB
import JapaneseText

extension RecordStore {
  /// Finds what a query asks for: the hits of the page wanted, and exact counts of all of them.
  ///
  /// Exact for Japanese: a word is found wherever it stands in the folded text, words of one and two
  /// characters included.
  ///
  /// - Throws: `StoreError`, also where an address in a filter names nothing.
  package func search(_ query: SearchQuery) throws(StoreError) -> SearchResults {
    try reading { database in try Cursor(database: database, query: query).results() }
  }

  /// How many statements, events and so on a query finds, without reading them.
  package func count(_ query: SearchQuery) throws(StoreError) -> Int {
    try reading { database in
      try Within.searching(database, query).count(query.filter.kinds)
    }
  }
}

/// One search in one snapshot of the index.
struct Searching {
  let database: Database
  let query: SearchQuery
  let search: TextSearch

  /// The things of a kind to which hits are limited; kinds that are missing are not.
  let limits: [SearchKind: HitSet]

  init(database: Database, query: SearchQuery, limitedTo limits: [SearchKind: HitSet] = [:]) {
    self.database = database
    self.query = query
    self.limits = limits
    search = TextSearch(query.words, isExact: query.isExact)
  }

  func results() throws -> SearchResults {
    let kinds = query.filter.kinds
    var beside: [SearchKind: Int] = [:]
    for kind in SearchKind.allCases where !kinds.contains(kind) {
      let count = try count([kind])
      if count > 0 { beside[kind] = count }
    }
    let total = try count(kinds)
    let page = total > 0 ? try page() : []
    return SearchResults(
      total: total,
      hits: try HitReader(database: database, query: query, search: search).hits(page),
      beside: beside, searched: search.searched)
  }

  /// All hits of a kind: those that hold the words, fit the filters and lie within the limits.
  func hitSet(_ kind: SearchKind) throws -> HitSet {
    guard let (isStatement, scope) = try scopes([kind]).first else { return HitSet() }
    var ids = try Int64.fetchAll(
      database, sql: "SELECT \(scope.id) \(scope.sql)", arguments: scope.values)
    if search.isChecked, let words = search.query {
      let text = try database.cachedStatement(
        sql: "SELECT text FROM \(isStatement ? "statement" : "passage") WHERE id = ?")
      ids = try ids.filter { id in
        let text = try String.fetchOne(text, arguments: [id]) ?? ""
        return words.holds(in: FoldedText(text.scalars).scalars)
      }
    }
    let hits = HitSet(ids)
    return limits[kind].map(hits.intersection) ?? hits
  }

  /// Whether hits have to be gathered before they can be counted.
  private func isGathered(_ kinds: [SearchKind]) -> Bool {
    search.isChecked || kinds.contains { limits[$0] != nil }
  }

  func count(_ kinds: [SearchKind]) throws -> Int {
    if isGathered(kinds) { return try kinds.reduce(0) { try $0 + hitSet($1).count } }
    var total = 0
    for scope in try scopes(kinds) {
      total +=
        try Int.fetchOne(
          database, sql: "SELECT count(*) \(scope.scope.sql)", arguments: scope.scope.values) ?? 0
    }
    return total
  }

  private func scopes(_ kinds: [SearchKind]) throws -> [(isStatement: Bool, scope: Scope)] {
    var scopes: [(Bool, Scope)] = []
    if kinds.contains(.statement),
      let scope = try Scope.statements(query, search, database, rows: false)
    {
      scopes.append((true, scope))
    }
    let others = kinds.filter { $0 != .statement }
    if let scope = try Scope.passages(query, search, kinds: others, database) {
      scopes.append((false, scope))
    }
    return scopes
  }

  /// A hit before its words are read.
  struct Ranked {
    var id: Int64
    var isStatement: Bool
    var score: Double = 0
    var address = ""
    var position = 0

    var day: Int64 { SearchIndex.day(of: id) }
  }

  /// The hits of the page, in order.
  private func page() throws -> [Ranked] {
    let end = query.offset + max(0, query.limit)
    var hits: [Ranked] = []
    if isGathered(query.filter.kinds) {
      for kind in query.filter.kinds {
        var found = try hitSet(kind).ids.map { Ranked(id: $0, isStatement: kind == .statement) }
        try place(&found)
        hits += found
      }
      return Array(hits.sorted(by: precedes).dropFirst(query.offset).prefix(max(0, query.limit)))
    }
    for (isStatement, scope) in try scopes(query.filter.kinds) {
      let isRanked = query.order == .relevance && search.match != nil
      hits +=
        isRanked
        ? try ranked(scope, isStatement, upTo: end) : try dated(scope, isStatement, upTo: end)
    }
    return Array(hits.sorted(by: precedes).dropFirst(query.offset).prefix(max(0, query.limit)))
  }

  private func precedes(_ left: Ranked, _ right: Ranked) -> Bool {
    if query.order == .relevance, search.match != nil {
      if left.isStatement != right.isStatement { return left.isStatement }
      if left.score != right.score { return left.score < right.score }
    }
    if left.day != right.day {
      return query.order == .oldest ? left.day < right.day : left.day > right.day
    }
    if left.address != right.address { return left.address < right.address }
    if left.isStatement != right.isStatement { return left.isStatement }
    return (left.position, left.id) < (right.position, right.id)
  }

  /// The best hits by FTS5's bm25, which is the lower the better.
  private func ranked(_ scope: Scope, _ isStatement: Bool, upTo end: Int) throws -> [Ranked] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT \(scope.id), rank \(scope.sql) ORDER BY rank LIMIT ?",
      arguments: scope.values + [end])
    var hits = rows.map { Ranked(id: $0[0], isStatement: isStatement, score: $0[1]) }
    try place(&hits)
    return hits
  }

  /// The first hits by date: ids are in the order of days, so that only those of the last day taken
  /// have to be looked at one by one.
  private func dated(_ scope: Scope, _ isStatement: Bool, upTo end: Int) throws -> [Ranked] {
    let isOldest = query.order == .oldest
    var ids = try Int64.fetchAll(
      database,
      sql: "SELECT \(scope.id) \(scope.sql) ORDER BY \(scope.id) \(isOldest ? "" : "DESC") LIMIT ?",
      arguments: scope.values + [end])
    if ids.count == end, let last = ids.last {
      let day = SearchIndex.day(of: last)
      var rest = scope
      let range = SearchIndex.ids(from: day, to: day)
      rest.add("\(scope.id) BETWEEN ? AND ?", range.lowerBound, range.upperBound)
      ids.removeAll { SearchIndex.day(of: $0) == day }
      ids += try Int64.fetchAll(
        database, sql: "SELECT \(scope.id) \(rest.sql)", arguments: rest.values)
    }
    var hits = ids.map { Ranked(id: $0, isStatement: isStatement) }
    try place(&hits)
    return hits
  }

  /// Adds the keys of the order inside a day.
  private func place(_ hits: inout [Ranked]) throws {
    guard let isStatement = hits.first?.isStatement else { return }
    let table = isStatement ? "statement" : "passage"
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT s.id, r.address, s.position FROM json_each(?) j
        CROSS JOIN \(table) s ON s.id = j.value CROSS JOIN record r ON r.id = s.record
        """, arguments: [Packed.indices(hits.map { Int($0.id) })])
    var places: [Int64: (String, Int)] = [:]
    while let row = try rows.next() { places[row[0]] = (row[1], row[2]) }
    for index in hits.indices {
      if let place = places[hits[index].id] {
        (hits[index].address, hits[index].position) = place
      }
    }
  }
}
