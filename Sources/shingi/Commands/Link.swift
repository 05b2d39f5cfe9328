import ArgumentParser
import Deliberation
import Foundation
import JapaneseText
import Pipeline
import Reports
import Statutes
import Store

/// Explains the links of a statement, and takes what a human decides about them.
struct Link: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain why statements are linked to provisions; confirm, reject or add a link.",
    discussion: """
      A decision is kept with its author and time. It wins over the machine and survives ingest, \
      rebuild and relink.

      EXAMPLES
        shingi link 86#4
        shingi link confirm 86#4 電気通信事業法施行規則58条2項 --author 山田
        shingi link reject 86#4 電気通信事業法28条 --author 山田
        shingi link add 86#4 電気通信事業法施行規則57条 --author 山田
      """,
    subcommands: [LinkExplain.self, LinkConfirm.self, LinkReject.self, LinkAdd.self],
    defaultSubcommand: LinkExplain.self)
}

/// Explains the links of statements.
struct LinkExplain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain each link: why, from which words, by which entry of the catalogue.",
    discussion: """
      EXAMPLES
        shingi link 86#4
        shingi link 86/1.2 --format md
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption

  @Argument(help: "A statement (86#4), an agenda item (86/1.2) or a meeting (86).")
  var address: String

  func run() throws {
    let store = try index.reader()
    let place = try store.resolve(address)
    let record = try store.record(at: place.recordAddress)
    let topics = try CorpusData(folder: try CorpusData.locate()).topics
    var reasons: [String: String] = [:]
    for topic in topics.topics { reasons[topic.id] = topic.reason }
    var rows: [[JSONValue]] = []
    for statement in record.statements where isWanted(statement, place.part) {
      let links = statement.links.map { ($0, false) } + statement.candidates.map { ($0, true) }
      for (link, isCandidate) in links {
        rows.append([
          .string("\(place.recordAddress)#\(statement.number)"), .string(link.citation),
          .string(link.provision.address),
          .string(
            output.format.isForPeople
              ? link.basis.japanese : link.basis.rawValue),
          .text(link.evidence.map { statement.text.scalars.text($0) }), .text(link.via),
          .string(link.rule), .text(reasons[link.rule] ?? link.words),
          link.confidence.map(JSONValue.number) ?? .null,
          .string(isCandidate ? "candidate" : link.status.rawValue),
          .string(link.revision ?? "時点不明"),
        ])
      }
    }
    try LawShelf.noteLaterRevisions(
      of: record.statements.filter { isWanted($0, place.part) }.flatMap(\.links)
        .map(\.provision.law), in: index)
    try output.write(
      Table(
        columns: [
          TableColumn("address", "番地"), TableColumn("citation", "条項"),
          TableColumn("provision", "条項の番地"), TableColumn("basis", "根拠"),
          TableColumn("evidence", "発言の語"), TableColumn("via", "由来"), TableColumn("rule", "規則"),
          TableColumn("reason", "理由"), TableColumn("confidence", "実測精度", numeric: true),
          TableColumn("status", "状態"), TableColumn("revision", "版"),
        ], rows: rows))
  }

  private func isWanted(_ statement: Statement, _ part: AddressPart?) -> Bool {
    switch part {
    case nil: true
    case .agenda(let path): statement.agenda.contains { path.includes($0) }
    case .statement(let number), .sentence(let number, _): statement.number == number
    }
  }
}

/// What the decisions about a link have in common.
struct LinkDecisionOptions: ParsableArguments {
  @OptionGroup var index: IndexOption

  @Option(help: "Who decides (default: $USER).")
  var author: String?

  @Argument(help: "The statement (86#4).")
  var address: String

  @Argument(help: "The provision, in words or by e-Gov's ids.")
  var provision: String

  /// Records the decision.
  func decide(_ status: LinkStatus) throws {
    let user = ProcessInfo.processInfo.environment["USER"]
    guard let author = author ?? user, !author.isEmpty else {
      throw ValidationError("Say who decides: --author NAME.")
    }
    let store = try index.writer()
    let record = try store.record(at: try store.resolve(address).recordAddress)
    let shelf = try LawShelf(index: index)
    let names = ProvisionNames(
      laws: shelf.laws, date: record.meeting.date,
      bodies: record.meeting.bodies.flatMap { $0 })
    let provision = try names.provision(provision)
    let citation = shelf.laws.citation(provision)
    try store.decide(status, provision, citation: citation, at: address, author: author)
    Output.write("\(address) \(status.rawValue) \(citation)")
  }
}

/// Confirms a link.
struct LinkConfirm: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Confirm a link of a statement.",
    discussion: """
      EXAMPLE
        shingi link confirm 86#4 電気通信事業法施行規則58条2項 --author 山田
      """)

  @OptionGroup var options: LinkDecisionOptions

  func run() throws { try options.decide(.confirmed) }
}

/// Rejects a link.
struct LinkReject: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Reject a link of a statement; it counts no more.",
    discussion: """
      EXAMPLE
        shingi link reject 86#4 電気通信事業法28条 --author 山田
      """)

  @OptionGroup var options: LinkDecisionOptions

  func run() throws { try options.decide(.rejected) }
}

/// Adds a link.
struct LinkAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a link that the machine did not find.",
    discussion: """
      The provision may be a passage of a rule document in the index (○○ガイドライン3.2).

      EXAMPLES
        shingi link add 86#4 電気通信事業法施行規則57条 --author 山田
        shingi link add 86#4 事故報告ガイドライン3.2(1) --author 山田
      """)

  @OptionGroup var options: LinkDecisionOptions

  func run() throws { try options.decide(.added) }
}
