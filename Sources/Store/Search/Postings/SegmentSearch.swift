/// The part of a question that one segment answers.
struct SegmentSearch {
  let search: IndexSearch
  let segment: Segment
  let wanted: IndexSearch.Wanted
  var answer: IndexSearch.Answer
  var top: TopHits
  private var edge = DatedEdge()

  init(
    search: IndexSearch, segment: Segment, wanted: IndexSearch.Wanted, answer: IndexSearch.Answer,
    top: TopHits
  ) {
    self.search = search
    self.segment = segment
    self.wanted = wanted
    self.answer = answer
    self.top = top
  }

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
        if matcher.cost == 0 { return }
        if let term = matcher as? TermMatcher, isUnbound(from, end) {
          let weight = QueryTerms.all(search.query).first.flatMap { weights[$0] } ?? 0
          if case .newest(let limit) = wanted {
            let query = search.query
            return try runNewest(limit, count: term.cursor.count, scores) {
              try builder.matcher(query, isScored: false)
            }
          }
          if case .oldest = wanted {
            return try run(matcher, from: from, end: end, scores)
          }
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
      block in
      let documents = block.documents
      for index in 0..<block.count {
        let frequency = Float(block.frequencies[index])
        let score =
          weight * frequency / (frequency + norms[Int(lengths[Int(documents[index])])])
        if score >= best.threshold { best.add(score, ids[Int(documents[index])]) }
      }
    }
    top = best
  }

  /// The newest hits of a single term without conditions: the count is known, and only the last
  /// windows are looked at.
  private mutating func runNewest(
    _ limit: Int, count: Int, _ scores: UnsafeMutablePointer<Float>, _ matcher: () throws -> Matcher
  ) throws {
    let before = answer
    let ids = segment.documents.ids
    var windows = 1
    while true {
      let last = (segment.count - 1) / Window.size
      let start = max(0, last + 1 - windows) * Window.size
      edge = DatedEdge()
      answer = before
      try run(try matcher(), from: start, end: segment.count, scores)
      let found = answer.ids.count - before.ids.count
      let isWhole =
        start == 0
        || found >= limit && limit > 0
          && SearchIndex.day(of: ids[start - 1])
            < SearchIndex.day(of: answer.ids[answer.ids.count - limit])
      if isWhole || limit <= 0 { break }
      windows *= 4
    }
    answer.count = before.count + count
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
    answer.ids += edge.ids(segment.documents.ids)
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
    case .newest(let limit): edge.addNewest(found, window, documents.ids, limit)
    case .oldest(let limit): edge.addOldest(found, window, documents.ids, limit)
    case .top:
      guard window.isScored else { return }
      found.forEach { offset in
        if scores[offset] >= top.threshold { top.add(scores[offset], documents.ids[base + offset]) }
      }
    }
  }
}
