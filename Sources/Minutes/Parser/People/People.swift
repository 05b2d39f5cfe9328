import Deliberation
import JapaneseText

/// Leads labels back to the people of the attendance list.
struct People {
  /// What a label came to.
  struct Resolution {
    var person: PersonID?
    var name: String?
    var kind: SpeakerKind
    var organisation: String?
    var attendee: Int?
    /// How many attendees could be meant, where not exactly one is.
    var candidates = 0
    /// The label names somebody by surname and nobody could be found.
    var isOpen = false
  }

  let attendance: [Attendee]
  /// The names of the attendees in the form in which they are compared.
  private let keys: [Scalars?]
  private let bodyScope: String
  /// A 議長 can sit among the members: no committee.
  private let isPlenary: Bool
  private var known: [LabelParts: Resolution] = [:]

  init(attendance: [Attendee], bodies: [[String]]) {
    let scope = bodies.map { $0.joined(separator: "/") }.joined(separator: "＋")
    bodyScope = scope
    isPlenary = !bodies.contains { path in
      ["委員会", "部会", "分科会", "審議会"].contains { path.last?.hasSuffix($0) ?? false }
    }
    keys = attendance.map { $0.name.map { PersonName.key($0).scalars } }
    self.attendance = attendance.map { attendee in
      var attendee = attendee
      if let name = attendee.name, attendee.hasFullName {
        attendee.person = PersonID.make(
          name: name,
          scope: Self.scope(SpeakerKind(attendee.kind), attendee.organisation, body: scope))
      }
      return attendee
    }
  }

  /// The scope within which a name means one person (see `PersonID.make`).
  private static func scope(_ kind: SpeakerKind, _ organisation: String?, body: String) -> String {
    if let organisation, !kind.isMember { return organisation }
    return body
  }

  /// Whether somebody of this surname is on the list.
  func knows(surname: String) -> Bool {
    attendance.contains { attendee in
      attendee.name.map { PersonName.matches(surname: surname, hint: nil, fullName: $0) } ?? false
    }
  }

  /// Somebody whom the list does not name and the words of the meeting do.
  func introduced(_ name: String, _ statement: Statement) -> PersonID {
    PersonID.make(
      name: name, scope: Self.scope(statement.kind, statement.organisation, body: bodyScope))
  }

  mutating func resolve(_ parts: LabelParts) -> Resolution {
    if let resolution = known[parts] { return resolution }
    let resolution = find(parts)
    known[parts] = resolution
    return resolution
  }

  private func find(_ parts: LabelParts) -> Resolution {
    var parts = parts
    if Self.isOffice(parts.name) {
      // 佐野施設計画担当部長兼務: what was taken for a name holds an office
      parts.name = nil
      parts.isFullName = false
    }
    var found = candidates(parts)
    if found.isEmpty, parts.isFullName, let name = parts.name {
      // くりした委員 for くりした善行: a surname of four signs
      var short = parts
      short.isFullName = false
      found = candidates(short)
      if Self.isKana(name) || !found.isEmpty { parts = short }
    }
    if found.count == 1, let only = found.first { return resolution(of: only) }
    var open = Resolution(
      kind: kindByTitle(parts), organisation: parts.organisation, candidates: found.count)
    let kinds = Set(found.map { attendance[$0].kind })
    if kinds.count == 1, let kind = kinds.first { open.kind = SpeakerKind(kind) }
    if found.isEmpty, let name = parts.name, parts.isFullName {
      open.name = PersonName.display(name)
      open.person = PersonID.make(
        name: name, scope: Self.scope(open.kind, parts.organisation, body: bodyScope))
      return open
    }
    open.isOpen = parts.name != nil
    return open
  }

  /// A run of kana alone is a surname as often as a full name.
  private static func isKana(_ name: String) -> Bool {
    let scalars = name.scalars
    return scalars.count <= 5 && scalars.allSatisfy(\.isKana)
  }

  private static func isOffice(_ name: String?) -> Bool {
    guard let words = name?.scalars, words.count >= 4 else { return false }
    return offices.contains { words.firstOffset(of: $0) != nil }
  }

  private static let offices = [
    "部長", "局長", "課長", "室長", "次長", "委員", "担当", "兼務", "知事", "議長", "参事", "審議官",
  ].map(\.scalars)

  private func resolution(of index: Int) -> Resolution {
    let attendee = attendance[index]
    return Resolution(
      person: attendee.person, name: attendee.hasFullName ? attendee.name : nil,
      kind: SpeakerKind(attendee.kind),
      organisation: attendee.organisation, attendee: index)
  }

