import Deliberation
import GRDB

/// The hits of one search in one collection: words by the index, filters by SQL.
final class HitSource {
  /// More hits than this are not looked at one by one to see whether they fit the filters; then
  /// what fits the filters is gathered instead.
  private static let few = 5_000

  let collection: SearchCollection
  private let searching: Searching
  private let filter: SearchFilter
  private var database: Database { searching.database }
  private var narrowed: Narrowed?
  private var counts: [SearchKind: Int]?
  /// The hits of the last question for all statements, which gives their count as well.
  private var statements: HitSet?

  /// What hits are limited to beside their words.
  private struct Narrowed {
    /// Nil where all count.
    var ids: [Int64]?
  }

  init(_ searching: Searching, _ collection: SearchCollection) {
    self.searching = searching
    self.collection = collection
    filter = searching.query.filter
  }

  /// The hits in every collection.
  static func all(_ searching: Searching) throws -> [HitSource] {
    SearchCollection.allCases.map { HitSource(searching, $0) }
  }

  /// How many hits of a kind there are.
  func count(_ kind: SearchKind) throws -> Int {
    guard SearchCollection(kind) == collection else { return 0 }
    if let counts { return counts[kind] ?? 0 }
    let counts = try allCounts()
    self.counts = counts
    return counts[kind] ?? 0
  }

  private func allCounts() throws -> [SearchKind: Int] {
    let kinds = collection == .statement ? [.statement] : SearchCollection.kinds
    if kinds.contains(where: { searching.limits[$0] != nil }) {
      return Dictionary(uniqueKeysWithValues: try kinds.map { ($0, try hits([$0]).count) })
    }
    if searching.search.query == nil {
      return Dictionary(
        uniqueKeysWithValues: try kinds.map { kind in
          let scope = try scope([kind])
          let count = try scope.flatMap {
            try Int.fetchOne(
              database, sql: "SELECT count(*) \($0.sql)", arguments: $0.values)
          }
          return (kind, count ?? 0)
        })
    }
    guard let search = try indexSearch(kinds) else { return [:] }
    let answer = try search.run(.count)
    if collection == .statement { return [.statement: answer.count] }
    return Dictionary(uniqueKeysWithValues: zip(SearchCollection.kinds, answer.counts))
  }

  /// All hits of some kinds.
  func hits(_ kinds: [SearchKind]) throws -> HitSet {
    if kinds.contains(where: { searching.limits[$0] != nil }) {
      return try kinds.reduce(HitSet()) { hits, kind in
        let ofKind = try unlimited([kind])
        return hits.union(searching.limits[kind].map(ofKind.intersection) ?? ofKind)
      }
    }
    return try unlimited(kinds)
  }

  private func unlimited(_ kinds: [SearchKind]) throws -> HitSet {
    if searching.search.query != nil {
      if collection == .statement {
        if let statements { return statements }
        let found = HitSet(ascending: try indexSearch(kinds)?.run(.ids).ids ?? [])
        statements = found
        if searching.limits[.statement] == nil { counts = [.statement: found.count] }
        return found
      }
      return HitSet(ascending: try indexSearch(kinds)?.run(.ids).ids ?? [])
    }
    return HitSet(try scope(kinds).map { try fetch($0) } ?? [])
  }

  /// The first hits by date, and all others of the last day among them.
  func first(_ kinds: [SearchKind], limit: Int, isOldest: Bool) throws -> HitSet {
    guard limit > 0 else { return HitSet() }
    let isLimited = kinds.contains { searching.limits[$0] != nil }
    if isLimited { return try hits(kinds).first(limit, isOldest: isOldest) }
    if searching.search.query != nil {
      if collection == .statement, let statements {
        return statements.first(limit, isOldest: isOldest)
      }
      guard let search = try indexSearch(kinds) else { return HitSet() }
      let answer = try search.run(isOldest ? .oldest(limit) : .newest(limit))
      if collection == .statement { counts = [.statement: answer.count] }
      return HitSet(ascending: answer.ids).first(limit, isOldest: isOldest)
    }
    guard let scope = try scope(kinds) else { return HitSet() }
    var ids = try fetch(
      scope, "ORDER BY \(scope.id) \(isOldest ? "" : "DESC") LIMIT \(limit)")
    if ids.count == limit, let last = ids.last {
      let day = SearchIndex.day(of: last)
      var rest = scope
      let range = SearchIndex.ids(from: day, to: day)
      rest.add("\(scope.id) BETWEEN ? AND ?", range.lowerBound, range.upperBound)
      ids += try fetch(rest)
    }
    return HitSet(ids)
  }

  private func fetch(_ scope: Scope, _ order: String = "") throws -> [Int64] {
    try Int64.fetchAll(
      database, sql: "SELECT \(scope.id) \(scope.sql) \(order)", arguments: scope.values)
  }

  /// The best hits of some kinds, the best first.
  func best(_ kinds: [SearchKind], limit: Int) throws -> [TopHits.Hit] {
    guard var search = try indexSearch(kinds) else { return [] }
    if kinds.contains(where: { searching.limits[$0] != nil }) { search.among = try hits(kinds).ids }
    let answer = try search.run(.top(limit))
    if collection == .statement { counts = [.statement: answer.count] }
    return answer.top
  }

  /// The question to the index; nil without words, and where a filter can hold for nothing.
  private func indexSearch(_ kinds: [SearchKind]) throws -> IndexSearch? {
    guard let words = searching.search.query else { return nil }
    if collection == .passage, filter.isOfStatements { return nil }
    var search = IndexSearch(database: database, collection: collection, query: words)
    if let days = Scope.days(filter) { search.range = days }
    if collection == .passage {
      search.kinds = kinds.reduce(0) { $0 | 1 << SearchCollection.number(of: $1) }
    }
    search.among = try narrow(search)
    return search
  }

  /// The only ids that fit the filters, where there are filters beside days and kinds.
  private func narrow(_ search: IndexSearch) throws -> [Int64]? {
    if let narrowed { return narrowed.ids }
    var bare = filter
    bare.from = nil
    bare.until = nil
    bare.kinds = SearchFilter().kinds
    bare.includesBelow = SearchFilter().includesBelow
    guard bare != SearchFilter() else {
      narrowed = Narrowed(ids: nil)
      return nil
    }
    var all = search
    all.kinds = .max
    let hits = try all.run(.ids).ids
    let kinds = collection == .statement ? [.statement] : SearchCollection.kinds
    let scope = try scope(
      kinds, among: hits.count <= Self.few ? HitSet(ascending: hits) : nil)
    let narrowed = Narrowed(ids: HitSet(try scope.map { try fetch($0) } ?? []).ids)
    self.narrowed = narrowed
    return narrowed.ids
  }

  private func scope(_ kinds: [SearchKind], among hits: HitSet? = nil) throws -> Scope? {
    if collection == .statement {
      guard kinds.contains(.statement) else { return nil }
      return try Scope.statements(filter, among: hits, database)
    }
    return try Scope.passages(filter, kinds: kinds, among: hits, database)
  }
}
