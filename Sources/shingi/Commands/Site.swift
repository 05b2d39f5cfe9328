import ArgumentParser
import Foundation
import Pipeline
import Store
import Web

/// Writes the pages of a body or a meeting as files.
struct SiteExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Write the pages of the index, a body or a meeting as plain HTML.",
    discussion: """
      The folder can be published as it is, or opened from a disk: links are relative, and there is \
      no script. Files of the same names are written over, others stay.

      EXAMPLES
        shingi site public/
        shingi site public/ --body IPネットワーク設備委員会
        shingi site public/ --meeting 86 --lang en
      """)

  @OptionGroup var index: IndexOption

  @Argument(help: ArgumentHelp("The folder; made where there is none.", valueName: "out"))
  var output: String

  @Option(help: "Only this body and those below it, by name or path.")
  var body: String?

  @Option(help: ArgumentHelp("Only this meeting (86).", valueName: "address"))
  var meeting: String?

  @Option(help: "The language of the pages: ja or en.")
  var lang: Language = .ja

  func validate() throws {
    if body != nil, meeting != nil {
      throw ValidationError("--body and --meeting exclude each other.")
    }
  }

  func run() throws {
    let laws = try CorpusData.laws(in: try CorpusData.locate())
    let site = try Web.Site(store: try index.reader(), laws: laws)
    let scope: StaticSite.Scope =
      meeting.map { .meeting($0) } ?? body.map { .body($0) } ?? .everything
    let pages = StaticSite(site: site, language: Web.Language(rawValue: lang.rawValue) ?? .ja)
    let count = try pages.write(scope, to: URL(filePath: output, directoryHint: .isDirectory))
    guard count > 0 else { throw ExitCode.nothingFound }
    Output.write("files \(count)")
  }
}
