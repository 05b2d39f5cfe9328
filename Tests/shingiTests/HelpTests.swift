import Foundation
import Testing

/// The help of every command, kept as golden files; `SHINGI_UPDATE_GOLDEN=1` writes them anew.
@Suite struct HelpTests {
  static let commands = [
    "", "ingest", "search", "who", "watch", "meetings", "agenda", "show", "positions", "summary",
    "undertakings", "relations", "provisions", "people", "correct", "curation", "findings", "cite",
    "law", "link",
    "relink", "export", "site", "serve", "rebuild", "verify",
    "evaluate", "doctor", "law add", "law fetch", "law list", "law show", "law citations",
    "link explain", "link confirm", "link reject", "link add", "undertakings list",
    "undertakings close", "undertakings reopen",
  ]

  static let golden = Program.project.appending(path: "Tests/shingiTests/Golden/help")

  @Test(arguments: commands)
  func helpIsAsReviewed(_ command: String) throws {
    var program = try Program()
    defer { program.cleanUp() }
    program.environment["COLUMNS"] = "100"
    let help = try program.run(
      command.split(separator: " ").map(String.init) + ["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("EXAMPLE"), "the help of \(command) shows no example")
    let file = Self.golden.appending(
      path: (command.isEmpty ? "shingi" : command.replacingOccurrences(of: " ", with: "-")) + ".txt"
    )
    if ProcessInfo.processInfo.environment["SHINGI_UPDATE_GOLDEN"] != nil {
      try FileManager.default.createDirectory(at: Self.golden, withIntermediateDirectories: true)
      try help.output.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(help.output == (try? String(contentsOf: file, encoding: .utf8)))
  }

  /// A command that the README does not show is a command that nobody finds.
  @Test(arguments: commands.filter { !$0.isEmpty })
  func theReadmeNamesEveryCommand(_ command: String) throws {
    for name in ["README.md", "README.ja.md"] {
      let text = try String(
        contentsOf: Program.project.appending(path: name), encoding: .utf8)
      #expect(text.contains("shingi \(command)"), "\(name) does not name \(command)")
    }
  }
}
