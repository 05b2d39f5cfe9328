package import JapaneseText

/// Where a text stands: what a citation needs to know beside its own words.
package struct CitationContext: Sendable {
  /// The law in whose text the words stand (by id); nil for minutes and other free text.
  package var law: String?
  /// The element of that law in which they stand.
  package var element: String?
  /// The day whose revisions count.
  package var date: CalendarDate?
  /// The paths of the bodies whose own short names count.
  package var bodies: [[String]]
  /// Names that were defined earlier (以下「…」という。), with the law that each means.
  package var definitions: [String: String]
  /// The texts of laws, where they are at hand: existence, order, single paragraphs.
  package var outlines: LawOutlines?

  package init(
    law: String? = nil, element: String? = nil, date: CalendarDate? = nil,
    bodies: [[String]] = [], definitions: [String: String] = [:], outlines: LawOutlines? = nil
  ) {
    self.law = law
    self.element = element
    self.date = date
    self.bodies = bodies
    self.definitions = definitions
    self.outlines = outlines
  }
}
