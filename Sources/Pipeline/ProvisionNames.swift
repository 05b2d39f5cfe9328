package import Deliberation
package import JapaneseText
package import Statutes

/// The laws and provisions that a user names, in words or by e-Gov's ids.
package struct ProvisionNames: Sendable {
  package let laws: LawCatalogue
  package let context: CitationContext

  /// Names in a catalogue.
  ///
  /// - Parameters:
  ///   - laws: The catalogue.
  ///   - date: The day whose revisions count; also their texts, where the catalogue leads to them.
  ///   - bodies: Bodies whose own short names count (事業法).
  package init(laws: LawCatalogue, date: CalendarDate? = nil, bodies: [String] = []) {
    self.laws = laws
    context = CitationContext(
      date: date, bodies: bodies.map { [$0] }, outlines: laws.outlines?(date))
  }

  /// Names in the catalogue that the program is shipped with.
  ///
  /// - Throws: `IngestError.corpus` where the catalogue is missing or damaged.
  package init(body: String? = nil) throws(IngestError) {
    self.init(
      laws: try CorpusData.laws(in: try CorpusData.locate()), bodies: body.map { [$0] } ?? [])
  }

  /// The address of what a text names: `LAW` or `LAW#ELM`.
  ///
  /// - Throws: `ProvisionNameError` with the candidates where the name is not clear.
  package func address(of text: String) throws(ProvisionNameError) -> String {
    try provision(text).address
  }

  /// The provision that a text names.
  ///
  /// - Throws: `ProvisionNameError` with the candidates where the name is not clear.
  package func provision(_ text: String) throws(ProvisionNameError) -> Provision {
    let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
    if let id = parts.first?.split(separator: "@").first.map(String.init),
      laws.law(id) != nil || PassageID.isDocument(id)
    {
      return Provision(law: id, element: parts.count > 1 ? parts[1] : nil)
    }
    var citations = Citations.find(in: text.scalars, context: context, laws: laws)
    if !citations.isEmpty, citations.allSatisfy({ $0.targets.isEmpty }) {
      // It is clear what is meant, though the text at hand does not have it, or the law was made
      // after the day that is asked for.
      var open = context
      open.outlines = nil
      open.date = nil
      citations = Citations.find(in: text.scalars, context: open, laws: laws)
    }
    let targets = citations.flatMap { $0.targets.map(\.provision) }
    let found = Set(targets).count == 1 ? targets.first : nil
    if let found, found.element != nil { return found }
    if let passage = passage(text) { return passage }
    if let found { return found }
    let candidates = laws.laws.filter { law in
      law.title.contains(text) || law.abbreviations.contains { $0.contains(text) }
    }
    if candidates.count == 1 { return Provision(law: candidates[0].id, element: nil) }
    throw candidates.isEmpty
      ? .unknown(text) : .ambiguous(text, candidates: candidates.map { "\($0.title) (\($0.id))" })
  }

  /// A passage of a rule that is no law, by the title and the number: ○○ガイドライン3.2(1).
  private func passage(_ text: String) -> Provision? {
    let found = laws.laws.filter { PassageID.isDocument($0.id) && text.hasPrefix($0.title) }
      .max { $0.title.count < $1.title.count }
    guard let found else { return nil }
    let place = text.dropFirst(found.title.count).drop { $0.isWhitespace || $0 == "の" }
    guard !place.isEmpty else { return Provision(law: found.id, element: nil) }
    let candidates = PassageID.candidates(String(place))
    let outline = context.outlines?(found.id)
    let known = candidates.first { outline?.canonicalContainer($0) != nil }
    return (known ?? candidates.first).map { Provision(law: found.id, element: $0) }
  }
}

/// A name that means no provision, or several.
package enum ProvisionNameError: Error, Hashable, Sendable, CustomStringConvertible {
  case unknown(String)
  /// The candidates are titles, each with its id.
  case ambiguous(String, candidates: [String])

  /// Titles of laws that may have been meant, each with its id.
  package var candidates: [String] {
    if case .ambiguous(_, let candidates) = self { candidates } else { [] }
  }

  package var description: String {
    switch self {
    case .unknown(let name):
      "\"\(name)\" names no law of the catalogue; give the title (電気通信事業法) or e-Gov's id."
    case .ambiguous(let name, let candidates):
      """
      "\(name)" may mean several laws: \(candidates.prefix(8).joined(separator: ", ")). \
      Give the full title.
      """
    }
  }
}
