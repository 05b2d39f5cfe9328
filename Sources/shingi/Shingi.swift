import ArgumentParser
import Foundation

/// The command line: every subcommand wires, prints and exits; the work is done in the parts below.
@main
struct Shingi: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shingi",
    abstract: "Ask the minutes: who said what, on which agenda item, about which article.",
    discussion: """
      Shingi 審議 reads the minutes of councils and committees, keeps them in one SQLite file, and \
      leads every answer back to the exact characters of the source.

      The index is --index FILE, else $SHINGI_INDEX, else ./Index/shingi.sqlite where it exists, \
      else shingi/shingi.sqlite in the XDG data folder.
      Exit status: 0 found or done, 1 nothing found, 2 error.

      EXAMPLES
        shingi ingest minutes/
        shingi search 報告基準 --speaker 江崎
        shingi summary 86/1.2
      """,
    version: ShingiVersion.current,
    subcommands: [
      Ingest.self, Search.self, Who.self, WatchCommand.self, Meetings.self, Agenda.self, Show.self,
      Positions.self,
      Summary.self, Undertakings.self, Relations.self, Provisions.self, People.self,
      Correct.self, Curation.self, Findings.self, Cite.self, Law.self, Link.self, Relink.self,
      Export.self, SiteExport.self, Serve.self, Rebuild.self,
      Verify.self, Evaluate.self, Doctor.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      exit(reporting: error)
    }
  }

  /// Ends the program: help and version on standard output with 0, everything else on standard
  /// error; every error is exit 2, usage errors included.
  private static func exit(reporting error: any Error) -> Never {
    if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
    let message = fullMessage(for: error)
    guard exitCode(for: error) != .success else {
      print(message)
      Foundation.exit(0)
    }
    Diagnostics.write(message.hasPrefix("Error: ") ? message : "Error: \(message)")
    Foundation.exit(2)
  }
}

/// The version of the program, as `--version` prints it.
enum ShingiVersion {
  static let current = "0.1.0"
}

extension ExitCode {
  /// Nothing was found; as grep does.
  static let nothingFound = ExitCode(1)
  /// Some of the work failed, and it was said on standard error.
  static let failed = ExitCode(2)
}
