/// Finds the numbers of a text that count something, for comparison by value.
///
/// A number is digits (58, 100,000, 10万, 1.5万), or kanji where a counter or legal unit follows
/// (第五十八条, 三十人); never a part of a larger number, a decimal, a name or a word (五十嵐, 千葉,
/// 十分, 第三者, 数十人).
package enum WholeNumbers {
  /// The numbers of a folded text in order, none overlapping another.
  package static func find(in text: Scalars) -> [NumberMatch] {
    var found: [NumberMatch] = []
    var index = 0
    while index < text.count {
      let scalar = text[index]
      if scalar.isASCIIDigit {
        let (match, end) = digits(in: text, at: index)
        if let match { found.append(match) }
        index = end
      } else if scalar.value >= 0x4E00, isKanjiNumber(scalar) {
        let (match, end) = kanji(in: text, at: index)
        if let match { found.append(match) }
        index = end
      } else if scalar == "元", isFirstYear(text, at: index) {
        found.append(NumberMatch(span: TextSpan(index, index + 1), value: 1))
        index += 1
      } else {
        index += 1
      }
    }
    return found
  }

  private static func isKanjiNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千": true
    default: false
    }
  }

  private static func continues(_ scalar: Unicode.Scalar) -> Bool {
    isKanjiNumber(scalar) || isLarge(scalar) || scalar == "〇" || scalar == "零"
  }

  private static func isLarge(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "万" || scalar == "億" || scalar == "兆"
  }

  /// 令和元年.
  private static func isFirstYear(_ text: Scalars, at index: Int) -> Bool {
    guard index >= 2, index + 1 < text.count, text[index + 1] == "年" else { return false }
    return Era.all.contains { text.starts($0.scalars, at: index - 2) }
  }

  /// The number that begins with a digit, if it is a whole one, and where to go on.
  private static func digits(
    in text: Scalars, at start: Int
  ) -> (match: NumberMatch?, end: Int) {
    var end = start
    while end < text.count, text[end].isASCIIDigit { end += 1 }
    // IPv6, H29: part of a name. 3.14: the part behind the point.
    if start > 0, text[start - 1].isASCIILetter { return (nil, end) }
    if let decimal = decimal(in: text, from: start, point: end) { return decimal }
    if let spaced = spaced(in: text, at: start) { return (spaced, spaced.span.to) }
    guard let match = Numerals.number(in: text, at: start) else { return (nil, end) }
    var whole = match
    // 資料1万一の場合: 万一 is a word.
    if whole.span.to < text.count, text[whole.span.to - 1] == "一", whole.span.to >= 2,
      isLarge(text[whole.span.to - 2])
    {
      let digits = Numerals.number(in: Array(text[start..<end]), at: 0)
      whole = NumberMatch(span: TextSpan(start, end), value: digits?.value ?? 0)
    }
    return (whole, max(end, whole.span.to))
  }

  /// A decimal: 1.5万 is a whole number, 3.14 and 86.1.2 are none.
  private static func decimal(
    in text: Scalars, from start: Int, point: Int
  ) -> (match: NumberMatch?, end: Int)? {
    guard point + 1 < text.count, text[point] == ".", text[point + 1].isASCIIDigit else {
      return nil
    }
    var end = point + 1
    var digits = 0
    var value = Numerals.number(in: Array(text[start..<point]), at: 0)?.value ?? 0
    while end < text.count, text[end].isASCIIDigit {
      if digits < 8, value < Int.max / 100 {
        value = value * 10 + (text[end].digitValue ?? 0)
        digits += 1
      }
      end += 1
    }
    guard end - point - 1 == digits, end < text.count, isLarge(text[end]) else {
      while end + 1 < text.count, text[end] == ".", text[end + 1].isASCIIDigit {
        end += 1
        while end < text.count, text[end].isASCIIDigit { end += 1 }
      }
      return (nil, end)
    }
    let unit = text[end] == "万" ? 10_000 : text[end] == "億" ? 100_000_000 : 1_000_000_000_000
    let scale = (0..<digits).reduce(1) { power, _ in power * 10 }
    let (product, overflow) = value.multipliedReportingOverflow(by: unit)
    end += 1
    guard !overflow, product % scale == 0 else { return (nil, end) }
    return (NumberMatch(span: TextSpan(start, end), value: product / scale), end)
  }

  /// A number with single blanks beside 万, 億 and 兆: 10 万, 1 億 2,000 万.
  private static func spaced(in text: Scalars, at start: Int) -> NumberMatch? {
    var compact: Scalars = []
    var offsets: [Int] = []
    var hasBlank = false
    var index = start
    while index < text.count {
      let scalar = text[index]
      if scalar == " ", let last = compact.last, index + 1 < text.count {
        let next = text[index + 1]
        let isJoined =
          (last.isASCIIDigit && isLarge(next) && !isWord(text, at: index + 1))
          || (isLarge(last) && next.isASCIIDigit)
        guard isJoined else { break }
        hasBlank = true
      } else if scalar.isASCIIDigit || scalar == "," || isLarge(scalar) || scalar == "千" {
        compact.append(scalar)
        offsets.append(index)
      } else {
        break
      }
      index += 1
    }
    guard hasBlank, let match = Numerals.number(in: compact, at: 0), match.span.to > 0 else {
      return nil
    }
    return NumberMatch(
      span: TextSpan(start, offsets[match.span.to - 1] + 1), value: match.value)
  }

  /// 万一, 万が一, 万全: words that begin with a large unit.
  private static func isWord(_ text: Scalars, at index: Int) -> Bool {
    guard index + 1 < text.count else { return false }
    return text[index] == "万" && ["一", "が", "全", "博", "能", "葉"].contains(text[index + 1])
  }

  /// The number of kanji that begins at `start`, if it is counted, and where to go on.
  private static func kanji(
    in text: Scalars, at start: Int
  ) -> (match: NumberMatch?, end: Int) {
    var end = start
    while end < text.count, continues(text[end]) { end += 1 }
    if start > 0 {
      switch text[start - 1] {
      // Behind digits it is part of something else: 3四半期.
      case "0"..."9", "数", "何", "幾", "〇", "零", "万", "億", "兆": return (nil, end)
      // A decimal: 三・五.
      case "・" where start > 1 && (continues(text[start - 2]) || text[start - 2].isASCIIDigit):
        return (nil, end)
      default: break
      }
    }
    if text.starts(quarter, at: start + 1), let value = Numerals.kanjiDigit(text[start]) {
      return (NumberMatch(span: TextSpan(start, start + 1), value: value), start + 4)
    }
    // A number is read to its end or not at all; what is followed by 数 (十数人) or a point is none.
    guard let match = Numerals.number(in: text, at: start), match.span.to == end else {
      return (nil, end)
    }
    let isCounted =
      isFraction(match, in: text) || isLargeRound(match, in: text)
      || Counters.shared.counts(match, in: text)
    return (isCounted ? match : nil, end)
  }

  /// 十万 and 三億五千万 are numbers wherever they stand; 八百万 is a word too.
  private static func isLargeRound(_ match: NumberMatch, in text: Scalars) -> Bool {
    match.span.count > 1 && isLarge(text[match.span.to - 1])
      && !text.starts(yaoyorozu, at: match.span.from)
  }

  private static let yaoyorozu = "八百万".scalars
  private static let quarter = "四半期".scalars
  private static let partOf = "分の".scalars

  /// 三分の二: the part behind needs no counter, the part before needs the one behind.
  private static func isFraction(_ match: NumberMatch, in text: Scalars) -> Bool {
    func isNumber(_ index: Int) -> Bool {
      index >= 0 && index < text.count && (continues(text[index]) || text[index].isASCIIDigit)
    }
    if text.starts(partOf, at: match.span.to), isNumber(match.span.to + 2) { return true }
    return text.starts(partOf, at: match.span.from - 2) && isNumber(match.span.from - 3)
  }
}

extension Unicode.Scalar {
  package var isASCIILetter: Bool {
    (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
  }
}

extension WholeNumbers {
  /// Changes when other numbers are found in the same texts, so that what was built on them can be
  /// built anew.
  package static let version: String = {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in PackageResources.counters_tsv {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    return "numbers/1 \(String(hash, radix: 16))"
  }()
}
