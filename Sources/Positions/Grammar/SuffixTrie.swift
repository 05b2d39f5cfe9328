import JapaneseText

/// What a form at the end of a clause means: a function word, or a cue of the lexicon.
struct TailEntry: Sendable {
  var features: Features
  var negations: Int
  var bound: Bool
  /// Index into the cues of the lexicon; nil for a function word.
  var cue: Int?
}

/// The scalars with which words begin, as a bit per scalar: most places of a text are dismissed here.
struct RootTable: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  mutating func add(_ scalar: Unicode.Scalar) {
    bits[Int(scalar.value & 0xFFFF) >> 6] |= 1 << UInt64(scalar.value & 63)
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    bits[Int(scalar.value & 0xFFFF) >> 6] & (1 << UInt64(scalar.value & 63)) != 0
  }
}

/// Words found from their last scalar backwards, the longest first.
struct SuffixTrie: Sendable {
  private var roots = RootTable()
  private var next: [UInt64: Int] = [:]
  private var entries: [[TailEntry]] = [[]]
  private var followed: [Bool] = [false]

  /// Makes room for so many steps at once.
  mutating func reserve(_ steps: Int) {
    next.reserveCapacity(steps)
    entries.reserveCapacity(steps)
    followed.reserveCapacity(steps)
  }

  /// Adds a word; a cue stands before a function word of the same form.
  mutating func insert(_ word: Scalars, _ entry: TailEntry) {
    guard !word.isEmpty else { return }
    var node = 0
    if let last = word.last { roots.add(last) }
    for scalar in word.reversed() {
      let key = UInt64(node) << 21 | UInt64(scalar.value)
      if let child = next[key] {
        node = child
      } else {
        entries.append([])
        followed.append(false)
        followed[node] = true
        node = entries.count - 1
        next[key] = node
      }
    }
    let same = entries[node].contains { old in
      old.cue == entry.cue && old.bound == entry.bound && old.features == entry.features
    }
    guard !same else { return }
    if entry.cue != nil {
      entries[node].insert(
        entry, at: entries[node].firstIndex { $0.cue == nil } ?? entries[node].count)
    } else {
      entries[node].append(entry)
    }
  }

  /// The entries of the words that end before `end` and begin at or after `start`, longest first.
  func matches(in text: Scalars, endingAt end: Int, from start: Int) -> [(Int, TailEntry)] {
    guard end > start, roots.contains(text[end - 1]) else { return [] }
    var found: [(Int, TailEntry)] = []
    var node = 0
    var offset = end
    while offset > start, followed[node] {
      offset -= 1
      guard let child = next[UInt64(node) << 21 | UInt64(text[offset].value)] else { break }
      node = child
      for entry in entries[node] { found.append((offset, entry)) }
    }
    var longestFirst: [(Int, TailEntry)] = []
    var index = found.count
    while index > 0 {
      var first = index - 1
      while first > 0, found[first - 1].0 == found[index - 1].0 { first -= 1 }
      longestFirst += found[first..<index]
      index = first
    }
    return longestFirst
  }
}

/// Words found from their first scalar forwards, anywhere in a text.
struct WordTrie<Value: Sendable>: Sendable {
  private var roots = RootTable()
  private var next: [UInt64: Int] = [:]
  private var values: [Value?] = [nil]

  mutating func insert(_ word: Scalars, _ value: Value) {
    guard !word.isEmpty else { return }
    var node = 0
    if let first = word.first { roots.add(first) }
    for scalar in word {
      let key = UInt64(node) << 21 | UInt64(scalar.value)
      if let child = next[key] {
        node = child
      } else {
        values.append(nil)
        node = values.count - 1
        next[key] = node
      }
    }
    if values[node] == nil { values[node] = value }
  }

  /// The longest word that starts at `offset` and ends by `end`.
  func longest(in text: Scalars, at offset: Int, to end: Int) -> (TextSpan, Value)? {
    guard offset < end, roots.contains(text[offset]) else { return nil }
    var node = 0
    var best: (TextSpan, Value)?
    var index = offset
    while index < end, let child = next[UInt64(node) << 21 | UInt64(text[index].value)] {
      node = child
      index += 1
      if let value = values[node] { best = (TextSpan(offset, index), value) }
    }
    return best
  }

  /// Every word in a span, the longest at each place, without overlaps.
  func all(in text: Scalars, within span: TextSpan) -> [(TextSpan, Value)] {
    var found: [(TextSpan, Value)] = []
    var offset = span.from
    while offset < span.to {
      guard roots.contains(text[offset]) else {
        offset += 1
        continue
      }
      if let match = longest(in: text, at: offset, to: span.to) {
        found.append(match)
        offset = match.0.to
      } else {
        offset += 1
      }
    }
    return found
  }
}
