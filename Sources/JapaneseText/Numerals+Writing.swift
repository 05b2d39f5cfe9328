extension Numerals {
  /// The number in kanji with its units, 〇 for 0: 五十八, 千二百, 三億五千万.
  package static func kanji(_ value: Int) -> String {
    guard value > 0 else { return value == 0 ? "〇" : "−" + kanji(-value) }
    var text = ""
    var rest = value
    for (unit, sign) in [(1_000_000_000_000, "兆"), (100_000_000, "億"), (10_000, "万"), (1, "")]
    where rest >= unit {
      text += section(rest / unit, before: sign) + sign
      rest %= unit
    }
    return text
  }

  /// A number below 10,000; 一 stands before 千 only in front of a larger unit.
  private static func section(_ value: Int, before sign: String) -> String {
    if value >= 10_000 { return kanji(value) }
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    var text = ""
    var rest = value
    for (unit, name) in [(1_000, "千"), (100, "百"), (10, "十")] where rest >= unit {
      let digit = rest / unit
      text += (digit > 1 || unit == 1_000 && !sign.isEmpty ? digits[digit] : "") + name
      rest %= unit
    }
    return text + digits[rest]
  }

  /// The number in digits with a comma before every three: 100,000.
  package static func grouped(_ value: Int) -> String {
    let digits = String(value)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0, text != "-" { text += "," }
      text.append(digit)
    }
    return text
  }
}
