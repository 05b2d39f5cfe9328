import Deliberation
import HTTPTypes
import JapaneseText
import Reports
import Store

extension Question {
  /// The meetings of the index.
  static let meetings = Question(
    name: "meetings",
    about: "The meetings in the index, the newest first, each with its published records.",
    parameters: Conditions.filters.filter {
      ["nameOfMeeting", "meeting", "from", "until"].contains($0.name)
    } + Conditions.paging,
    schema: AnswerSchema.page(
      "meetings",
      of: Schema.object([
        "address": Schema.text, "title": Schema.text,
        "bodies": Schema.list(Schema.text), "date": AnswerSchema.date,
        "session": Schema.orNull(["type": "integer"]),
        "number": Schema.orNull(["type": "integer"]),
        "place": Schema.orNull(Schema.text),
        "records": Schema.list(
          Schema.object([
            "address": Schema.text, "level": Schema.text,
            "status": Schema.orNull(Schema.text),
            "completeness": Schema.text, "file": Schema.text,
            "statements": Schema.natural, "events": Schema.natural,
            "findings": Schema.natural,
          ])),
      ]))
  ) { arguments, inquiry in
    var filter = SearchFilter()
    try Conditions.apply(arguments, to: &filter, inquiry)
    let found = try inquiry.store.meetings(
      filter, limit: arguments.number("maximumRecords"),
      offset: arguments.number("startRecord") - 1)
    return page("meetings", found, arguments) { MeetingLine(entry: $0).json }
  }

  /// One record, whole.
  static let record = Question(
    name: "record",
    about: """
      One record of a meeting, whole: header, attendance, agenda, events, and statements with their \
      positions, relations and links to provisions. Spans are offsets in Unicode scalars.
      """,
    parameters: [address("A meeting or a record: 86, IPネットワーク設備委員会/86~2.", example: "86")],
    schema: Schema.reference("record")
  ) { arguments, inquiry in
    let place = try inquiry.store.resolve(arguments.text("address") ?? "")
    return RecordJSON.value(
      of: try inquiry.store.record(at: place.recordAddress), address: place.recordAddress)
  }

  /// The agenda of one meeting, or one matter over several meetings.
  static let agenda = Question(
    name: "agenda",
    about: """
      The agenda items of a meeting with the number of statements on each; or, by title, the same \
      matter over several meetings, the oldest first.
      """,
    parameters: [
      Parameter(name: "address", about: "A meeting: 86.", kind: .text, example: "86"),
      Parameter(name: "title", about: "Words of titles.", kind: .text),
    ] + Conditions.filters.filter { ["nameOfMeeting", "from", "until"].contains($0.name) }
      + Conditions.paging,
    schema: AnswerSchema.page(
      "items",
      of: Schema.object([
        "address": Schema.text, "path": Schema.text,
        "mark": Schema.orNull(Schema.text), "title": Schema.text,
        "statements": Schema.natural, "date": AnswerSchema.date,
      ]))
  ) { arguments, inquiry in
    if let address = arguments.text("address") {
      let place = try inquiry.store.resolve(address)
      let record = try inquiry.store.record(at: place.recordAddress)
      return paged("items", record.agenda.flattened, arguments) { item in
        let statements = record.statements.count { statement in
          statement.agenda.contains { item.path.includes($0) }
        }
        return [
          "address": .string("\(place.recordAddress)/\(item.path)"),
          "path": .string(item.path.description), "mark": .text(item.mark),
          "title": .string(item.title), "statements": .integer(statements),
          "date": .text(record.meeting.date?.description),
        ]
      }
    }
    guard let title = arguments.text("title") else {
      throw Failure(.badRequest, "address or title is missing")
    }
    var filter = SearchFilter()
    try Conditions.apply(arguments, to: &filter, inquiry)
    return paged("items", try inquiry.store.agendaItems(titled: title, filter), arguments) {
      [
        "address": .string($0.address), "path": .string($0.path.description),
        "mark": .text($0.mark), "title": .string($0.title),
        "statements": .integer($0.statements), "date": .text($0.meeting.date?.description),
      ]
    }
  }

  /// An address that must be given.
  static func address(_ about: String, example: String) -> Parameter {
    Parameter(name: "address", about: about, kind: .text, isRequired: true, example: example)
  }

  /// The page of a list that is in memory already.
  static func paged<Entry>(
    _ name: String, _ entries: [Entry], _ arguments: Arguments, also: [JSONMember] = [],
    _ value: (Entry) throws -> JSONValue
  ) rethrows -> JSONValue {
    let start = arguments.number("startRecord")
    let shown = entries.dropFirst(start - 1).prefix(arguments.number("maximumRecords"))
    return AnswerValue.page(
      name, try shown.map(value), total: entries.count, start: start, also: also)
  }
}
