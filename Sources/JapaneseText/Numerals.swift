/// A number as it is written in a text.
package struct NumberMatch: Hashable, Sendable {
  package var span: TextSpan
  package var value: Int

  package init(span: TextSpan, value: Int) {
    self.span = span
    self.value = value
  }
}

/// Reads numbers in the forms of Japanese documents.
package enum Numerals {
  /// The number that starts exactly at `start`; nil if none does or if it is beyond `Int`.
  ///
  /// Reads `86`, `８６`, `100,000`, `10万`, `1億2,000万`, 二十三, 百十八, 千二百, 二〇二五
  /// and 二○二五年. What stands before `start` is not looked at, and neither is the meaning:
  /// 千 of 千葉 reads as 1000, the caller knows what may be counted.
  package static func number(in text: Scalars, at start: Int) -> NumberMatch? {
    var index = start
    var total = 0
    var lastUnit = Int.max
    var accepted: NumberMatch?
    while let section = section(in: text, at: index) {
      index = section.span.to
      guard index < text.count, let unit = largeUnit(text[index]), unit < lastUnit else {
        // `1億2` with nothing behind reads as 100,000,002.
        let sum = total.addingReportingOverflow(section.value)
        return sum.overflow
          ? accepted : NumberMatch(span: TextSpan(start, index), value: sum.partialValue)
      }
      let product = section.value.multipliedReportingOverflow(by: unit)
      let sum = total.addingReportingOverflow(product.partialValue)
      guard !product.overflow, !sum.overflow else { return accepted }
      total = sum.partialValue
      lastUnit = unit
      index += 1
      accepted = NumberMatch(span: TextSpan(start, index), value: total)
    }
    return accepted
  }

  private static func largeUnit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "万", "萬": 10_000
    case "億": 100_000_000
    case "兆": 1_000_000_000_000
    default: nil
    }
  }

  private static func smallUnit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十": 10
    case "百": 100
    case "千": 1000
    default: nil
    }
  }

  /// The value of a kanji digit, 〇 to 九.
  static func kanjiDigit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "零": 0
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  /// The part of a number up to the next 万, 億 or 兆.
  private static func section(in text: Scalars, at start: Int) -> NumberMatch? {
    var index = start
    var total = 0
    var lastUnit = 10_000
    var isRead = false
    while index < text.count {
      let digits = digits(in: text, at: index)
      let next = digits?.span.to ?? index
      guard next < text.count, let unit = smallUnit(text[next]), unit < lastUnit else {
        if let digits, digits.value < lastUnit || !isRead {
          guard case let (sum, overflow) = total.addingReportingOverflow(digits.value), !overflow
          else { return nil }
          total = sum
          index = next
          isRead = true
        }
        break
      }
      if let digits, digits.value > 9, text[index].digitValue == nil { return nil }
      let product = (digits?.value ?? 1).multipliedReportingOverflow(by: unit)
      guard !product.overflow else { return nil }
      total += product.partialValue
      lastUnit = unit
      index = next + 1
      isRead = true
    }
    return isRead ? NumberMatch(span: TextSpan(start, index), value: total) : nil
  }

  /// A run of digits of one kind: ASCII and full width with commas, or kanji digit by digit.
  private static func digits(in text: Scalars, at start: Int) -> NumberMatch? {
    text[start].digitValue == nil
      ? kanjiDigits(in: text, at: start) : arabicDigits(in: text, at: start)
  }

  private static func arabicDigits(in text: Scalars, at start: Int) -> NumberMatch? {
    var index = start
    var value = 0
    while index < text.count, let digit = text[index].digitValue {
      guard value < Int.max / 100 else { return nil }
      value = value * 10 + digit
      index += 1
    }
    guard index - start <= 3 else { return NumberMatch(span: TextSpan(start, index), value: value) }
    while let group = commaGroup(in: text, at: index) {
      guard value < Int.max / 10_000 else { return nil }
      value = value * 1000 + group
      index += 4
    }
    return NumberMatch(span: TextSpan(start, index), value: value)
  }

  /// The three digits behind a comma at `comma`; nil if there are fewer or more.
  private static func commaGroup(in text: Scalars, at comma: Int) -> Int? {
    guard comma + 3 < text.count, text[comma] == "," || text[comma] == "，",
      comma + 4 >= text.count || text[comma + 4].digitValue == nil
    else { return nil }
    var value = 0
    for index in comma + 1...comma + 3 {
      guard let digit = text[index].digitValue else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  private static func kanjiDigits(in text: Scalars, at start: Int) -> NumberMatch? {
    var index = start
    var value = 0
    while index < text.count {
      guard let digit = kanjiDigit(text[index]) ?? roundZero(in: text, at: index, from: start)
      else { break }
      guard value < Int.max / 100 else { return nil }
      value = value * 10 + digit
      index += 1
    }
    return index > start ? NumberMatch(span: TextSpan(start, index), value: value) : nil
  }

  /// ○ and ◯ stand for 〇 inside a number only: 二○二五, 二○○○年.
  private static func roundZero(in text: Scalars, at index: Int, from start: Int) -> Int? {
    guard index > start, text[index] == "○" || text[index] == "◯" else { return nil }
    var next = index + 1
    while next < text.count, text[next] == "○" || text[next] == "◯" { next += 1 }
    guard next < text.count, kanjiDigit(text[next]) != nil || text[next] == "年" else { return nil }
    return 0
  }


  /// The value of a number in a circle, ① to ㊿, ⓪, ❶ and ➀; nil for any other sign.
  package static func circled(_ scalar: Unicode.Scalar) -> Int? {
    let value = Int(scalar.value)
    return switch value {
    case 0x2460...0x2473: value - 0x2460 + 1
    case 0x3251...0x325F: value - 0x3251 + 21
    case 0x32B1...0x32BF: value - 0x32B1 + 36
    case 0x24EA: 0
    case 0x2776...0x277F: value - 0x2776 + 1
    case 0x24EB...0x24F4: value - 0x24EB + 11
    case 0x24F5...0x24FE: value - 0x24F5 + 1
    case 0x2780...0x2789: value - 0x2780 + 1
    case 0x278A...0x2793: value - 0x278A + 1
    default: nil
    }
  }

  /// The roman number that starts at `start`: Ⅰ, ⅳ, XII, ii, Ｉ; up to 39, of one letter case.
  ///
  /// Latin letters count only as a whole word. Nil where none starts.
  package static func roman(in text: Scalars, at start: Int) -> NumberMatch? {
    guard start < text.count else { return nil }
    if let value = romanSign(text[start]) {
      // Ⅹ may be followed by the sign of the units: ⅩⅠ.
      if value == 10, start + 1 < text.count, let units = romanSign(text[start + 1]), units < 10 {
        return NumberMatch(span: TextSpan(start, start + 2), value: 10 + units)
      }
      return NumberMatch(span: TextSpan(start, start + 1), value: value)
    }
    guard start == 0 || latin(text[start - 1]) == nil else { return nil }
    var end = start
    var letters: [UInt8] = []
    while end < text.count, letters.count < 8, let letter = latin(text[end]) {
      letters.append(letter)
      end += 1
    }
    guard end == text.count || latin(text[end]) == nil, let value = romanValue(letters) else {
      return nil
    }
    return NumberMatch(span: TextSpan(start, end), value: value)
  }

  private static func romanSign(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x2160...0x216B: Int(scalar.value) - 0x2160 + 1
    case 0x2170...0x217B: Int(scalar.value) - 0x2170 + 1
    default: nil
    }
  }

  /// The ASCII letter of either width.
  private static func latin(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: UInt8(scalar.value)
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: UInt8(scalar.value - 0xFEE0)
    default: nil
    }
  }

  private static func romanValue(_ letters: [UInt8]) -> Int? {
    let isUpper = letters.allSatisfy { $0 < 0x61 }
    guard isUpper || letters.allSatisfy({ $0 >= 0x61 }) else { return nil }
    let word = letters.map { $0 | 0x20 }
    let units = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    for tens in 0...3 {
      for (unit, written) in units.enumerated() where tens + unit > 0 {
        if word == Array((String(repeating: "x", count: tens) + written).utf8) {
          return tens * 10 + unit
        }
      }
    }
    return nil
  }
}
