/// The oldest or the newest hits of a segment, and all others of the last day among them, of windows
/// that come in order: bits are kept, not ids, of the windows that may have them.
struct DatedEdge {
  private struct Kept {
    var window: Window
    var count: Int
    var words: [UInt64]
  }

  private var kept: [Kept] = []
  /// Hits in the windows that are kept.
  private var count = 0

  /// `ids`: Of all documents of the segment.
  mutating func addNewest(_ found: BitWindow, _ window: Window, _ ids: [Int64], _ limit: Int) {
    guard limit > 0 else { return }
    add(found, window)
    // The first window goes where the others have enough, and begin on a later day.
    while kept.count > 1, count - kept[0].count >= limit,
      SearchIndex.day(of: ids[Int(kept[0].window.to) - 1])
        < SearchIndex.day(of: ids[Int(kept[1].window.from)])
    {
      count -= kept.removeFirst().count
    }
  }

  mutating func addOldest(_ found: BitWindow, _ window: Window, _ ids: [Int64], _ limit: Int) {
    guard limit > 0 else { return }
    if count >= limit, let last = kept.last,
      SearchIndex.day(of: ids[Int(last.window.to) - 1])
        < SearchIndex.day(of: ids[Int(window.from)])
    {
      return
    }
    add(found, window)
  }

  private mutating func add(_ found: BitWindow, _ window: Window) {
    let some = found.count
    if some == 0 { return }
    let words = UnsafeBufferPointer(start: found.words, count: BitWindow.wordCount)
    kept.append(Kept(window: window, count: some, words: Array(words)))
    count += some
  }

  /// The ids of all hits that are kept.
  func ids(_ ids: [Int64]) -> [Int64] {
    var result: [Int64] = []
    result.reserveCapacity(count)
    for one in kept {
      for (index, word) in one.words.enumerated() {
        var rest = word
        while rest != 0 {
          let offset = index << 6 + rest.trailingZeroBitCount
          result.append(ids[Int(one.window.from) + offset])
          rest &= rest &- 1
        }
      }
    }
    return result
  }
}