  /// The attendees that a label can mean.
  private func candidates(_ parts: LabelParts) -> [Int] {
    guard let name = parts.name else {
      return parts.role == nil ? byOrganisation(parts) : byRole(parts)
    }
    let key = PersonName.key(name).scalars
    var found = attendance.indices.filter { index in
      guard let full = attendance[index].name, let own = keys[index] else { return false }
      if own == key { return true }
      return !parts.isFullName && own.first == key.first
        && PersonName.matches(surname: name, hint: parts.hint, fullName: full)
    }
    found = found.filter { !contradicts(parts, attendance[$0]) }
    guard found.count > 1 else { return found }
    let whole = found.filter { keys[$0] == key }
    if whole.count == 1 { return whole }
    for test in tests(parts) {
      let narrowed = found.filter { test(attendance[$0]) }
      if narrowed.count == 1 { return narrowed }
      if !narrowed.isEmpty { found = narrowed }
    }
    return found
  }

  /// Ways to tell namesakes apart, the surest first.
  private func tests(_ parts: LabelParts) -> [(Attendee) -> Bool] {
    var tests: [(Attendee) -> Bool] = []
    if let organisation = parts.organisation {
      tests.append { $0.organisation?.contains(organisation) ?? false || $0.group == organisation }
    }
    if let role = parts.role {
      tests.append { $0.role == role }
      tests.append { $0.role.map { $0.hasSuffix(role) || role.hasSuffix($0) } ?? false }
      tests.append { $0.group?.contains(role) ?? false }
    }
    if parts.roleClass == .seat || parts.roleClass == .chair {
      tests.append { SpeakerKind($0.kind).isMember }
    } else if parts.roleClass == .office {
      tests.append { SpeakerKind($0.kind).answersForAdministration }
    }
    tests.append { $0.presence != .absent }
    return tests
  }

  /// An organisation that attends as such.
  private func byOrganisation(_ parts: LabelParts) -> [Int] {
    guard let organisation = parts.organisation?.scalars else { return [] }
    let key = FoldedText(organisation, blanks: .dropAll).scalars
    let found = attendance.indices.filter { index in
      guard attendance[index].name == nil, let own = attendance[index].organisation else {
        return false
      }
      return FoldedText(own.scalars, blanks: .dropAll).scalars.ends([key])
    }
    return found.count == 1 ? found : []
  }

  /// Somebody who sits alone in a role that the label names without a name.
  private func byRole(_ parts: LabelParts) -> [Int] {
    guard let role = parts.role, parts.roleClass == .chair || parts.roleClass == .office else {
      return []
    }
    let found = attendance.indices.filter {
      attendance[$0].role == role && attendance[$0].presence != .absent
        && attendance[$0].name != nil
    }
    return found.count == 1 ? found : []
  }

  /// A member is not 課長 of the secretariat and an official no 委員, whatever the surname says.
  private func contradicts(_ parts: LabelParts, _ attendee: Attendee) -> Bool {
    guard let role = parts.role, !parts.isFullName else { return false }
    if let own = attendee.role, own.hasSuffix(role) || role.hasSuffix(own) { return false }
    if let group = attendee.group, group.contains(role) { return false }
    let kind = SpeakerKind(attendee.kind)
    if role.hasSuffix("議長"), attendee.kind == .member, !isPlenary { return true }
    if let title = parts.kindByTitle, parts.roleClass == .office, parts.organisation == nil {
      return title.answersForAdministration && kind.isMember
    }
    if parts.roleClass == .chair, kind.isMember, attendee.role != nil, attendee.kind == .member {
      // another role is printed for this person: 主査代理 is no 主査
      return attendee.role.map { own in own != "委員" && own != "構成員" } ?? false
    }
    guard parts.roleClass == .seat || parts.roleClass == .chair else { return false }
    return kind.answersForAdministration && (parts.kindByTitle?.isMember ?? false)
  }

  /// The side of the table by the words of the label alone.
  private func kindByTitle(_ parts: LabelParts) -> SpeakerKind {
    guard let kind = parts.kindByTitle else {
      return parts.name == nil && parts.role == nil ? .anonymous : .unknown
    }
    switch parts.roleClass {
    case .office where parts.organisation != nil: return .unknown
    case .office where attendance.count >= 3: return .unknown
    default: return kind
    }
  }

  /// The full name of somebody known by surname and perhaps a title, where only one fits.
  mutating func voice(_ voice: LabelParts.Voice, of author: Resolution) -> (PersonID?, String?) {
    if let index = author.attendee, let substitute = attendance[index].substitute,
      voice.name.map({ PersonName.surname($0, begins: substitute) }) ?? true
    {
      let scope = Self.scope(author.kind, author.organisation, body: bodyScope)
      return (PersonID.make(name: substitute, scope: scope), substitute)
    }
    guard let name = voice.name else { return (nil, nil) }
    var parts = LabelParts()
    parts.name = name
    parts.role = voice.role
    let found = resolve(parts)
    return (found.person, found.name)
  }
}
