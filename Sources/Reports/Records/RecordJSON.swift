package import Deliberation
import JapaneseText

/// The record as JSON: the contract with other programs (`Reports.docc`, "The record as JSON").
///
/// Every key stands in every record; what is not known is null, never a guess. `RecordSchema` is
/// the JSON Schema of this form, and a test holds the two together.
package enum RecordJSON {
  /// The version of the form, under the key `shingi`.
  package static let version = 1

  /// The record in the form of the contract.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - address: The address of the record (`IPネットワーク設備委員会/86`); statements are
  ///     `address#number`.
  /// - Returns: The object.
  package static func value(of record: Record, address: String) -> JSONValue {
    [
      "shingi": .integer(version),
      "meeting": meeting(record, address: address),
      "attendance": .array(record.attendance.map(attendee)),
      "documents": .array(
        record.documents.map { ["label": .string($0.label), "title": .text($0.title)] }),
      "agenda": .array(record.agenda.map(item)),
      "events": .array(record.events.map { event($0, in: record) }),
      "statements": .array(
        record.statements.map { statement($0, in: record, address: address) }),
      "findings": .array(
        record.findings.map {
          ["kind": .string($0.kind), "line": .count($0.line), "message": .string($0.message)]
        }),
    ]
  }

  private static func meeting(_ record: Record, address: String) -> JSONValue {
    let meeting = record.meeting
    return [
      "address": .string(address),
      "bodies": .array(meeting.bodies.map(JSONValue.texts)),
      "session": .count(meeting.session),
      "number": .count(meeting.number),
      "title": .string(meeting.title),
      "date": .text(meeting.date?.description),
      "times": .array(meeting.times.map { .array([.text($0.from), .text($0.to)]) }),
      "place": .text(meeting.place),
      "record": .integer(record.ordinal),
      "level": .string(record.level.rawValue),
      "status": .text(record.status?.rawValue),
      "completeness": .string(record.completeness.rawValue),
      "source": [
        "file": .string(record.source.file),
        "sha256": .string(record.source.sha256),
        "reader": .string(record.source.reader),
        "parser": .string(record.source.parser),
      ],
    ]
  }

  private static func attendee(_ attendee: Attendee) -> JSONValue {
    [
      "person": .text(attendee.person?.rawValue),
      "name": .text(attendee.name),
      "role": .text(attendee.role),
      "group": .text(attendee.group),
      "kind": .string(attendee.kind.rawValue),
      "organisation": .text(attendee.organisation),
      "presence": .string(attendee.presence.rawValue),
      "substitute": .text(attendee.substitute),
    ]
  }

  private static func item(_ item: AgendaItem) -> JSONValue {
    [
      "path": .string(item.path.description),
      "mark": .text(item.mark),
      "title": .string(item.title),
      "items": .array(item.items.map(self.item)),
    ]
  }

  private static func event(_ event: Event, in record: Record) -> JSONValue {
    [
      "n": .integer(event.number),
      "kind": .string(event.kind.rawValue),
      "agenda": paths(event.agenda),
      "by": .text(event.by?.rawValue),
      "byName": .text(event.byName),
      "documents": .texts(event.documents),
      "result": .text(event.result),
      "text": .string(event.text),
      "beforeStatement": .integer(event.beforeStatement + 1),
      "inStatement": .count(event.inStatement.map { $0 + 1 }),
      "source": source(event.source),
    ]
  }

  static func paths(_ paths: [AgendaPath]) -> JSONValue { .texts(paths.map(\.description)) }

  static func span(_ span: TextSpan) -> JSONValue { [.integer(span.from), .integer(span.to)] }

  static func source(_ segments: [SourceSegment]) -> JSONValue {
    .array(
      segments.map {
        [
          "from": .integer($0.span.from), "to": .integer($0.span.to), "line": .integer($0.line),
          "page": .count($0.page),
        ]
      })
  }
}
