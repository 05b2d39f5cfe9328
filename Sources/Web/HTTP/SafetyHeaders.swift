import HTTPTypes
import Hummingbird

/// Puts the headers on every answer that keep a browser from doing what a page does not ask for.
struct SafetyHeaders: RouterMiddleware {
  /// Nothing but style, script, pictures and forms of this site; no inline script or style, no
  /// frames, no plug-ins, no base address.
  static let policy = """
    default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'
    """

  static let fields: HTTPFields = {
    var fields = HTTPFields()
    fields[.contentSecurityPolicy] = policy
    fields[.xContentTypeOptions] = "nosniff"
    if let referrer = HTTPField.Name("Referrer-Policy") { fields[referrer] = "same-origin" }
    if let frame = HTTPField.Name("X-Frame-Options") { fields[frame] = "DENY" }
    if let opener = HTTPField.Name("Cross-Origin-Opener-Policy") { fields[opener] = "same-origin" }
    if let resource = HTTPField.Name("Cross-Origin-Resource-Policy") {
      fields[resource] = "same-origin"
    }
    if let permissions = HTTPField.Name("Permissions-Policy") {
      fields[permissions] = "camera=(), geolocation=(), microphone=()"
    }
    return fields
  }()

  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    for field in Self.fields where response.headers[field.name] == nil {
      response.headers[field.name] = field.value
    }
    return response
  }
}
