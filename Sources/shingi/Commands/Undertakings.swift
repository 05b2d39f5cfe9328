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
      With --open each stands beside the later statements that may settle it: of the same body, in a \
      later meeting, with the same words or on the same article. They are candidates for a human to \
      look at; nothing is taken for settled.

      EXAMPLES
        shingi undertakings
        shingi undertakings --open --body IPネットワーク設備委員会
        shingi undertakings --meeting 86 --format csv
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption
  @OptionGroup var filter: FilterOptions

  @Flag(help: "Show the later statements that may settle each.")
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
    let entries = try store.undertakings(try filter.query("", limit: limit)).entries
    var columns = [
      TableColumn("address", "番地", whole: true), TableColumn("date", "日付", whole: true),
      TableColumn("actor", "行う人"),
      TableColumn("what", "内容"), TableColumn("due", "期限"), TableColumn("saidBy", "発言者"),
      TableColumn("agenda", "議事"),
    ]
    var rows = entries.map { entry -> [JSONValue] in
      [
        .string(entry.statement.address), .text(entry.statement.meeting.date?.description),
        .text(entry.undertaking.actor), .string(entry.what), .text(entry.undertaking.due),
        .text(entry.statement.speakerName ?? entry.statement.label),
        .texts(entry.statement.agenda.map(\.description)),
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

  /// `BODY/87#4（2025-06-10、共通：報告様式・一元化、同じ条）`.
  private func cell(_ candidate: UndertakingCandidate) -> String {
    var facts = [candidate.statement.meeting.date?.description].compactMap(\.self)
    facts.append("共通：" + candidate.words.joined(separator: "・"))
    if candidate.sharesProvision { facts.append("同じ条") }
    return "\(candidate.statement.address)（\(facts.joined(separator: "、"))）"
  }
}
