/// The numbers of statements inside a record, which are never given out twice.
enum StatementNumbers {
  /// Numbers for the statements of a record in reading order.
  ///
  /// - Parameters:
  ///   - kept: For each statement the number that it keeps, nil for a new one.
  ///   - used: Every number that the record ever gave out, withdrawn ones too.
  /// - Returns: The kept numbers, and for new statements the next whole number at the end, and
  ///   between others the number before it with the next free letter (`12a`).
  static func assign(kept: [String?], used: Set<String>) -> [String] {
    var used = used
    var highest = used.map(whole).max() ?? 0
    let lastKept = kept.lastIndex { $0 != nil } ?? -1
    var previous = 0
    return kept.enumerated().map { index, number in
      if let number {
        previous = whole(number)
        return number
      }
      if index > lastKept {
        highest += 1
        used.insert("\(highest)")
        return "\(highest)"
      }
      var letter = 1
      while used.contains("\(previous)\(letters(letter))") { letter += 1 }
      let fresh = "\(previous)\(letters(letter))"
      used.insert(fresh)
      return fresh
    }
  }

  /// The whole part of a number: 12 of `12a`.
  static func whole(_ number: String) -> Int {
    Int(number.prefix { ("0"..."9").contains($0) }) ?? 0
  }

  /// The nth of a … z, aa, ab ….
  private static func letters(_ ordinal: Int) -> String {
    var rest = ordinal
    var word = ""
    while rest > 0 {
      rest -= 1
      word = String(UnicodeScalar(UInt8(0x61 + rest % 26))) + word
      rest /= 26
    }
    return word
  }
}
