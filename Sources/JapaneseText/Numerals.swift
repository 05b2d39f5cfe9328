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
    // 〇 opens no number: it is the mark before a speaker (〇二宮委員) or a blank (〇〇委員).
    if text[start] == "〇" { return nil }
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
}
