import GRDB
import JapaneseText

/// One question to the index: which documents of a collection hold what a query asks for.
struct IndexSearch {
  let database: Database
  let collection: SearchCollection
  let query: TextQuery
  /// The ids among which to look.
  var range: ClosedRange<Int64> = .min ... .max
  /// The only ids that count, ascending; nil where all do.
  var among: [Int64]?
  /// The only kinds that count, as bits; for passages.
  var kinds: UInt8 = .max

  /// What of the answer is wanted beside the count.
  enum Wanted {
    case count
    /// The best hits.
    case top(Int)
    /// All ids.
    case ids
  }

  struct Answer {
    var count = 0
    /// How many there are of each kind of passage.
    var counts = Array(repeating: 0, count: SearchCollection.kinds.count)
    /// The best hits, the best first.
    var top: [TopHits.Hit] = []
    /// Ascending.
    var ids: [Int64] = []
  }

  func run(_ wanted: Wanted) throws -> Answer {
    let segments = try Segment.all(database, collection)
    let terms = QueryTerms.all(query).sorted()
    var frequencies: [UInt64: Int] = [:]
    let entries = try segments.map { segment in
      var entries: [UInt64: TermEntry] = [:]
      for term in terms {
        guard let entry = try segment.entry(term, database) else { continue }
        entries[term] = entry
        frequencies[term, default: 0] += entry.count
      }
      return entries
    }
    var weights: [UInt64: Float] = [:]
    var top = TopHits(limit: 0)
    if case .top(let limit) = wanted {
      top = TopHits(limit: limit)
      let documents = segments.reduce(0) { $0 + $1.count }
      weights = frequencies.mapValues { Impact.weight($0, of: documents) }
    }
    var answer = Answer()
    for (segment, entries) in zip(segments, entries) {
      var search = SegmentSearch(
        search: self, segment: segment, wanted: wanted, answer: answer, top: top)
      try search.run(entries: entries, weights: weights)
      answer = search.answer
      top = search.top
    }
    if segments.count > 1 { answer.ids.sort() }
    answer.top = top.sorted
    return answer
  }

  /// Reads the folded text of an id.
  func text(_ id: Int64) throws -> Scalars {
    let text = try String.fetchOne(
      database.cachedStatement(sql: "SELECT text FROM \(collection.table) WHERE id = ?"),
      arguments: [id])
    return FoldedText((text ?? "").scalars).scalars
  }
}

/// The part of a question that one segment answers.
struct SegmentSearch {
  let search: IndexSearch
  let segment: Segment
  let wanted: IndexSearch.Wanted
  var answer: IndexSearch.Answer
  var top: TopHits

  mutating func run(entries: [UInt64: TermEntry], weights: [UInt64: Float]) throws {
    let from = segment.document(from: search.range.lowerBound)
    let end =
      search.range.upperBound == .max
      ? segment.count : segment.document(from: search.range.upperBound + 1)
    guard from < end else { return }
    let scores = UnsafeMutablePointer<Float>.allocate(capacity: Window.size)
    scores.initialize(repeating: 0, count: Window.size)
    defer { scores.deallocate() }
    try segment.documents.lengths.withUnsafeBufferPointer { lengths in
      try Impact.norms.withUnsafeBufferPointer { norms in
        guard let lengths = lengths.baseAddress, let norms = norms.baseAddress else { return }
        let builder = MatcherBuilder(
          database: search.database, segment: segment, entries: entries, weights: weights,
          scores: scores, lengths: lengths, norms: norms, text: search.text)
        let matcher = try builder.matcher(search.query)
        if let term = matcher as? TermMatcher, isUnbound(from, end) {
          let weight = QueryTerms.all(search.query).first.flatMap { weights[$0] } ?? 0
          return try runAlone(term.cursor, lengths, norms, weight: weight)
        }
        try run(matcher, from: from, end: end, scores)
      }
    }
  }

  /// Whether every document of the segment counts, and its id is not needed but for the best.
  private func isUnbound(_ from: Int, _ end: Int) -> Bool {
    if case .ids = wanted { return false }
    return from == 0 && end == segment.count && segment.removed.isEmpty && search.among == nil
      && segment.documents.kinds.isEmpty
  }

  /// A single term without conditions: the count is known, and blocks that cannot hold any of the
  /// best hits are left out.
  private mutating func runAlone(
    _ cursor: PostingCursor, _ lengths: UnsafePointer<UInt8>, _ norms: UnsafePointer<Float>,
    weight: Float
  ) throws {
    answer.count += cursor.count
    guard case .top = wanted else { return }
    let ids = segment.documents.ids
    var best = top
    try cursor.forEachBlock(above: { weight * Impact.bound($0) >= best.threshold }) {
      documents, frequencies, count in
      for index in 0..<count {
        let frequency = Float(frequencies[index])
        let score =
          weight * frequency / (frequency + norms[Int(lengths[Int(documents[index])])])
        if score >= best.threshold { best.add(score, ids[Int(documents[index])]) }
      }
    }
    top = best
  }

  private mutating func run(
    _ matcher: Matcher, from: Int, end: Int, _ scores: UnsafeMutablePointer<Float>
  ) throws {
    let condition = WindowCondition(search, segment, from: from, end: end)
    var start = from / Window.size * Window.size
    var isRanked = false
    if case .top = wanted { isRanked = true }
    while start < end {
      var window = Window(
        from: UInt32(start), to: UInt32(min(start + Window.size, segment.count)))
      start += Window.size
      let within = condition?.documents(window)
      if let within, within.isEmpty { continue }
      if isRanked {
        window.isScored = try matcher.bound(window) >= top.threshold
        if window.isScored { scores.update(repeating: 0, count: Window.size) }
      }
      try matcher.fill(window, within: within)
      take(matcher.found, window, scores)
    }
  }

  /// Counts the hits of a window and keeps what is wanted of them.
  private mutating func take(
    _ found: BitWindow, _ window: Window, _ scores: UnsafeMutablePointer<Float>
  ) {
    answer.count += found.count
    let base = Int(window.from)
    let documents = segment.documents
    if !documents.kinds.isEmpty {
      found.forEach { answer.counts[Int(documents.kinds[base + $0])] += 1 }
    }
    switch wanted {
    case .count: break
    case .ids: found.forEach { answer.ids.append(documents.ids[base + $0]) }
    case .top:
      guard window.isScored else { return }
      found.forEach { offset in
        if scores[offset] >= top.threshold { top.add(scores[offset], documents.ids[base + offset]) }
      }
    }
  }
}

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
