/// Why a catalogue file cannot be used; the whole file is refused, never read in part.
package enum CatalogueError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The bytes are not JSON of the documented form.
  case malformed(file: String, reason: String)
  /// An entry contradicts the documented form: an unknown law, an element id that is none, …
  case invalid(file: String, entry: String, reason: String)

  package var description: String {
    switch self {
    case .malformed(let file, let reason): "\(file): not a catalogue: \(reason)"
    case .invalid(let file, let entry, let reason): "\(file): \(entry): \(reason)"
    }
  }
}
