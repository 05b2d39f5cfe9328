import JapaneseText

/// The number with which a heading or a passage begins: 第３条, 第2章, 3.2, （１）, ①, ア, 一.
struct PassageMark: Hashable, Sendable {
  /// The kinds of numbers; passages of one kind stand beside each other.
  enum Kind: Hashable, Sendable {
    /// 第N with its unit.
    case unit(Unit)
    /// 3, 3.2, 3-2-1 by the count of its parts.
    case dotted(Int)
    /// （１）, (ア), (i): by the script inside.
    case bracketed(Script)
    case circled
    case kana
    case kanji
  }

  enum Unit: Int, Hashable, Sendable, CaseIterable {
    case part, chapter, section, subsection, division, article, paragraph, item

    /// The words of the units; 部 is a part too.
    static let words: [(Unicode.Scalar, Unit)] = [
      ("編", .part), ("部", .part), ("章", .chapter), ("節", .section), ("款", .subsection),
      ("目", .division), ("条", .article), ("項", .paragraph), ("号", .item),
    ]

    var prefix: String { ["Pa", "Ch", "Se", "Ss", "Di", "At", "Pr", "It"][rawValue] }
  }

  enum Script: Hashable, Sendable { case digits, kanji, kana, letters }

  let kind: Kind
  /// In the form of ids: `3`, `3_2`.
  let number: String
  /// How many scalars of the text it takes, without what parts it from the words.
  let length: Int

  /// The mark at the start of a text; nil for words that only look like one.
  ///
  /// In a heading a number may stand right before the words (第1章総則); where a place is named, it
  /// may stand right before the next one (3.2(1), 第3条第2項).
  static func read(_ text: Scalars, isHeading: Bool, isPlace: Bool = false) -> PassageMark? {
    unit(text, isHeading: isHeading, isPlace: isPlace) ?? bracketed(text) ?? circled(text)
      ?? dotted(text, isHeading: isHeading, isPlace: isPlace) ?? kana(text) ?? kanji(text)
  }

  private static func unit(
    _ text: Scalars, isHeading: Bool, isPlace: Bool
  ) -> PassageMark? {
    guard text.first == "第", let head = number(text, at: 1), head.end < text.count,
      let unit = Unit.words.first(where: { $0.0 == text[head.end] })?.1
    else { return nil }
    var number = "\(head.value)"
    var end = head.end + 1
    while end < text.count, text[end] == "の", let branch = Self.number(text, at: end + 1) {
      number += "_\(branch.value)"
      end = branch.end
    }
    let isParted =
      end == text.count || text[end].isBlank || "（(：:".unicodeScalars.contains(text[end])
    guard isParted || isPlace || isHeading && unit < .article else { return nil }
    return PassageMark(kind: .unit(unit), number: number, length: end)
  }

  private static func dotted(
    _ text: Scalars, isHeading: Bool, isPlace: Bool
  ) -> PassageMark? {
    guard var last = digits(text, at: 0), last.value < 1000 else { return nil }
    var parts = [last.value]
    while last.end + 1 < text.count, ".．-－–・".unicodeScalars.contains(text[last.end]),
      let next = digits(text, at: last.end + 1)
    {
      last = next
      parts.append(next.value)
    }
    let kind = Kind.dotted(parts.count)
    let mark = PassageMark(
      kind: kind, number: parts.map(String.init).joined(separator: "_"), length: last.end)
    guard last.end < text.count else { return isHeading ? mark : nil }
    if isPlace, "(（①②③④⑤⑥⑦⑧⑨⑩".unicodeScalars.contains(text[last.end]) { return mark }
    let behind = text[last.end]
    if ".．、)）:：".unicodeScalars.contains(behind) {
      return PassageMark(kind: kind, number: mark.number, length: last.end + 1)
    }
    var index = last.end
    while index < text.count, text[index].isBlank { index += 1 }
    let counts = index < text.count && "年月日人件回円%％台社者時分秒".unicodeScalars.contains(text[index])
    guard !counts, index > last.end || isHeading && text[index].isJapanese else { return nil }
    return mark
  }

  private static func bracketed(_ text: Scalars) -> PassageMark? {
    guard let first = text.first, first == "(" || first == "（",
      let close = text.prefix(8).firstIndex(where: { $0 == ")" || $0 == "）" }), close > 1
    else { return nil }
    let inner = Scalars(text[1..<close])
    if let value = digits(inner, at: 0), value.end == inner.count {
      return PassageMark(kind: .bracketed(.digits), number: "\(value.value)", length: close + 1)
    }
    if let value = Numbering.plain(in: inner, at: 0), value.end == inner.count {
      return PassageMark(kind: .bracketed(.kanji), number: "\(value.value)", length: close + 1)
    }
    if inner.count == 1, let ordinal = kanaOrdinal(inner[0]) {
      return PassageMark(kind: .bracketed(.kana), number: "\(ordinal)", length: close + 1)
    }
    if let ordinal = letterOrdinal(inner) {
      return PassageMark(kind: .bracketed(.letters), number: "\(ordinal)", length: close + 1)
    }
    return nil
  }

  private static func circled(_ text: Scalars) -> PassageMark? {
    guard let sign = text.first, (0x2460...0x2473).contains(sign.value) else { return nil }
    return PassageMark(kind: .circled, number: "\(sign.value - 0x245F)", length: 1)
  }

  private static func kana(_ text: Scalars) -> PassageMark? {
    guard text.count > 1, let ordinal = kanaOrdinal(text[0]),
      text[1].isBlank || ".．、".unicodeScalars.contains(text[1])
    else { return nil }
    return PassageMark(kind: .kana, number: "\(ordinal)", length: text[1].isBlank ? 1 : 2)
  }

  private static func kanji(_ text: Scalars) -> PassageMark? {
    guard let number = Numbering.plain(in: text, at: 0), number.end < text.count,
      text[number.end].isBlank || ".．、".unicodeScalars.contains(text[number.end])
    else { return nil }
    let length = text[number.end].isBlank ? number.end : number.end + 1
    return PassageMark(kind: .kanji, number: "\(number.value)", length: length)
  }

  /// Digits of any width, or kanji numerals.
  private static func number(_ text: Scalars, at start: Int) -> (value: Int, end: Int)? {
    if let found = digits(text, at: start) { return found }
    return Numbering.plain(in: text, at: start).map { ($0.value, $0.end) }
  }

  private static func digits(_ text: Scalars, at start: Int) -> (value: Int, end: Int)? {
    var value = 0
    var end = start
    while end < text.count, end - start < 6, let digit = text[end].digitValue {
      value = value * 10 + digit
      end += 1
    }
    return end > start ? (value, end) : nil
  }

  /// The ordinal of ア, イ, ウ….
  static func kanaOrdinal(_ letter: Unicode.Scalar) -> Int? {
    order.firstIndex(of: letter).map { $0 + 1 }
  }

  private static let order: Scalars = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン".scalars

  /// a, b, c or i, ii, iii.
  private static func letterOrdinal(_ text: Scalars) -> Int? {
    let romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    let folded = String(FoldedText(text, blanks: .dropAll).scalars)
    if let roman = romans.firstIndex(of: folded) { return roman + 1 }
    guard folded.utf8.count == 1, let byte = folded.utf8.first, (0x61...0x7A).contains(byte)
    else { return nil }
    return Int(byte) - 0x60
  }
}

extension PassageMark.Unit: Comparable {
  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
