/// The elements of a law's text by their ids, as far as citations need them.
package protocol LawOutline: Sendable {
  /// The id in its canonical form (an article of one paragraph with it); nil for no such element.
  func canonical(_ element: String) -> String?

  /// The id as it stands, without the paragraph of an article of one; nil for no such element.
  func canonicalContainer(_ element: String) -> String?

  /// The element of the same level before (-1) or behind (1), across chapters, deleted ones left
  /// out; nil at the ends.
  func neighbour(of element: String, by step: Int) -> String?

  /// The chapter, section or the like that holds an article directly; nil where none does.
  func group(of article: String) -> String?

  /// The elements of the level of both from the first to the last, in the order of the text; nil
  /// where one is missing or the last stands before the first.
  func elements(from first: String, through last: String) -> [String]?
}

/// Gives the outline of a law, where its text is at hand.
package typealias LawOutlines = @Sendable (String) -> (any LawOutline)?
