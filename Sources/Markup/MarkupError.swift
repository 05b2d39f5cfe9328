/// Why a document could not be parsed.
package enum MarkupError: Error, Hashable, Sendable, CustomStringConvertible {
  case empty
  case tooLarge(bytes: Int)
  /// The document declares entities; they are refused (external entities, billion laughs).
  case entities
  /// Elements are nested deeper than the limit.
  case tooDeep(limit: Int)
  /// Not well formed; `line` counts from 1.
  case malformed(line: Int, detail: String)

  package var description: String {
    switch self {
    case .empty: "the document has no content"
    case .tooLarge(let bytes): "the document has \(bytes) bytes, more than can be parsed"
    case .entities: "the document declares entities, which are refused"
    case .tooDeep(let limit): "elements are nested deeper than \(limit)"
    case .malformed(let line, let detail): "line \(line): \(detail)"
    }
  }
}
