import Deliberation
import Foundation
import GRDB
import JapaneseText

/// What humans decided about links: it wins over the machine, and is applied whenever links are
/// written, so that it survives re-ingest, rebuild and relink.
struct LinkDecisions {
  /// The kinds of decisions about links.
  static let kinds: [LinkStatus: String] = [
    .confirmed: "linkConfirmed", .rejected: "linkRejected", .added: "linkAdded",
  ]

  /// What is decided, as the `value` of a decision.
  struct Value: Codable {
    var law: String
    var elm: String?
    var table: String?
    var label: String?
    var citation: String
  }

  private struct Entry {
    let anchor: DecisionAnchor
    /// The words without blanks; nil while the source from which they were quoted is in force.
    let words: Scalars?
    let status: LinkStatus
    let provision: Provision
    let citation: String
    let author: String
  }

  private var entries: [Entry] = []

  init(database: Database) throws {
    let decisions = try Anchors(database: database).decisions(
      kinds: Self.kinds.values.sorted())
    for decision in decisions {
      guard let anchor = decision.anchor,
        let status = Self.kinds.first(where: { $0.value == decision.kind })?.key,
        let value = try? JSONDecoder().decode(Value.self, from: Data(decision.value.utf8))
      else { continue }
      let isInForce = try Bool.fetchOne(
        database,
        sql: "SELECT EXISTS (SELECT 1 FROM file WHERE sha256 = ? AND superseded IS NULL)",
        arguments: [anchor.sourceHash])
      let row = value.table.map { TableRow(table: $0, label: value.label ?? "") }
      entries.append(
        Entry(
          anchor: anchor,
          words: isInForce == true ? nil : Self.words(anchor.quoted),
          status: status, provision: Provision(law: value.law, element: value.elm, row: row),
          citation: value.citation, author: decision.author))
    }
  }

  private static func words(_ text: String) -> Scalars { text.scalars.filter { !$0.isSpace } }

  /// The links and candidates of a statement with the decisions on it.
  func applied(
    to statement: Deliberation.Statement, sha256: String
  ) -> (
    links: [ProvisionLink], candidates: [ProvisionLink]
  ) {
    var links = statement.links
    var candidates = statement.candidates
    var statuses: [Provision: Entry] = [:]
    for entry in entries where concerns(entry, statement, sha256) {
      statuses[entry.provision] = entry
    }
    for (provision, entry) in statuses.sorted(by: { $0.key < $1.key }) {
      var isDecided = false
      for index in links.indices where Self.covers(provision, links[index].provision) {
        links[index].status = entry.status
        isDecided = true
      }
      for index in candidates.indices.reversed()
      where Self.covers(provision, candidates[index].provision) {
        candidates[index].status = entry.status
        isDecided = true
        if entry.status != .rejected { links.append(candidates.remove(at: index)) }
      }
      guard !isDecided, entry.status != .rejected else { continue }
      var link = ProvisionLink(
        provision: provision, citation: entry.citation, basis: .explicit, evidence: nil,
        rule: "human/\(entry.author)")
      link.status = entry.status
      links.append(link)
    }
    return (links, candidates)
  }

  /// A decision about an article is one about what lies in it.
  static func covers(_ provision: Provision, _ other: Provision) -> Bool {
    guard provision != other else { return true }
    guard provision.law == other.law, provision.row == nil else { return false }
    guard let element = provision.element else { return true }
    return other.element.map { $0 == element || $0.hasPrefix(element + "-") } ?? false
  }

  /// By its place in the source, or where the source was corrected by the same words.
  private func concerns(
    _ entry: Entry, _ statement: Deliberation.Statement, _ sha256: String
  ) -> Bool {
    if entry.anchor.sourceHash == sha256 {
      return statement.source.first.map { $0.span == entry.anchor.span } ?? false
    }
    guard let words = entry.words, words.count >= 20 else { return false }
    return Self.words(statement.text) == words
  }
}
