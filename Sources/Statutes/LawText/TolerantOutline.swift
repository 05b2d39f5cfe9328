/// The outline of a text that may not be the one in force: what it has, it says; what it lacks may
/// stand in the text that counts.
package struct TolerantOutline: LawOutline {
  private let outline: any LawOutline

  package init(_ outline: any LawOutline) { self.outline = outline }

  package func canonical(_ element: String) -> String? { outline.canonical(element) ?? element }

  package func canonicalContainer(_ element: String) -> String? {
    outline.canonicalContainer(element) ?? element
  }

  package func neighbour(of element: String, by step: Int) -> String? {
    outline.neighbour(of: element, by: step)
  }

  package func group(of article: String) -> String? { outline.group(of: article) }

  package func elements(from first: String, through last: String) -> [String]? {
    outline.elements(from: first, through: last)
  }
}
