import Deliberation
import JapaneseText

extension LabelGrammar {
  /// A label without brackets: [organisation] [name] [section] title.
  func plain(_ words: Scalars) -> LabelParts {
    var parts = LabelParts()
    let pieces = words.split(whereSeparator: \.isBlank).map(Array.init)
    guard let last = pieces.last else { return parts }
    guard let role = lexicon.role(endOf: last) else { return nameOnly(words, pieces) }
    var stem = Array(last.dropLast(role.word.count))
    var before = Array(pieces.dropLast())
    if stem.isEmpty, let name = before.popLast() { stem = name }
    if role.roleClass != .person || before.first.map({ lexicon.role(endOf: $0) == nil }) ?? true,
      before.first.flatMap({ seatNumber($0) }) == nil,
      (1...3).contains(stem.count), before.count == 1, let surname = before.first,
      (1...3).contains(surname.count), (surname + stem).allSatisfy({ $0.isKanji || $0.isKana }),
      !lexicon.isBody(surname), !lexicon.isUnit(surname, at: 0), !isKnownSurname(stem),
      !lexicon.isUnit(stem, at: 0), role.roleClass != .group
    {
      // 植竹　貴副区長: surname and given name parted by a blank
      parts.name = String(surname) + " " + String(stem)
      parts.isFullName = true
      parts.roleClass = role.roleClass
      parts.kindByTitle = role.kind
      parts.role = role.roleClass == .person ? nil : String(role.word)
      parts.strength = 2
      return parts
    }
    parts.roleClass = role.roleClass
    parts.kindByTitle = role.kind
    parts.role = role.roleClass == .person ? nil : String(role.word)
    if role.roleClass == .person, before.count == 1, let office = before.first,
      let title = lexicon.role(endOf: office), title.roleClass != .person,
      stem.count >= 2, stem.allSatisfy({ $0.isKanji || $0.isKana })
    {
      // 委員長　霧島健一君: the office, then the name
      var parts = plain(office)
      guard parts.name == nil else { return parts }
      parts.name = String(stem)
      parts.isFullName = stem.count >= 3 && !lexicon.isSurname(stem) || isKnownName(stem)
      parts.role = String(office)
      return parts
    }
    if role.roleClass == .person, before.count == 1, let seat = before.first,
      let number = seatNumber(seat)
    {
      // ３番　多良健君
      parts.name = String(stem)
      parts.isFullName = stem.count >= 3 && !lexicon.isSurname(stem) || isKnownName(stem)
      parts.role = number
      parts.roleClass = .seat
      parts.kindByTitle = .member
      parts.strength = 2
      return parts
    }
    if !before.isEmpty { parts.organisation = String(before.joined(separator: " ".scalars)) }
    parts.strength = 2
    if stem.isEmpty {
      if role.roleClass == .person { parts.strength = 0 }
      return parts
    }
    return stemmed(parts, stem: stem, role: role)
  }

  /// What stands before the title: a name, a section, or both.
  private func stemmed(_ base: LabelParts, stem: Scalars, role: RoleLexicon.Role) -> LabelParts {
    var parts = base
    if lexicon.isStop(stem) || stem.allSatisfy({ !$0.isKanji && !$0.isKana && !$0.isLetterLike }) {
      if let seat = seatNumber(stem) {
        parts.role = seat + String(role.word)
        return parts
      }
      return LabelParts()
    }
    if isKnownName(stem) {
      parts.name = String(stem)
      parts.isFullName = true
      return parts
    }
    if stem.count == 1, stem[0].isLetterLike, role.roleClass == .seat {
      // A委員: a letter in place of the name
      return parts
    }
    if let final = stem.last, "はをがのにでと、もやへ".unicodeScalars.contains(final), stem.count > 1,
      !isKnownSurname(stem), !stem.dropLast().contains(where: { $0.isHiragana }) || final != "と"
    {
      return LabelParts()
    }
    switch role.roleClass {
    case .office, .chair:
      return sectioned(parts, stem: stem, role: role)
    case .group:
      if lexicon.isBody(stem) || stem.count > 4 {
        parts.organisation = String(stem)
        parts.role = String(role.word)
      } else {
        parts.name = String(stem)
      }
    case .seat, .person:
      if role.roleClass == .seat, stem.count > 4, lexicon.isBody(stem) || stem.contains("・") {
        // 廣本公認会計士・監査審査会委員: a seat on another body
        let cut = surnameLength(stem)
        if cut > 0, cut < stem.count, lexicon.isUnit(stem, at: cut) {
          return sectioned(parts, stem: stem, role: role)
        }
      }
      guard stem.count <= 10 else { return LabelParts() }
      if lexicon.isBody(stem), stem.count > 2, !isKnownSurname(stem) {
        parts.organisation = String(stem)
        return parts
      }
      parts.name = String(stem)
      parts.isFullName =
        stem.count >= (role.roleClass == .person ? 3 : 4) && !isKnownSurname(stem)
        && !lexicon.isSurname(stem)
        && !stem.contains { $0.isLetterLike }
    }
    return parts
  }

