import Deliberation
import HTTPTypes
package import Hummingbird
import NIOCore
import Reports
package import Statutes
package import Store

/// The site: an index in, a router out.
///
/// One controller per noun adds its routes; what every answer has in common (safety headers, errors,
/// language, compression, the log) stands in the middleware, in the order given here.
package struct Site: Sendable {
  package let store: RecordStore
  /// The catalogue by which laws are named.
  package let laws: LawCatalogue
  package let settings: SiteSettings
  package let layout: Layout

  /// Makes the site of an index.
  ///
  /// - Throws: What is wrong with a template, which a test would have found.
  package init(
    store: RecordStore, laws: LawCatalogue = LawCatalogue(laws: []),
    settings: SiteSettings = SiteSettings()
  ) throws {
    self.store = store
    self.laws = laws
    self.settings = settings
    layout = Layout(templates: try Templates())
  }

  /// Every route of the site.
  package var router: Router<SiteContext> {
    let router = Router(context: SiteContext.self)
    router.addMiddleware {
      RequestLog()
      SafetyHeaders()
      Conditional()
      Languages()
      ErrorAnswers(site: self)
    }
    let pages = PageRoutes(site: self, router: router)
    SearchController(site: self).addRoutes(to: pages)
    MeetingController(site: self).addRoutes(to: pages)
    StatementController(site: self).addRoutes(to: pages)
    PeopleController(site: self).addRoutes(to: pages)
    BodyController(site: self).addRoutes(to: pages)
    TimelineController(site: self).addRoutes(to: pages)
    APIController(inquiry: Inquiry(store: store, laws: laws)).addRoutes(to: router)
    FileController().addRoutes(to: router)
    return router
  }

  /// A page as HTML, or as JSON where its address ends in `.json`.
  package func answer(
    _ page: some Page, _ request: Request, _ context: SiteContext,
    status: HTTPResponse.Status = .ok
  ) -> Response {
    if request.uri.path.hasSuffix(".json") {
      return Answer.text(page.json.pretty, type: "application/json", status: status)
    }
    let place = Surroundings(
      words: Words(context.language), links: Links(origin: settings.origin),
      formToken: context.formToken)
    var response = Answer.text(
      layout.html(page, place, path: request.uri.string), type: "text/html", status: status)
    response.headers[.contentLanguage] = context.language.rawValue
    return response
  }
}

/// What whoever starts the site decides.
package struct SiteSettings: Sendable {
  /// The origin of permanent links in citations; empty where they are relative.
  package var origin = ""
  /// The secret without which nothing is written; nil where nobody may write.
  package var editToken: String?

  package init() {}
}
