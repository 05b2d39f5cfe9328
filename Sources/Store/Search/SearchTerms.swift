import JapaneseText

/// What the search index keeps of texts beside their characters (`Postings/Term.swift`).
enum SearchTerms {
  /// The words of a text for comparison: folded, without blanks.
  static func key(_ text: String) -> String {
    FoldedText(text.scalars, blanks: .dropAll).text
  }

  /// Tells indexes apart whose terms differ: the form of the terms, and a hash of what folding makes
  /// of every character that it may change.
  static let version: String = {
    let ranges: [ClosedRange<UInt32>] = [0x20...0x33FF, 0x4E00...0x9FFF, 0xF900...0xFFEF]
    let probe = ranges.flatMap { $0.compactMap { Unicode.Scalar($0) } }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for scalar in FoldedText(probe).scalars {
      hash = (hash ^ UInt64(scalar.value)) &* 0x0000_0100_0000_01b3
    }
    return "postings/2 \(String(hash, radix: 16)) \(NumberMarks.version)"
  }()
}
