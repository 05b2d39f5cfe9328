import Deliberation
import GRDB
import JapaneseText

/// Rows of `attendee`.
enum AttendeeRow {
  static let columns = [
    "record", "position", "person", "name", "role", "groupName", "kind", "organisation",
    "presence", "substitute", "source", "mention",
  ]

  static func values(
    _ attendee: Attendee, record: Int64, position: Int, persons: Persons.Entered
  ) -> [(any DatabaseValueConvertible)?] {
    let (person, mention) = persons.columns(attendee.person)
    return [
      record, position, person, attendee.name, attendee.role, attendee.group,
      attendee.kind.rawValue, attendee.organisation, attendee.presence.rawValue,
      attendee.substitute, Packed.segments(attendee.source), mention,
    ]
  }

  /// The columns that `attendee(_:)` reads, of `attendee a`.
  static let selection = """
    a.person, a.name, a.role, a.groupName, a.kind, a.organisation, a.presence, a.substitute,
    a.source
    """

  static func attendee(_ row: Row, from first: Int = 0) -> Attendee {
    var attendee = Attendee(
      name: row[first + 1], role: row[first + 2], group: row[first + 3],
      kind: AttendeeKind(rawValue: row[first + 4]) ?? .guest, organisation: row[first + 5],
      presence: Presence(rawValue: row[first + 6]) ?? .present, substitute: row[first + 7],
      source: Packed.segments(row[first + 8]))
    let person: String? = row[first]
    attendee.person = person.map(PersonID.init)
    return attendee
  }
}
