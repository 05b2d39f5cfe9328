import Deliberation
import HTTPTypes
import Store

/// When something was said, and how often.
struct TimelineController {
  let site: Site

  func addRoutes(to pages: PageRoutes) {
    pages.get("timeline") { request in try page(request) }
  }

  /// Statements that are looked at; beyond it the page says that it is cut.
  private static let most = 2000

  private func page(_ request: PageRequest) throws -> any Page {
    var page = TimelinePage(fields: request.fields)
    guard page.isAsked else { return page }
    do {
      var query = try SearchController.query(request.fields)
      try SearchController.name(&query.filter.laws, site.laws)
      query.filter.kinds = [.statement]
      query.limit = Self.most
      query.snippetLength = 1
      page.results = try site.store.search(query)
    } catch {
      page.problem = try Problem(error)
    }
    return page
  }
}
