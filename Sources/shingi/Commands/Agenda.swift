import ArgumentParser
import Deliberation
import JapaneseText
import Reports
import Store

/// Shows the agenda of a meeting, or finds a matter over all meetings.
struct Agenda: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the agenda of a meeting, or the same matter over several meetings.",
    discussion: """
      EXAMPLES
        shingi agenda 86
        shingi agenda --find 端末機器
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption
  @OptionGroup var filter: MeetingFilterOptions

  @Argument(help: "The meeting (86).")
  var address: String?

  @Option(
    help: ArgumentHelp("Words of a title: list the items with them, by date.", valueName: "words"))
  var find: String?

  func validate() throws {
    guard (address == nil) != (find == nil) else {
      throw ValidationError("Name a meeting, or give --find with words of a title.")
    }
  }

  func run() throws {
    let store = try index.reader()
    if let find {
      let entries = try store.agendaItems(titled: find, try filter.filter())
      try output.write(table(entries))
      return
    }
    let excerpt = try store.excerpt(at: address ?? "")
    let record = excerpt.record
    let page = excerpt.resolved.recordAddress
    let rows: [[JSONValue]] = record.agenda.flattened.map { item in
      let own = record.statements.count { $0.agenda.contains(item.path) }
      let all = record.statements.count { $0.agenda.contains { item.path.includes($0) } }
      let indent =
        output.format.isForPeople
        ? String(repeating: "　", count: item.path.ordinals.count - 1) : ""
      return [
        .string("\(page)/\(item.path)"), .text(item.mark), .string(indent + item.title),
        .integer(own), .integer(all),
      ]
    }
    let without = record.statements.count { $0.agenda.isEmpty }
    if without > 0 { Diagnostics.write("議事の前後など、議事項目のない発言 \(without) 件") }
    try output.write(
      Table(
        columns: [
          TableColumn("address", "番地", whole: true), TableColumn("mark", "印"),
          TableColumn("title", "議事"),
          TableColumn("statements", "発言", numeric: true),
          TableColumn("withBelow", "下位を含む", numeric: true),
        ], rows: rows))
  }

  private func table(_ entries: [AgendaEntry]) -> Table {
    Table(
      columns: [
        TableColumn("address", "番地", whole: true), TableColumn("date", "日付", whole: true),
        TableColumn("body", "会議体"),
        TableColumn("mark", "印"), TableColumn("title", "議事"),
        TableColumn("statements", "発言", numeric: true),
      ],
      rows: entries.map { entry in
        [
          .string(entry.address), .text(entry.meeting.date?.description),
          .string(entry.meeting.bodyName), .text(entry.mark), .string(entry.title),
          .integer(entry.statements),
        ]
      })
  }
}
