import JapaneseText

/// Which of the old texts each new text is, so that what is still there keeps its address.
///
/// Equal texts are paired first, in order (the longest common subsequence of their hashes); then,
/// in each gap between pairs, texts that are alike, in order; last, equal texts that were moved.
enum Alignment {
  /// Texts whose shared bigrams make up less than this share of both are not the same statement.
  static let threshold = 0.5

  struct Entry {
    var hash: String
    /// The words, asked for only where the hash alone does not decide.
    var text: String
  }

  /// The index of the old entry for each new entry; nil for what is new.
  static func pairs(old: [Entry], new: [Entry]) -> [Int?] {
    var result = [Int?](repeating: nil, count: new.count)
    for (o, n) in commonSubsequence(old.map(\.hash), new.map(\.hash)) { result[n] = o }
    pairAlike(old: old, new: new, in: &result)
    pairMoved(old: old, new: new, in: &result)
    return result
  }

  private static func pairAlike(old: [Entry], new: [Entry], in result: inout [Int?]) {
    var fromOld = 0
    var fromNew = 0
    for n in 0...new.count {
      let o: Int
      if n < new.count {
        guard let paired = result[n] else { continue }
        o = paired
      } else {
        o = old.count
      }
      if fromOld < o, fromNew < n {
        for (left, right) in alike(old[fromOld..<o], new[fromNew..<n]) { result[right] = left }
      }
      fromOld = o + 1
      fromNew = n + 1
    }
  }

  /// The pairing in order with the greatest sum of likeness, over pairs above the threshold.
  private static func alike(
    _ old: ArraySlice<Entry>, _ new: ArraySlice<Entry>
  ) -> [(old: Int, new: Int)] {
    // Beyond this a gap is another text altogether, and comparing all pairs would take minutes.
    guard old.count * new.count <= 40_000 else { return [] }
    let left = old.map { Bigrams($0.text) }
    let right = new.map { Bigrams($0.text) }
    let width = right.count + 1
    var best = [Double](repeating: 0, count: (left.count + 1) * width)
    var likeness = [Double](repeating: 0, count: left.count * right.count)
    for i in 0..<left.count {
      for j in 0..<right.count {
        let score = left[i].likeness(right[j])
        likeness[i * right.count + j] = score
        let taken = score >= threshold ? best[i * width + j] + score : 0
        best[(i + 1) * width + j + 1] = max(
          taken, best[i * width + j + 1], best[(i + 1) * width + j])
      }
    }
    var pairs: [(old: Int, new: Int)] = []
    var i = left.count
    var j = right.count
    while i > 0, j > 0 {
      let here = best[i * width + j]
      if here == best[(i - 1) * width + j] {
        i -= 1
      } else if here == best[i * width + j - 1] {
        j -= 1
      } else {
        i -= 1
        j -= 1
        pairs.append((old.startIndex + i, new.startIndex + j))
      }
    }
    return pairs
  }

  private static func pairMoved(old: [Entry], new: [Entry], in result: inout [Int?]) {
    let taken = Set(result.compactMap(\.self))
    var free: [String: [Int]] = [:]
    for index in old.indices.reversed() where !taken.contains(index) {
      free[old[index].hash, default: []].append(index)
    }
    for index in new.indices where result[index] == nil {
      result[index] = free[new[index].hash]?.popLast()
    }
  }

  /// The longest common subsequence: shared ends first, then hashes that occur once on both sides
  /// as fixed points (patience), then the table for what is left between them.
  static func commonSubsequence(_ old: [String], _ new: [String]) -> [(old: Int, new: Int)] {
    var pairs: [(old: Int, new: Int)] = []
    solve(old, 0..<old.count, new, 0..<new.count, &pairs)
    return pairs.sorted { $0.new < $1.new }
  }

