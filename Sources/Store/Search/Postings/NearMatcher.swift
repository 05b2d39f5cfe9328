import JapaneseText

/// The documents of a part in which words stand near each other.
final class NearMatcher: Matcher {
  /// One form of a word, with its places.
  struct Form {
    var cursor: PhraseCursor
    var length: Int
  }

  private let part: Matcher
  private let words: [[Form]]
  private let distance: Int
  private var spans: [[TextSpan]]

  /// `part`: The documents that have all words.
  init(_ part: Matcher, words: [[Form]], distance: Int) {
    self.part = part
    self.words = words
    self.distance = distance
    spans = Array(repeating: [], count: words.count)
  }

  override var cost: Int { part.cost }

  override func fill(_ window: Window, within: BitWindow?) throws {
    try part.fill(window, within: within)
    found.copy(part.found)
    try part.found.forEach { offset in
      let document = window.from + UInt32(offset)
      for (index, forms) in words.enumerated() {
        spans[index].removeAll(keepingCapacity: true)
        for form in forms {
          guard try form.cursor.candidate(from: document) == document, try form.cursor.match()
          else { continue }
          for place in form.cursor.places {
            spans[index].append(TextSpan(Int(place), Int(place) + form.length))
          }
        }
        if forms.count > 1 { spans[index].sort() }
      }
      if !Nearness.holds(spans, distance: distance) { found.remove(offset) }
    }
  }

  override func bound(_ window: Window) throws -> Float { try part.bound(window) }
}
