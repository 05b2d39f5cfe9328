import Deliberation
import HTTPTypes
import JapaneseText
import Pipeline
import Store

/// The search, which is the first page of the site too.
struct SearchController {
  let site: Site

  func addRoutes(to pages: PageRoutes) {
    for path in ["", "search"] {
      pages.get(path, isKept: true) { request in try page(request) }
    }
  }

  /// Statements on a page.
  private static let pageSize = 20
  /// Values of a facet on a page.
  private static let facetSize = 8
  /// The longest query in characters: more is a mistake or an attack.
  static let longestQuery = 500

  private func page(_ request: PageRequest) throws -> any Page {
    var page = SearchPage(fields: request.fields, number: request.pageNumber)
    guard page.isAsked else {
      page.latest = try site.store.meetings(limit: 6, offset: 0).entries
      return page
    }
    do {
      var query = try Self.query(request.fields)
      try Self.name(&query.filter.laws, site.laws)
      query.limit = Self.pageSize
      query.offset = (request.pageNumber - 1) * Self.pageSize
      page.query = query
      let found = try site.store.search(
        query, countingBy: FacetField.allCases, limit: Self.facetSize)
      page.results = found.results
      page.facets = found.facets
    } catch {
      // What was asked in a wrong way, an address that names nothing among it, is said in place.
      page.problem = try Problem(error)
    }
    return page
  }

  /// The query of a form: the query language in `q`, dates and order beside it.
  ///
  /// - Throws: `QueryError` or `Failure` where one of them is not understood.
  static func query(_ fields: FormFields) throws -> SearchQuery {
    let text = fields["q"] ?? ""
    guard text.unicodeScalars.count <= longestQuery else {
      throw Failure(.badRequest, "検索式が長すぎます。\(longestQuery) 文字以内にしてください。")
    }
    var query = text.isEmpty ? SearchQuery() : try SearchQuery.parse(text)
    if let from = fields["from"] { query.filter.from = try dates(from).from }
    if let until = fields["until"] { query.filter.until = try dates(until).until }
    if let order = fields["order"].flatMap(SearchOrder.init(rawValue:)) { query.order = order }
    query.snippetLength = 160
    return query
  }

  /// Puts addresses in the place of laws and provisions named in words (`law:電気通信事業法28条`).
  static func name(_ laws: inout [String], _ shelf: LawShelf) throws {
    guard !laws.isEmpty else { return }
    let names = try shelf.names()
    laws = try laws.map { try names.address(of: $0) }
  }

  private static func dates(
    _ text: String
  ) throws -> (from: CalendarDate?, until: CalendarDate?) {
    guard let dates = QueryFields.dates(text) else {
      throw Failure(
        .badRequest, "「\(text)」は日付として読めません。2025-05-13、2025-05、令和7年5月13日、R7.5 のように書いてください。")
    }
    return dates
  }
}
