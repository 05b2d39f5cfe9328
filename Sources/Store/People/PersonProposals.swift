package import Deliberation
import GRDB
import JapaneseText

/// Two persons who may be one, and why; a human decides.
package struct PersonProposal: Hashable, Sendable {
  package enum Reason: String, Sendable {
    /// The names differ in variant characters only.
    case variant
    /// The same name on other sides of the table of one body.
    case otherSide
    /// The same name in one body, with a long break between.
    case longBreak
    /// The same name in bodies of one house, with nothing else that ties them.
    case relatedBodies
  }

  package var first: PersonID
  package var firstName: String
  package var second: PersonID
  package var secondName: String
  package var reason: Reason
  /// The organisation or the body that both have in common.
  package var common: String
}

extension RecordStore {
  /// Persons whose names are equal once variant characters are folded and who share an organisation,
  /// a body or the house of their bodies; pairs that were decided to be two are left out.
  package func proposedPersons() throws(StoreError) -> [PersonProposal] {
    try reading { database in
      let persons = Persons(database: database)
      let decisions = try persons.decisions()
      let keys = try String.fetchAll(
        database,
        sql: """
          SELECT nameKey FROM mention GROUP BY nameKey HAVING count(DISTINCT person) > 1
          ORDER BY nameKey
          """)
      return try keys.flatMap { key in
        PersonProposals.find(try persons.clusters(of: key, decisions), decisions)
      }
    }
  }
}

/// Finds the pairs among the persons of one folded name.
enum PersonProposals {
  static func find(
    _ clusters: [[PersonNode]], _ decisions: PersonDecisions
  ) -> [PersonProposal] {
    var proposals: [PersonProposal] = []
    for (index, first) in clusters.enumerated() {
      for second in clusters[(index + 1)...] {
        guard !isApart(first, second, decisions),
          let (reason, common) = reason(first, second), let one = first.first,
          let other = second.first
        else { continue }
        proposals.append(
          PersonProposal(
            first: one.id, firstName: name(first), second: other.id, secondName: name(second),
            reason: reason, common: common))
      }
    }
    return proposals
  }

  private static func name(_ cluster: [PersonNode]) -> String {
    cluster.reduce(nil) { PersonRows.better($0, $1.name) } ?? ""
  }

  /// Decided to be two, or named side by side by one record.
  private static func isApart(
    _ first: [PersonNode], _ second: [PersonNode], _ decisions: PersonDecisions
  ) -> Bool {
    let records = first.reduce(into: Set<Int64>()) { $0.formUnion($1.records) }
    if second.contains(where: { !$0.records.isDisjoint(with: records) }) { return true }
    guard !decisions.apart.isEmpty else { return false }
    return first.contains { one in
      second.contains { decisions.apart.contains(PersonDecisions.Pair(one.id, $0.id)) }
    }
  }

  private static func reason(
    _ first: [PersonNode], _ second: [PersonNode]
  ) -> (PersonProposal.Reason, String)? {
    let (one, other) = (Traits(first), Traits(second))
    let organisation = one.organisations.intersection(other.organisations).min()
    let body = one.bodies.intersection(other.bodies).min()
    let house = one.houses.intersection(other.houses).min()
    if one.exactKeys.isDisjoint(with: other.exactKeys) {
      return (organisation ?? body ?? house).map { (.variant, $0) }
    }
    if let body {
      return (one.sides.isDisjoint(with: other.sides) ? .otherSide : .longBreak, body)
    }
    return house.map { (.relatedBodies, $0) }
  }

  private struct Traits {
    var exactKeys: Set<String> = []
    var organisations: Set<String> = []
    var bodies: Set<String> = []
    /// The highest bodies of paths with several.
    var houses: Set<String> = []
    var sides: Set<Mention.Side> = []

    init(_ nodes: [PersonNode]) {
      for node in nodes {
        exactKeys.insert(node.exactKey)
        organisations.formUnion(node.organisations)
        bodies.formUnion(node.bodies)
        sides.formUnion(node.sides)
        houses.formUnion(
          node.bodies.compactMap { $0.split(separator: "/").first.map { String($0) } })
      }
    }
  }
}
