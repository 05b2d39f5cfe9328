import GRDB

/// Keeps the segments of a collection few, and marks what was removed.
struct SegmentUpkeep {
  /// Documents that are merged while a meeting is saved, at most: a tenth of a second.
  private static let small = 2_000
  /// So many segments of like size are merged.
  private static let fanOut = 8

  let database: Database
  let collection: SearchCollection

  /// Merges small segments where there are many of like size; each document is merged again only
  /// when its segment has grown eightfold.
  func mergeSmall() throws {
    while true {
      let segments = try Segment.all(database, collection).filter { $0.count <= Self.small }
      let tiers = Dictionary(grouping: segments) { Self.tier($0.count) }
      let full = tiers.keys.sorted().compactMap { tiers[$0] }.first { segments in
        segments.count >= Self.fanOut && segments.reduce(0) { $0 + $1.count } <= Self.small
      }
      guard let full else { return }
      try SegmentMerge(database: database, collection: collection).merge(full)
    }
  }

  /// Merges segments until each is at least twice as large as all smaller ones together, and those
  /// of which much was removed.
  func mergeLarge() throws {
    let segments = try Segment.all(database, collection).sorted { $0.count < $1.count }
    var merged: [Segment] = []
    var sum = 0
    for segment in segments where segment.count <= 2 * sum || merged.isEmpty {
      merged.append(segment)
      sum += segment.count
    }
    for segment in segments.dropFirst(merged.count)
    where segment.removedCount * 10 > segment.count {
      merged.append(segment)
    }
    guard merged.count > 1 || merged.contains(where: { $0.removedCount > 0 }) else { return }
    try SegmentMerge(database: database, collection: collection).merge(merged)
  }

  private static func tier(_ count: Int) -> Int {
    var tier = 0
    var rest = count
    while rest >= fanOut {
      rest /= fanOut
      tier += 1
    }
    return tier
  }

  /// Marks documents as removed.
  ///
  /// `ids`: Ascending.
  func remove(_ ids: [Int64]) throws {
    guard let first = ids.first, let last = ids.last else { return }
    for segment in try Segment.all(database, collection) {
      let known = segment.documents.ids
      guard let lowest = known.first, let highest = known.last, lowest <= last, first <= highest
      else { continue }
      var removed = segment.removed
      if removed.isEmpty { removed = Array(repeating: 0, count: (segment.count + 63) / 64) }
      var count = 0
      for id in ids {
        let document = segment.document(from: id)
        guard document < known.count, known[document] == id, !segment.isRemoved(document) else {
          continue
        }
        removed[document >> 6] |= 1 << UInt64(document & 63)
        count += 1
      }
      if count == 0 { continue }
      if segment.removedCount + count == segment.count {
        try segment.delete(database)
      } else {
        try database.execute(
          sql: "UPDATE searchSegment SET removed = ?, removedCount = ? WHERE id = ?",
          arguments: [Blob.data(removed), segment.removedCount + count, segment.id])
      }
    }
  }
}
