package import Deliberation
import JapaneseText

/// The terms and delegations of several laws, made ready for looking up in statements.
package struct LawTermIndex: Sendable {
  /// A term with its place and how it is known.
  struct Meaning: Hashable, Sendable {
    let provision: Provision
    let kind: LawTerms.Kind
    let words: String
  }

  /// A provision that fills in, or is filled in by, another.
  struct Edge: Hashable, Sendable {
    let other: Provision
    let words: String
  }

  private var table = NameTable()
  private var meanings: [[Meaning]] = []
  private var edges: [Provision: [Edge]] = [:]

  package static let empty = LawTermIndex([])

  package var isEmpty: Bool { meanings.isEmpty && edges.isEmpty }

  /// - Parameter lists: The terms of each law, by its id.
  package init(_ lists: [(law: String, terms: LawTerms)]) {
    for (law, list) in lists {
      for term in list.terms {
        let word = MatchText.term(term.word)
        guard word.count > 3 else { continue }
        let row = term.row.map { TableRow(table: term.element, label: $0) }
        let meaning = Meaning(
          provision: Provision(law: law, element: term.element, row: row), kind: term.kind,
          words: term.words)
        let value = table.insert(word, value: meanings.count)
        if value == meanings.count { meanings.append([]) }
        meanings[value].append(meaning)
      }
      for delegation in list.delegations {
        let own = Provision(law: law, element: delegation.element)
        edges[own, default: []].append(Edge(other: delegation.target, words: delegation.words))
        edges[delegation.target, default: []].append(Edge(other: own, words: delegation.words))
      }
    }
  }

  /// The terms in a text that mean one provision only, each with its places.
  func mentions(in text: MatchText) -> [(meaning: Meaning, places: [TextSpan])] {
    guard !meanings.isEmpty else { return [] }
    var found: [Int: [TextSpan]] = [:]
    var index = 0
    while index < text.scalars.count {
      guard let match = table.longest(in: text.scalars, at: index) else {
        index += 1
        continue
      }
      found[match.value, default: []].append(TextSpan(index, index + match.length))
      index += match.length
    }
    return found.sorted { $0.key < $1.key }.compactMap { value, places in
      meanings[value].count == 1 ? (meanings[value][0], places) : nil
    }
  }

  /// What fills a provision in and what it fills in; of many, none is meant.
  func edges(of provision: Provision) -> [Edge] {
    let found = edges[provision] ?? []
    return found.count > 3 ? [] : found
  }
}
