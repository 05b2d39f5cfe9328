import Foundation
import Testing

/// Files beside the tests that hold what is printed; `SHINGI_REWRITE_GOLDEN=1` writes them anew.
enum Golden {
  static func expect(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["SHINGI_REWRITE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: url)
      return
    }
    let expected = try String(contentsOf: url, encoding: .utf8)
    guard text != expected else { return }
    let ours = text.split(separator: "\n", omittingEmptySubsequences: false)
    let theirs = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
      zip(ours, theirs).enumerated().first { $1.0 != $1.1 }?.offset ?? min(ours.count, theirs.count)
    Issue.record(
      """
      \(name):\(line + 1) differs
      - \(line < theirs.count ? String(theirs[line]) : "(end)")
      + \(line < ours.count ? String(ours[line]) : "(end)")
      """, sourceLocation: sourceLocation)
  }
}
