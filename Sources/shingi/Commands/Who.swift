import ArgumentParser
import Deliberation
import JapaneseText
import Reports
import Store

/// Lists who said what is asked for.
struct Who: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List who said it: by person, with how often, first and last date.",
    discussion: """
      The query is that of `shingi search`, and so are the conditions.

      EXAMPLES
        shingi who 報告基準
        shingi who "" --agenda 86/1.2
        shingi who 端末機器 --role member --format csv
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption
  @OptionGroup var filter: FilterOptions
  @OptionGroup var words: WordOptions

  @Argument(help: "What was said; an empty query asks by conditions alone.")
  var query: String

  @Option(help: "The most persons to print.")
  var limit = 100

  @Option(help: "How many persons to leave out at the beginning.")
  var offset = 0

  func validate() throws {
    guard limit >= 0, offset >= 0 else {
      throw ValidationError("--limit and --offset take whole numbers from 0.")
    }
  }

  func run() throws {
    var search = try filter.query(query, in: index, limit: limit)
    search.offset = offset
    WordOptions.note(try words.apply(to: &search), output)
    let page = try index.reader().who(search)
    if page.total > page.entries.count, output.format == .table || output.format == .md {
      Diagnostics.write("\(page.total) 人（\(page.entries.count) 人を表示）")
    }
    try output.write(
      Table(
        columns: [
          TableColumn("name", "発言者", whole: true), TableColumn("kind", "立場"),
          TableColumn("organisation", "所属"), TableColumn("statements", "発言数", numeric: true),
          TableColumn("meetings", "会議数", numeric: true), TableColumn("first", "最初"),
          TableColumn("last", "最後"), TableColumn("person", "人物", whole: true),
        ],
        rows: page.entries.map { entry in
          [
            .string(entry.name ?? "（氏名の記載なし）"),
            .texts(entry.kinds.map(output.word)), .texts(entry.organisations),
            .integer(entry.statements), .integer(entry.meetings),
            .text(entry.first?.description), .text(entry.last?.description),
            .text(entry.person?.rawValue),
          ]
        }))
  }
}
