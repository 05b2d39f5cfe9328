import JapaneseText

/// Running heads, feet and page numbers of a text, recognised by repetition over its pages
/// (guide minutes-formats §8).
enum PageFurniture {
  /// A `.furniture` mark for each such line.
  static func marks(scalars: Scalars, lines: [SourceLine]) -> [SourceMark] {
    let positions =
      if lines.last?.page != nil {
        PagedFurniture(scalars: scalars, lines: lines).positions()
      } else {
        PageNumberLines.positions(scalars: scalars, lines: lines)
      }
    return positions.map { SourceMark(span: lines[$0].span, kind: .furniture) }
  }
}

/// A line that may be furniture: its words without blanks, and with each number as one sign.
struct FurnitureKey {
  /// `-#-` for `- 12 -`; numbers of any width.
  let key: Scalars
  let numbers: [Int]

  /// `nil` for blank lines and for lines too long to be a head.
  init?(_ span: TextSpan, in scalars: Scalars) {
    guard span.count > 0, span.count <= 400 else { return nil }
    var key: Scalars = []
    var numbers: [Int] = []
    var number: Int?
    for scalar in scalars[span.range] where !scalar.isSpace {
      if let digit = scalar.digitValue {
        if number == nil { key.append("#") }
        number = min(1_000_000, (number ?? 0) * 10 + digit)
      } else {
        if let number { numbers.append(number) }
        number = nil
        key.append(scalar)
      }
    }
    if let number { numbers.append(number) }
    guard !key.isEmpty, key.count <= 120 else { return nil }
    self.key = key
    self.numbers = numbers
  }

  /// `12`, `-12-`, `― 3/14 ―`, `P.3`, `3ページ`, `(12)`: nothing but a number and its dress.
  var isPageNumber: Bool {
    guard numbers.count == 1 || numbers.count == 2 && key.contains("/") else { return false }
    let words = String(
      String.UnicodeScalarView(
        key.filter { scalar in
          scalar != "#" && !Self.dress.contains(scalar)
        }))
    return words.isEmpty || ["p", "P", "page", "Page", "ページ", "頁", "Ｐ"].contains(words)
  }

  /// A number between dashes or over another is a page number wherever it stands.
  var isDressed: Bool {
    guard isPageNumber, key.count >= 3 else { return false }
    return key.contains("/")
      || Self.dashes.contains(key[0]) && Self.dashes.contains(key[key.count - 1])
  }

  /// The page number of a head that begins or ends with it: `-1- みどり市議会 （４月12日）`,
  /// `みどり市議会 - 2 -`; dates do not look like that.
  var edgeNumber: Int? {
    guard key.count >= 4, let first = numbers.first, let last = numbers.last else { return nil }
    let end = key.count - 1
    if Self.dashes.contains(key[0]), key[1] == "#", Self.dashes.contains(key[2]) { return first }
    if Self.dashes.contains(key[end]), key[end - 1] == "#", Self.dashes.contains(key[end - 2]) {
      return last
    }
    return nil
  }

  private static let dashes = Set("-‐‑‒–—―−－ー─━~〜～".unicodeScalars)
  private static let dress = dashes.union("/／.．()（）[]［］【】<>＜＞|｜".unicodeScalars)
}

/// Page numbers in a text without form feeds: `-12-` or `3/14` alone on a line, counting up.
enum PageNumberLines {
  static func positions(scalars: Scalars, lines: [SourceLine]) -> [Int] {
    var numbers: [Scalars: [(position: Int, number: Int)]] = [:]
    var heads: [Scalars: [(position: Int, number: Int)]] = [:]
    for (position, line) in lines.enumerated() where line.span.count >= 3 && line.span.count <= 120
    {
      guard let key = FurnitureKey(line.span, in: scalars) else { continue }
      if key.isDressed, let number = key.numbers.first {
        numbers[key.key, default: []].append((position, number))
      } else if let number = key.edgeNumber {
        heads[key.key, default: []].append((position, number))
      }
    }
    let runs = Array(numbers.values) + heads.values.filter { $0.count >= 3 }
    return runs.flatMap(counting).sorted()
  }

  /// The numbers that are one more or one less than their neighbour of the same dress; a text of
  /// one page has but one number.
  private static func counting(_ run: [(position: Int, number: Int)]) -> [Int] {
    run.indices.filter { index in
      let number = run[index].number
      return index > 0 && run[index - 1].number + 1 == number
        || index + 1 < run.count && run[index + 1].number - 1 == number
        || run.count == 1 && number == 1
    }.map { run[$0].position }
  }
}
