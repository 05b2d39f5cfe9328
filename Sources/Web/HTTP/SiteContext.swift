package import Hummingbird
import Logging

/// What goes with a request on its way through the site.
package struct SiteContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The language of the answer.
  package var language = Language.ja
  /// Who may write; nil for everybody else.
  package var editor: Editor?

  package init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
  }

  /// The largest form that is read, in bytes.
  package var maxUploadSize: Int { 64 * 1024 }
}

/// The languages of the pages.
package enum Language: String, Sendable, CaseIterable {
  case ja, en

  /// The language that `Accept-Language` prefers (RFC 9110, 12.5.4); Japanese where it names none.
  package init(accepting header: String) {
    var best: (language: Language, quality: Double)?
    for part in header.split(separator: ",") {
      let pieces = part.split(separator: ";").map { String($0).trimmed }
      guard let tag = pieces.first?.lowercased() else { continue }
      let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }
        .map { Double($0.dropFirst(2)) ?? 0 }
      let language = Language(rawValue: String(tag.prefix { $0 != "-" }))
      guard let language, quality ?? 1 > best?.quality ?? 0 else { continue }
      best = (language, quality ?? 1)
    }
    self = best?.language ?? .ja
  }
}
