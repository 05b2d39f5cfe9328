package import JapaneseText

/// Citations in a text.
package enum Citations {
  /// The citations of a text in the order in which they stand.
  package static func find(
    in text: Scalars, context: CitationContext, laws: LawCatalogue
  )
    -> [Citation]
  {
    []
  }
}
