package import Reports
package import Statutes
package import Store

/// What programs can ask: by HTTP at `/api/v1/NAME`, and as a tool of that name by MCP.
///
/// Both faces, and the OpenAPI document, are made from these values alone, so that they cannot say
/// different things.
package struct Question: Sendable {
  package var name: String
  /// What it answers, in a sentence or two.
  package var about: String
  package var parameters: [Parameter]
  /// The JSON Schema of the answer, an object; `#/$defs/…` means `AnswerSchema.definitions`.
  package var schema: JSONValue
  let answer: @Sendable (Arguments, Inquiry) throws -> JSONValue

  /// The answer.
  ///
  /// - Throws: `Failure` for wrong arguments, `StoreError` and `QueryError` for what is not there
  ///   and what is not understood.
  package func answer(_ arguments: Arguments, from inquiry: Inquiry) throws -> JSONValue {
    try answer(arguments, inquiry)
  }

  /// Every question.
  package static let all: [Question] = [
    .meetings, .record, .agenda, .search, .statements, .who, .people, .positions, .reported,
    .relations, .undertakings, .provisions, .links, .summaries,
  ]

  package static func named(_ name: String) -> Question? { all.first { $0.name == name } }
}

extension Question {
  /// Answers with the page of a list that the conditions of the arguments leave.
  static func page<Entry>(
    _ name: String, _ arguments: Arguments, _ inquiry: Inquiry,
    _ find: (SearchQuery) throws -> Store.Page<Entry>, _ value: (Entry) -> JSONValue
  ) throws -> JSONValue {
    let query = try Conditions.query(arguments, inquiry)
    return page(name, try find(query), arguments, value)
  }

  /// The page of a list.
  static func page<Entry>(
    _ name: String, _ found: Store.Page<Entry>, _ arguments: Arguments,
    _ value: (Entry) -> JSONValue
  ) -> JSONValue {
    AnswerValue.page(
      name, found.entries.map(value), total: found.total,
      start: arguments.number("startRecord"))
  }
}

/// What is asked: an index, and the catalogue by which laws are named.
package struct Inquiry: Sendable {
  package let store: RecordStore
  package let laws: LawCatalogue

  package init(store: RecordStore, laws: LawCatalogue) {
    self.store = store
    self.laws = laws
  }
}
