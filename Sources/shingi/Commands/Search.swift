import ArgumentParser
import Deliberation
import JapaneseText
import Reports
import Store

/// Finds statements, and what else is asked for, by words and conditions.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find statements by words, speaker, agenda item, stance or provision.",
    discussion: """
      Words are found wherever they stand, of one character or more; words joined by blanks must all \
      be there. OR, -word, "a phrase", brackets, and the fields speaker: role: org: body: meeting: \
      agenda: date: stance: law: article: kind: may be used. An empty query asks by conditions alone.

      EXAMPLES
        shingi search 報告基準
        shingi search '事故 -訓練' --speaker 江崎 --stance concern
        shingi search "" --agenda 86/1.2
        shingi search "" --law 電気通信事業法施行規則 --article 58
        shingi search 'kind:event 説明'
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption
  @OptionGroup var filter: FilterOptions

  @Argument(help: "What to find.")
  var query: String

  @Option(help: "Kinds of things to find: statement, event, agenda, document, attendance.")
  var kind: [SearchKind] = []

  @Option(help: "Order of the hits: newest, oldest or relevance.")
  var sort: SearchOrder = .newest

  @Option(help: "The most hits to print.")
  var limit = 20

  @Option(help: "How many hits to leave out at the beginning.")
  var offset = 0

  @Flag(help: "Print only how many there are.")
  var count = false

  @Flag(help: "Search only the words as written, without alternatives.")
  var exact = false

  @Flag(help: "Print whole statements instead of snippets.")
  var full = false

  func validate() throws {
    guard limit >= 0, offset >= 0 else {
      throw ValidationError("--limit and --offset take whole numbers from 0.")
    }
  }

  func run() throws {
    let query = try searchQuery()
    let results = try index.reader().search(query)
    try LawShelf.noteLaterRevisions(of: query.filter.provisions.map(\.law), in: index)
    if count {
      Output.write("\(results.total)")
      if results.total == 0 { throw ExitCode.nothingFound }
      return
    }
    noteBeside(results)
    try output.write(table(results))
  }

  private func searchQuery() throws -> SearchQuery {
    var search = try filter.query(query, limit: count ? 0 : limit)
    if !kind.isEmpty { search.filter.kinds = kind }
    search.order = sort
    search.offset = offset
    search.isExact = exact
    return search
  }

  /// How much there is, on standard error, so that the hits can be piped on.
  private func noteBeside(_ results: SearchResults) {
    guard output.format == .table || output.format == .md else { return }
    var note = "\(results.total) 件"
    if results.total > results.hits.count, !results.hits.isEmpty {
      note += "（\(offset + 1)–\(offset + results.hits.count) を表示）"
    }
    for kind in SearchKind.allCases {
      if let n = results.beside[kind], n > 0 { note += "、\(kind.japanese)にも \(n) 件" }
    }
    Diagnostics.write(note)
  }

  private func table(_ results: SearchResults) -> Table {
    let withKind = results.hits.contains { $0.kind != .statement }
    var columns = [
      TableColumn("address", "番地", whole: true), TableColumn("date", "日付", whole: true),
      TableColumn("speaker", "発言者", whole: true),
      TableColumn("role", "役職"), TableColumn("agenda", "議事"), TableColumn("stance", "立場"),
      TableColumn("text", full ? "発言" : "抜粋"),
    ]
    if withKind { columns.insert(TableColumn("kind", "種別"), at: 1) }
    let rows = results.hits.map { hit in
      var row: [JSONValue] = [
        .string(hit.address), .text(hit.meeting.date?.description),
        .text(hit.statement.flatMap { $0.speakerName ?? $0.surname ?? $0.label }),
        .text(hit.statement?.role),
        .texts(hit.agenda.map(\.path.description)),
        .texts(hit.stances.map { output.word($0).cell }),
        .string(full ? hit.text : snippet(hit.snippet)),
      ]
      if withKind { row.insert(.string(hit.kind.rawValue), at: 1) }
      return row
    }
    return Table(columns: columns, rows: rows)
  }

  private func snippet(_ snippet: Snippet) -> String {
    (snippet.isCutBefore ? "…" : "") + snippet.text + (snippet.isCutBehind ? "…" : "")
  }
}

extension SearchKind: ExpressibleByArgument {}
extension SearchOrder: ExpressibleByArgument {}

extension SearchKind {
  /// The word that staff read.
  var japanese: String {
    switch self {
    case .statement: "発言"
    case .event: "経過"
    case .agenda: "議事"
    case .document: "資料"
    case .attendance: "出席"
    }
  }
}
