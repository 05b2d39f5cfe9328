import Deliberation
import GRDB
import JapaneseText

/// Rows of `event`; the agenda items it concerns stand in `eventAgenda`.
enum EventRow {
  static let columns = [
    "record", "position", "number", "kind", "person", "personName", "documents", "result", "text",
    "beforeStatement", "inStatement", "source", "mention",
  ]

  static func values(
    _ event: Event, record: Int64, position: Int, persons: Persons.Entered
  ) -> [(any DatabaseValueConvertible)?] {
    let (person, mention) = persons.columns(event.by)
    return [
      record, position, event.number, event.kind.rawValue, person, event.byName,
      Packed.strings(event.documents), event.result, event.text, event.beforeStatement,
      event.inStatement, Packed.segments(event.source), mention,
    ]
  }

  /// The columns that `event(_:)` reads, of `event e`.
  static let selection = """
    e.number, e.kind, e.person, e.personName, e.documents, e.result, e.text, e.beforeStatement,
    e.inStatement, e.source
    """

  static func event(_ row: Row, from first: Int = 0) -> Event {
    var event = Event(
      number: row[first], kind: EventKind(rawValue: row[first + 1]) ?? .other,
      byName: row[first + 3], documents: Packed.strings(row[first + 4]), result: row[first + 5],
      text: row[first + 6], beforeStatement: row[first + 7], inStatement: row[first + 8],
      source: Packed.segments(row[first + 9]))
    let person: String? = row[first + 2]
    event.by = person.map(PersonID.init)
    return event
  }
}
