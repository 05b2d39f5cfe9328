import JapaneseText

/// Finds the words of a query in a text and cuts a stretch around the first of them.
enum Snippets {
  /// The places of the forms in a text, as spans of the text itself; overlapping ones are joined.
  static func hits(_ forms: [WordForm], in text: Scalars) -> [TextSpan] {
    guard !forms.isEmpty else { return [] }
    let folded = FoldedText(text)
    let isPlain = forms.allSatisfy { $0.scalars != nil }
    let words =
      isPlain ? PatternText(withoutNumbers: folded.scalars) : PatternText(folded.scalars)
    let found = forms.flatMap { $0.spans(in: words) }.map(folded.sourceSpan)
    var joined: [TextSpan] = []
    for span in found.sorted() {
      if let last = joined.last, span.from < last.to {
        joined[joined.count - 1].to = max(last.to, span.to)
      } else {
        joined.append(span)
      }
    }
    return joined
  }

  /// A stretch of a text of about `length` characters that begins a little before the first hit.
  static func snippet(of text: String, forms: [WordForm], length: Int) -> Snippet {
    let scalars = text.scalars
    let hits = hits(forms, in: scalars)
    let length = max(length, hits.first?.count ?? 0)
    var from = max(0, (hits.first?.from ?? 0) - length / 4)
    if from + length > scalars.count { from = max(0, scalars.count - length) }
    let span = TextSpan(from, min(scalars.count, from + length))
    let inside = hits.compactMap { hit -> TextSpan? in
      let cut = TextSpan(max(hit.from, span.from), min(hit.to, span.to))
      return cut.isEmpty ? nil : cut.shifted(by: -span.from)
    }
    return Snippet(
      span: span, text: scalars.text(span), hits: inside, isCutBefore: span.from > 0,
      isCutBehind: span.to < scalars.count)
  }
}
