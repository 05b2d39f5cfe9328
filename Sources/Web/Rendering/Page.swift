package import Reports

/// A page: a value with two renderings, HTML by its template and JSON for programs.
package protocol Page: Sendable {
  /// The name of the template.
  var template: String { get }
  /// The facts of the page, the same in every language.
  var json: JSONValue { get }

  /// The title, without the name of the site.
  func title(_ words: Words) -> String
  /// What the template prints.
  func view(_ place: Surroundings) -> View
}

extension Page {
  /// Whether the search box of the header is left out, because the page has one of its own.
  package var hasSearchBox: Bool { template == "search" }
}

/// What pages need to know about where they are printed.
package struct Surroundings: Sendable {
  package var words: Words
  package var links: Links
  /// Who may write; nil where the reader may not.
  package var editor: Editor?

  package init(words: Words, links: Links, editor: Editor? = nil) {
    self.words = words
    self.links = links
    self.editor = editor
  }
}
