import Deliberation
import JapaneseText
import Pipeline
import Reports
import Store

extension Question {
  /// The provisions that were addressed.
  static let provisions = Question(
    name: "provisions",
    about: """
      Which provisions of law statements address, how often and by whom; links that are only \
      inherited are counted apart.
      """,
    parameters: Conditions.all,
    schema: AnswerSchema.page(
      "provisions",
      of: Schema.object([
        "provision": Schema.text, "citation": Schema.text,
        "direct": Schema.natural, "inherited": Schema.natural,
        "speakers": Schema.list(Schema.text), "first": AnswerSchema.date,
        "last": AnswerSchema.date,
      ]))
  ) { arguments, inquiry in
    try page("provisions", arguments, inquiry, inquiry.store.provisions) { entry in
      [
        "provision": .string(entry.provision.address), "citation": .string(entry.citation),
        "direct": .integer(entry.direct), "inherited": .integer(entry.inherited),
        "speakers": .texts(entry.speakers), "first": .text(entry.first?.description),
        "last": .text(entry.last?.description),
      ]
    }
  }

  /// The statements that address a provision.
  static let links = Question(
    name: "links",
    about: """
      The statements that address a provision, the oldest first, each with its verbatim text, and \
      why it is linked: by an explicit citation, a term, a delegation. Links that are only \
      inherited come with basis=agenda, relation or similarity.
      """,
    parameters: [
      Parameter(
        name: "provision", about: "In words or by e-Gov's ids: 電気通信事業法施行規則58条2項.", kind: .text,
        isRequired: true, example: "電気通信事業法28条")
    ] + Conditions.all.filter { $0.name != "law" && $0.name != "article" },
    schema: AnswerSchema.page(
      "links",
      of: Schema.object([
        "statement": Schema.reference("statementReference"), "text": Schema.text,
        "evidence": Schema.orNull(Schema.text),
        "link": Schema.reference("link"),
      ]))
  ) { arguments, inquiry in
    var query = try Conditions.query(arguments, inquiry)
    let names = inquiry.names(bodies: query.filter.bodies)
    query.filter.laws = [try names.address(of: arguments.text("provision") ?? "")]
    query.order = .oldest
    let found = try inquiry.store.links(query)
    let texts = try inquiry.texts(found.entries.map(\.statement))
    return page("links", found, arguments) { entry in
      [
        "statement": AnswerValue.statement(entry.statement),
        "text": .string(texts[entry.statement.address] ?? ""), "evidence": .text(entry.evidence),
        "link": RecordJSON.link(entry.link),
      ]
    }
  }
}

extension Inquiry {
  /// The texts of statements by their addresses; each record is read once.
  func texts(_ statements: [StatementReference]) throws -> [String: String] {
    var texts: [String: String] = [:]
    for record in Set(statements.map(\.meeting.record)) {
      for statement in try store.record(at: record).statements {
        texts["\(record)#\(statement.number)"] = statement.text
      }
    }
    return texts
  }
}
