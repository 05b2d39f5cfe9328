import JapaneseText

/// Finds the documents of one segment that a query asks for, window by window, ascending.
class Matcher {
  /// The documents found in the window at hand.
  let found = BitWindow()

  /// About how many documents are found in the segment, for the order of work.
  var cost: Int { 0 }

  /// Finds the documents of a window, among some or among all; scores are added on the way, also to
  /// documents that are not found in the end.
  func fill(_ window: Window, within: BitWindow?) throws { found.clear() }

  /// The highest score that documents of a window can get here.
  func bound(_ window: Window) throws -> Float { 0 }
}

/// The documents that bear one term.
final class TermMatcher: Matcher {
  /// Among so few documents each is looked for by itself.
  static let sparse = 24

  let cursor: PostingCursor
  private let scoring: Scoring?

  init(_ cursor: PostingCursor, _ scoring: Scoring?) {
    self.cursor = cursor
    self.scoring = scoring
  }

  override var cost: Int { cursor.count }

  override func fill(_ window: Window, within: BitWindow?) throws {
    found.clear()
    if cursor.isAtEnd { return }
    let scoring = window.isScored ? scoring : nil
    guard let within else { return try cursor.fill(window, found, scoring) }
    if within.count > Self.sparse {
      try cursor.fill(window, found, scoring)
      found.formIntersection(within)
      return
    }
    try within.forEach { offset in
      let document = window.from + UInt32(offset)
      guard try cursor.seek(document) == document else { return }
      found.insert(offset)
      scoring?.add(document: document, frequency: cursor.frequency, from: window.from)
    }
  }

  override func bound(_ window: Window) throws -> Float {
    guard let scoring else { return 0 }
    return scoring.weight * Impact.bound(try cursor.bound(from: window.from, to: window.to))
  }
}

/// The documents in which all parts are found.
final class AllMatcher: Matcher {
  private let parts: [Matcher]

  init(_ parts: [Matcher]) { self.parts = parts.sorted { $0.cost < $1.cost } }

  override var cost: Int { parts.first?.cost ?? 0 }

  override func fill(_ window: Window, within: BitWindow?) throws {
    var within = within
    for part in parts {
      try part.fill(window, within: within)
      within = part.found
      if part.found.isEmpty { break }
    }
    if let within { found.copy(within) }
  }

  override func bound(_ window: Window) throws -> Float {
    try parts.reduce(0) { try $0 + $1.bound(window) }
  }
}

/// The documents in which any part is found.
final class AnyMatcher: Matcher {
  private let parts: [Matcher]
  private let rest = BitWindow()

  /// `parts`: Those that read texts last.
  init(_ parts: [Matcher]) {
    self.parts = parts.filter { !($0 is CheckedMatcher) } + parts.filter { $0 is CheckedMatcher }
  }

  override var cost: Int { parts.reduce(0) { $0 + $1.cost } }

  override func fill(_ window: Window, within: BitWindow?) throws {
    found.clear()
    for part in parts {
      if part is CheckedMatcher {
        // Only what nothing else has found.
        if let within { rest.copy(within) } else { rest.setAll(window.count) }
        rest.subtract(found)
        try part.fill(window, within: rest)
      } else {
        try part.fill(window, within: within)
      }
      found.formUnion(part.found)
    }
  }

  override func bound(_ window: Window) throws -> Float {
    try parts.reduce(0) { try $0 + $1.bound(window) }
  }
}

/// The documents of the first part without those of the second.
final class ExceptMatcher: Matcher {
  private let part: Matcher
  private let other: Matcher

  init(_ part: Matcher, _ other: Matcher) {
    self.part = part
    self.other = other
  }

  override var cost: Int { part.cost }

  override func fill(_ window: Window, within: BitWindow?) throws {
    try part.fill(window, within: within)
    found.copy(part.found)
    guard !found.isEmpty else { return }
    try other.fill(window, within: found)
    found.subtract(other.found)
  }

  override func bound(_ window: Window) throws -> Float { try part.bound(window) }
}

/// All documents.
final class EverythingMatcher: Matcher {
  private let count: Int

  init(count: Int) { self.count = count }

  override var cost: Int { count }

  override func fill(_ window: Window, within: BitWindow?) throws {
    if let within { found.copy(within) } else { found.setAll(window.count) }
  }
}

/// The documents of a part whose texts pass a check.
final class CheckedMatcher: Matcher {
  private let part: Matcher
  private let check: (UInt32) throws -> Bool

  /// `check`: Looks at the text of a document.
  init(_ part: Matcher, _ check: @escaping (UInt32) throws -> Bool) {
    self.part = part
    self.check = check
  }

  override var cost: Int { part.cost }

  override func fill(_ window: Window, within: BitWindow?) throws {
    try part.fill(window, within: within)
    found.copy(part.found)
    try part.found.forEach { offset in
      if try !check(window.from + UInt32(offset)) { found.remove(offset) }
    }
  }

  override func bound(_ window: Window) throws -> Float { try part.bound(window) }
}
