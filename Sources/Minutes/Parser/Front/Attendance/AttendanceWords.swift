import JapaneseText

extension HeadLexicon {
  /// Whether words tell how somebody took part: オンライン, 会議室.
  func isPresence(_ key: Scalars) -> Bool {
    key.count <= 14
      && (roleWords["presence online"]?.first(in: key) != nil
        || roleWords["presence onsite"]?.value(of: key) != nil)
  }
}

extension HeadLine {
  /// The bracket that the last scalar closes.
  var lastOpening: Int? {
    for place in key.indices.reversed() where Self.closing(key[place]) != nil {
      if close(of: place) == count { return place }
    }
    return nil
  }

  /// Without signs at both ends.
  func trimmed(of signs: String) -> HeadLine {
    var from = 0
    var to = count
    while from < to, signs.unicodeScalars.contains(key[from]) { from += 1 }
    while to > from, signs.unicodeScalars.contains(key[to - 1]) { to -= 1 }
    return part(from, to)
  }

  /// `b4`, `m1`: a letter and a number.
  var isCode: Bool {
    guard let first = key.first, let last = key.last, count <= 4 else { return false }
    return first.properties.isAlphabetic && last.isASCIIDigit && key.allSatisfy(\.isASCII)
  }

  /// Without 君, 氏, さん at the end.
  var withoutHonorific: HeadLine {
    guard let words = HeadLexicon.current.roleWords["honorific"],
      let found = words.suffix(of: key, from: 0, to: count), count - found.length >= 1
    else { return self }
    return part(0, count - found.length)
  }

  /// Several lines as one; ends of lines count as blanks.
  static func joined(_ lines: [HeadLine]) -> HeadLine? {
    guard let first = lines.first else { return nil }
    return lines.dropFirst().reduce(first) { $0.appending($1) }
  }
}
