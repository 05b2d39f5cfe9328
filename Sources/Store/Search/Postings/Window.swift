/// Some documents of a segment that are looked at together: from one up to another.
struct Window {
  /// Documents in a window.
  static let size = 4_096

  var from: UInt32
  var to: UInt32
  /// Whether scores are wanted.
  var isScored = true

  var count: Int { Int(to - from) }
}

/// One bit for each document of a window.
final class BitWindow {
  static let wordCount = Window.size / 64

  let words: UnsafeMutablePointer<UInt64>

  init() {
    // One word more, for `add`.
    words = .allocate(capacity: Self.wordCount + 1)
    words.initialize(repeating: 0, count: Self.wordCount + 1)
  }

  deinit { words.deallocate() }

  func clear() { words.update(repeating: 0, count: Self.wordCount) }

  /// Sets the first bits, as many as the window has documents.
  func setAll(_ count: Int) {
    clear()
    for word in 0..<(count / 64) { words[word] = .max }
    if count % 64 > 0 { words[count / 64] = 1 << UInt64(count % 64) - 1 }
  }

  func copy(_ other: BitWindow) { words.update(from: other.words, count: Self.wordCount) }

  func formIntersection(_ other: BitWindow) {
    for word in 0..<Self.wordCount { words[word] &= other.words[word] }
  }

  func formUnion(_ other: BitWindow) {
    for word in 0..<Self.wordCount { words[word] |= other.words[word] }
  }

  func subtract(_ other: BitWindow) {
    for word in 0..<Self.wordCount { words[word] &= ~other.words[word] }
  }

  var isEmpty: Bool {
    var all: UInt64 = 0
    for word in 0..<Self.wordCount { all |= words[word] }
    return all == 0
  }

  var count: Int {
    var count = 0
    for word in 0..<Self.wordCount { count += words[word].nonzeroBitCount }
    return count
  }

  func contains(_ offset: Int) -> Bool {
    words[offset >> 6] >> UInt64(offset & 63) & 1 == 1
  }

  func insert(_ offset: Int) { words[offset >> 6] |= 1 << UInt64(offset & 63) }

  /// Sets the bits of a word that begins at an offset; those beyond the end are not set.
  func add(_ word: UInt64, at offset: Int) {
    let index = offset &>> 6
    let shift = UInt64(truncatingIfNeeded: offset & 63)
    words[index] |= word &<< shift
    if shift > 0 { words[index &+ 1] |= word &>> (64 &- shift) }
  }

  func remove(_ offset: Int) { words[offset >> 6] &= ~(1 << UInt64(offset & 63)) }

  /// Calls `body` with the offset of every bit that is set, ascending.
  func forEach(_ body: (Int) throws -> Void) rethrows {
    for word in 0..<Self.wordCount {
      var rest = words[word]
      while rest != 0 {
        try body(word << 6 + rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }
}

/// The scores of the documents of a window, and how a term adds to them.
struct Scoring {
  let scores: UnsafeMutablePointer<Float>
  /// The classes of the lengths of all documents of the segment.
  let lengths: UnsafePointer<UInt8>
  let norms: UnsafePointer<Float>
  let weight: Float

  func add(
    documents: UnsafeMutablePointer<UInt32>, frequencies: UnsafeMutablePointer<UInt32>, count: Int,
    from low: UInt32
  ) {
    for index in 0..<count {
      let document = Int(documents[index])
      let frequency = Float(frequencies[index])
      let norm = norms[Int(lengths[document])]
      scores[document &- Int(low)] += weight * frequency / (frequency + norm)
    }
  }

  func add(document: UInt32, frequency: UInt32, from low: UInt32) {
    let norm = norms[Int(lengths[Int(document)])]
    scores[Int(document &- low)] += weight * Impact.of(frequency, norm: norm)
  }
}
