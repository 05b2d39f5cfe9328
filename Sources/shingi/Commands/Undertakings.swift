import ArgumentParser
import Deliberation
import JapaneseText
import Reports
import Store

/// Lists what somebody said they would do.
struct Undertakings: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what somebody undertook to do, and until when.",
    discussion: """
      EXAMPLES
        shingi undertakings
        shingi undertakings --meeting 86 --format csv
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption
  @OptionGroup var filter: FilterOptions

  @Option(help: "The most undertakings to print.")
  var limit = 1000

  func run() throws {
    let page = try index.reader().undertakings(try filter.query("", limit: limit))
    try output.write(
      Table(
        columns: [
          TableColumn("address", "番地", whole: true), TableColumn("date", "日付", whole: true),
          TableColumn("actor", "行う人"),
          TableColumn("what", "内容"), TableColumn("due", "期限"), TableColumn("saidBy", "発言者"),
          TableColumn("agenda", "議事"),
        ],
        rows: page.entries.map { entry in
          [
            .string(entry.statement.address), .text(entry.statement.meeting.date?.description),
            .text(entry.undertaking.actor), .string(entry.what), .text(entry.undertaking.due),
            .text(entry.statement.speakerName ?? entry.statement.label),
            .texts(entry.statement.agenda.map(\.description)),
          ]
        }))
  }
}
