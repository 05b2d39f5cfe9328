import Deliberation
import GRDB

/// By what the statements of an index are counted, as integers in memory: one state of the index.
///
/// A million statements take about 30 MB. `FacetCounting` counts the same by SQL.
struct FacetColumns: Sendable {
  /// What does not depend on which links count.
  struct Common: Sendable {
    /// The ids of all statements, ascending; the other columns are in this order.
    var ids: [Int64]
    var speakers: FacetColumn
    var roles: FacetColumn
    var stances: FacetColumn
    /// The number of the record of each statement: a row of the columns of records.
    var records: [UInt32]
    /// The years of the records.
    var years: FacetColumn
    /// The bodies that sat and those above them, of each record.
    var bodies: FacetColumn
    /// The bodies that sat, with the names of `bodies`.
    var sitting: FacetColumn
  }

  let common: Common
  let laws: FacetColumn
  let articles: FacetColumn

  /// Counts hits by some fields, at most `limit` values each.
  func facets(of hits: HitSet, _ fields: [FacetField], limit: Int) -> [Facet] {
    let rows = rows(hits.ids)
    var perRecord: [UInt32]?
    return fields.map { field in
      if field == .body || field == .year {
        let counts = perRecord ?? records(rows)
        perRecord = counts
        return field == .year
          ? Self.count(common.years, byRecord: counts).facet(
            field, common.years.names, limit: limit)
          : bodies(counts).facet(field, common.bodies.names, limit: limit)
      }
      let column = column(field)
      var tally = column.tally(rows)
      // A statement that is linked to a law as a whole has no article, but is not without links.
      if field == .article { tally.without = laws.tally(rows).without }
      return tally.facet(field, column.names, limit: limit)
    }
  }

  private func column(_ field: FacetField) -> FacetColumn {
    switch field {
    case .speaker: common.speakers
    case .role: common.roles
    case .stance: common.stances
    case .law: laws
    case .article: articles
    case .body: common.bodies
    case .year: common.years
    }
  }

  /// The rows of ids, both ascending.
  private func rows(_ wanted: [Int64]) -> [UInt32] {
    let ids = common.ids
    if wanted.count == ids.count { return Array(0..<UInt32(ids.count)) }
    var rows: [UInt32] = []
    rows.reserveCapacity(wanted.count)
    ids.withUnsafeBufferPointer { ids in
      var low = 0
      for id in wanted {
        // Doubling steps, then halves: good for few wanted and for many.
        var step = 1
        var high = low
        while high < ids.count, ids[high] < id {
          low = high + 1
          high += step
          step *= 2
        }
        high = min(high, ids.count)
        while low < high {
          let middle = (low + high) / 2
          if ids[middle] < id { low = middle + 1 } else { high = middle }
        }
        if low < ids.count, ids[low] == id { rows.append(UInt32(low)) }
      }
    }
    return rows
  }

  /// How many of the rows each record has.
  private func records(_ rows: [UInt32]) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: common.years.codes.count)
    common.records.withUnsafeBufferPointer { records in
      for row in rows { counts[Int(records[Int(row)])] += 1 }
    }
    return counts
  }

  /// Counts by the values of records.
  private static func count(_ column: FacetColumn, byRecord counts: [UInt32]) -> FacetTally {
    var byCode = [UInt32](repeating: 0, count: column.codeCount)
    for (record, count) in counts.enumerated() { byCode[Int(column.codes[record])] += count }
    return column.tally(byCode: byCode)
  }

  /// Counts by the bodies that sat; a body counts what was said in those below it too.
  private func bodies(_ counts: [UInt32]) -> FacetTally {
    var tally = Self.count(common.bodies, byRecord: counts)
    let sat = Self.count(common.sitting, byRecord: counts)
    for body in tally.counts.indices where sat.counts[body] == 0 { tally.counts[body] = 0 }
    tally.without = 0
    return tally
  }
}
