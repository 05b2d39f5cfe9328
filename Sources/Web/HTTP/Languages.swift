import HTTPTypes
import Hummingbird

/// Chooses the language: `?lang=`, which the browser then remembers, else what it remembers, else
/// what it accepts.
struct Languages: RouterMiddleware {
  private static let cookie = "lang"

  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    let asked = FormFields(request.uri.query ?? "")["lang"].flatMap(Language.init(rawValue:))
    let kept = request.cookies[Self.cookie].flatMap { Language(rawValue: $0.value) }
    context.language =
      asked ?? kept ?? Language(accepting: request.headers[.acceptLanguage] ?? "")
    var response = try await next(request, context)
    if let asked, asked != kept {
      response.setCookie(
        Cookie(
          name: Self.cookie, value: asked.rawValue, maxAge: 31_536_000, path: "/",
          sameSite: .lax))
    }
    return response
  }
}
