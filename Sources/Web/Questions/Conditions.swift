import Deliberation
import HTTPTypes
import JapaneseText
import Pipeline
import Store

/// The conditions under which statements are asked for, the same for every question about them.
///
/// Names are those of the search API of the National Diet Library where the meaning is the same
/// (`any`, `speaker`, `nameOfMeeting`, `from`, `until`, `startRecord`, `maximumRecords`).
enum Conditions {
  static let words = [
    Parameter(
      name: "q",
      about: "The query language of the search: words (AND), OR, -NOT, \"phrase\", fields.",
      kind: .text, example: "報告基準 -訓練"),
    Parameter(
      name: "any", about: "Words that must all be there, without any query language.",
      kind: .text, example: "報告基準"),
  ]

  static let filters = [
    Parameter(name: "speaker", about: "Full name, surname or id of the speaker.", kind: .texts),
    Parameter(
      name: "role", about: "Role as printed (主査), or kind (member, official).", kind: .texts),
    Parameter(name: "org", about: "Organisation spoken for, or a part of its name.", kind: .texts),
    Parameter(
      name: "nameOfMeeting", about: "Body by name or path; those below it are included.",
      kind: .texts),
    Parameter(name: "meeting", about: "Address of a meeting.", kind: .texts, example: "86"),
    Parameter(
      name: "agenda", about: "Address of an agenda item, or words of its title.", kind: .texts,
      example: "86/1.2"),
    Parameter(
      name: "from", about: "First day: 2025-05-13, 2025-05, 令和7年5月13日.", kind: .text,
      example: "2025-05-01"),
    Parameter(name: "until", about: "Last day.", kind: .text, example: "2025-05-31"),
    Parameter(
      name: "stance", about: "Stance taken in the statement.",
      kind: .choices(Stance.allCases.map(\.rawValue))),
    Parameter(
      name: "law", about: "Title or e-Gov id of a law, or a provision (電気通信事業法28条2項).",
      kind: .texts),
    Parameter(name: "article", about: "Article of the law (58, 58の2).", kind: .texts),
    Parameter(
      name: "basis",
      about: """
        Bases of links that count for law and article; inherited ones (agenda, relation, \
        similarity) only where named.
        """,
      kind: .choices(LinkBasis.allCases.map(\.rawValue))),
  ]

  static let paging = [
    Parameter(
      name: "startRecord", about: "The first record to return, from 1.",
      kind: .number(1...100_000, usual: 1)),
    Parameter(
      name: "maximumRecords", about: "The most records to return.",
      kind: .number(1...100, usual: 30)),
  ]

  static let all = words + filters + paging

  /// The query that arguments make.
  ///
  /// - Throws: `QueryError` for words and `Failure` for values that are not understood.
  static func query(_ arguments: Arguments, _ inquiry: Inquiry) throws -> SearchQuery {
    var query = try arguments.text("q").map { try SearchQuery.parse($0) } ?? SearchQuery()
    if let any = arguments.text("any") { query.words = joined(query.words, any) }
    try apply(arguments, to: &query.filter, inquiry)
    query.limit = arguments.number("maximumRecords")
    query.offset = max(0, arguments.number("startRecord") - 1)
    return query
  }

  private static func joined(_ words: SearchExpression?, _ any: String) -> SearchExpression? {
    let more = any.split(whereSeparator: \.isWhitespace).map { SearchExpression.word(String($0)) }
    let parts = (words.map { [$0] } ?? []) + more
    return parts.count > 1 ? .all(parts) : parts.first
  }

  /// Adds conditions to a filter.
  static func apply(
    _ arguments: Arguments, to filter: inout SearchFilter, _ inquiry: Inquiry
  ) throws {
    filter.speakers += arguments.texts("speaker")
    filter.roles += arguments.texts("role")
    filter.organisations += arguments.texts("org")
    filter.bodies += arguments.texts("nameOfMeeting")
    filter.meetings += arguments.texts("meeting")
    filter.agenda += arguments.texts("agenda")
    filter.stances += arguments.texts("stance").compactMap(Stance.init(rawValue:))
    filter.articles += arguments.texts("article")
    filter.bases += arguments.texts("basis").compactMap(LinkBasis.init(rawValue:))
    if let from = arguments.text("from") { filter.from = try dates(from, "from").from }
    if let until = arguments.text("until") { filter.until = try dates(until, "until").until }
    filter.laws += arguments.texts("law")
    guard !filter.laws.isEmpty else { return }
    let names = inquiry.names(bodies: filter.bodies)
    filter.laws = try filter.laws.map { try names.address(of: $0) }
  }

  private static func dates(
    _ text: String, _ name: String
  ) throws(Failure) -> (from: CalendarDate?, until: CalendarDate?) {
    if let dates = QueryFields.dates(text) { return dates }
    throw Failure(
      .badRequest, "\(name): \"\(text)\" is no date; 2025-05-13, 2025-05, 令和7年5月13日 are")
  }
}

extension Inquiry {
  /// The names of laws, with the short names of bodies.
  func names(bodies: [String] = []) -> ProvisionNames {
    ProvisionNames(laws: laws, bodies: bodies)
  }
}
