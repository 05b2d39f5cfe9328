/// A text in the form in which it is searched and compared, with the way back to the original.
///
/// Folding goes character by character, so that a text that contains a query still contains it when
/// both are folded: width, letter case, kana width, Kangxi radicals and compatibility ideographs,
/// variant kanji, dashes and white space. See `FoldTable` for what each scalar becomes.
package struct FoldedText: Sendable {
  /// What becomes of white space and ends of lines.
  package enum Blanks: Sendable {
    /// Dropped between Japanese characters and beside brackets and punctuation that touch them;
    /// other runs become one blank; three or more single letters or digits are joined.
    case dropBetweenJapanese
    /// None is left.
    case dropAll
    /// Each becomes one blank, nothing is joined.
    case keep
  }

  /// The folded text.
  package private(set) var scalars: Scalars
  /// The offset in the original of each folded scalar, and last the length of the original.
  package private(set) var offsets: [Int]
  /// Folded scalars that stand for more than one original scalar (ｶﾞ), by index, in order.
  private var stretched: [(index: Int, end: Int)] = []

  package init(_ original: Scalars, blanks: Blanks = .dropBetweenJapanese) {
    var folded: Scalars = []
    var stretched: [(index: Int, end: Int)] = []
    // No scalar becomes more than one, and the last offset is that of the end.
    offsets = [Int](unsafeUninitializedCapacity: original.count + 1) { offsets, offsetCount in
      folded = Scalars(unsafeUninitializedCapacity: original.count) { scalars, count in
        original.withUnsafeBufferPointer { original in
          var folding = Folding(original: original, scalars: scalars, offsets: offsets)
          folding.fold(blanks)
          count = folding.count
          stretched = folding.stretched
        }
      }
      offsets.initializeElement(at: folded.count, to: original.count)
      offsetCount = folded.count + 1
    }
    scalars = folded
    self.stretched = stretched
  }

  package var text: String { String(scalars) }

  /// The stretch of the original for which a stretch of the folded text stands, without the blanks
  /// at its ends that were dropped.
  package func sourceSpan(_ span: TextSpan) -> TextSpan {
    let from = min(max(0, span.from), scalars.count)
    let to = min(max(from, span.to), scalars.count)
    guard from < to else { return TextSpan(offsets[from], offsets[from]) }
    return TextSpan(offsets[from], sourceEnd(of: to - 1))
  }

  /// One past the last original scalar of a folded one.
  private func sourceEnd(of index: Int) -> Int {
    var low = 0
    var high = stretched.count
    while low < high {
      let middle = (low + high) / 2
      if stretched[middle].index < index { low = middle + 1 } else { high = middle }
    }
    if low < stretched.count, stretched[low].index == index { return stretched[low].end }
    return offsets[index] + 1
  }
}

/// One pass over a text that folds it into memory that has room for it.
private struct Folding {
  let original: UnsafeBufferPointer<Unicode.Scalar>
  let scalars: UnsafeMutableBufferPointer<Unicode.Scalar>
  let offsets: UnsafeMutableBufferPointer<Int>
  /// Folded scalars so far.
  var count = 0
  /// As of `FoldedText`.
  var stretched: [(index: Int, end: Int)] = []

  mutating func fold(_ blanks: FoldedText.Blanks) {
    let table = FoldTable.shared
    /// The first of the blanks before the scalar at hand; none if negative.
    var blank = -1
    var last = FoldTable.Kind.other
    var index = 0
    let end = original.count
    while index < end {
      if blank < 0, let plain = table.plain(original[index], behind: last) {
        append(plain.scalar, index)
        last = plain.kind
        index &+= 1
        continue
      }
      var (scalar, kind) = table[original[index]]
      switch kind {
      case .space:
        if blanks == .keep {
          append(" ", index)
          last = .space
        } else if blanks == .dropBetweenJapanese, blank < 0, count > 0 {
          blank = index
        }
        index += 1
        continue
      case .ignorable:
        if blank < 0 { stretchLast(to: index + 1) }
        index += 1
        continue
      case .voicing:
        if count > 0, let voiced = FoldTable.voiced(scalars[count - 1], by: scalar) {
          scalars[count - 1] = voiced
          stretchLast(to: index + 1)
          index += 1
          continue
        }
      case .dash:
        if last == .kana, blank < 0 {
          scalar = "ー"
          kind = .kana
        }
      case .kana:
        // The long-vowel mark that is typed for a hyphen: 86ー1.
        if scalar == "ー", last == .letter, blank < 0 {
          scalar = "-"
          kind = .dash
        }
      case .letter:
        if blanks == .dropBetweenJapanese, blank >= 0 || (last != .letter && last != .dash),
          index + 1 < end, table.kind(original[index + 1]).isEmpty,
          let run = spacedRun(from: index, table)
        {
          if blank >= 0, count > 0 { append(" ", blank) }
          blank = -1
          for element in run { append(table[original[element]].scalar, element) }
          last = .letter
          index = run[run.count - 1] + 1
          continue
        }
      default: break
      }
      if blank >= 0 {
        if !Self.closesUp(last, kind) { append(" ", blank) }
        blank = -1
      }
      append(scalar, index)
      last = kind
      index += 1
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ offset: Int) {
    scalars.initializeElement(at: count, to: scalar)
    offsets.initializeElement(at: count, to: offset)
    count &+= 1
  }

  private mutating func stretchLast(to end: Int) {
    guard count > 0 else { return }
    let index = count - 1
    if stretched.last?.index == index {
      stretched[stretched.count - 1].end = end
    } else {
      stretched.append((index, end))
    }
  }

  /// Whether a blank between the two kinds is dropped.
  private static func closesUp(_ left: FoldTable.Kind, _ right: FoldTable.Kind) -> Bool {
    (left.isJapanese && (right.isJapanese || right == .punctuation))
      || (left == .punctuation && right.isJapanese)
  }

  /// The offsets of single letters, digits and dashes with blanks between: D D o S, J C - S T A R.
  ///
  /// Nil for fewer than three letters or digits.
  private func spacedRun(from start: Int, _ table: FoldTable) -> [Int]? {
    var run: [Int] = []
    var letters = 0
    var lettersEnd = 0
    var index = start
    while index < original.count {
      let kind = table.kind(original[index])
      guard kind == .letter || kind == .dash else { break }
      var next = index + 1
      var isParted = false
      while next < original.count {
        let follower = table.kind(original[next])
        guard follower.isEmpty else { break }
        isParted = isParted || follower == .space
        next += 1
      }
      let isBound =
        !isParted && next < original.count
        && [.letter, .dash].contains(table.kind(original[next]))
      if isBound { break }
      run.append(index)
      if kind == .letter {
        letters += 1
        lettersEnd = run.count
      }
      guard isParted else { break }
      index = next
    }
    return letters >= 3 ? Array(run[..<lettersEnd]) : nil
  }
}
