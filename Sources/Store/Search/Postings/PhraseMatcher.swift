/// Walks over the documents in which the terms of a word stand one behind the other.
final class PhraseCursor {
  private struct Part {
    let cursor: PostingCursor
    /// Goes over the documents ahead of the cursor, window by window.
    let walker: PostingCursor
    /// How far behind the start of the word the term stands.
    let offset: UInt32
  }

  /// Those of the fewest documents first.
  private let parts: [Part]
  @exclusivity(unchecked) private var capacity = 64
  @exclusivity(unchecked) private var memory: UnsafeMutablePointer<UInt32>
  @exclusivity(unchecked) private var count = 0
  private let rest = BitWindow()
  /// How many documents have it at most.
  let cost: Int

  /// Where the word stands in the document that was found last, ascending; good until the next one.
  var places: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: memory, count: count) }

  /// `parts`: At least one; terms with places, each by two cursors.
  init(_ parts: [(cursor: PostingCursor, walker: PostingCursor, offset: Int)]) {
    self.parts = parts.sorted { $0.cursor.count < $1.cursor.count }
      .map { Part(cursor: $0.cursor, walker: $0.walker, offset: UInt32($0.offset)) }
    cost = self.parts.first?.cursor.count ?? 0
    memory = .allocate(capacity: capacity)
  }

  deinit { memory.deallocate() }

  /// Finds the documents of a window in which the terms may stand: all terms, or the rarest only
  /// where these are few.
  func candidates(_ window: Window, within: BitWindow?, to found: BitWindow) throws {
    found.clear()
    for (index, part) in parts.enumerated() {
      if part.walker.isAtEnd { return found.clear() }
      if index == 0 {
        try part.walker.fill(window, found, nil)
        if let within { found.formIntersection(within) }
      } else {
        if found.count <= TermMatcher.sparse { return }
        rest.clear()
        try part.walker.fill(window, rest, nil)
        found.formIntersection(rest)
      }
    }
  }

  /// The first document not below another in which all terms stand anywhere.
  func candidate(from document: UInt32) throws -> UInt32? {
    var document = document
    while true {
      guard let first = try parts[0].cursor.seek(document) else { return nil }
      document = first
      var isEverywhere = true
      for index in 1..<max(1, parts.count) {
        guard let next = try parts[index].cursor.seek(document) else { return nil }
        if next != document {
          document = next
          isEverywhere = false
          break
        }
      }
      if isEverywhere { return document }
    }
  }

  /// Whether the word stands in a document, and where (`places`).
  func match(_ document: UInt32) throws -> Bool {
    for part in parts where try part.cursor.seek(document) != document { return false }
    return try match()
  }

  /// Whether the word stands in the candidate, and where (`places`).
  func match() throws -> Bool {
    let first = try parts[0].cursor.places()
    if first.count > capacity {
      memory.deallocate()
      capacity = first.count * 2
      memory = .allocate(capacity: capacity)
    }
    let offset = parts[0].offset
    count = 0
    for place in first where place >= offset {
      memory[count] = place &- offset
      count &+= 1
    }
    for index in 1..<max(1, parts.count) {
      if count == 0 { return false }
      keep(try parts[index].cursor.places(), offset: parts[index].offset)
    }
    return count > 0
  }

  /// Keeps the places behind which the term stands at its offset.
  private func keep(_ others: UnsafeMutableBufferPointer<UInt32>, offset: UInt32) {
    guard let other = others.baseAddress else { return }
    var kept = 0
    var at = 0
    for index in 0..<count {
      let place = memory[index]
      let wanted = place &+ offset
      while at < others.count, other[at] < wanted { at &+= 1 }
      if at == others.count { break }
      if other[at] == wanted {
        memory[kept] = place
        kept &+= 1
      }
    }
    count = kept
  }

  /// The highest impact of the rarest term in a window, which bounds that of the word.
  func bound(_ window: Window) throws -> UInt8 {
    var lowest: UInt8 = .max
    for part in parts {
      lowest = min(lowest, try part.walker.bound(from: window.from, to: window.to))
    }
    return lowest
  }
}

/// The documents in which a word of three and more characters stands.
final class PhraseMatcher: Matcher {
  private let cursor: PhraseCursor
  private let scoring: Scoring?

  init(_ cursor: PhraseCursor, _ scoring: Scoring?) {
    self.cursor = cursor
    self.scoring = scoring
  }

  override var cost: Int { cursor.cost }

  override func fill(_ window: Window, within: BitWindow?) throws {
    if let within, within.count <= TermMatcher.sparse {
      found.copy(within)
    } else {
      try cursor.candidates(window, within: within, to: found)
    }
    let scoring = window.isScored ? scoring : nil
    try found.forEach { offset in
      let document = window.from &+ UInt32(truncatingIfNeeded: offset)
      if try cursor.match(document) {
        scoring?.add(
          document: document, frequency: UInt32(cursor.places.count), from: window.from)
      } else {
        found.remove(offset)
      }
    }
  }

  override func bound(_ window: Window) throws -> Float {
    guard let scoring else { return 0 }
    return scoring.weight * Impact.bound(try cursor.bound(window))
  }
}
