import ArgumentParser
import Deliberation
import Reports
import Store

/// Lists what could not be understood.
struct Findings: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what was doubtful in the sources, by file and line.",
    discussion: """
      EXAMPLES
        shingi findings
        shingi findings --meeting 86 --format csv
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption
  @OptionGroup var filter: MeetingFilterOptions

  @Option(help: "Only findings of this kind (speakerNotResolved).")
  var kind: String?

  func run() throws {
    let entries = try index.reader().findings(try filter.filter(), kind: kind)
    try output.write(
      Table(
        columns: [
          TableColumn("file", "ファイル"), TableColumn("line", "行", numeric: true),
          TableColumn("kind", "種別"), TableColumn("message", "内容"), TableColumn("record", "会議録"),
        ],
        rows: entries.map { entry in
          [
            .string(entry.file), .count(entry.finding.line), .string(entry.finding.kind),
            .string(entry.finding.message), .text(entry.record),
          ]
        }))
  }
}
