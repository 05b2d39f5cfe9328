/// Somebody, or an organisation, that the record lists as attending or absent.
package struct Attendee: Hashable, Sendable {
  /// The person across meetings, where the full name is known; see `PersonID`.
  package var person: PersonID?
  /// Full name as the record gives it; nil for an organisation that attends as such.
  package var name: String?
  /// The post as printed (主査, 電気通信事業部長).
  package var role: String?
  /// The heading under which the name stands (委員会構成員, オブザーバ, 総務省).
  package var group: String?
  package var kind: AttendeeKind
  package var organisation: String?
  package var presence: Presence
  /// Who came instead.
  package var substitute: String?
  /// The list gives surnames only, though this one is long enough for a full name (奥多摩 beside 檜原).
  package var isSurname = false
  package var source: [SourceSegment]

  package init(
    name: String?, role: String? = nil, group: String? = nil, kind: AttendeeKind,
    organisation: String? = nil, presence: Presence = .present, substitute: String? = nil,
    source: [SourceSegment] = []
  ) {
    self.person = nil
    self.name = name
    self.role = role
    self.group = group
    self.kind = kind
    self.organisation = organisation
    self.presence = presence
    self.substitute = substitute
    self.source = source
  }
}

/// The side of the table on which somebody sits; it comes from the group in the attendance list.
package enum AttendeeKind: String, Sendable, CaseIterable {
  case chair, deputyChair, member, secretariat, official, observer, guest
}

/// Whether and how somebody took part.
package enum Presence: String, Sendable {
  case present, online, absent, proxy
}

/// The address of a person across meetings: stable, and the same in any order of ingest.
///
/// It is made from the folded full name and the scope within which the name means one person: the
/// organisation of an official or a guest, the body of a member.
package struct PersonID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package var rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  package var description: String { rawValue }

  package static func < (left: PersonID, right: PersonID) -> Bool {
    left.rawValue < right.rawValue
  }
}
