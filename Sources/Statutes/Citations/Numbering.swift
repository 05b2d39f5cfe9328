import JapaneseText

/// Numbers as citations write them, read from a folded text without blanks.
enum Numbering {
  /// A number and where it ends.
  struct Plain: Sendable {
    let value: Int
    let end: Int
  }

  /// ASCII digits or kanji numerals (positional 二十三 or digit by digit 二〇二五) at an offset.
  static func plain(in text: Scalars, at start: Int) -> Plain? {
    guard start < text.count else { return nil }
    if text[start].isASCIIDigit {
      var value = 0
      var index = start
      while index < text.count, text[index].isASCIIDigit {
        value = value * 10 + Int(text[index].value - 0x30)
        index += 1
        if index - start > 6 { return nil }
      }
      return Plain(value: value, end: index)
    }
    return kanji(in: text, at: start)
  }

  private static func kanji(in text: Scalars, at start: Int) -> Plain? {
    var total = 0
    var pending = 0
    var digits = 0
    var units = false
    var index = start
    loop: while index < text.count {
      switch text[index] {
      case "〇", "零": pending *= 10
      case "一": pending = pending * 10 + 1
      case "二": pending = pending * 10 + 2
      case "三": pending = pending * 10 + 3
      case "四": pending = pending * 10 + 4
      case "五": pending = pending * 10 + 5
      case "六": pending = pending * 10 + 6
      case "七": pending = pending * 10 + 7
      case "八": pending = pending * 10 + 8
      case "九": pending = pending * 10 + 9
      case "十", "百", "千":
        let unit = text[index] == "十" ? 10 : text[index] == "百" ? 100 : 1000
        total += (digits == 0 ? 1 : pending) * unit
        pending = 0
        digits = 0
        units = true
        index += 1
        continue loop
      default: break loop
      }
      digits += 1
      index += 1
      if index - start > 12 { return nil }
    }
    guard index > start, !units || digits <= 1 else { return nil }
    return Plain(value: total + pending, end: index)
  }

  /// Branches の二 or の2 behind a number: `_2_2`, and where they end.
  ///
  /// A branch is not taken where another unit follows it (第28条の2項 is read as 28条 + 2項 by
  /// nobody; 第3条の2つの, 第3条の1年 are no branches).
  static func branches(in text: Scalars, at start: Int) -> (suffix: String, end: Int) {
    var suffix = ""
    var index = start
    while index < text.count, text[index] == "の", let number = plain(in: text, at: index + 1),
      number.value > 0, !isCounted(text, at: number.end)
    {
      suffix += "_\(number.value)"
      index = number.end
    }
    return (suffix, index)
  }

  /// Whether a counter or a unit follows, so that the number before it counts something.
  private static func isCounted(_ text: Scalars, at index: Int) -> Bool {
    guard index < text.count else { return false }
    if "かヶヵケカ".unicodeScalars.contains(text[index]) {
      return index + 1 < text.count && "所月国年村条".unicodeScalars.contains(text[index + 1])
    }
    return counters.contains(text[index])
  }

  private static let counters: Set<Unicode.Scalar> = Set(
    "つ点年月日人者回件個社割%万億時分箇以部種章節級次番方度倍行列段枚頁ページ項".unicodeScalars)
}
