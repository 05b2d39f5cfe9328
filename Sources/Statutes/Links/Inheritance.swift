import Deliberation

/// Links that come from the statement agreed with, disagreed with or answered.
enum Inheritance {
  /// How many steps a chain of agreement is followed.
  private static let depth = 3

  /// The links that the statement at `index` inherits along its relations.
  ///
  /// Only what the earlier statement itself shows by its words is handed on, or what it inherited so
  /// itself; what came to it from the agenda reaches this one from its own agenda. A statement that
  /// answers several at once takes what at least two of them hold (or the only one that holds any).
  static func links(of index: Int, in statements: [Statement], found: [FoundLinks]) -> FoundLinks {
    var inherited = FoundLinks()
    for relation in statements[index].relations where carries(relation.kind) {
      let sources = relation.to.filter { $0 < index && $0 >= 0 }
      let held = sources.map { source in
        handedOn(by: source, in: statements, found: found, steps: depth)
      }
      let holders = held.filter { !$0.isEmpty }.count
      for links in held {
        for link in links {
          let support = held.filter { $0.contains { $0.provision == link.provision } }.count
          guard sources.count < 3 || holders < 2 || support > 1 else { continue }
          inherited.add(link)
        }
      }
    }
    return inherited
  }

  private static func carries(_ kind: RelationKind) -> Bool { kind != .refersTo }

  private static func handedOn(
    by source: Int, in statements: [Statement], found: [FoundLinks], steps: Int
  ) -> [ProvisionLink] {
    let address = "#" + statements[source].number
    let own = found[source].links.filter { $0.basis.isDirect }.map { link in
      var link = ProvisionLink(
        provision: link.provision, citation: "", basis: .relation, evidence: nil, via: address,
        rule: link.rule)
      link.revision = nil
      return link
    }
    guard own.isEmpty, steps > 1 else { return own }
    var further: [ProvisionLink] = []
    for relation in statements[source].relations where carries(relation.kind) {
      guard relation.to.count == 1, let next = relation.to.first, next < source, next >= 0 else {
        continue
      }
      further += handedOn(by: next, in: statements, found: found, steps: steps - 1).map { link in
        var link = link
        link.via = address + ">" + (link.via ?? "")
        return link
      }
    }
    return further
  }
}
