import ArgumentParser
import Deliberation
import Foundation
import JapaneseText
import Reports
import Store

/// Lists what somebody said they would do, and takes what a human decides about it.
struct Undertakings: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what somebody undertook to do, and until when; close what is settled.",
    discussion: """
      EXAMPLES
        shingi undertakings
        shingi undertakings --open --body IPネットワーク設備委員会
        shingi undertakings close 86#10.9 --settled-by 87#4 --author 山田
        shingi undertakings reopen 86#10.9 --reason 様式が未定 --author 山田
      """,
    subcommands: [UndertakingsList.self, UndertakingsClose.self, UndertakingsReopen.self],
    defaultSubcommand: UndertakingsList.self)
}

/// Lists promises.
struct UndertakingsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what somebody undertook to do, and until when.",
    discussion: """
      With --open only those that no human has closed, and each stands beside the later statements that may settle it: of the same body, in a \
      later meeting, with the same words or on the same article. They are candidates for a human to \
      look at; nothing is taken for settled by itself. 検討 as nature means that no more was promised \
      than to consider it.

      EXAMPLES
        shingi undertakings
        shingi undertakings --open --body IPネットワーク設備委員会
        shingi undertakings --meeting 86 --format csv
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption
  @OptionGroup var filter: FilterOptions

  @Flag(help: "Only those not closed, with the later statements that may settle each.")
  var open = false

  @Option(help: "With --open, the most candidates beside each.")
  var candidates = 3

  @Option(help: "The most undertakings to print.")
  var limit = 1000

  func validate() throws {
    guard limit >= 0, candidates >= 0 else {
      throw ValidationError("--limit and --candidates take whole numbers from 0.")
    }
  }

  func run() throws {
    let store = try index.reader()
    let entries = try store.undertakings(try filter.query("", in: index, limit: limit)).entries
      .filter { !open || $0.decision?.isClosed != true }
    var columns = [
      TableColumn("address", "番地", whole: true), TableColumn("date", "日付", whole: true),
      TableColumn("actor", "行う人"),
      TableColumn("what", "内容"), TableColumn("due", "期限"), TableColumn("saidBy", "発言者"),
      TableColumn("agenda", "議事"), TableColumn("nature", "性格"), TableColumn("status", "状態"),
    ]
    var rows = entries.map { entry -> [JSONValue] in
      [
        .string(entry.address), .text(entry.statement.meeting.date?.description),
        .text(entry.undertaking.actor), .string(entry.what), .text(entry.undertaking.due),
        .text(entry.statement.speakerName ?? entry.statement.label),
        .texts(entry.statement.agenda.map(\.description)),
        .text(entry.undertaking.rule.hasSuffix(".study") ? "検討" : nil), .text(status(entry)),
      ]
    }
    if open {
      columns.append(TableColumn("candidates", "対応した可能性のある後の発言（候補）"))
      let found = try store.candidates(settling: entries, limit: candidates)
      for (index, candidates) in found.enumerated() {
        rows[index].append(.texts(candidates.map(cell)))
      }
    }
    try output.write(Table(columns: columns, rows: rows))
  }

  /// `対応済（87#4、様式を提示、山田、2025-06-10）`; nil where nobody decided.
  private func status(_ entry: UndertakingEntry) -> String? {
    guard let decision = entry.decision else { return nil }
    let facts = [
      decision.settledBy, decision.reason, decision.author, String(decision.created.prefix(10)),
    ].compactMap(\.self)
    return (decision.isClosed ? "対応済" : "未了") + "（\(facts.joined(separator: "、"))）"
  }

  /// `BODY/87#4（2025-06-10、共通：報告様式・一元化、同じ条）`.
  private func cell(_ candidate: UndertakingCandidate) -> String {
    var facts = [candidate.statement.meeting.date?.description].compactMap(\.self)
    facts.append("共通：" + candidate.words.joined(separator: "・"))
    if candidate.sharesProvision { facts.append("同じ条") }
    return "\(candidate.statement.address)（\(facts.joined(separator: "、"))）"
  }
}

/// What decisions about a promise have in common.
struct UndertakingDecisionOptions: ParsableArguments {
  @OptionGroup var index: IndexOption

  @Option(name: [.long, .customLong("by")], help: "Who decides (default: $USER).")
  var author: String?

  @Option(help: "Why.")
  var reason: String?

  @Argument(
    help: "The statement (86#10), or its sentence (86#10.9) where it makes several promises.")
  var address: String

  /// Records the decision and tells it.
  func decide(isClosed: Bool, settledBy: String? = nil) throws {
    let user = ProcessInfo.processInfo.environment["USER"]
    guard let author = author ?? user, !author.isEmpty else {
      throw ValidationError("Say who decides: --author NAME.")
    }
    let decided = try index.writer().decide(
      undertakingAt: address, isClosed: isClosed, author: author, reason: reason,
      settledBy: settledBy)
    Output.write("\(address) \(isClosed ? "closed" : "open again") (\(decided.count))")
  }
}

/// Closes a promise.
struct UndertakingsClose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Record that a promise is settled; the decision is kept with its author and time.",
    discussion: """
      EXAMPLES
        shingi undertakings close 86#10.9 --settled-by 87#4 --author 山田
      """)

  @OptionGroup var options: UndertakingDecisionOptions

  @Option(help: "The statement that settled it (87#4).")
  var settledBy: String?

  func run() throws { try options.decide(isClosed: true, settledBy: settledBy) }
}

/// Opens a promise again.
struct UndertakingsReopen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Record that a promise is open again.",
    discussion: """
      EXAMPLES
        shingi undertakings reopen 86#10.9 --reason 様式が未定 --author 山田
      """)

  @OptionGroup var options: UndertakingDecisionOptions

  func run() throws { try options.decide(isClosed: false) }
}
