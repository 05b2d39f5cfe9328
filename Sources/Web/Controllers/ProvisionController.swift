import Deliberation
import HTTPTypes
import JapaneseText
import Pipeline
import Reports
import Statutes
import Store

/// Provisions: their words as of a day, and the statements that address them.
struct ProvisionController {
  let site: Site

  func addRoutes(to pages: PageRoutes) {
    pages.get("provisions") { request in try list(request) }
    pages.get("provisions", below: true) { request in try provision(request) }
  }

  private static let pageSize = 100

  private func list(_ request: PageRequest) throws -> any Page {
    if let name = request.fields["name"] { return try named(name, request) }
    var query = SearchQuery()
    query.limit = Self.pageSize
    query.offset = (request.pageNumber - 1) * Self.pageSize
    return ProvisionsPage(
      found: try site.store.provisions(query), fields: request.fields,
      number: request.pageNumber, size: Self.pageSize)
  }

  /// The page of what a name in words means.
  private func named(_ name: String, _ request: PageRequest) throws -> any Page {
    guard name.unicodeScalars.count <= SearchController.longestQuery else {
      throw Failure(.badRequest, "条項の名前が長すぎます。")
    }
    let provision = try site.laws.names().provision(name)
    return try page(of: provision, on: nil, request)
  }

  /// The page of a provision by its ids, `/provisions/LAW/ELEMENT?date=`.
  private func provision(_ request: PageRequest) throws -> any Page {
    guard let law = request.path.first, request.path.count <= 2 else {
      throw Failure(.notFound, request.rest)
    }
    let provision = Provision(law: law, element: request.path.count > 1 ? request.path[1] : nil)
    let date = try request.fields["date"].map { text in
      guard let date = QueryFields.dates(text)?.from else {
        throw Failure(.badRequest, "「\(text)」は日付として読めません。")
      }
      return date
    }
    return try page(of: provision, on: date, request)
  }

  private func page(
    of provision: Provision, on date: CalendarDate?, _ request: PageRequest
  ) throws -> any Page {
    guard let page = try ProvisionPage(of: provision, on: date, site: site) else {
      throw Failure(.notFound, provision.address)
    }
    return page
  }
}
