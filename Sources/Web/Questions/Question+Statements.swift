import Deliberation
import JapaneseText
import Reports
import Store

extension Question {
  /// The search.
  static let search = Question(
    name: "search",
    about: """
      Statements (or events, agenda titles, documents, attendance) by words and conditions. Words \
      are found wherever they stand; the total is exact; every hit has its address and its verbatim \
      text.
      """,
    parameters: Conditions.all + [
      Parameter(
        name: "kind", about: "Kinds of things to return; the others are counted beside.",
        kind: .choices(SearchKind.allCases.map(\.rawValue))),
      Parameter(
        name: "order", about: "Newest first, oldest first, or by relevance.",
        kind: .choice(SearchOrder.allCases.map(\.rawValue))),
      Parameter(
        name: "exact", about: "Only the words as written, without alternatives.", kind: .truth),
    ],
    schema: AnswerSchema.page(
      "hits", of: hit,
      also: [
        JSONMember("searched", Schema.list(Schema.text)),
        JSONMember(
          "beside", ["type": "object", "additionalProperties": Schema.natural]),
      ])
  ) { arguments, inquiry in
    var query = try Conditions.query(arguments, inquiry)
    let kinds = arguments.texts("kind").compactMap(SearchKind.init(rawValue:))
    if !kinds.isEmpty { query.filter.kinds = kinds }
    if let order = arguments.text("order").flatMap(SearchOrder.init(rawValue:)) {
      query.order = order
    }
    query.isExact = query.isExact || arguments.truth("exact")
    let results = try inquiry.store.search(query)
    let beside = SearchKind.allCases.compactMap { kind in
      results.beside[kind].map { JSONMember(kind.rawValue, .integer($0)) }
    }
    return AnswerValue.page(
      "hits", results.hits.map { HitView(hit: $0).json }, total: results.total,
      start: query.offset + 1,
      also: [
        JSONMember("searched", .texts(results.searched)), JSONMember("beside", .object(beside)),
      ])
  }

  private static let hit = Schema.object([
    "kind": ["enum": .texts(SearchKind.allCases.map(\.rawValue))],
    "address": Schema.text, "meeting": Schema.text, "date": AnswerSchema.date,
    "bodyName": Schema.text, "level": Schema.text,
    "speaker": Schema.orNull(Schema.text),
    "speakerName": Schema.orNull(Schema.text),
    "label": Schema.orNull(Schema.text),
    "role": Schema.orNull(Schema.text),
    "organisation": Schema.orNull(Schema.text),
    "stances": Schema.list(AnswerSchema.stance),
    "agenda": Schema.list(
      Schema.object(["path": Schema.text, "title": Schema.text])),
    "snippet": Schema.object([
      "text": Schema.text, "from": Schema.natural,
      "hits": Schema.list(Schema.list(Schema.natural)),
    ]),
    "text": Schema.text,
  ])

  /// Statements by address, with those around them.
  static let statements = Question(
    name: "statements",
    about: """
      The statement at an address with those before and behind it; of an agenda item all its \
      statements. Each with its verbatim text, and with everything that was found in it and why.
      """,
    parameters: [
      address(
        "A statement (86#12), a sentence (86#12.3) or an agenda item (86/1.2).",
        example: "86#12"),
      Parameter(
        name: "context", about: "How many statements before and behind.",
        kind: .number(0...20, usual: 0)),
    ] + Conditions.paging,
    schema: AnswerSchema.page(
      "statements",
      of: Schema.object([
        "isAsked": Schema.truth, "statement": Schema.reference("statement"),
      ]),
      also: [
        JSONMember("record", Schema.text), JSONMember("title", Schema.text),
        JSONMember("date", AnswerSchema.date),
        JSONMember("sentence", Schema.orNull(Schema.text)),
      ])
  ) { arguments, inquiry in
    let excerpt = try inquiry.store.excerpt(
      at: arguments.text("address") ?? "", context: arguments.number("context"))
    let record = excerpt.resolved.recordAddress
    return paged(
      "statements", excerpt.statements, arguments,
      also: [
        JSONMember("record", .string(record)),
        JSONMember("title", .string(excerpt.record.meeting.title)),
        JSONMember("date", .text(excerpt.record.meeting.date?.description)),
        JSONMember("sentence", .text(sentence(excerpt))),
      ]
    ) { entry in
      [
        "isAsked": .bool(entry.isAsked),
        "statement": RecordJSON.statement(entry.statement, in: excerpt.record, address: record),
      ]
    }
  }

  /// The sentence that the address names.
  private static func sentence(_ excerpt: Excerpt) -> String? {
    guard case .sentence(_, let number) = excerpt.resolved.part,
      let statement = excerpt.statements.first(where: \.isAsked)?.statement,
      statement.sentences.indices.contains(number - 1)
    else { return nil }
    return statement.text.scalars.text(statement.sentences[number - 1])
  }
}
