import JapaneseText

/// The forms in which a word of a query is looked for in the folded texts.
///
/// The word itself, folded, comes first and is always among them; alternatives are only ever added
/// (DESIGN §9). This is the seam for equal numbers, 々 and synonyms.
enum WordForms {
  static func forms(of word: String, isExact: Bool) -> [Scalars] {
    let folded = FoldedText(word.scalars).scalars
    guard let first = folded.first else { return [] }
    var forms = [folded]
    // What a dash becomes depends on the character before it, which a query does not show.
    if first == "-" || first == "ー" {
      forms.append([first == "-" ? "ー" : "-"] + folded.dropFirst())
    }
    return forms
  }
}
