import JapaneseText

/// The number before an item of an HTML list, as a browser prints it.
enum ListNumber {
  /// `3. `, `c. `, `iii. ` by the type of the list (`1`, `a`, `A`, `i`, `I`).
  static func label(_ value: Int, type: String) -> Scalars {
    let number =
      switch type {
      case "a" where value > 0: letters(value)
      case "A" where value > 0: letters(value).uppercased()
      case "i" where (1...3999).contains(value): roman(value)
      case "I" where (1...3999).contains(value): roman(value).uppercased()
      default: "\(value)"
      }
    return (number + ". ").scalars
  }

  private static func letters(_ value: Int) -> String {
    var rest = value
    var letters: [Unicode.Scalar] = []
    while rest > 0 {
      rest -= 1
      letters.insert(Unicode.Scalar(UInt8(0x61 + rest % 26)), at: 0)
      rest /= 26
    }
    return String(letters)
  }

  private static func roman(_ value: Int) -> String {
    let signs = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = value
    var roman = ""
    for (amount, sign) in signs {
      while rest >= amount {
        roman += sign
        rest -= amount
      }
    }
    return roman
  }
}
