/// Compares and prints names of persons as minutes write them.
package enum PersonName {
  /// The form in which two writings of a name are equal: no blanks, widths and variants folded.
  package static func key(_ name: String) -> String {
    String(key(name.scalars))
  }

  /// Whether a surname (内田) begins the full name (内田 真人, 内田真人, 内　田　真　人).
  ///
  /// Where blanks part surname and given name, the surname must be the whole first part: 田 does
  /// not begin 田中 一郎.
  package static func surname(_ surname: String, begins fullName: String) -> Bool {
    given(behind: surname, in: fullName) != nil
  }

  /// The same with what a label adds to tell namesakes apart: 五十嵐（則）, 渡邉(光).
  package static func matches(surname: String, hint: String?, fullName: String) -> Bool {
    guard let given = given(behind: surname, in: fullName) else { return false }
    guard let hint = hint.map({ key($0.scalars) }), !hint.isEmpty else { return true }
    return given.starts(with: hint)
  }

  /// The name in one form: surname and given name parted by one half-width blank where the print
  /// tells them apart, else closed up.
  ///
  /// `相田　仁` → 相田 仁, `高　木　信　明` → 高木信明, `つ　た　えりな` → つた えりな.
  package static func display(_ printed: String) -> String {
    parts(printed.scalars).map { String($0) }.joined(separator: " ")
  }

  private static func key(_ name: Scalars) -> Scalars {
    FoldedText(name, blanks: .dropAll).scalars
  }

  /// The folded given name; nil where the name does not begin with the surname.
  private static func given(behind surname: String, in fullName: String) -> Scalars? {
    let surname = key(surname.scalars)
    let parts = parts(fullName.scalars).map { key($0) }
    guard !surname.isEmpty, let first = parts.first else { return nil }
    let whole = Scalars(parts.joined())
    if whole == surname { return [] }
    if parts.count > 1 { return first == surname ? Scalars(parts.dropFirst().joined()) : nil }
    return whole.starts(surname, at: 0) ? Scalars(whole.dropFirst(surname.count)) : nil
  }

  /// The parts of a name as printed, letter spacing closed up; one part where they cannot be told.
  static func parts(_ printed: Scalars) -> [Scalars] {
    var tokens: [Scalars] = []
    var gaps: [Int] = []
    var gap = 0
    for scalar in printed {
      if scalar.isSpace {
        gap += scalar == "\u{3000}" || scalar.isLineEnd ? 2 : 1
      } else if gap > 0 || tokens.isEmpty {
        if !tokens.isEmpty { gaps.append(gap) }
        tokens.append([scalar])
        gap = 0
      } else {
        tokens[tokens.count - 1].append(scalar)
      }
    }
    guard tokens.count > 2, !tokens.contains(where: { $0.contains(where: \.isASCII) }) else {
      return tokens
    }
    let widest = gaps.max() ?? 0
    if gaps.min() != widest, gaps.count(where: { $0 == widest }) == 1,
      let split = gaps.firstIndex(of: widest)
    {
      return [Scalars(tokens[...split].joined()), Scalars(tokens[(split + 1)...].joined())]
    }
    if tokens.allSatisfy({ $0.count == 1 }) { return [Scalars(tokens.joined())] }
    let last = tokens.count - 1
    if tokens[..<last].allSatisfy({ $0.count == 1 }) {
      return [Scalars(tokens[..<last].joined()), tokens[last]]
    }
    if tokens[1...].allSatisfy({ $0.count == 1 }) {
      return [tokens[0], Scalars(tokens[1...].joined())]
    }
    return tokens
  }
}
