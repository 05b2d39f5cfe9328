import Deliberation
import JapaneseText
import Pipeline
import Reports
import Store

extension Question {
  /// Positions that speakers took themselves.
  static let positions = Question(
    name: "positions",
    about: """
      Who took which stance towards what, with the verbatim clause and the rule that found it. Views \
      of others that a speaker only tells are never among them (see reported). Stances are found by \
      a machine: quote the clause, not the class.
      """,
    parameters: Conditions.all,
    schema: AnswerSchema.page(
      "positions",
      of: Schema.object([
        "statement": Schema.reference("statementReference"), "stance": AnswerSchema.stance,
        "hedged": Schema.truth, "targetKind": Schema.text,
        "target": Schema.orNull(Schema.text),
        "addressee": Schema.orNull(Schema.text),
        "modality": Schema.orNull(Schema.text), "clause": Schema.text,
        "evidence": Schema.text, "rule": Schema.text,
      ]))
  ) { arguments, inquiry in
    try page("positions", arguments, inquiry, inquiry.store.positions) { entry in
      [
        "statement": AnswerValue.statement(entry.statement),
        "stance": .string(entry.position.stance.rawValue),
        "hedged": .bool(entry.position.hedged),
        "targetKind": .string(entry.position.targetKind.rawValue),
        "target": .text(entry.position.target), "addressee": .text(entry.position.addressee),
        "modality": .text(entry.position.modality?.rawValue), "clause": .string(entry.clause),
        "evidence": .string(entry.evidence), "rule": .string(entry.position.rule),
      ]
    }
  }

  /// Views of others that speakers told.
  static let reported = Question(
    name: "reported",
    about:
      "Views of others that a speaker told, with their holder; they are not the speaker's own.",
    parameters: Conditions.all,
    schema: AnswerSchema.page(
      "views",
      of: Schema.object([
        "statement": Schema.reference("statementReference"),
        "holder": Schema.orNull(Schema.text), "how": Schema.text,
        "stance": AnswerSchema.stance, "target": Schema.orNull(Schema.text),
        "clause": Schema.text, "rule": Schema.text,
      ]))
  ) { arguments, inquiry in
    try page("views", arguments, inquiry, inquiry.store.reportedPositions) { entry in
      [
        "statement": AnswerValue.statement(entry.statement),
        "holder": .text(entry.reported.holder), "how": .string(entry.reported.how.rawValue),
        "stance": .string(entry.reported.stance.rawValue),
        "target": .text(entry.reported.target), "clause": .string(entry.clause),
        "rule": .string(entry.reported.rule),
      ]
    }
  }

  /// Who agrees with, answers or refers to whom.
  static let relations = Question(
    name: "relations",
    about: """
      Which earlier statements a statement agrees with, disagrees with, answers or refers to, and \
      which later ones do so to it; of a statement, an agenda item or a whole record.
      """,
    parameters: [address("86#12, 86/1.2 or 86.", example: "86#12")],
    schema: Schema.object([
      "outgoing": Schema.list(relation), "incoming": Schema.list(relation),
    ])
  ) { arguments, inquiry in
    let found = try inquiry.store.relations(of: arguments.text("address") ?? "")
    return [
      "outgoing": .array(found.outgoing.map(value)), "incoming": .array(found.incoming.map(value)),
    ]
  }

  private static let relation = Schema.object([
    "kind": ["enum": .texts(RelationKind.allCases.map(\.rawValue))],
    "from": Schema.reference("statementReference"),
    "to": Schema.list(Schema.reference("statementReference")),
    "evidence": Schema.text, "rule": Schema.text,
  ])

  private static func value(_ relation: RelationEntry) -> JSONValue {
    [
      "kind": .string(relation.kind.rawValue), "from": AnswerValue.statement(relation.from),
      "to": .array(relation.to.map(AnswerValue.statement)), "evidence": .string(relation.evidence),
      "rule": .string(relation.rule),
    ]
  }

  /// What was promised.
  static let undertakings = Question(
    name: "undertakings",
    about: "What somebody said they would do, until when, in their words.",
    parameters: Conditions.all,
    schema: AnswerSchema.page(
      "undertakings",
      of: Schema.object([
        "statement": Schema.reference("statementReference"),
        "actor": Schema.orNull(Schema.text), "what": Schema.text,
        "due": Schema.orNull(Schema.text), "rule": Schema.text,
      ]))
  ) { arguments, inquiry in
    try page("undertakings", arguments, inquiry, inquiry.store.undertakings) { entry in
      [
        "statement": AnswerValue.statement(entry.statement),
        "actor": .text(entry.undertaking.actor), "what": .string(entry.what),
        "due": .text(entry.undertaking.due), "rule": .string(entry.undertaking.rule),
      ]
    }
  }

  /// The position summary.
  static let summaries = Question(
    name: "summaries",
    about: """
      The position summary of a meeting, an agenda item, a statement or a provision: template words \
      around verbatim clauses, each with its address. Nothing stands in it that nobody said.
      """,
    parameters: [
      address("86, 86/1.2, 86#12, or a provision (電気通信事業法28条).", example: "86/1.2"),
      Parameter(
        name: "by", about: "The sections: agenda items or speakers.",
        kind: .choice(SummaryGrouping.allCases.map(\.rawValue))),
    ] + Conditions.words + Conditions.filters,
    schema: Schema.object([
      "summary": ["const": 1], "meetings": Schema.list(["type": "object"]),
    ])
  ) { arguments, inquiry in
    let conditions = try Conditions.query(arguments, inquiry)
    let hasConditions = (Conditions.words + Conditions.filters).contains {
      !arguments.texts($0.name).isEmpty
    }
    let choice = SummaryChoice(
      store: inquiry.store, conditions: conditions, hasConditions: hasConditions,
      provisions: { try inquiry.names().address(of: $0) })
    let grouping = arguments.text("by").flatMap(SummaryGrouping.init(rawValue:)) ?? .agenda
    let sources = try choice.sources([arguments.text("address") ?? ""])
    return PositionSummary(of: sources, by: grouping).json
  }
}
