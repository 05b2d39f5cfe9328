import JapaneseText

/// Marks for the numbers of a text: extra terms of the search index beside its pairs of characters.
///
/// A mark says that a text holds a whole number of this value, alone, with the character before it,
/// or with the one behind it, whatever it is written with (第五十八条, 第 58 条, 100,000, 10万).
enum NumberMarks {
  /// Changes when other marks are made of the same numbers.
  static let version = "marks/1 \(WholeNumbers.version)"

  /// Where the neighbour stands that a mark names.
  enum Side: UInt64 {
    case none, before, behind
  }

  /// Every key has this bit, which no pair of two scalars has.
  private static let flag: UInt64 = 1 << 62
  private static let valueBits: UInt64 = 37

  /// Values from here on share keys: such a mark alone decides nothing.
  static let limit = 1 << 37

  /// The key of a number, with a neighbour or without.
  static func key(_ value: Int, _ side: Side = .none, _ neighbour: Unicode.Scalar? = nil) -> UInt64
  {
    let bits = UInt64(value)
    let folded = (bits ^ bits >> valueBits) & (1 << valueBits - 1)
    return flag | side.rawValue << 60 | UInt64(neighbour?.value ?? 0) << 39 | folded
  }

  /// The marks of a folded text, each once, in ascending order.
  static func marks(of folded: Scalars) -> [UInt64] {
    var keys: Set<UInt64> = []
    for number in WholeNumbers.find(in: folded) {
      keys.insert(key(number.value))
      if let scalar = neighbour(of: number.span.from, -1, in: folded) {
        keys.insert(key(number.value, .before, scalar))
      }
      if let scalar = neighbour(of: number.span.to - 1, 1, in: folded) {
        keys.insert(key(number.value, .behind, scalar))
      }
    }
    return keys.sorted()
  }

  /// The next scalar in a direction, over one blank.
  private static func neighbour(
    of index: Int, _ step: Int, in text: Scalars
  ) -> Unicode.Scalar? {
    var next = index + step
    if text.indices.contains(next), text[next] == " " { next += step }
    return text.indices.contains(next) ? text[next] : nil
  }
}

extension SearchTerms {
  /// The extra terms of a folded text, each once; bit 62 is set in all of them.
  static func marks(of folded: Scalars) -> [UInt64] { NumberMarks.marks(of: folded) }
}
