package import JapaneseText

/// Citations in a text.
///
/// Guide citations §1 lists the forms. A citation is found by a grammar over the folded text, then
/// resolved from its own words, from what was named before it, and from its context; what is not
/// sure stays unresolved, with the reason.
package enum Citations {
  /// The citations of a text in the order in which they stand.
  package static func find(
    in text: Scalars, context: CitationContext, laws: LawCatalogue
  )
    -> [Citation]
  {
    var scanner = CitationScanner(text, context: context, laws: laws)
    return scanner.run()
  }
}
