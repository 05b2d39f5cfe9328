import Deliberation
import HTTPTypes
import Store

/// Persons: who they are, what they said, which positions they took.
struct PeopleController {
  let site: Site

  func addRoutes(to pages: PageRoutes) {
    pages.get("people") { request in try list(request) }
    pages.get("people", below: true) { request in try person(request) }
  }

  private static let pageSize = 100
  private static let statementsOnPage = 20
  private static let mostPositions = 500

  private func list(_ request: PageRequest) throws -> any Page {
    let people = try site.store.people(named: request.fields["name"])
    let first = (request.pageNumber - 1) * Self.pageSize
    return PeoplePage(
      entries: Array(people.dropFirst(first).prefix(Self.pageSize)), total: people.count,
      fields: request.fields, number: request.pageNumber, size: Self.pageSize)
  }

  private func person(_ request: PageRequest) throws -> any Page {
    guard let id = request.path.first, request.path.count == 1, id.hasPrefix("p-"),
      let person = try site.store.people(named: id).first
    else { throw Failure(.notFound, request.rest) }
    var query = SearchQuery()
    query.filter.speakers = [person.id.rawValue]
    query.limit = Self.statementsOnPage
    query.offset = (request.pageNumber - 1) * Self.statementsOnPage
    query.snippetLength = 160
    let statements = try site.store.search(query)
    var positions = query
    positions.limit = Self.mostPositions
    positions.offset = 0
    return PersonPage(
      person: person, statements: statements, positions: try site.store.positions(positions),
      fields: request.fields, number: request.pageNumber, size: Self.statementsOnPage)
  }
}
