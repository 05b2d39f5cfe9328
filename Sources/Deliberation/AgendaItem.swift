/// A matter on the agenda, with the matters below it.
package struct AgendaItem: Hashable, Sendable {
  /// Ordinals of position, from the top (`[1, 2]` is 議事(1)②); printed as `1.2`.
  package var path: AgendaPath
  /// The mark as printed (`(1)`, `②`, `議題１`); nil where there is none.
  package var mark: String?
  package var title: String
  package var items: [AgendaItem]
  package var source: [SourceSegment]

  package init(
    path: AgendaPath, mark: String?, title: String, items: [AgendaItem] = [],
    source: [SourceSegment] = []
  ) {
    self.path = path
    self.mark = mark
    self.title = title
    self.items = items
    self.source = source
  }
}

/// The place of an agenda item in the tree: ordinals from the top, each from 1.
package struct AgendaPath: Hashable, Sendable, Comparable, CustomStringConvertible {
  package var ordinals: [Int]

  package init(_ ordinals: [Int]) {
    self.ordinals = ordinals
  }

  /// Reads `1.2`; nil where a part is not a positive number.
  package init?(_ text: String) {
    var ordinals: [Int] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      guard let ordinal = Int(part), ordinal > 0 else { return nil }
      ordinals.append(ordinal)
    }
    guard !ordinals.isEmpty else { return nil }
    self.ordinals = ordinals
  }

  package var description: String { ordinals.map(String.init).joined(separator: ".") }

  /// Whether the item is this one or lies below it.
  package func includes(_ other: AgendaPath) -> Bool { other.ordinals.starts(with: ordinals) }

  package func child(_ ordinal: Int) -> AgendaPath { AgendaPath(ordinals + [ordinal]) }

  package static func < (left: AgendaPath, right: AgendaPath) -> Bool {
    left.ordinals.lexicographicallyPrecedes(right.ordinals)
  }
}

extension [AgendaItem] {
  /// Every item of the tree, parents before their children.
  package var flattened: [AgendaItem] {
    flatMap { [$0] + $0.items.flattened }
  }

  /// The item at a path.
  package func item(at path: AgendaPath) -> AgendaItem? {
    flattened.first { $0.path == path }
  }
}
