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
      be there. OR, -word, "a phrase", a NEAR/10 b, prefix*, brackets, and the fields speaker: role: \
      org: body: meeting: agenda: date: stance: law: article: kind: may be used, with signs of any \
      width. An empty query asks by conditions alone. Numbers are found in every spelling (第58条, \
      第五十八条); what is searched beside the words is shown.

      EXAMPLES
        shingi search 報告基準
        shingi search '事故 -訓練' --speaker 江崎 --stance concern
        shingi search '(事故 OR 障害) NEAR/20 報告 date:R7.4..R7.6'
        shingi search "" --agenda 86/1.2
        shingi search "" --law 電気通信事業法施行規則 --article 58
        shingi search 'kind:event 説明'
        shingi search 事故 --facets
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption
  @OptionGroup var filter: FilterOptions
  @OptionGroup var words: WordOptions

  @Argument(help: "What to find.")
  var query: String

  @Option(help: "Kinds of things to find: statement, event, agenda, document, attendance.")
  var kind: [SearchKind] = []

  @Option(help: "Order of the hits: newest, oldest or relevance.")
  var sort: SearchOrder = .newest

  @Option(help: "The most hits to print; with --facets, the most values of each.")
  var limit = 20

  @Option(help: "How many hits to leave out at the beginning.")
  var offset = 0

  @Option(
    help: ArgumentHelp(
      "Begin behind this statement, the last one of the page before.", valueName: "address"))
  var after: String?

  @Flag(help: "Print only how many there are.")
  var count = false

  @Flag(
    help: "Print how many hits there are by speaker, role, body, year, stance, law and article.")
  var facets = false

  @Option(help: "One of these only, instead of all with --facets.")
  var facet: [FacetField] = []

  @Option(name: .customLong("snippet"), help: "The length of a snippet in characters.")
  var snippetLength = 100

  @Flag(help: "Mark the hits in the snippets by 【】.")
  var mark = false

  @Flag(help: "Print whole statements instead of snippets.")
  var full = false

  func validate() throws {
    guard limit >= 0, offset >= 0 else {
      throw ValidationError("--limit and --offset take whole numbers from 0.")
    }
    guard snippetLength > 0 else {
      throw ValidationError("--snippet takes a whole number from 1.")
    }
    guard after == nil || offset == 0 else {
      throw ValidationError("Give --after or --offset, not both.")
    }
  }

  func run() throws {
    var search = try filter.query(query, in: index, limit: count ? 0 : limit)
    if !kind.isEmpty { search.filter.kinds = kind }
    search.order = sort
    search.offset = offset
    search.after = after
    search.snippetLength = full ? Int.max / 2 : snippetLength
    WordOptions.note(try words.apply(to: &search), output)
    let store = try index.reader()
    try LawShelf.noteLaterRevisions(of: search.filter.provisions.map(\.law), in: index)
    if facets || !facet.isEmpty { return try printFacets(search, store) }
    if count {
      let total = try store.count(search)
      Output.write("\(total)")
      if total == 0 { throw ExitCode.nothingFound }
      return
    }
    let results = try store.search(search)
    noteBeside(results)
    try output.write(HitTable(output: output, full: full, mark: mark).table(results.hits))
  }

  private func printFacets(_ search: SearchQuery, _ store: RecordStore) throws {
    let fields = facet.isEmpty ? FacetField.allCases : facet
    try output.write(
      FacetTable(output: output).table(try store.facets(search, of: fields, limit: limit)))
  }

  /// How much there is, on standard error, so that the hits can be piped on.
  private func noteBeside(_ results: SearchResults) {
    guard output.format == .table || output.format == .md else { return }
    var note = "\(results.total) 件"
    if results.total > results.hits.count, !results.hits.isEmpty {
      note +=
        after == nil
        ? "（\(offset + 1)–\(offset + results.hits.count) を表示）"
        : "（\(results.hits.count) 件を表示）"
    }
    for kind in SearchKind.allCases {
      if let n = results.beside[kind], n > 0 { note += "、\(kind.japanese)にも \(n) 件" }
    }
    Diagnostics.write(note)
  }
}

/// Hits as a table.
struct HitTable {
  let output: OutputOption
  var full = false
  var mark = false

  func table(_ hits: [SearchHit]) -> Table {
    let withKind = hits.contains { $0.kind != .statement }
    let withSpans = output.format == .json || output.format == .jsonl
    var columns = [
      TableColumn("address", "番地", whole: true), TableColumn("date", "日付", whole: true),
      TableColumn("speaker", "発言者", whole: true),
      TableColumn("role", "役職"), TableColumn("agenda", "議事"), TableColumn("stance", "立場"),
      TableColumn("text", full ? "発言" : "抜粋"),
    ]
    if withKind { columns.insert(TableColumn("kind", "種別"), at: 1) }
    if withSpans { columns.append(TableColumn("hits", "一致箇所")) }
    let rows = hits.map { hit in
      var row: [JSONValue] = [
        .string(hit.address), .text(hit.meeting.date?.description),
        .text(hit.statement.flatMap { $0.speakerName ?? $0.surname ?? $0.label }),
        .text(hit.statement?.role),
        .texts(hit.agenda.map(\.path.description)),
        .texts(hit.stances.map { output.word($0).cell }),
        .string(text(hit.snippet)),
      ]
      if withKind { row.insert(.string(hit.kind.rawValue), at: 1) }
      if withSpans { row.append(spans(hit.snippet)) }
      return row
    }
    return Table(columns: columns, rows: rows)
  }

  private func text(_ snippet: Snippet) -> String {
    var text = snippet.text
    if mark {
      let scalars = text.scalars
      var at = 0
      text = ""
      for hit in snippet.hits {
        text += scalars.text(TextSpan(at, hit.from)) + "【" + scalars.text(hit) + "】"
        at = hit.to
      }
      text += scalars.text(TextSpan(at, scalars.count))
    }
    return (snippet.isCutBefore ? "…" : "") + text + (snippet.isCutBehind ? "…" : "")
  }

  /// The places of the hits in the printed text, in characters.
  private func spans(_ snippet: Snippet) -> JSONValue {
    let shift = snippet.isCutBefore ? 1 : 0
    var marks = 0
    return .array(
      snippet.hits.map { hit in
        if mark { marks += 1 }
        let from = hit.from + shift + max(0, marks * 2 - 1)
        return .array([.integer(from), .integer(from + hit.count)])
      })
  }
}

/// Counts of hits as a table.
struct FacetTable {
  let output: OutputOption

  func table(_ facets: [Facet]) -> Table {
    let titles = LawTitles()
    let rows = facets.flatMap { facet in
      facet.values.map { value in
        [
          JSONValue.string(facet.field.rawValue), label(value, facet.field, titles),
          .integer(value.count), .string(value.term(facet.field)),
        ]
      }
    }
    return Table(
      columns: [
        TableColumn("field", "項目"), TableColumn("value", "値", whole: true),
        TableColumn("count", "件数", numeric: true), TableColumn("condition", "条件", whole: true),
      ], rows: rows)
  }

  private func label(
    _ value: FacetValue, _ field: FacetField, _ titles: LawTitles
  ) -> JSONValue {
    switch field {
    case .stance: Stance(rawValue: value.key).map(output.word) ?? .string(value.label)
    case .law, .article: .string(titles.named(value.label))
    default: .string(value.label)
    }
  }
}

extension SearchKind: ExpressibleByArgument {}
extension SearchOrder: ExpressibleByArgument {}
extension FacetField: ExpressibleByArgument {}

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