  private static func solve(
    _ old: [String], _ oldRange: Range<Int>, _ new: [String], _ newRange: Range<Int>,
    _ pairs: inout [(old: Int, new: Int)]
  ) {
    var a = oldRange
    var b = newRange
    while let i = a.first, let j = b.first, old[i] == new[j] {
      pairs.append((i, j))
      a = (i + 1)..<a.upperBound
      b = (j + 1)..<b.upperBound
    }
    while let i = a.last, let j = b.last, old[i] == new[j] {
      pairs.append((i, j))
      a = a.lowerBound..<i
      b = b.lowerBound..<j
    }
    guard !a.isEmpty, !b.isEmpty else { return }
    if a.count * b.count <= 1_000_000 {
      table(old, a, new, b, &pairs)
      return
    }
    let fixed = patience(old, a, new, b)
    guard !fixed.isEmpty else { return }
    var fromOld = a.lowerBound
    var fromNew = b.lowerBound
    for (i, j) in fixed {
      solve(old, fromOld..<i, new, fromNew..<j, &pairs)
      pairs.append((i, j))
      fromOld = i + 1
      fromNew = j + 1
    }
    solve(old, fromOld..<a.upperBound, new, fromNew..<b.upperBound, &pairs)
  }

  private static func table(
    _ old: [String], _ a: Range<Int>, _ new: [String], _ b: Range<Int>,
    _ pairs: inout [(old: Int, new: Int)]
  ) {
    let width = b.count + 1
    var length = [Int32](repeating: 0, count: (a.count + 1) * width)
    for i in stride(from: a.count - 1, through: 0, by: -1) {
      for j in stride(from: b.count - 1, through: 0, by: -1) {
        length[i * width + j] =
          old[a.lowerBound + i] == new[b.lowerBound + j]
          ? length[(i + 1) * width + j + 1] + 1
          : max(length[(i + 1) * width + j], length[i * width + j + 1])
      }
    }
    var i = 0
    var j = 0
    while i < a.count, j < b.count {
      if old[a.lowerBound + i] == new[b.lowerBound + j] {
        pairs.append((a.lowerBound + i, b.lowerBound + j))
        i += 1
        j += 1
      } else if length[(i + 1) * width + j] >= length[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
  }

  /// Hashes that occur once on both sides, the longest run of them that ascends on both.
  private static func patience(
    _ old: [String], _ a: Range<Int>, _ new: [String], _ b: Range<Int>
  ) -> [(old: Int, new: Int)] {
    var once: [String: (old: Int, count: Int)] = [:]
    for i in a { once[old[i], default: (i, 0)].count += 1 }
    var seen: [String: Int] = [:]
    for j in b { seen[new[j], default: 0] += 1 }
    var tails: [(old: Int, new: Int, previous: Int?)] = []
    var piles: [Int] = []
    for j in b {
      guard seen[new[j]] == 1, let match = once[new[j]], match.count == 1 else { continue }
      let place = piles.firstIndex { tails[$0].old >= match.old } ?? piles.count
      tails.append((match.old, j, place == 0 ? nil : piles[place - 1]))
      if place == piles.count {
        piles.append(tails.count - 1)
      } else {
        piles[place] = tails.count - 1
      }
    }
    var run: [(old: Int, new: Int)] = []
    var next = piles.last
    while let index = next {
      run.append((tails[index].old, tails[index].new))
      next = tails[index].previous
    }
    return run.reversed()
  }
}

/// The pairs of neighbouring characters of a text, counted, to tell how alike two texts are.
private struct Bigrams {
  private var counts: [UInt64: Int] = [:]
  private var total = 0

  init(_ text: String) {
    var previous: UInt64 = 0
    for scalar in text.unicodeScalars where !scalar.isSpace {
      counts[previous << 32 | UInt64(scalar.value), default: 0] += 1
      previous = UInt64(scalar.value)
      total += 1
    }
  }

  /// Dice's coefficient: shared pairs twice over all pairs of both; 1 for equal texts.
  func likeness(_ other: Bigrams) -> Double {
    guard total > 0, other.total > 0 else { return 0 }
    let most = 2 * Double(min(total, other.total)) / Double(total + other.total)
    guard most >= Alignment.threshold else { return 0 }
    var shared = 0
    for (pair, count) in counts { shared += min(count, other.counts[pair] ?? 0) }
    return 2 * Double(shared) / Double(total + other.total)
  }
}
