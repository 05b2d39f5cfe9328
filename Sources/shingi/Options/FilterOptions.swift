import ArgumentParser
import Deliberation
import JapaneseText
import Pipeline
import Statutes
import Store

/// The conditions under which statements are asked for; each may be given several times, and then
/// any of them may hold.
struct FilterOptions: ParsableArguments {
  @Option(help: "Full name or surname of the speaker.")
  var speaker: [String] = []

  @Option(help: "Role as printed (主査), with * for any characters, or kind (member, official).")
  var role: [String] = []

  @Option(help: "Organisation spoken for; a part of the name is enough.")
  var org: [String] = []

  @Option(help: "Body by name or path; those below it are included.")
  var body: [String] = []

  @Option(help: ArgumentHelp("Meeting (86).", valueName: "address"))
  var meeting: [String] = []

  @Option(help: ArgumentHelp("Agenda item (86/1.2) or words of its title.", valueName: "item"))
  var agenda: [String] = []

  @Flag(help: "Only the agenda item itself, without what lies below it.")
  var only = false

  @Option(help: ArgumentHelp("First day (2025-05-13, 令和7年5月, R7.5.13).", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("Last day.", valueName: "date"))
  var until: String?

  @Option(help: "support, conditionalSupport, oppose, concern, request, question, answer, comment.")
  var stance: [Stance] = []

  @Option(help: "Title, abbreviation or e-Gov id of a law, or a provision (電気通信事業法28条2項).")
  var law: [String] = []

  @Option(help: "Article of the law (58, 58の2).")
  var article: [String] = []

  @Option(
    help: "Bases of links that count: explicit, term, delegation, agenda, relation, similarity.")
  var basis: [LinkBasis] = []

  /// The query of a text with these conditions; an empty text asks by conditions alone.
  ///
  /// Laws and rule documents of the index count beside those of the catalogue.
  ///
  /// - Throws: `QueryError` or `ValidationError` for what is not understood.
  func query(_ text: String, in index: IndexOption, limit: Int = .max) throws -> SearchQuery {
    var query = try typed(text)
    try Self.resolve(&query.filter, in: index, body: body.first)
    query.limit = limit
    return query
  }

  /// The query of a text with these conditions as typed: laws are names still.
  ///
  /// - Throws: `QueryError` or `ValidationError` for what is not understood.
  func typed(_ text: String) throws -> SearchQuery {
    let isBlank = text.allSatisfy(\.isWhitespace)
    var query = isBlank ? SearchQuery() : try SearchQuery.parse(text)
    try add(to: &query.filter)
    return query
  }

  private func add(to filter: inout SearchFilter) throws {
    filter.speakers += speaker
    filter.roles += role
    filter.organisations += org
    filter.bodies += body
    filter.meetings += meeting
    filter.agenda += agenda
    filter.includesBelow = !only
    filter.stances += stance
    filter.articles += article
    filter.bases += basis
    if let from { filter.from = try Self.dates(from, "--from").from }
    if let until { filter.until = try Self.dates(until, "--until").until }
    filter.laws += law
  }

  /// Puts provisions in the place of the names of laws; `body` is one whose own short names count.
  ///
  /// - Throws: `ProvisionNameError` for a law that is not understood.
  static func resolve(
    _ filter: inout SearchFilter, in index: IndexOption, body: String?
  ) throws {
    guard !filter.laws.isEmpty else { return }
    let names = ProvisionNames(
      laws: try LawShelf(index: index).laws, bodies: body.map { [$0] } ?? [])
    let named = try filter.laws.map { try names.provision($0) }
    filter.laws = []
    filter.provisions += named.flatMap { provision in
      let places =
        filter.articles.isEmpty || provision.element != nil
        ? [provision]
        : filter.articles.map {
          Provision(law: provision.law, element: ProvisionDays.element(ofArticle: $0))
        }
      return places.flatMap { ProvisionDays.reach(of: $0, on: nil, laws: names.laws) }
    }
    // Articles are in the provisions now, but where a provision was named whole beside them.
    if named.allSatisfy({ $0.element == nil }) { filter.articles = [] }
  }

  static func dates(
    _ text: String, _ option: String
  ) throws -> (from: CalendarDate?, until: CalendarDate?) {
    guard let dates = QueryFields.dates(text) else {
      throw ValidationError(
        "\(option): \"\(text)\" is no date; write 2025-05-13, 2025-05, 令和7年5月13日 or R7.5.13.")
    }
    return dates
  }
}

/// The conditions under which meetings are asked for.
struct MeetingFilterOptions: ParsableArguments {
  @Option(help: "Body by name or path; those below it are included.")
  var body: [String] = []

  @Option(help: ArgumentHelp("Meeting (86).", valueName: "address"))
  var meeting: [String] = []

  @Option(help: ArgumentHelp("First day (2025-05-13, 令和7年5月, R7.5.13).", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("Last day.", valueName: "date"))
  var until: String?

  /// The conditions as a filter.
  ///
  /// - Throws: `ValidationError` for a date that is not understood.
  func filter() throws -> SearchFilter {
    var filter = SearchFilter()
    filter.bodies = body
    filter.meetings = meeting
    if let from { filter.from = try FilterOptions.dates(from, "--from").from }
    if let until { filter.until = try FilterOptions.dates(until, "--until").until }
    return filter
  }
}

extension Stance: ExpressibleByArgument {}
extension LinkBasis: ExpressibleByArgument {}
