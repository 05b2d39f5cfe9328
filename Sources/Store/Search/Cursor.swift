import Deliberation
import GRDB

/// The page of hits behind a statement: stable while new meetings come in, where an offset is not.
struct Cursor {
  let database: Database
  let query: SearchQuery

  /// The results of a query; the total is of all hits, before the place and behind it.
  ///
  /// - Throws: `StoreError.noCursor` where the place means nothing in this order.
  func results() throws -> SearchResults {
    let searching = try Within.searching(database, query)
    guard let after = query.after else { return try searching.results() }
    guard query.order != .relevance, query.filter.kinds == [.statement] else {
      throw StoreError.noCursor(after)
    }
    let place = try place(of: after)
    let all = try searching.hitSet(.statement)
    var limits = searching.limits
    limits[.statement] = HitSet(ascending: try all.ids.filter(behind(place, all.ids)))
    var results = try Searching(
      database: database, query: searching.query, limitedTo: limits
    ).results()
    results.total = all.count
    return results
  }

  /// Where a statement stands in orders by date.
  private struct Place {
    var id: Int64
    var record: String
    var position: Int

    var day: Int64 { SearchIndex.day(of: id) }
  }

  private func place(of address: String) throws -> Place {
    let resolved = try Resolver(database: database).resolve(address)
    let number: String
    switch resolved.part {
    case .statement(let statement), .sentence(let statement, _): number = statement
    default: throw StoreError.noCursor(address)
    }
    let row = try Row.fetchOne(
      database, sql: "SELECT id, position FROM statement WHERE record = ? AND number = ?",
      arguments: [resolved.record, number])
    guard let row else { throw StoreError.unknownAddress(address) }
    return Place(id: row[0], record: resolved.recordAddress, position: row[1])
  }

  /// Whether a hit stands behind a place: by day, and inside the day by address and position.
  private func behind(_ place: Place, _ ids: [Int64]) throws -> (Int64) -> Bool {
    let sameDay = ids.filter { SearchIndex.day(of: $0) == place.day }
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT s.id, r.address, s.position FROM json_each(?) j
        CROSS JOIN statement s ON s.id = j.value CROSS JOIN record r ON r.id = s.record
        """, arguments: [Packed.indices(sameDay.map { Int($0) })])
    let later = Set(
      rows.filter { row in
        let record: String = row[1]
        let position: Int = row[2]
        return (place.record, place.position) < (record, position)
      }.map { $0[0] as Int64 })
    let isOldest = query.order == .oldest
    return { id in
      let day = SearchIndex.day(of: id)
      if day == place.day { return later.contains(id) }
      return isOldest ? day > place.day : day < place.day
    }
  }
}
