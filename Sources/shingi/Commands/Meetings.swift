import ArgumentParser
import Deliberation
import JapaneseText
import Reports
import Store

/// Lists the meetings of the index.
struct Meetings: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the meetings, the newest first.",
    discussion: """
      EXAMPLES
        shingi meetings
        shingi meetings --body 情報通信審議会 --from 2025-04-01 --format csv
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption
  @OptionGroup var filter: MeetingFilterOptions

  func run() throws {
    let meetings = try index.reader().meetings(try filter.filter())
    try output.write(
      Table(
        columns: [
          TableColumn("address", "番地", whole: true), TableColumn("date", "日付", whole: true),
          TableColumn("title", "表題"),
          TableColumn("place", "場所"), TableColumn("level", "種類"),
          TableColumn("statements", "発言", numeric: true),
          TableColumn("findings", "所見", numeric: true), TableColumn("file", "出典"),
        ],
        rows: meetings.flatMap { meeting in
          meeting.records.map { record in
            [
              .string(record.address), .text(meeting.date?.description), .string(meeting.title),
              .text(meeting.place), .string(record.level.rawValue),
              .integer(record.statements), .integer(record.findings), .string(record.file),
            ]
          }
        }))
  }
}
