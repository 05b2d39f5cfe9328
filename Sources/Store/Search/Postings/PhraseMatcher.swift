/// Walks over the documents in which the terms of a word stand one behind the other.
final class PhraseCursor {
  private struct Part {
    var cursor: PostingCursor
    /// How far behind the start of the word the term stands.
    var offset: UInt32
    var places: [UInt32] = []
  }

  /// Those of the fewest documents first.
  private var parts: [Part]
  /// Where the word stands in the document that was found last, ascending.
  private(set) var places: [UInt32] = []
  /// How many documents have it at most.
  let cost: Int

  /// `parts`: At least one; terms with places.
  init(_ parts: [(cursor: PostingCursor, offset: Int)]) {
    self.parts = parts.sorted { $0.cursor.count < $1.cursor.count }
      .map { Part(cursor: $0.cursor, offset: UInt32($0.offset)) }
    cost = self.parts.first?.cursor.count ?? 0
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

  /// Whether the word stands in the candidate, and where (`places`).
  func match() throws -> Bool {
    try parts[0].cursor.places(into: &parts[0].places)
    places.removeAll(keepingCapacity: true)
    let offset = parts[0].offset
    for place in parts[0].places where place >= offset { places.append(place - offset) }
    for index in 1..<max(1, parts.count) {
      if places.isEmpty { return false }
      try parts[index].cursor.places(into: &parts[index].places)
      keep(parts[index].places, offset: parts[index].offset)
    }
    return !places.isEmpty
  }

  /// Keeps the places behind which the term stands at its offset.
  private func keep(_ others: [UInt32], offset: UInt32) {
    var kept = 0
    var at = 0
    for place in places {
      let wanted = place + offset
      while at < others.count, others[at] < wanted { at += 1 }
      if at == others.count { break }
      if others[at] == wanted {
        places[kept] = place
        kept += 1
      }
    }
    places.removeLast(places.count - kept)
  }

  /// The highest impact of the rarest term in a window, which bounds that of the word.
  func bound(_ window: Window) throws -> UInt8 {
    var lowest: UInt8 = .max
    for part in parts {
      lowest = min(lowest, try part.cursor.bound(from: window.from, to: window.to))
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
    found.clear()
    if let within, within.count <= TermMatcher.sparse {
      return try within.forEach { offset in
        let document = window.from + UInt32(offset)
        if try cursor.candidate(from: document) == document { try look(at: document, window) }
      }
    }
    var next = window.from
    while let document = try cursor.candidate(from: next), document < window.to {
      next = document + 1
      if let within, !within.contains(Int(document - window.from)) { continue }
      try look(at: document, window)
    }
  }

  /// Looks at the places of the terms in a document in which all of them stand.
  private func look(at document: UInt32, _ window: Window) throws {
    guard try cursor.match() else { return }
    found.insert(Int(document - window.from))
    if window.isScored, let scoring {
      scoring.add(
        document: document, frequency: UInt32(cursor.places.count), from: window.from)
    }
  }

  override func bound(_ window: Window) throws -> Float {
    guard let scoring else { return 0 }
    return scoring.weight * Impact.bound(try cursor.bound(window))
  }
}
