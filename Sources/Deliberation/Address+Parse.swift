import JapaneseText

extension Address {
  /// Reads an address as people write it.
  ///
  /// Digits of any width, `第86回` for `86`, blanks around the joints and a body that is left out
  /// are accepted; whether the address names anything is for the store to say.
  ///
  /// - Throws: `AddressError` with the reason and the forms there are.
  package static func parse(_ text: String) throws(AddressError) -> Address {
    let written = text.scalars.filter { $0 != "\u{FEFF}" }
    var rest = trimmed(written[...])
    guard !rest.isEmpty else { throw AddressError(text: text, reason: "it is empty") }
    var part: AddressPart?
    if let sharp = rest.lastIndex(where: { $0 == "#" || $0 == "＃" }),
      let statement = statementPart(narrowed(rest[(sharp + 1)...]))
    {
      part = statement
      rest = trimmed(rest[..<sharp])
    }
    let pieces = rest.split(separator: "/", omittingEmptySubsequences: false).map(trimmed)
    guard let place = pieces.firstIndex(where: { designator(narrowed($0)) != nil }),
      let (meeting, record) = designator(narrowed(pieces[place]))
    else {
      throw AddressError(text: text, reason: "it names no meeting by number or date")
    }
    let behind = pieces[(place + 1)...]
    if let last = behind.first {
      guard behind.count == 1, part == nil, let path = AgendaPath(narrowed(last)) else {
        throw AddressError(
          text: text, reason: "`\(String(last))` behind the meeting is no agenda item")
      }
      part = .agenda(path)
    }
    let body = pieces[..<place].map { String($0) }.joined(separator: "/")
    return Address(
      body: place == 0 ? nil : body, meeting: meeting, record: record, part: part)
  }

  /// `12`, `12a`, `12.3`.
  private static func statementPart(_ text: String) -> AddressPart? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let number = parts.first, isStatementNumber(number) else { return nil }
    switch parts.count {
    case 1: return .statement(String(number))
    case 2:
      guard let sentence = Int(parts[1]), sentence > 0 else { return nil }
      return .sentence(statement: String(number), sentence: sentence)
    default: return nil
    }
  }

  private static func isStatementNumber(_ text: Substring) -> Bool {
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    return !digits.isEmpty
      && text.utf8.dropFirst(digits.count).allSatisfy { (0x61...0x7A).contains($0) }
  }

  /// `86`, `第86回`, `212-5`, `2025-05-13`, `2025-05-13.2`, `nodate`, each with `~2` or without.
  private static func designator(_ text: String) -> (MeetingDesignator, record: Int)? {
    let halves = text.split(separator: "~", omittingEmptySubsequences: false)
    guard let name = halves.first, halves.count <= 2 else { return nil }
    var record = 1
    if halves.count == 2 {
      guard let ordinal = Int(halves[1]), ordinal > 0 else { return nil }
      record = ordinal
    }
    var word = name
    if word.hasPrefix("第") { word = word.dropFirst() }
    if word.hasSuffix("回") { word = word.dropLast() }
    if let number = positive(word) { return (.number(number), record) }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, let session = positive(parts[0]), let number = positive(parts[1]) {
      return (.sessionNumber(session: session, number: number), record)
    }
    let dated = word.split(separator: ".", omittingEmptySubsequences: false)
    guard let day = dated.first, dated.count <= 2 else { return nil }
    var sequence = 1
    if dated.count == 2 {
      guard let ordinal = positive(dated[1]) else { return nil }
      sequence = ordinal
    }
    if day == "nodate" { return (.undated(sequence: sequence), record) }
    guard parts.count == 3, let date = CalendarDate(String(day)) else { return nil }
    return (.date(date, sequence: sequence), record)
  }

  private static func positive(_ text: Substring) -> Int? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), number > 0
    else { return nil }
    return number
  }

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var slice = scalars
    while slice.first?.isSpace == true { slice.removeFirst() }
    while slice.last?.isSpace == true { slice.removeLast() }
    return slice
  }

  /// The signs of addresses and digits in half width, without blanks.
  private static func narrowed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var narrow: Scalars = []
    for scalar in scalars where !scalar.isSpace {
      if let digit = scalar.digitValue, let ascii = Unicode.Scalar(0x30 + UInt32(digit)) {
        narrow.append(ascii)
        continue
      }
      switch scalar {
      case "～", "〜": narrow.append("~")
      case "．": narrow.append(".")
      case "－", "−", "‐", "–": narrow.append("-")
      default: narrow.append(scalar)
      }
    }
    return String(narrow)
  }
}

/// Why a text is no address; the description tells the forms there are.
package struct AddressError: Error, Hashable, Sendable, CustomStringConvertible {
  package var text: String
  package var reason: String

  package init(text: String, reason: String) {
    self.text = text
    self.reason = reason
  }

  package var description: String {
    """
    `\(text)` is no address: \(reason); addresses look like BODY/86, BODY/86/1.2 (agenda item), \
    BODY/86#12 (statement), BODY/2025-05-13
    """
  }
}
