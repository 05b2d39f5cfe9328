import ArgumentParser
import Deliberation
import JapaneseText
import Reports
import Store

/// Lists positions, and apart from them the views of others that speakers told.
struct Positions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List who took which stance towards what, with the words that show it.",
    discussion: """
      Views that a speaker only reports are never listed as the speaker's own; --reported lists them.

      EXAMPLES
        shingi positions --agenda 86/1.2
        shingi positions --speaker 江崎 --stance concern --stance oppose
        shingi positions --reported
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption
  @OptionGroup var filter: FilterOptions

  @Option(help: ArgumentHelp("Only in statements with these words.", valueName: "query"))
  var query = ""

  @Flag(help: "List the views of others that speakers told.")
  var reported = false

  @Option(help: "The most positions to print.")
  var limit = 1000

  func run() throws {
    let store = try index.reader()
    let query = try filter.query(query, in: index, limit: limit)
    try output.write(
      reported
        ? reportedTable(store.reportedPositions(query).entries)
        : table(store.positions(query).entries))
  }

  private func table(_ entries: [PositionEntry]) -> Table {
    Table(
      columns: [
        TableColumn("address", "番地", whole: true), TableColumn("date", "日付", whole: true),
        TableColumn("speaker", "発言者", whole: true),
        TableColumn("agenda", "議事"), TableColumn("stance", "立場"), TableColumn("hedged", "留保"),
        TableColumn("targetKind", "対象の種類"), TableColumn("target", "対象"),
        TableColumn("addressee", "宛先"), TableColumn("modality", "様態"),
        TableColumn("clause", "発言の該当箇所"), TableColumn("rule", "規則"),
      ],
      rows: entries.map { entry in
        let position = entry.position
        return [
          .string(entry.statement.address), .text(entry.statement.meeting.date?.description),
          .text(entry.statement.speakerName ?? entry.statement.label),
          .texts(entry.statement.agenda.map(\.description)), output.word(position.stance),
          output.format.isForPeople ? .string(position.hedged ? "○" : "") : .bool(position.hedged),
          .string(output.word(position.targetKind)), .text(position.target),
          .text(position.addressee), .text(position.modality.map(output.word)),
          .string(entry.clause), .string(position.rule),
        ]
      })
  }

  private func reportedTable(_ entries: [ReportedEntry]) -> Table {
    Table(
      columns: [
        TableColumn("address", "番地", whole: true), TableColumn("holder", "その立場の人"),
        TableColumn("stance", "立場"), TableColumn("how", "示し方"),
        TableColumn("toldBy", "伝えた人"), TableColumn("clause", "発言の該当箇所"),
        TableColumn("rule", "規則"),
      ],
      rows: entries.map { entry in
        [
          .string(entry.statement.address), .text(entry.reported.holder),
          output.word(entry.reported.stance), .string(entry.reported.how.rawValue),
          .text(entry.statement.speakerName ?? entry.statement.label), .string(entry.clause),
          .string(entry.reported.rule),
        ]
      })
  }
}
