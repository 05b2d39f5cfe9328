import Deliberation

/// A node of the tree while it grows.
struct AgendaNode {
  var mark: String?
  var title: String
  var source: [SourceSegment]
  var below: [AgendaNode] = []

  static func insert(_ node: AgendaNode, depth: Int, into nodes: inout [AgendaNode]) {
    if depth > 0, !nodes.isEmpty {
      insert(node, depth: depth - 1, into: &nodes[nodes.count - 1].below)
    } else {
      nodes.append(node)
    }
  }

  static func items(_ nodes: [AgendaNode], below path: [Int]) -> [AgendaItem] {
    nodes.enumerated().map { index, node in
      let own = path + [index + 1]
      return AgendaItem(
        path: AgendaPath(own), mark: node.mark, title: node.title,
        items: items(node.below, below: own), source: node.source)
    }
  }
}
