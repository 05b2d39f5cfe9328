/// Why a file did not get into the index; every message names the file and the remedy.
package enum IngestError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file or folder cannot be opened.
  case unreadable(path: String, reason: String)
  /// The file was opened and refused.
  case refused(file: String, reason: String)
  /// Findings stood in a record that was read with `--strict`.
  case findings(file: String, count: Int)
  /// The data that the program is shipped with is missing or damaged.
  case corpus(file: String, reason: String)
  /// The index refused the file.
  case store(file: String, reason: String)

  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .refused(let file, let reason): "\(file): \(reason)"
    case .findings(let file, let count):
      "\(file): \(count) findings and --strict; see them with: shingi ingest without --strict"
    case .corpus(let file, let reason): "\(file): \(reason)"
    case .store(let file, let reason): "\(file): \(reason)"
    }
  }
}
