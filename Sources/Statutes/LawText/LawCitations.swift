import Deliberation
package import JapaneseText

/// The citations in the text of a law.
package enum LawCitations {
  /// A citation with the innermost element that holds its words.
  package struct Found: Sendable {
    package let element: String
    /// The cell of the element's table in which the words stand, nil for its own sentences.
    package let cell: Cell?
    /// Its span counts the words of the cell, or of the element's own text.
    package let citation: Citation
  }

  /// A cell of `LawElement.rows`, counted from 0.
  package struct Cell: Hashable, Sendable {
    package let row: Int
    package let column: Int
  }

  /// Every citation of a law's text, element by element.
  ///
  /// Names that the text defines hold from there on, those of one article in it only; what 同条 and
  /// 同項 mean is remembered within an article.
  package static func find(
    in text: LawText, laws: LawCatalogue, date: CalendarDate?, outlines: @escaping LawOutlines
  ) -> [Found] {
    guard let law = text.law else { return [] }
    var context = CitationContext(law: law, date: date)
    context.outlines = outlines
    var reading = Reading(law: law, context: context, laws: laws)
    // A table of contents and the words of promulgation point at nothing.
    for part in text.parts where part.id != "TOC" && part.id != "Enact" { reading.read(part) }
    return reading.found
  }

  /// The pass over the elements, with what is remembered from one to the next.
  private struct Reading {
    let law: String
    var context: CitationContext
    let laws: LawCatalogue
    var found: [Found] = []
    var definitions: [Definition] = []
    var named = NamedLaws()
    var memory = Memory()

    mutating func read(_ element: LawElement) {
      let level = ElementID(element.id)?.steps.last?.level
      let isArticle = level == .article || (level == .paragraph && !element.id.contains("-At_"))
      let outer = definitions
      if isArticle || level == nil { memory = Memory() }
      if !element.text.isEmpty { scan(element.text, in: element.id) }
      for child in element.children { read(child) }
      scanTable(of: element)
      if isArticle {
        definitions =
          outer
          + definitions.filter { new in
            !new.isLocal && !outer.contains { $0.name == new.name }
          }
      }
    }

    /// The cells of a table; where the first column names another law, that is the one at hand.
    private mutating func scanTable(of element: LawElement) {
      // What 読替え tables hold are words to be put in, not citations.
      guard !element.rows.isEmpty, !element.text.contains("読み替え"),
        !element.text.contains("字句")
      else { return }
      let own = context.law
      for (row, columns) in element.rows.enumerated() {
        context.law = own
        for (column, text) in columns.enumerated() where !text.isEmpty {
          let before = found.count
          scan(text, in: element.id, cell: Cell(row: row, column: column))
          guard column == 0, columns.count > 1 else { continue }
          guard found.count > before else {
            if text.hasSuffix("法") || text.hasSuffix("法律") || text.hasSuffix("令") { break }
            continue
          }
          let citation = found[before].citation
          guard citation.kind == .lawOnly || citation.span.from == 0, citation.kind != .relative
          else { continue }
          guard let law = citation.targets.first?.provision.law else {
            break
          }
          context.law = law
        }
      }
      context.law = own
    }

    private mutating func scan(_ text: String, in element: String, cell: Cell? = nil) {
      context.element = context.law.flatMap { element.isEmpty || $0 != law ? nil : element }
      var scanner = CitationScanner(text.scalars, context: context, laws: laws)
      scanner.definitions = definitions
      scanner.named = named
      scanner.memory = memory
      for citation in scanner.run() {
        found.append(Found(element: element, cell: cell, citation: citation))
      }
      definitions = scanner.definitions
      named = scanner.named
      memory = scanner.memory
    }
  }
}
