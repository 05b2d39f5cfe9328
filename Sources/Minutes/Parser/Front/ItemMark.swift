import JapaneseText

/// The mark in front of an item of a list, in the forms of minutes-formats §4.
struct ItemMark: Hashable, Sendable {
  /// What marks of one level have in common: `1.`, `(1)`, `①`, `ア`, `第`, `案`, `・`.
  var style: String
  var ordinal: Int?
  /// Where the mark ends in the key.
  var end: Int

  /// The mark at the start of a line.
  static func read(_ line: HeadLine) -> ItemMark? { read(line, at: 0) }

  /// The mark at a place of a line.
  static func read(_ line: HeadLine, at start: Int) -> ItemMark? {
    let key = line.key
    guard start < key.count else { return nil }
    if let ordinal = Numerals.circled(key[start]) {
      return ItemMark(style: "①", ordinal: ordinal, end: start + 1)
    }
    if let closing = HeadLine.closing(key[start]), closing != "」", closing != "』",
      let close = line.close(of: start), close - start <= 12
    {
      return bracketed(line, start, close)
    }
    return named(line, start) ?? listed(line, start) ?? numbered(line, start) ?? kana(line, start)
      ?? bullet(line, start)
  }

  /// `(1)`, `(ア)`, `〔議題1〕`.
  private static func bracketed(_ line: HeadLine, _ start: Int, _ close: Int) -> ItemMark? {
    let inner = line.part(start + 1, close - 1)
    if let number = Numerals.number(in: inner.key, at: 0), number.span.to == inner.count,
      inner.count <= 3
    {
      return ItemMark(style: "(1)", ordinal: number.value, end: close)
    }
    if inner.count == 1, let ordinal = kanaOrder(inner.key[0]) {
      return ItemMark(style: "(ア)", ordinal: ordinal, end: close)
    }
    if let mark = named(inner, 0), mark.end == inner.count {
      return ItemMark(style: mark.style, ordinal: mark.ordinal, end: close)
    }
    return nil
  }

  /// `第1`, `日程第1`, `議題2`, `議題(2)`, `議案第1号`, `市第54号議案`.
  private static func named(_ line: HeadLine, _ start: Int) -> ItemMark? {
    let key = line.key
    let limit = min(key.count, start + 14)
    if let order = key[start..<limit].firstIndex(of: "第") {
      guard let number = Numerals.number(in: key, at: order + 1) else { return nil }
      var end = number.span.to
      let head = Array(key[start..<order])
      if head.isEmpty || head == HeadLine.fold("日程") || head == HeadLine.fold("議題") {
        if end < key.count, key[end] == "号",
          !head.isEmpty || key.starts(HeadLine.fold("号議案"), at: end)
        {
          end += 1
          if key.starts(HeadLine.fold("議案"), at: end) { end += 2 }
          return ItemMark(style: "案", ordinal: number.value, end: end)
        }
        guard end == key.count || line.gap(before: end) || ".、:".unicodeScalars.contains(key[end])
        else { return nil }
        if end < key.count, ".、:".unicodeScalars.contains(key[end]) { end += 1 }
        return ItemMark(style: "第", ordinal: number.value, end: end)
      }
      guard end < key.count, key[end] == "号", head.allSatisfy({ $0.isKanji || $0.isKatakana })
      else { return nil }
      end += 1
      if key.starts(HeadLine.fold("議案"), at: end) { end += 2 }
      guard end == key.count || line.gap(before: end) else { return nil }
      return ItemMark(style: "案", ordinal: number.value, end: end)
    }
    for word in itemWords where key.starts(word, at: start) {
      var place = start + word.count
      let bracket = place < key.count && key[place] == "("
      if bracket { place += 1 }
      guard let number = Numerals.number(in: key, at: place), number.value < 100 else { continue }
      var end = number.span.to
      if bracket {
        guard end < key.count, key[end] == ")" else { continue }
        end += 1
      }
      guard end == key.count || line.gap(before: end) || ".:、".unicodeScalars.contains(key[end])
      else { continue }
      if end < key.count, ".:、".unicodeScalars.contains(key[end]) { end += 1 }
      return ItemMark(style: "議題", ordinal: number.value, end: end)
    }
    return nil
  }

  /// `一、`: kanji digits and a comma; in records of the Diet every item bears 一.
  private static func listed(_ line: HeadLine, _ start: Int) -> ItemMark? {
    let key = line.key
    guard "一二三四五六七八九十".unicodeScalars.contains(key[start]),
      let number = Numerals.number(in: key, at: start), number.span.to - start <= 3,
      number.span.to + 1 < key.count, "、.".unicodeScalars.contains(key[number.span.to])
    else { return nil }
    return ItemMark(style: "一", ordinal: number.value, end: number.span.to + 1)
  }

  /// `1.`, `1)`, `1 …`, `I.`.
  private static func numbered(_ line: HeadLine, _ start: Int) -> ItemMark? {
    let key = line.key
    if let roman = Numerals.roman(in: key, at: start), roman.span.to <= key.count {
      let end = roman.span.to
      if end < key.count, ".、".unicodeScalars.contains(key[end]) {
        return ItemMark(style: "I", ordinal: roman.value, end: end + 1)
      }
      if end == key.count || line.gap(before: end), key[start].value > 0x7F {
        return ItemMark(style: "I", ordinal: roman.value, end: end)
      }
    }
    var end = start
    var value = 0
    while end < key.count, end - start < 3, let digit = key[end].digitValue {
      value = value * 10 + digit
      end += 1
    }
    guard end > start, end < key.count, value > 0 else { return nil }
    if end + 1 < key.count, key[end] == ".", key[end + 1].digitValue != nil,
      !line.gap(before: end + 1)
    {
      return nil
    }
    if ".、)".unicodeScalars.contains(key[end]) {
      return ItemMark(style: key[end] == ")" ? "1)" : "1.", ordinal: value, end: end + 1)
    }
    return line.gap(before: end) ? ItemMark(style: "1.", ordinal: value, end: end) : nil
  }

  /// `ア …`, `ア. …`.
  private static func kana(_ line: HeadLine, _ start: Int) -> ItemMark? {
    let next = start + 1
    guard next < line.count, let ordinal = kanaOrder(line.key[start]) else { return nil }
    if ".、)".unicodeScalars.contains(line.key[next]) {
      return ItemMark(style: "ア", ordinal: ordinal, end: next + 1)
    }
    return line.gap(before: next) ? ItemMark(style: "ア", ordinal: ordinal, end: next) : nil
  }

  private static func bullet(_ line: HeadLine, _ start: Int) -> ItemMark? {
    guard HeadMarks.bullets.contains(line.key[start]), start + 1 < line.count,
      line.key[start] != ":", line.key[start] != "※"
    else { return nil }
    return ItemMark(
      style: String(String.UnicodeScalarView([line.key[start]])), ordinal: nil, end: start + 1)
  }

  private static func kanaOrder(_ scalar: Unicode.Scalar) -> Int? {
    kanaOrdinals.firstIndex(of: scalar).map { $0 + 1 }
  }

  private static let kanaOrdinals = Array("アイウエオカキクケコサシスセソ".unicodeScalars)
  private static let itemWords = ["議題", "議事", "案件", "報告事項", "審議事項", "報告", "日程", "議案"]
    .map(HeadLine.fold)
}
