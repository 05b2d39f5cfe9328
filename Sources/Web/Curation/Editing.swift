import Deliberation
import HTTPTypes
import Hummingbird

/// Who may write: whoever knows the token that `serve --edit` prints.
///
/// A browser shows the token in a cookie that other sites cannot have sent (`SameSite=Strict`), and
/// every form repeats a word derived from it, so that no other page can send one.
package struct Editing: Sendable {
  /// The secret, printed once when the server starts.
  package let token: String

  package init(token: String) { self.token = token }

  /// A new secret of 128 bits.
  package static func newToken() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let word = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - word.count) + word
    }.joined()
  }

  static let tokenCookie = "edit"
  static let authorCookie = "author"

  /// The word that forms repeat.
  var formToken: String { SHA256.hex(Array("form \(token)".utf8)) }

  /// Whether a text is the secret; it takes the same time wherever they differ.
  func isToken(_ text: String) -> Bool { Self.same(text, token) }

  static func same(_ left: String, _ right: String) -> Bool {
    let left = Array(SHA256.hex(Array(left.utf8)).utf8)
    let right = Array(SHA256.hex(Array(right.utf8)).utf8)
    return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

/// Finds out whether whoever asks may write.
struct Editors: RouterMiddleware {
  let editing: Editing?

  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    if let editing, let cookie = request.cookies[Editing.tokenCookie],
      editing.isToken(cookie.value)
    {
      context.editor = Editor(
        formToken: editing.formToken,
        name: request.cookies[Editing.authorCookie]
          .map { PercentCoding.decoded($0.value.utf8) } ?? "")
    }
    return try await next(request, context)
  }
}

/// Somebody who may write.
package struct Editor: Hashable, Sendable {
  /// The word that forms repeat.
  package var formToken: String
  /// Under which name decisions are kept.
  package var name: String
}
