import Deliberation
import JapaneseText
import Reports
import Store

extension Question {
  /// Who said what is asked for.
  static let who = Question(
    name: "who",
    about: "Who said what a search asks for, those who said most first, with first and last day.",
    parameters: Conditions.all,
    schema: AnswerSchema.page(
      "speakers",
      of: Schema.object([
        "person": Schema.orNull(Schema.text),
        "name": Schema.orNull(Schema.text),
        "kinds": Schema.list(Schema.text),
        "organisations": Schema.list(Schema.text),
        "statements": Schema.natural, "meetings": Schema.natural,
        "first": AnswerSchema.date, "last": AnswerSchema.date,
      ]))
  ) { arguments, inquiry in
    try page("speakers", arguments, inquiry, inquiry.store.who) { entry in
      [
        "person": .text(entry.person?.rawValue), "name": .text(entry.name),
        "kinds": .texts(entry.kinds.map(\.rawValue)),
        "organisations": .texts(entry.organisations), "statements": .integer(entry.statements),
        "meetings": .integer(entry.meetings), "first": .text(entry.first?.description),
        "last": .text(entry.last?.description),
      ]
    }
  }

  /// The persons of the index.
  static let people = Question(
    name: "people",
    about: "Persons with the roles that they held, by body and date.",
    parameters: [
      Parameter(name: "name", about: "Full name, surname or id.", kind: .text, example: "江崎")
    ] + Conditions.paging,
    schema: AnswerSchema.page(
      "people",
      of: Schema.object([
        "id": Schema.text, "name": Schema.text, "statements": Schema.natural,
        "roles": Schema.list(
          Schema.object([
            "nameOfMeeting": Schema.text, "role": Schema.orNull(Schema.text),
            "organisation": Schema.orNull(Schema.text), "kind": Schema.text,
            "first": AnswerSchema.date, "last": AnswerSchema.date,
            "meetings": Schema.natural,
          ])),
      ]))
  ) { arguments, inquiry in
    let found = try inquiry.store.people(
      named: arguments.text("name"), limit: arguments.number("maximumRecords"),
      offset: arguments.number("startRecord") - 1)
    return page("people", found, arguments) { entry in
      [
        "id": .string(entry.id.rawValue), "name": .string(entry.name),
        "statements": .integer(entry.statements),
        "roles": .array(
          entry.roles.map { role in
            [
              "nameOfMeeting": .string(role.body), "role": .text(role.role),
              "organisation": .text(role.organisation), "kind": .string(role.kind.rawValue),
              "first": .text(role.first?.description), "last": .text(role.last?.description),
              "meetings": .integer(role.meetings),
            ]
          }),
      ]
    }
  }
}
