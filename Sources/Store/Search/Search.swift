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

  func results() throws -> SearchResults { try results(HitSource.all(self)) }

  /// The results by the hits in every collection.
  func results(_ sets: [HitSource]) throws -> SearchResults {
    let kinds = query.filter.kinds
    // The page first: finding it counts the hits as well.
    let page = try page(sets)
    var beside: [SearchKind: Int] = [:]
    var total = 0
    for kind in SearchKind.allCases {
      let count = try sets.reduce(0) { try $0 + $1.count(kind) }
      if kinds.contains(kind) { total += count } else if count > 0 { beside[kind] = count }
    }
    return SearchResults(
      total: total,
      hits: try HitReader(database: database, query: query, search: search).hits(page),
      beside: beside, searched: search.searched)
  }

  /// All hits of a kind: those that hold the words, fit the filters and lie within the limits.
  func hitSet(_ kind: SearchKind) throws -> HitSet {
    try HitSource(self, SearchCollection(kind)).hits([kind])
  }

  /// How many hits of some kinds there are.
  func count(_ kinds: [SearchKind]) throws -> Int {
    let sets = try HitSource.all(self)
    return try kinds.reduce(0) { total, kind in
      try sets.reduce(total) { try $0 + $1.count(kind) }
    }
  }

  /// A hit before its words are read.
  struct Ranked {
    var id: Int64
    var isStatement: Bool
    /// The higher the better.
    var score: Float = 0
    var address = ""
    var position = 0

    var day: Int64 { SearchIndex.day(of: id) }
  }

  private var isRanked: Bool { query.order == .relevance && search.isRankable }

  /// The hits of the page, in order.
  private func page(_ sets: [HitSource]) throws -> [Ranked] {
    let end = query.offset + max(0, query.limit)
    var hits: [Ranked] = []
    for set in sets {
      let isStatement = set.collection == .statement
      let kinds = query.filter.kinds.filter { SearchCollection($0) == set.collection }
      if kinds.isEmpty { continue }
      if isRanked {
        hits += try set.best(kinds, limit: end).map {
          Ranked(id: $0.id, isStatement: isStatement, score: $0.score)
        }
      } else {
        let first = try set.first(kinds, limit: end, isOldest: query.order == .oldest)
        var dated = first.ids.map { Ranked(id: $0, isStatement: isStatement) }
        try place(&dated)
        hits += dated
      }
    }
    return Array(hits.sorted(by: precedes).dropFirst(query.offset).prefix(max(0, query.limit)))
  }

  private func precedes(_ left: Ranked, _ right: Ranked) -> Bool {
    if isRanked {
      if left.isStatement != right.isStatement { return left.isStatement }
      return left.score != right.score ? left.score > right.score : left.id > right.id
    }
    if left.day != right.day {
      return query.order == .oldest ? left.day < right.day : left.day > right.day
    }
    if left.address != right.address { return left.address < right.address }
    if left.isStatement != right.isStatement { return left.isStatement }
    return (left.position, left.id) < (right.position, right.id)
  }

  /// Adds the keys of the order inside a day.
  private func place(_ hits: inout [Ranked]) throws {
    guard let isStatement = hits.first?.isStatement else { return }
    let table = isStatement ? "statement" : "passage"
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT s.id, r.address, s.position FROM json_each(?) j
          CROSS JOIN \(table) s ON s.id = j.value CROSS JOIN record r ON r.id = s.record
          """), arguments: [Packed.indices(hits.map { Int($0.id) })])
    var places: [Int64: (String, Int)] = [:]
    while let row = try rows.next() { places[row[0]] = (row[1], row[2]) }
    for index in hits.indices {
      if let place = places[hits[index].id] {
        (hits[index].address, hits[index].position) = place
      }
    }
  }
}
