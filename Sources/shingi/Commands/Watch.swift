import ArgumentParser
import Deliberation
import Reports
import Store

/// Saved searches.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Save searches, and run them for what is new since the last run.",
    discussion: """
      The first run prints all hits, each later one those that are new, that stand in other words \
      than before, or that are gone. Statements are known by their addresses: reading a file again \
      brings nothing back. Exit status 1 where nothing is new.

      EXAMPLES
        shingi watch add 事故報告 '事故 NEAR/20 報告'
        shingi watch add 江崎 "" --speaker 江崎 --seen
        shingi watch list
        shingi watch run
        shingi watch run 事故報告 --format jsonl
        shingi watch remove 事故報告
      """,
    subcommands: [WatchAdd.self, WatchList.self, WatchRun.self, WatchRemove.self])
}

/// Saves a search.
struct WatchAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Save a search under a name.",
    discussion: """
      EXAMPLES
        shingi watch add 事故報告 '事故 NEAR/20 報告'
        shingi watch add 反対 "" --stance oppose --body 情報通信審議会
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var filter: FilterOptions
  @OptionGroup var words: WordOptions

  @Argument(help: "The name of the search.")
  var name: String

  @Argument(help: "What to find, as in `shingi search`.")
  var query: String

  @Flag(help: "Take the hits of now as known: the first run prints only what comes after.")
  var seen = false

  func validate() throws {
    guard words.synonyms == nil else {
      throw ValidationError("--synonyms cannot be saved; change lexicons/synonyms.json instead.")
    }
  }

  func run() throws {
    let search = try filter.typed(query)
    guard search.filter.kinds == [.statement] else {
      throw ValidationError("A saved search finds statements only; leave out kind:.")
    }
    var options = WatchOptions()
    options.exact = words.exact
    options.synonyms = !words.noSynonyms
    options.within = words.within.rawValue
    options.below = search.filter.includesBelow
    // The conditions in the query itself are already in the filter: only its words are kept.
    let text = [search.words.map(\.query), search.filter.fields].compactMap(\.self)
      .filter { !$0.isEmpty }.joined(separator: " ")
    let store = try index.writer()
    try store.addWatch(name, query: text, options: options)
    let saved = try store.watches().first { $0.name == name }
    let now = try saved.map {
      try store.runWatch(name, query: $0.search(in: index), keepsPlace: !seen)
    }
    Diagnostics.write("「\(name)」を保存しました: \(text)（現在 \(now?.total ?? 0) 件）")
  }
}

/// Lists the saved searches.
struct WatchList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the saved searches.",
    discussion: """
      EXAMPLES
        shingi watch list --format csv
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption

  func run() throws {
    try output.write(
      Table(
        columns: [
          TableColumn("name", "名前", whole: true), TableColumn("query", "検索式", whole: true),
          TableColumn("options", "指定"), TableColumn("known", "既出", numeric: true),
          TableColumn("created", "作成"), TableColumn("lastRun", "前回"),
        ],
        rows: try index.reader().watches().map { watch in
          [
            .string(watch.name), .string(watch.query), .texts(watch.options.words),
            .integer(watch.known), .string(watch.created), .text(watch.lastRun),
          ]
        }))
  }
}

/// Runs saved searches.
struct WatchRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Print what is new since the last run.",
    discussion: """
      EXAMPLES
        shingi watch run
        shingi watch run 事故報告 --keep
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption

  @Argument(help: "The name of one search; all of them where it is left out.")
  var name: String?

  @Flag(help: "Print the same again at the next run.")
  var keep = false

  func run() throws {
    let store = keep ? try index.reader() : try index.writer()
    let watches = try store.watches()
    var wanted = watches
    if let name {
      wanted = watches.filter { $0.name == name }
      guard !wanted.isEmpty else {
        throw StoreError.noSuchWatch(name, watches: watches.map(\.name))
      }
    }
    let reports = try wanted.map { watch in
      try store.runWatch(watch.name, query: try watch.search(in: index), keepsPlace: keep)
    }
    if output.format == .table || output.format == .md {
      for report in reports {
        Diagnostics.write(
          "「\(report.name)」 新規 \(report.added.count) 件、変更 \(report.changed.count) 件、"
            + "該当外 \(report.gone.count) 件（全 \(report.total) 件）")
      }
    }
    try output.write(table(reports))
  }

  private func table(_ reports: [WatchReport]) -> Table {
    let isJapanese = output.lang == .ja && (output.format == .table || output.format == .md)
    var hits: [SearchHit] = []
    var changes: [(name: String, change: String)] = []
    for report in reports {
      for hit in report.added {
        hits.append(hit)
        changes.append((report.name, isJapanese ? "新規" : "added"))
      }
      for hit in report.changed {
        hits.append(hit)
        changes.append((report.name, isJapanese ? "変更" : "changed"))
      }
    }
    var table = HitTable(output: output).table(hits)
    table.columns.insert(
      contentsOf: [TableColumn("watch", "名前", whole: true), TableColumn("change", "種別")], at: 0)
    for index in table.rows.indices {
      table.rows[index].insert(
        contentsOf: [.string(changes[index].name), .string(changes[index].change)], at: 0)
    }
    for report in reports {
      for loss in report.gone {
        let change =
          isJapanese
          ? (loss.withdrawn == nil ? "該当外" : "取消") : (loss.withdrawn == nil ? "gone" : "withdrawn")
        let filled: [JSONValue] = [.string(report.name), .string(change), .string(loss.address)]
        table.rows.append(
          filled + Array(repeating: .null, count: table.columns.count - filled.count))
      }
    }
    return table
  }
}

/// Forgets a saved search.
struct WatchRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Forget a saved search.",
    discussion: """
      EXAMPLES
        shingi watch remove 事故報告
      """)

  @OptionGroup var index: IndexOption

  @Argument(help: "The name of the search.")
  var name: String

  func run() throws {
    try index.writer().removeWatch(name)
    Diagnostics.write("「\(name)」を削除しました")
  }
}

extension Watch {
  /// The search as it was saved.
  ///
  /// - Throws: `QueryError` where this program understands the query no more.
  fileprivate func search(in index: IndexOption) throws -> SearchQuery {
    var search = query.isEmpty ? SearchQuery() : try SearchQuery.parse(query)
    search.filter.includesBelow = options.below
    try FilterOptions.resolve(&search.filter, in: index, body: search.filter.bodies.first)
    var words = WordOptions()
    words.exact = options.exact
    words.noSynonyms = !options.synonyms
    words.synonyms = nil
    words.within = SearchUnit(rawValue: options.within) ?? .statement
    _ = try words.apply(to: &search)
    return search
  }
}

extension WatchOptions {
  /// The options that are not as usual, as the command line has them.
  fileprivate var words: [String] {
    [
      exact ? "--exact" : nil, synonyms ? nil : "--no-synonyms",
      within == SearchUnit.statement.rawValue ? nil : "--within \(within)",
      below ? nil : "--only",
    ].compactMap(\.self)
  }
}
