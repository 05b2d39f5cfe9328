import JapaneseText

/// A phrase cut into its pieces: a content word (kanji, katakana, letters) with the hiragana behind
/// it.
///
/// It is a rough cut, good enough to tell a noun phrase from a piece of a clause.
struct Bunsetsu {
  private let tails: [Scalars]

  static func of(_ words: Scalars) -> Bunsetsu {
    var tails: [Scalars] = []
    var depth = 0
    var isTail = true
    for scalar in words {
      if "「『（(".unicodeScalars.contains(scalar) { depth += 1 }
      if depth > 0 {
        if "」』）)".unicodeScalars.contains(scalar) { depth -= 1 }
        if isTail || tails.isEmpty { tails.append([]) }
        isTail = false
      } else if scalar.isHiragana || "、，,".unicodeScalars.contains(scalar) {
        if tails.isEmpty { tails.append([]) }
        tails[tails.count - 1].append(scalar)
        isTail = true
      } else if isTail {
        tails.append([])
        isTail = false
      }
    }
    return Bunsetsu(tails: tails)
  }

  /// Whether every piece leads on to the noun at the end: joined by の and the like, or an argument of
  /// a predicate that itself stands before a noun (`利用者に対する影響`).
  var isOnePhrase: Bool {
    var isOpen = false
    for (index, tail) in tails.dropLast().enumerated() {
      if isTopic(tail) { return false }
      if leadsOn(tail) {
        isOpen = false
      } else if index < tails.count - 1 {
        isOpen = true
      }
    }
    return !isOpen || closesItself(tails.last ?? [])
  }

  /// A last piece that holds the predicate and its noun (`行うこと`).
  private func closesItself(_ tail: Scalars) -> Bool {
    let words = String(tail)
    return ["こと", "もの", "ところ", "おそれ"].contains { words.hasSuffix($0) && words != $0 }
  }

  private func isTopic(_ tail: Scalars) -> Bool {
    let words = String(tail)
    return words == "は" || words == "は、" || words.hasSuffix("とは") || words.hasSuffix("のは")
      || words.hasSuffix("が、") || words.hasSuffix("ので、") || words.hasSuffix("けれども、")
  }

  /// の, や, と, the ends of verbs and adjectives before a noun, or nothing at all.
  private func leadsOn(_ tail: Scalars) -> Bool {
    guard let last = tail.last(where: { $0.isHiragana }) else { return true }
    let words = String(tail)
    if ["は", "び", "しくは"].contains(words) { return words != "は" }
    if ["ように", "とか", "から", "まで"].contains(where: words.hasSuffix) { return false }
    return "のなやかとるたいうすむつぬぶぐび".unicodeScalars.contains(last)
  }
}