  /// 栗田企業開示課長 → 栗田 + 企業開示課長; 総務部長 → 総務部長 without a name.
  func sectioned(
    _ base: LabelParts, stem: Scalars, role: RoleLexicon.Role
  ) -> LabelParts {
    var parts = base
    guard stem.count <= 30 else { return LabelParts() }
    if isPersonal(role), (4...8).contains(stem.count), !isKnownSurname(Array(stem.prefix(2))),
      !isKnownSurname(Array(stem.prefix(3))),
      !stem.indices.contains(where: { lexicon.isUnit(stem, at: $0) }), !lexicon.isBody(stem)
    {
      // 伊藤よしのり議長: no section stands between the name and the post
      parts.name = String(stem)
      parts.isFullName = true
      return parts
    }
    let cut = surnameLength(stem)
    if cut == 0 {
      parts.role = String(stem + role.word)
      return parts
    }
    parts.name = String(stem[..<cut])
    parts.hasWholeStem = cut == stem.count
    parts.role = String(stem[cut...] + role.word)
    return parts
  }

  /// Posts that belong to the whole body, so that no section is named with them.
  private func isPersonal(_ role: RoleLexicon.Role) -> Bool {
    Self.personal.contains {
      role.word.count >= $0.count && role.word.starts($0, at: role.word.count - $0.count)
    }
  }

  private static let personal = [
    "議長", "副議長", "区長", "市長", "町長", "村長", "知事", "教育長", "事務局長", "会長", "座長", "主査",
  ].map(\.scalars)

  /// How many scalars of the stem are the surname; 0 where the whole is a section.
  private func surnameLength(_ stem: Scalars) -> Int {
    for length in stride(from: min(4, stem.count), through: 1, by: -1)
    where isKnownSurname(Array(stem[..<length])) {
      return length
    }
    if lexicon.isUnit(stem, at: 0) { return 0 }
    let lengths = [3, 2, 1].filter { $0 < stem.count }
    for length in lengths where length != 3 || lexicon.isSurname(Array(stem[..<3])) {
      if length == 1, !lexicon.isSurname(Array(stem[..<1])) { continue }
      if lexicon.isUnit(stem, at: length) { return length }
    }
    if stem.count > 3, lexicon.isUnit(stem, at: 3) { return 3 }
    if stem.count <= 3 { return stem.count }
    if lexicon.isSurname(Array(stem[..<3])) { return 3 }
    return lexicon.isBody(stem) ? 0 : 2
  }

  /// A label without a title: a name of the attendance, a nickname, or words that could be a name.
  private func nameOnly(_ words: Scalars, _ pieces: [Scalars]) -> LabelParts {
    var parts = LabelParts()
    let name = Array(pieces.joined())
    if isKnownName(name) {
      parts.name = String(name)
      parts.isFullName = true
      parts.strength = 2
      return parts
    }
    if isKnownSurname(name), name.count >= 2 {
      parts.name = String(name)
      parts.strength = 1
      return parts
    }
    if name.count >= 4, isKnownOrganisation(name) {
      parts.organisation = String(name)
      parts.strength = 2
      return parts
    }
    guard !lexicon.isField(words), (1...24).contains(words.count) else { return parts }
    if let last = name.last, "長官員監者役士付補事佐".unicodeScalars.contains(last), name.count >= 3,
      name.allSatisfy({ $0.isKanji || $0.isKatakana }), !lexicon.isStop(Array(name.dropLast()))
    {
      // a title that the lexicon does not hold: 大塚出納長
      let title = RoleLexicon.Role(word: [last], roleClass: .office, kind: nil)
      parts = sectioned(parts, stem: Array(name.dropLast()), role: title)
      parts.roleClass = .office
      parts.hasUnknownTitle = true
      parts.strength = 1
      return parts
    }
    let isLatin = words.allSatisfy {
      $0.isLetterLike || $0.isBlank || $0.isDigitLike || "-_.'@".unicodeScalars.contains($0)
    }
    if words.allSatisfy({ $0 == "?" }) {
      parts.strength = 1
      return parts
    }
    if isLatin, words.contains(where: \.isLetterLike), pieces.count <= 3 {
      parts.name = String(words)
      parts.strength = 1
    }
    return parts
  }

  /// `１３番` before 議員.
  func seatNumber(_ stem: Scalars) -> String? {
    guard stem.last == "番", stem.dropLast().allSatisfy({ $0.digitValue != nil }), stem.count > 1
    else { return nil }
    return String(stem)
  }

  /// Whether words name an attending organisation, its legal form left out or not.
  func isKnownOrganisation(_ name: Scalars) -> Bool {
    guard !knownOrganisations.isEmpty else { return false }
    let key = FoldedText(name, blanks: .dropAll).scalars
    return knownOrganisations.contains { $0.count >= key.count && $0.ends([key]) }
  }

  func isKnownName(_ name: Scalars) -> Bool {
    !knownNames.isEmpty && knownNames.contains(PersonName.key(String(name)))
  }

  func isKnownSurname(_ name: Scalars) -> Bool {
    !knownSurnames.isEmpty && knownSurnames.contains(PersonName.key(String(name)))
  }
}

extension Unicode.Scalar {
  /// A Latin letter of either width.
  var isLetterLike: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  var isDigitLike: Bool { digitValue != nil }
}
