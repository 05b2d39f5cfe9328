import HTTPTypes
import Hummingbird
import Logging
import Reports

/// The one place in which an error becomes an answer: a page, or `application/problem+json`
/// (RFC 9457) where JSON was asked for.
struct ErrorAnswers: RouterMiddleware {
  let site: Site

  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let failure = Failure(error)
      if failure.status.code >= 500 {
        context.logger.error("request failed", metadata: ["error": "\(error)"])
      }
      var response = answer(failure, request, context)
      if failure.status == .serviceUnavailable { response.headers[.retryAfter] = "1" }
      return response
    }
  }

  private func answer(_ failure: Failure, _ request: Request, _ context: SiteContext) -> Response {
    let path = request.uri.path
    guard path.hasPrefix("/api/") || path.hasSuffix(".json") else {
      return site.answer(
        FailurePage(failure: failure), request, context, status: failure.status)
    }
    let problem: JSONValue = [
      "type": "about:blank", "title": .string(failure.status.reasonPhrase),
      "status": .integer(failure.status.code), "detail": .string(failure.reason),
      "candidates": .texts(failure.candidates),
    ]
    return Answer.text(
      problem.pretty, type: "application/problem+json", status: failure.status)
  }
}
