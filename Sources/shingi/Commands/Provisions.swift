import ArgumentParser
import Deliberation
import JapaneseText
import Pipeline
import Reports
import Store

/// Lists which provisions were addressed, or the statements that address one.
struct Provisions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List which provisions were addressed, how often and by whom.",
    discussion: """
      With a provision it lists the statements that address it, and why each is linked. Links by the \
      statement's own words count; those inherited from the agenda item or from an answered \
      statement stand apart as 推定, and are listed with --basis agenda --basis relation.

      EXAMPLES
        shingi provisions
        shingi provisions --speaker 江崎
        shingi provisions 電気通信事業法施行規則58条2項
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption
  @OptionGroup var filter: FilterOptions

  @Argument(help: "A provision in words or by e-Gov's ids (電気通信事業法28条, 359AC0000000086#Mp-At_28).")
  var provision: String?

  @Option(help: "The most lines to print.")
  var limit = 1000

  func run() throws {
    let store = try index.reader()
    var query = try filter.query("", in: index, limit: limit)
    guard let provision else {
      try output.write(counts(store.provisions(query).entries))
      return
    }
    let shelf = try LawShelf(index: index)
    let names = ProvisionNames(laws: shelf.laws, date: nil, bodies: filter.body)
    let named = try names.provision(provision)
    query.filter.provisions = ProvisionDays.reach(of: named, on: nil, laws: shelf.laws)
    query.order = .oldest
    shelf.noteLaterRevisions(of: [named.law])
    try output.write(links(store.links(query).entries))
  }

  private func counts(_ entries: [ProvisionCount]) -> Table {
    Table(
      columns: [
        TableColumn("provision", "条項の番地", whole: true), TableColumn("citation", "条項"),
        TableColumn("direct", "発言", numeric: true),
        TableColumn("inherited", "推定", numeric: true), TableColumn("speakers", "発言者"),
        TableColumn("first", "最初"), TableColumn("last", "最後"),
      ],
      rows: entries.map { entry in
        [
          .string(entry.provision.address), .string(entry.citation), .integer(entry.direct),
          .integer(entry.inherited), .texts(entry.speakers), .text(entry.first?.description),
          .text(entry.last?.description),
        ]
      })
  }

  private func links(_ entries: [LinkEntry]) -> Table {
    Table(
      columns: [
        TableColumn("address", "番地", whole: true), TableColumn("date", "日付", whole: true),
        TableColumn("speaker", "発言者", whole: true),
        TableColumn("citation", "条項"), TableColumn("basis", "根拠"), TableColumn("via", "由来"),
        TableColumn("evidence", "発言の語"), TableColumn("revision", "版"),
        TableColumn("rule", "規則"),
      ],
      rows: entries.map { entry in
        let link = entry.link
        return [
          .string(entry.statement.address), .text(entry.statement.meeting.date?.description),
          .text(entry.statement.speakerName ?? entry.statement.label), .string(link.citation),
          .string(output.format.isForPeople ? link.basis.japanese : link.basis.rawValue),
          .text(link.via), .text(entry.evidence), .string(link.revision ?? "時点不明"),
          .string(link.rule),
        ]
      })
  }
}
