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

/// The steps of a trie: from a node by a scalar to the next; a hash table with open addressing.
struct TrieSteps: Sendable {
  /// Node and scalar in one, plus one; zero where the place is free.
  private var keys = [UInt64](repeating: 0, count: 64)
  private var nodes = [Int32](repeating: 0, count: 64)
  private var count = 0

  private static func key(_ node: Int, _ scalar: Unicode.Scalar) -> UInt64 {
    UInt64(node) << 21 | UInt64(scalar.value) + 1
  }

  /// The place of a key, or the free one where it would stand.
  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  subscript(node: Int, scalar: Unicode.Scalar) -> Int? {
    get {
      let key = TrieSteps.key(node, scalar)
      let place = place(of: key)
      return keys[place] == key ? Int(nodes[place]) : nil
    }
    set {
      guard let newValue else { return }
      if count * 2 >= keys.count { reserve(keys.count) }
      let key = TrieSteps.key(node, scalar)
      let place = place(of: key)
      if keys[place] == 0 { count += 1 }
      keys[place] = key
      nodes[place] = Int32(newValue)
    }
  }

  /// Makes room for so many steps.
  mutating func reserve(_ steps: Int) {
    var size = keys.count
    while size < steps * 2 { size *= 2 }
    guard size > keys.count else { return }
    let old = zip(keys, nodes).filter { $0.0 != 0 }
    keys = [UInt64](repeating: 0, count: size)
    nodes = [Int32](repeating: 0, count: size)
    for (key, node) in old {
      let place = place(of: key)
      keys[place] = key
      nodes[place] = node
    }
  }
}

/// Words found from their last scalar backwards, the longest first.
///
/// Endings that many words share (the forms of する behind every verbal noun, 思う behind every
/// particle) are kept once, with the words that may stand before them.
struct SuffixTrie: Sendable {
  private struct Stored: Sendable {
    var entry: TailEntry
    /// Rank among words of the same length: cues first, then in the order of insertion.
    var order: Int
    /// The words that must stand before; nil where it stands by itself.
    var heads: Int?
  }

  /// A word before a shared ending; `cue` is nil for a function word.
  struct Head: Sendable {
    var word: Scalars
    var cue: Int?
  }

  private var roots = RootTable()
  private var next = TrieSteps()
  private var stored: [[Stored]] = [[]]
  private var followed: [Bool] = [false]
  private var heads: [[Unicode.Scalar: [Head]]] = []
  private var bare: [[Head]] = []
  private var count = 0

  /// Makes room for so many steps at once.
  mutating func reserve(_ steps: Int) {
    next.reserve(steps)
    stored.reserveCapacity(steps)
    followed.reserveCapacity(steps)
  }

  /// Adds a word; a cue stands before a function word of the same form.
  mutating func insert(_ word: Scalars, _ entry: TailEntry) {
    guard !word.isEmpty else { return }
    let node = node(of: word)
    let same = stored[node].contains { old in
      old.heads == nil && old.entry.cue == entry.cue && old.entry.bound == entry.bound
        && old.entry.features == entry.features
    }
    guard !same else { return }
    count += 1
    stored[node].append(Stored(entry: entry, order: count, heads: nil))
  }

  /// Adds endings behind each of the words of a group.
  mutating func insert(_ endings: [(Scalars, TailEntry)], behind words: [Head]) {
    var table: [Unicode.Scalar: [Head]] = [:]
    for head in words {
      if let last = head.word.last { table[last, default: []].append(head) }
    }
    heads.append(table)
    bare.append(words.filter(\.word.isEmpty))
    for (ending, entry) in endings {
      guard !ending.isEmpty else {
        for head in words {
          var entry = entry
          entry.cue = head.cue
          insert(head.word, entry)
        }
        continue
      }
      count += 1
      stored[node(of: ending)].append(
        Stored(entry: entry, order: count, heads: heads.count - 1))
    }
  }

  private mutating func node(of word: Scalars) -> Int {
    var node = 0
    if let last = word.last { roots.add(last) }
    for scalar in word.reversed() {
      if let child = next[node, scalar] {
        node = child
      } else {
        stored.append([])
        followed.append(false)
        followed[node] = true
        next[node, scalar] = stored.count - 1
        node = stored.count - 1
      }
    }
    return node
  }

  /// The entries of the words that end before `end` and begin at or after `start`, longest first.
  func matches(in text: Scalars, endingAt end: Int, from start: Int) -> [(Int, TailEntry)] {
    guard end > start, roots.contains(text[end - 1]) else { return [] }
    var found: [(from: Int, order: Int, entry: TailEntry)] = []
    var node = 0
    var offset = end
    while offset > start, followed[node] {
      offset -= 1
      guard let child = next[node, text[offset]] else { break }
      node = child
      for one in stored[node] {
        guard let group = one.heads else {
          found.append((offset, one.order, one.entry))
          continue
        }
        var candidates = bare[group]
        if offset > start, let more = heads[group][text[offset - 1]] { candidates += more }
        for head in candidates {
          let from = offset - head.word.count
          guard from >= start, text.starts(head.word, at: from) else { continue }
          var entry = one.entry
          entry.cue = head.cue
          found.append((from, one.order, entry))
        }
      }
    }
    if found.count > 1 {
      found.sort { left, right in
        if left.from != right.from { return left.from < right.from }
        if (left.entry.cue == nil) != (right.entry.cue == nil) { return left.entry.cue != nil }
        return left.order < right.order
      }
    }
    return found.map { ($0.from, $0.entry) }
  }
}

/// Words found from their first scalar forwards, anywhere in a text.
struct WordTrie<Value: Sendable>: Sendable {
  private var roots = RootTable()
  private var next = TrieSteps()
  private var values: [Value?] = [nil]

  mutating func insert(_ word: Scalars, _ value: Value) {
    guard !word.isEmpty else { return }
    var node = 0
    if let first = word.first { roots.add(first) }
    for scalar in word {
      if let child = next[node, scalar] {
        node = child
      } else {
        values.append(nil)
        next[node, scalar] = values.count - 1
        node = values.count - 1
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
    while index < end, let child = next[node, text[index]] {
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
