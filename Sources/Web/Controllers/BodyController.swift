import HTTPTypes
import Store

/// Bodies with their meetings.
struct BodyController {
  let site: Site

  func addRoutes(to pages: PageRoutes) {
    pages.get("bodies") { _ in BodiesPage(bodies: try bodies()) }
    pages.get("bodies", below: true) { request in try body(request) }
  }

  /// The bodies that sat, with their paths and the number of their meetings.
  private func bodies() throws -> [BodyCount] {
    var counts: [String: Int] = [:]
    for meeting in try site.store.meetings() {
      for path in meeting.bodies { counts[path, default: 0] += 1 }
    }
    return counts.map { BodyCount(path: $0.key, meetings: $0.value) }.sorted { $0.path < $1.path }
  }

  private func body(_ request: PageRequest) throws -> any Page {
    var filter = SearchFilter()
    filter.bodies = [request.rest]
    let meetings = try site.store.meetings(filter)
    guard !meetings.isEmpty else { throw Failure(.notFound, request.rest) }
    let below = Set(meetings.flatMap(\.bodies)).filter { $0.hasPrefix(request.rest + "/") }
    return BodyPage(
      path: request.rest, meetings: meetings, below: below.sorted(), fields: request.fields,
      number: request.pageNumber)
  }
}
