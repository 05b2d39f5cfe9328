import JapaneseText

/// The terms under which a folded text stands in the index, as numbers.
///
/// Every pair of neighbouring characters with its places, every character, and every letter or digit
/// that begins a row of them with its place; and the marks of `SearchTerms.marks`. A word of two and
/// more characters stands exactly where its pairs stand one behind the other, whatever it is made
/// of, so that ASCII words need no terms of their own.
enum Term {
  private static let single: UInt64 = 1 << 42
  private static let first: UInt64 = 2 << 42
  private static let mark: UInt64 = 1 << 62

  static func pair(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> UInt64 {
    UInt64(left.value) << 21 | UInt64(right.value)
  }

  static func single(_ scalar: Unicode.Scalar) -> UInt64 { single | UInt64(scalar.value) }

  /// A letter or digit that does not stand behind another.
  static func beginning(_ scalar: Unicode.Scalar) -> UInt64 { first | UInt64(scalar.value) }

  /// Whether the places of a term are kept.
  static func hasPlaces(_ term: UInt64) -> Bool {
    term & mark == 0 && (term < single || term >= first)
  }

  /// Calls `body` with every term of a folded text and its place, in the order of places.
  static func forEach(in text: Scalars, _ body: (UInt64, UInt32) -> Void) {
    var isInside = false
    for index in text.indices {
      let scalar = text[index]
      let place = UInt32(index)
      body(single(scalar), place)
      if index + 1 < text.count { body(pair(scalar, text[index + 1]), place) }
      let isLetter = TextQuery.isLetter(scalar)
      if isLetter, !isInside { body(beginning(scalar), place) }
      isInside = isLetter
    }
    for mark in SearchTerms.marks(of: text) { body(mark, 0) }
  }
}
