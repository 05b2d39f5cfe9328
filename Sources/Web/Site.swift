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
  package let settings: SiteSettings
  package let layout: Layout
  /// The laws by which provisions are named, and their texts.
  package let laws: LawShelf
  private let catalogue: LawCatalogue
  private let pages = PageCache()

  /// Makes the site of an index.
  ///
  /// `laws` is the catalogue that the program is shipped with.
  ///
  /// - Throws: What is wrong with a template, which a test would have found.
  package init(
    store: RecordStore, laws: LawCatalogue = LawCatalogue(laws: []),
    settings: SiteSettings = SiteSettings()
  ) throws {
    self.store = store
    catalogue = laws
    self.settings = settings
    self.laws = LawShelf(store: store, catalogue: laws)
    layout = Layout(templates: try Templates())
  }

  /// Every route of the site.
  package var router: Router<SiteContext> {
    let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
    router.addMiddleware {
      RequestLog()
      SafetyHeaders()
      Conditional()
      Languages()
      Editors(editing: settings.editing)
      ErrorAnswers(site: self)
    }
    let pages = PageRoutes(site: self, router: router)
    SearchController(site: self).addRoutes(to: pages)
    MeetingController(site: self).addRoutes(to: pages)
    StatementController(site: self).addRoutes(to: pages)
    PeopleController(site: self).addRoutes(to: pages)
    ProvisionController(site: self).addRoutes(to: pages)
    BodyController(site: self).addRoutes(to: pages)
    TimelineController(site: self).addRoutes(to: pages)
    APIController(inquiry: Inquiry(store: store, laws: catalogue)).addRoutes(to: router)
    CurationController(site: self).addRoutes(to: pages, router)
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
      words: Words(context.language), links: Links(origin: origin(request)),
      editor: context.editor)
    var response = Answer.text(
      layout.html(page, place, path: request.uri.string), type: "text/html", status: status)
    response.headers[.contentLanguage] = context.language.rawValue
    return response
  }

  /// A page that was made before of the same state of the index, else made now.
  func kept(
    _ request: Request, _ context: SiteContext, _ make: () throws -> any Page
  ) throws -> Response {
    let state = try store.state()
    let key = PageCache.Key(
      address: request.uri.string, language: context.language, origin: origin(request))
    if let page = pages.page(key, state: state) { return page }
    let response = answer(try make(), request, context)
    // What was written meanwhile may be on the page already, or in part of it.
    if try store.state() == state { pages.keep(response, key, state: state) }
    return response
  }

  /// The origin of permanent links: what was set, else the host that was asked, where it looks like
  /// one.
  private func origin(_ request: Request) -> String {
    if let origin = settings.origin { return origin }
    guard let host = request.head.authority, host.utf8.count <= 100,
      host.utf8.allSatisfy({ byte in
        (0x30...0x3A).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x5B, 0x5D].contains(byte)
      })
    else { return "" }
    return "http://\(host)"
  }
}

/// What whoever starts the site decides.
package struct SiteSettings: Sendable {
  /// The origin of permanent links in citations (`https://minutes.example.go.jp`); nil for the host
  /// that was asked.
  package var origin: String?
  /// Who may write; nil where nobody may.
  package var editing: Editing?
  /// Says who made a statement, or that nobody knows (nil), and derives anew what follows from it;
  /// the last argument is who decides.
  package var correctSpeaker: (@Sendable (String, PersonEntry?, String) throws -> Void)?

  package init() {}
}
