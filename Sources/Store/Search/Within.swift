import GRDB
import JapaneseText

/// In what all the words joined by AND must stand.
package enum SearchUnit: String, Sendable, CaseIterable {
  /// One statement.
  case statement
  /// The statements on one agenda item; one that is on none stands alone.
  case agenda
  /// The statements of one meeting.
  case meeting
}

/// A search whose words may stand in different statements of one meeting or agenda item.
///
/// AND, OR and NOT join sets of units; the hits are the statements of the units that are left which
/// hold one of the words wanted. The filters decide which statements make up a unit.
struct Within {
  let database: Database
  let query: SearchQuery

  /// The search for a query, widened where the query says so.
  static func searching(_ database: Database, _ query: SearchQuery) throws -> Searching {
    guard query.within != .statement, let words = query.words else {
      return Searching(database: database, query: query)
    }
    return try Within(database: database, query: query).searching(words)
  }

  private func searching(_ words: SearchExpression) throws -> Searching {
    var wide = query
    let leaves = words.leaves
    wide.words = leaves.isEmpty ? nil : leaves.count == 1 ? leaves[0] : .any(leaves)
    let found = try Searching(database: database, query: wide).hitSet(.statement)
    let units = try units(of: found.ids)
    let allowed = try self.units(words, all: leaves.isEmpty ? Set(units.map(\.unit)) : nil)
    let ids = units.filter { allowed.contains($0.unit) }.map(\.statement)
    var limits = [SearchKind.statement: HitSet(ids)]
    for kind in SearchKind.allCases where kind != .statement {
      limits[kind] = try Searching(database: database, query: query).hitSet(kind)
    }
    return Searching(database: database, query: wide, limitedTo: limits)
  }

  /// The units that an expression asks for.
  private func units(_ words: SearchExpression, all: Set<Int64>?) throws -> Set<Int64> {
    switch words {
    case .word, .phrase, .prefix, .near:
      var one = query
      one.words = words
      let found = try Searching(database: database, query: one).hitSet(.statement)
      return Set(try units(of: found.ids).map(\.unit))
    case .any(let parts):
      return try parts.reduce(into: []) { $0.formUnion(try units($1, all: all)) }
    case .all(let parts):
      var left: Set<Int64>?
      for part in parts.filter(\.isWanted) {
        let units = try units(part, all: all)
        left = left?.intersection(units) ?? units
      }
      var units = try left ?? all ?? everything()
      for case .not(let part) in parts { units.subtract(try self.units(part, all: all)) }
      return units
    case .not(let part):
      return try (all ?? everything()).subtracting(try units(part, all: all))
    }
  }

  /// The units of all statements that the filters leave.
  private func everything() throws -> Set<Int64> {
    var open = query
    open.words = nil
    let ids = try Searching(database: database, query: open).hitSet(.statement).ids
    return Set(try units(of: ids).map(\.unit))
  }

  /// The units of statements, each with its statement.
  private func units(of ids: [Int64]) throws -> [(statement: Int64, unit: Int64)] {
    let sql =
      query.within == .meeting
      ? """
      SELECT s.id, r.meeting FROM json_each(?) j
      CROSS JOIN statement s ON s.id = j.value CROSS JOIN record r ON r.id = s.record
      """
      : """
      SELECT j.value, coalesce(x.item, -j.value) FROM json_each(?) j
      LEFT JOIN statementAgenda x ON x.statement = j.value
      """
    var units: [(Int64, Int64)] = []
    let rows = try Row.fetchCursor(
      database, sql: sql, arguments: [Packed.indices(ids.map { Int($0) })])
    while let row = try rows.next() { units.append((row[0], row[1])) }
    return units
  }
}

extension SearchExpression {
  /// The words, phrases, prefixes and nearnesses that hits hold one of.
  var leaves: [SearchExpression] {
    switch self {
    case .word, .phrase, .prefix, .near: [self]
    case .all(let parts), .any(let parts): parts.flatMap(\.leaves)
    case .not: []
    }
  }

  /// Whether it asks for something, and does not only exclude.
  var isWanted: Bool {
    if case .not = self { return false }
    return true
  }
}
