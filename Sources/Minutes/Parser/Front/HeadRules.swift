import JapaneseText

/// Lines that part the head: rules of dashes, dots and the like.
enum HeadRules {
  static func isRule(_ line: HeadLine) -> Bool {
    guard line.count >= 3 else { return false }
    return line.key.allSatisfy {
      "|-=―─━…‥・*_~◇◆ー－＝．.◯○".unicodeScalars.contains($0) || (0x2500...0x257F).contains($0.value)
    }
  }
}
