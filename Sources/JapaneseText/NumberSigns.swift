extension Numerals {
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
    // Most places hold no letter at all, and most words a letter that no numeral has.
    guard !letters.isEmpty,
      letters.allSatisfy({ $0 | 0x20 == 0x69 || $0 | 0x20 == 0x76 || $0 | 0x20 == 0x78 })
    else { return nil }
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
