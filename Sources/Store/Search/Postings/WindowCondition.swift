/// Which documents of a segment count at all, window by window.
final class WindowCondition {
  private let documents = BitWindow()
  private let segment: Segment
  private let from: Int
  private let end: Int
  /// The only documents that count, ascending.
  private let among: [UInt32]?
  private var next = 0
  private let kinds: UInt8

  /// Nil where every document counts.
  init?(_ search: IndexSearch, _ segment: Segment, from: Int, end: Int) {
    let hasKinds = search.kinds != .max && !segment.documents.kinds.isEmpty
    if from == 0, end == segment.count, segment.removed.isEmpty, search.among == nil, !hasKinds {
      return nil
    }
    self.segment = segment
    self.from = from
    self.end = end
    kinds = hasKinds ? search.kinds : .max
    among = search.among.map { Self.documents($0, segment, from: from, end: end) }
  }

  /// The documents of the ids that the segment has in a range.
  private static func documents(
    _ wanted: [Int64], _ segment: Segment, from: Int, end: Int
  ) -> [UInt32] {
    let ids = segment.documents.ids
    var result: [UInt32] = []
    var low = from
    for id in wanted {
      // Doubling steps, then halves: good for few wanted and for many.
      var step = 1
      var high = low
      while high < end, ids[high] < id {
        low = high + 1
        high += step
        step *= 2
      }
      high = min(high, end)
      while low < high {
        let middle = (low + high) / 2
        if ids[middle] < id { low = middle + 1 } else { high = middle }
      }
      if low == end { break }
      if ids[low] == id { result.append(UInt32(low)) }
    }
    return result
  }

  /// The documents of a window that count; windows come in order.
  func documents(_ window: Window) -> BitWindow {
    documents.clear()
    if let among {
      while next < among.count, among[next] < window.to {
        if among[next] >= window.from { documents.insert(Int(among[next] - window.from)) }
        next += 1
      }
    } else {
      documents.setAll(window.count)
      for offset in 0..<max(0, from - Int(window.from)) { documents.remove(offset) }
      if end < Int(window.to) {
        for offset in max(0, end - Int(window.from))..<window.count { documents.remove(offset) }
      }
    }
    if !segment.removed.isEmpty {
      for word in 0..<BitWindow.wordCount {
        let index = Int(window.from) / 64 + word
        if index < segment.removed.count { documents.words[word] &= ~segment.removed[index] }
      }
    }
    if kinds != .max {
      documents.forEach { offset in
        if kinds >> segment.documents.kinds[Int(window.from) + offset] & 1 == 0 {
          documents.remove(offset)
        }
      }
    }
    return documents
  }
}
