/// The ids of all hits of one query among the things of one kind.
struct HitSet: Hashable, Sendable {
  /// Ascending, each once; by day, for ids are (`SearchIndex.day(of:)`).
  private(set) var ids: [Int64]

  /// - Parameter ids: In any order.
  init(_ ids: some Sequence<Int64> = []) {
    self.ids = Self.inOrder(Array(ids))
  }

  /// - Parameter ascending: Ascending, each once.
  init(ascending: [Int64]) { ids = ascending }

  var count: Int { ids.count }
  var isEmpty: Bool { ids.isEmpty }

  func contains(_ id: Int64) -> Bool {
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id
  }

  func intersection(_ other: HitSet) -> HitSet {
    merged(with: other, left: false, both: true, right: false)
  }

  func union(_ other: HitSet) -> HitSet {
    merged(with: other, left: true, both: true, right: true)
  }

  func subtracting(_ other: HitSet) -> HitSet {
    merged(with: other, left: true, both: false, right: false)
  }

  /// The first hits by date, oldest or newest, and all others of the last day among them.
  func first(_ limit: Int, isOldest: Bool) -> HitSet {
    guard limit > 0, limit < ids.count else { return limit > 0 ? self : HitSet() }
    if isOldest {
      let day = SearchIndex.day(of: ids[limit - 1])
      let end = ids[limit...].firstIndex { SearchIndex.day(of: $0) > day }
      return HitSet(ascending: Array(ids[..<(end ?? ids.count)]))
    }
    var first = ids.count - limit
    let day = SearchIndex.day(of: ids[first])
    while first > 0, SearchIndex.day(of: ids[first - 1]) == day { first -= 1 }
    return HitSet(ascending: Array(ids[first...]))
  }

  private func merged(with other: HitSet, left: Bool, both: Bool, right: Bool) -> HitSet {
    var result: [Int64] = []
    var (one, two) = (0, 0)
    while one < ids.count, two < other.ids.count {
      let (mine, theirs) = (ids[one], other.ids[two])
      if mine == theirs {
        if both { result.append(mine) }
        one += 1
        two += 1
      } else if mine < theirs {
        if left { result.append(mine) }
        one += 1
      } else {
        if right { result.append(theirs) }
        two += 1
      }
    }
    if left { result += ids[one...] }
    if right { result += other.ids[two...] }
    return HitSet(ascending: result)
  }

  private static func inOrder(_ ids: [Int64]) -> [Int64] {
    var result: [Int64] = []
    result.reserveCapacity(ids.count)
    for id in ids.sorted() where result.last != id { result.append(id) }
    return result
  }
}
