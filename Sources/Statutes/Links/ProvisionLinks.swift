package import Deliberation
import JapaneseText

/// From every statement to the provisions that it addresses (DESIGN §7).
///
/// The order of trust: citations; terms of the topic catalogue and of the laws' own texts; what those
/// provisions fill in or what fills them in; the terms of the agenda item under discussion; the
/// links of the statement agreed with or answered. What a more trusted way found in
/// an article is not added again by a less trusted one. Procedural statements inherit nothing.
/// Where a statement has no provision by its own words, the paragraph of the inherited laws whose
/// words are nearest is a candidate.
package enum ProvisionLinks {
  /// Changes when the same record and catalogues would give other links.
  package static let version = "3"

  /// Fills `links` and `candidates` of every statement anew; pure and deterministic.
  ///
  /// It runs after the positions, along whose relations it inherits.
  package static func derive(
    _ record: inout Record, topics: TopicCatalogue, laws: LawCatalogue,
    terms: LawTermIndex = .empty, similar: SimilarityIndexes? = nil,
    precision: LinkPrecision = .none
  ) {
    let setting = LinkSetting(record: record, topics: topics, laws: laws, terms: terms)
    var found = record.statements.map { setting.ownLinks(of: $0) }
    let procedural = zip(record.statements, found).map { statement, own in
      own.links.isEmpty && Procedure.isProcedural(statement)
    }
    for index in record.statements.indices where !procedural[index] {
      let inherited = setting.agendaLinks(of: record.statements[index])
      found[index].add(inherited)
    }
    for index in record.statements.indices {
      guard !procedural[index] else { continue }
      let inherited = Inheritance.links(of: index, in: record.statements, found: found)
      found[index].add(inherited)
    }
    if let similar {
      for index in record.statements.indices where !procedural[index] {
        found[index].addNearest(to: record.statements[index].text, in: similar)
      }
    }
    for index in record.statements.indices {
      record.statements[index].links = found[index].links.map { link in
        var link = setting.completed(link)
        link.confidence = precision.of(link)
        return link
      }
      record.statements[index].candidates = found[index].candidates.map(setting.completed)
    }
  }
}

/// The links of one statement while they are gathered.
struct FoundLinks: Sendable {
  private(set) var links: [ProvisionLink] = []
  private(set) var candidates: [ProvisionLink] = []

  /// Adds links of a basis that is not more trusted than those already here.
  mutating func add(_ others: FoundLinks) {
    for link in others.links { add(link) }
    for candidate in others.candidates { addCandidate(candidate) }
  }

  /// Adds a link unless its article is linked on a more trusted basis, or the same provision on the
  /// same; of a provision and one above it that one rule gives, the deeper stays.
  mutating func add(_ link: ProvisionLink) {
    for (index, other) in links.enumerated() where other.provision.law == link.provision.law {
      if other.basis < link.basis,
        other.provision.articleElement == link.provision.articleElement
          || link.provision.element == nil
      {
        return
      }
      guard other.basis == link.basis else { continue }
      if other.provision == link.provision { return }
      guard other.rule == link.rule, other.basis != .explicit else { continue }
      if Self.covers(link.provision, other.provision) { return }
      if Self.covers(other.provision, link.provision) {
        links[index] = link
        return
      }
    }
    links.append(link)
    candidates.removeAll { $0.provision == link.provision }
  }

  mutating func addCandidate(_ link: ProvisionLink) {
    let isKnown = (links + candidates).contains { $0.provision == link.provision }
    if !isKnown { candidates.append(link) }
  }

  /// Adds the paragraph whose words are nearest as a candidate, where the statement has no provision
  /// by its own words; only the laws that it inherits are asked.
  mutating func addNearest(to text: String, in indexes: SimilarityIndexes) {
    guard !links.contains(where: { $0.basis.isDirect && $0.provision.element != nil }) else {
      return
    }
    let laws = Set(links.filter { !$0.basis.isDirect }.map(\.provision.law)).sorted()
    guard !laws.isEmpty else { return }
    let words = MatchText(text)
    let near = laws.compactMap { indexes($0)?.nearest(to: words) }
    guard let best = near.max(by: { $0.score < $1.score }) else { return }
    var link = ProvisionLink(
      provision: best.provision, citation: "", basis: .similarity, evidence: nil,
      rule: "similarity/bm25")
    link.words = best.words
    addCandidate(link)
  }

  /// Whether the provision is the other one or stands above it.
  private static func covers(_ provision: Provision, _ other: Provision) -> Bool {
    if provision == other { return true }
    guard provision.row == nil, let other = other.element else { return false }
    guard let element = provision.element else { return true }
    return other.hasPrefix(element + "-")
  }
}
