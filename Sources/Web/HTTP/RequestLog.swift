import Hummingbird
import Logging

/// One line for every request: method, address, status, size and time.
struct RequestLog: RouterMiddleware {
  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    let took = start.duration(to: .now)
    let milliseconds =
      took.components.seconds * 1000
      + took.components.attoseconds / 1_000_000_000_000_000
    context.logger.info(
      "\(request.method.rawValue) \(request.uri.string) \(response.status.code) \(response.body.contentLength ?? 0) \(milliseconds)ms"
    )
    return response
  }
}
