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

  private func list(_ request: PageRequest) throws -> any Page {
    let people = try site.store.people(
      named: request.fields["name"], limit: Self.pageSize,
      offset: (request.pageNumber - 1) * Self.pageSize)
    return PeoplePage(
      entries: people.entries, total: people.total,
      fields: request.fields, number: request.pageNumber, size: Self.pageSize)
  }

  private func person(_ request: PageRequest) throws -> any Page {
    guard let id = request.path.first, request.path.count == 1, id.hasPrefix("p-"),
      let person = try site.store.people(named: id).first
    else { throw Failure(.notFound, request.rest) }
    return try PersonPage(
      of: person, in: site.store, statements: Self.statementsOnPage, fields: request.fields,
      number: request.pageNumber)
  }
}
