import Deliberation
import JapaneseText
package import Reports
import Store

/// The words in which forms are written.
typealias Schema = RecordSchema

/// The forms of answers, as JSON Schema (draft 2020-12).
package enum AnswerSchema {
  /// What `#/$defs/…` means in the schema of an answer: the parts of the record, and the record.
  package static let definitions: [JSONMember] = {
    let record = Schema.value.objectValue ?? []
    let parts = record.first { $0.key == "$defs" }?.value.objectValue ?? []
    let own = record.filter { !["$schema", "$defs", "title"].contains($0.key) }
    return parts + [
      JSONMember("record", .object(own)), JSONMember("statement", Schema.statement),
      JSONMember("meetingReference", meetingReference),
      JSONMember("statementReference", statementReference),
    ]
  }()

  static let date = Schema.orNull(["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"])
  static let stance: JSONValue = ["enum": .texts(Stance.allCases.map(\.rawValue))]

  /// A page of a list: how many there are in all, and where to go on.
  static func page(_ name: String, of items: JSONValue, also: [JSONMember] = []) -> JSONValue {
    Schema.object(
      .object(
        [
          JSONMember("numberOfRecords", Schema.natural),
          JSONMember("numberOfReturn", Schema.natural),
          JSONMember("startRecord", Schema.natural),
          JSONMember("nextRecordPosition", Schema.orNull(Schema.natural)),
        ] + also + [JSONMember(name, Schema.list(items))]))
  }

  private static let meetingReference = Schema.object([
    "address": Schema.text, "record": Schema.text, "nameOfMeeting": Schema.text,
    "title": Schema.text, "date": date,
    "level": ["enum": .texts(Level.allCases.map(\.rawValue))],
  ])

  private static let statementReference = Schema.object([
    "address": Schema.text, "meeting": Schema.reference("meetingReference"),
    "speaker": Schema.orNull(Schema.text),
    "speakerName": Schema.orNull(Schema.text), "label": Schema.orNull(Schema.text),
    "kind": Schema.orNull(["enum": .texts(SpeakerKind.allCases.map(\.rawValue))]),
    "agenda": Schema.list(Schema.reference("path")),
  ])
}

/// The values of those forms.
enum AnswerValue {
  static func meeting(_ meeting: MeetingReference) -> JSONValue {
    [
      "address": .string(meeting.address), "record": .string(meeting.record),
      "nameOfMeeting": .string(meeting.bodyName), "title": .string(meeting.title),
      "date": .text(meeting.date?.description), "level": .string(meeting.level.rawValue),
    ]
  }

  static func statement(_ statement: StatementReference) -> JSONValue {
    [
      "address": .string(statement.address), "meeting": meeting(statement.meeting),
      "speaker": .text(statement.speaker?.rawValue),
      "speakerName": .text(statement.speakerName), "label": .text(statement.label),
      "kind": statement.kind == .unknown ? nil : .string(statement.kind.rawValue),
      "agenda": .texts(statement.agenda.map(\.description)),
    ]
  }

  /// A page of a list.
  ///
  /// - Parameters:
  ///   - name: The member under which the items stand.
  ///   - items: The items of the page.
  ///   - total: How many there are in all.
  ///   - start: The first of the page, from 1.
  ///   - also: Further members.
  /// - Returns: The object.
  static func page(
    _ name: String, _ items: [JSONValue], total: Int, start: Int, also: [JSONMember] = []
  ) -> JSONValue {
    let next = start + items.count
    return .object(
      [
        JSONMember("numberOfRecords", .integer(total)),
        JSONMember("numberOfReturn", .integer(items.count)),
        JSONMember("startRecord", .integer(start)),
        JSONMember(
          "nextRecordPosition", items.isEmpty || next > total ? .null : .integer(next)),
      ] + also + [JSONMember(name, .array(items))])
  }
}
