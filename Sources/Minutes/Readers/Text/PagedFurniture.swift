import JapaneseText

/// Furniture of a text with form feeds: lines at the edges of pages that come again and again.
struct PagedFurniture {
  /// How many lines with words are looked at, at the top and at the foot of each page.
  static let depth = 4

  let scalars: Scalars
  let lines: [SourceLine]

  /// The positions of the lines, in order.
  func positions() -> [Int] {
    let pages = pages()
    guard pages.count >= 2 else { return [] }
    let tops = pages.map { edge(Array($0.prefix(Self.depth))) }
    let feet = pages.map { edge(Array($0.suffix(Self.depth).reversed())) }
    return (repeated(tops) + repeated(feet)).reduce(into: Set()) { $0.insert($1) }.sorted()
  }

  private struct Edge {
    let position: Int
    let key: FurnitureKey
  }

  /// The lines with words of each page.
  private func pages() -> [[Int]] {
    var pages: [[Int]] = []
    var last = -1
    for (position, line) in lines.enumerated() {
      if line.page != last {
        pages.append([])
        last = line.page ?? -1
      }
      if scalars[line.span.range].contains(where: { !$0.isSpace }) {
        pages[pages.count - 1].append(position)
      }
    }
    return pages.filter { !$0.isEmpty }
  }

  /// The candidates from the edge inwards, up to the first line that is too long to be one.
  private func edge(_ positions: [Int]) -> [Edge] {
    var edge: [Edge] = []
    for position in positions {
      guard let key = FurnitureKey(lines[position].span, in: scalars) else { break }
      edge.append(Edge(position: position, key: key))
    }
    return edge
  }

  /// From the edge inwards, the lines that repeat; the first that does not ends the search.
  private func repeated(_ edges: [[Edge]]) -> [Int] {
    var pagesOf: [Scalars: Int] = [:]
    for edge in edges {
      for key in Set(edge.map(\.key.key)) { pagesOf[key, default: 0] += 1 }
    }
    var found: [Int] = []
    for (page, edge) in edges.enumerated() {
      for line in edge {
        guard !isSpeech(line.key.key) else { break }
        let isRepeated = pagesOf[line.key.key, default: 0] >= max(3, (edges.count * 2 + 4) / 5)
        guard isRepeated && !isBareNumber(line) || counts(line, page, in: edges) else { break }
        if page > 0 || !mayBeTitle(line.key.key) { found.append(line.position) }
      }
    }
    return found
  }

  /// A label or a sentence is never a running head, however often it stands there.
  private func isSpeech(_ key: Scalars) -> Bool {
    key.last == "。" || key.first.map { LabelSigns.contains($0) || $0 == "【" } ?? false
  }

  /// On the first page the running head may be the only place of the title (第３回みどり審議会);
  /// print heads with times and addresses are not kept.
  private func mayBeTitle(_ key: Scalars) -> Bool {
    key.contains { "会議録".unicodeScalars.contains($0) }
      && !key.contains { ":：/".unicodeScalars.contains($0) }
  }

  private func isBareNumber(_ line: Edge) -> Bool { line.key.key == ["#"] }

  /// A page number that counts up or down with a neighbouring page.
  private func counts(_ line: Edge, _ page: Int, in edges: [[Edge]]) -> Bool {
    guard line.key.isPageNumber, let number = line.key.numbers.first else { return false }
    for (neighbour, step) in [(page - 1, -1), (page + 1, 1)] where edges.indices.contains(neighbour)
    {
      for other in edges[neighbour]
      where other.key.isPageNumber && other.key.numbers.first == number + step {
        return true
      }
    }
    return false
  }
}
