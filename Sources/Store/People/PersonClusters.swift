import Deliberation
import JapaneseText

/// Which mentions are one person: a function of the set of mentions and decisions, never of their
/// order.
///
/// Humans first. Then two mentions are one person where the exact names are equal and either the
/// organisation is the same, or the role in one body is continuous: the same side of the table, with
/// no break longer than `longestBreak`. Two that one record names side by side are two persons, and
/// where a body ever had two of a name, only the organisation tells them apart (DESIGN §4).
struct PersonClusters {
  /// The longest break in days within a continuous role: five years, as a seat that is left for one
  /// term of four years and taken again.
  static let longestBreak = 5 * 366

  let nodes: [PersonNode]
  private let indices: [PersonID: Int]
  private let decisions: PersonDecisions
  /// The cluster of each node; clusters by the index of one of their nodes.
  private var cluster: [Int]
  private var members: [Int: [Int]]
  /// Pairs of nodes that may not come together, by node.
  private var forbidden: [Int: Set<Int>] = [:]

  init(_ nodes: [PersonNode], _ decisions: PersonDecisions) {
    self.nodes = nodes.sorted { $0.id < $1.id }
    self.decisions = decisions
    indices = Dictionary(
      uniqueKeysWithValues: self.nodes.enumerated().map { ($0.element.id, $0.offset) })
    cluster = Array(nodes.indices)
    members = Dictionary(uniqueKeysWithValues: nodes.indices.map { ($0, [$0]) })
    let merged = Set(decisions.merged)
    for pair in decisions.apart { forbid(pair) }
    for pair in decisions.merged { join(pair) }
    for (left, right) in sideBySide() where !merged.contains(pair(left, right)) {
      forbidden[left, default: []].insert(right)
      forbidden[right, default: []].insert(left)
    }
    joinByOrganisation()
    joinByRole()
  }

  /// The persons: the nodes of each, the one whose id stands for all first.
  var persons: [[PersonNode]] {
    members.values.map { group in group.map { nodes[$0] }.sorted { $0.rank < $1.rank } }
      .sorted { $0[0].id < $1[0].id }
  }

  private func pair(_ left: Int, _ right: Int) -> PersonDecisions.Pair {
    PersonDecisions.Pair(nodes[left].id, nodes[right].id)
  }

  private mutating func forbid(_ pair: PersonDecisions.Pair) {
    guard let left = indices[pair.first], let right = indices[pair.second] else { return }
    forbidden[left, default: []].insert(right)
    forbidden[right, default: []].insert(left)
  }

  private mutating func join(_ pair: PersonDecisions.Pair) {
    guard let left = indices[pair.first], let right = indices[pair.second] else { return }
    join(left, right)
  }

  private mutating func join(_ left: Int, _ right: Int) {
    let (one, other) = (cluster[left], cluster[right])
    guard one != other, let ours = members[one], let theirs = members[other] else { return }
    let there = Set(theirs)
    if ours.contains(where: { !(forbidden[$0]?.isDisjoint(with: there) ?? true) }) { return }
    for node in theirs { cluster[node] = one }
    members[one] = ours + theirs
    members[other] = nil
  }

  /// Pairs of equal exact names that one record names of its own.
  private func sideBySide() -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var seen: [String: [Int]] = [:]
    for index in nodes.indices {
      for record in nodes[index].records.sorted() {
        let key = "\(record) \(nodes[index].nameKey)"
        for other in seen[key] ?? [] { pairs.append((other, index)) }
        seen[key, default: []].append(index)
      }
    }
    return pairs
  }

  private mutating func joinByOrganisation() {
    var groups: [[String]: [Int]] = [:]
    for index in nodes.indices {
      for organisation in nodes[index].organisations {
        groups[[nodes[index].exactKey, organisation], default: []].append(index)
      }
    }
    for edge in edges(groups, limit: nil) { join(edge.left, edge.right) }
  }

  private mutating func joinByRole() {
    var doubtful: Set<[String]> = []
    for (left, right) in sideBySide() where nodes[left].exactKey == nodes[right].exactKey {
      for body in nodes[left].bodies.intersection(nodes[right].bodies) {
        doubtful.insert([nodes[left].exactKey, body])
      }
    }
    var groups: [[String]: [Int]] = [:]
    for index in nodes.indices {
      let node = nodes[index]
      for body in node.bodies where !doubtful.contains([node.exactKey, body]) {
        for side in node.sides {
          groups[[node.exactKey, body, side.rawValue], default: []].append(index)
        }
      }
    }
    for edge in edges(groups, limit: Self.longestBreak) { join(edge.left, edge.right) }
  }

  private struct Edge {
    var gap: Int
    var left: Int
    var right: Int
  }

  /// Neighbours in time within each group, the shortest breaks first: where somebody must be kept
  /// apart, the widest break parts them.
  private func edges(_ groups: [[String]: [Int]], limit: Int?) -> [Edge] {
    var edges: [Edge] = []
    for group in groups.values where group.count > 1 {
      let sorted = group.sorted { nodes[$0].time < nodes[$1].time }
      for (left, right) in zip(sorted, sorted.dropFirst()) {
        let gap = Self.gap(nodes[left], nodes[right])
        if let limit, gap > limit { continue }
        edges.append(Edge(gap: gap, left: left, right: right))
      }
    }
    return edges.sorted { ($0.gap, $0.left, $0.right) < ($1.gap, $1.left, $1.right) }
  }

  /// Days between two mentions; 0 where a date is not known, which shows no break.
  static func gap(_ left: PersonNode, _ right: PersonNode) -> Int {
    guard let one = left.date, let other = right.date else { return 0 }
    return abs(SearchIndex.days(one) - SearchIndex.days(other))
  }
}
