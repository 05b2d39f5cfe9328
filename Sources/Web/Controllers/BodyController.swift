import HTTPTypes
import Store

/// Bodies with their meetings.
struct BodyController {
  let site: Site

  func addRoutes(to pages: PageRoutes) {
    pages.get("bodies") { _ in BodiesPage(bodies: try site.store.bodies()) }
    pages.get("bodies", below: true) { request in try body(request) }
  }

  private func body(_ request: PageRequest) throws -> any Page {
    var filter = SearchFilter()
    filter.bodies = [request.rest]
    let size = BodyPage.size
    let meetings = try site.store.meetings(
      filter, limit: size, offset: (request.pageNumber - 1) * size)
    guard meetings.total > 0 else { throw Failure(.notFound, request.rest) }
    let below = try site.store.bodies().map(\.path).filter { $0.hasPrefix(request.rest + "/") }
    return BodyPage(
      path: request.rest, meetings: meetings.entries, total: meetings.total, below: below,
      fields: request.fields, number: request.pageNumber)
  }
}
