import HTTPTypes
import Hummingbird
import Reports

/// The JSON API: every question at `/api/v1/NAME`, and the document that describes them.
struct APIController {
  let inquiry: Inquiry

  func addRoutes(to router: Router<SiteContext>) {
    router.get("api/v1/openapi.json") { _, _ in Self.answer(OpenAPI.document) }
    router.get("api/v1") { _, _ in Self.answer(Self.index) }
    for question in Question.all {
      router.get("api/v1/\(question.name)") { request, _ in
        let query = request.uri.query ?? ""
        guard query.utf8.count <= PageRoutes.longestQuery else {
          throw Failure(.badRequest, "the query is longer than \(PageRoutes.longestQuery) bytes")
        }
        let arguments = try Arguments(FormFields(query), for: question.parameters)
        return try await Workers.shared.run {
          Self.answer(try question.answer(arguments, from: inquiry))
        }
      }
    }
  }

  private static func answer(_ value: JSONValue) -> Response {
    Answer.text(value.pretty, type: "application/json")
  }

  /// What there is, for somebody who opens the address in a browser.
  private static let index: JSONValue = [
    "openapi": "/api/v1/openapi.json",
    "questions": .array(
      Question.all.map {
        ["href": .string("\(OpenAPI.base)/\($0.name)"), "about": .string($0.about)]
      }),
  ]
}
