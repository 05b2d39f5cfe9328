import JapaneseText

/// The terms of the search index: the pairs of neighbouring characters of the folded text.
///
/// Each scalar is written as four characters of base 36, so that every tokenizer of SQLite keeps
/// every term, punctuation and blanks included. A text of n characters has n terms at n positions:
/// the pairs, and last the final character alone. So a word is in the text exactly where its pairs
/// stand one behind the other, and one character where a term begins with it.
enum SearchTerms {
  /// The words of a text for comparison: folded, without blanks.
  static func key(_ text: String) -> String {
    FoldedText(text.scalars, blanks: .dropAll).text
  }

  /// The terms of a folded text, parted by blanks, as the index wants them.
  static func document(_ folded: Scalars) -> String {
    let count = folded.count
    guard count > 0 else { return "" }
    return String(unsafeUninitializedCapacity: count * 9) { buffer in
      var at = 0
      for index in 0..<count {
        write(folded[index], to: buffer, &at)
        if index + 1 < count {
          write(folded[index + 1], to: buffer, &at)
          buffer[at] = 0x20
          at += 1
        }
      }
      return at
    }
  }

  /// The expression by which FTS5 finds a folded word; nil for an empty one.
  static func expression(_ word: Scalars) -> String? {
    guard word.count > 1 else {
      return word.isEmpty ? nil : "\"\(document(word))\" *"
    }
    let terms = document(word)
    // The last term, the final character alone, is not part of the phrase.
    return "\"\(terms.dropLast(5))\""
  }

  private static func write(
    _ scalar: Unicode.Scalar, to buffer: UnsafeMutableBufferPointer<UInt8>, _ at: inout Int
  ) {
    var value = scalar.value
    for place in stride(from: at + 3, through: at, by: -1) {
      let digit = UInt8(value % 36)
      buffer[place] = digit < 10 ? 0x30 + digit : 0x57 + digit
      value /= 36
    }
    at += 4
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
    return "pairs/1 \(String(hash, radix: 16)) \(NumberMarks.version)"
  }()
}
