import Hummingbird

/// What a controller needs to know of a request for a page.
package struct PageRequest: Sendable {
  /// The segments of the path behind the noun, decoded and without `.json`.
  package var path: [String]
  package var fields: FormFields
  package var context: SiteContext

  /// The path behind the noun as one text.
  package var rest: String { path.joined(separator: "/") }

  /// The page of a list that is asked for, from 1.
  package var pageNumber: Int {
    min(PageRequest.lastPage, max(1, fields["page"].flatMap { Int($0) } ?? 1))
  }

  /// How far lists are leafed through; beyond it a query has to be narrowed.
  package static let lastPage = 500
}

/// Routes for pages: each has its JSON beside it.
package struct PageRoutes {
  let site: Site
  let router: Router<SiteContext>

  /// Adds a page at `/noun`, or at everything below it where `below` is set.
  ///
  /// `isKept`: Whether the page depends on nothing but its address, the language and the index, so
  /// that it may be kept for the next who asks.
  package func get(
    _ noun: String, below: Bool = false, isKept: Bool = false,
    _ make: @escaping @Sendable (PageRequest) throws -> any Page
  ) {
    let site = site
    let answer: @Sendable (Request, SiteContext) async throws -> Response = { request, context in
      let asked = try Self.request(request, context)
      return try await Workers.shared.run {
        guard isKept, context.editor == nil else {
          return site.answer(try make(asked), request, context)
        }
        return try site.kept(request, context) { try make(asked) }
      }
    }
    if below {
      router.get("\(noun)/**", use: answer)
    } else {
      router.get("\(noun)", use: answer)
      if !noun.isEmpty { router.get("\(noun).json", use: answer) }
    }
  }

  /// The largest query of an address, in bytes.
  static let longestQuery = 8000

  private static func request(
    _ request: Request, _ context: SiteContext
  ) throws -> PageRequest {
    let query = request.uri.query ?? ""
    guard query.utf8.count <= longestQuery else {
      throw Failure(.uriTooLong, "the query is longer than \(longestQuery) bytes")
    }
    var segments = request.uri.path.utf8.split(separator: UInt8(ascii: "/")).dropFirst()
      .map { PercentCoding.decoded($0) }
    if let last = segments.last, last.hasSuffix(".json") {
      segments[segments.count - 1] = String(last.dropLast(5))
    }
    return PageRequest(path: segments, fields: FormFields(query), context: context)
  }
}
