import Deliberation
import JapaneseText

/// Words of the head as the record shows them.
enum HeadText {
  /// Lines joined: nothing between Japanese words, one blank elsewhere; inner blanks run together.
  static func joined(_ pieces: [HeadLine], in view: TextView) -> String {
    var joined = Scalars()
    for piece in pieces where !piece.isEmpty {
      let words = collapsed(view.scalars(piece.span))
      if let last = joined.last, let first = words.first, !(last.isJapanese && first.isJapanese) {
        joined.append(" ")
      }
      joined += words
    }
    return String(joined)
  }

  /// The words of a span, runs of blanks and line ends as one blank.
  static func plain(_ span: TextSpan, in view: TextView) -> String {
    String(collapsed(view.scalars(span)))
  }

  /// The words of a span without any blanks.
  static func compact(_ span: TextSpan, in view: TextView) -> String {
    String(view.scalars(span).filter { !$0.isSpace })
  }

  /// The words of a title without the links that Markdown puts around them: `[words](address)`.
  static func unlinked(_ title: String) -> String {
    let words = title.scalars
    let joint = "](".scalars
    guard let middle = words.firstOffset(of: joint), let open = words[..<middle].lastIndex(of: "["),
      let close = words[middle...].firstIndex(of: ")")
    else { return title }
    let rest = unlinked(String(Array(words[(close + 1)...])))
    return String(Array(words[..<open] + words[(open + 1)..<middle])) + rest
  }

  static func segment(_ piece: HeadLine) -> SourceSegment {
    SourceSegment(span: piece.span, line: piece.line.number, page: piece.line.page)
  }

  /// A name of a body or an organisation: ASCII widths folded, blanks kept between Latin words only.
  static func name(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var name = Scalars()
    var pending = false
    for scalar in scalars {
      if scalar.isSpace {
        pending = !name.isEmpty
        continue
      }
      let folded = half(scalar)
      if pending, let last = name.last, last.value < 0x80, folded.value < 0x80,
        last != "(", folded != ")", folded != "("
      {
        name.append(" ")
      }
      pending = false
      name.append(folded)
    }
    return String(name)
  }

  /// The half-width form of a full-width ASCII sign.
  static func half(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  private static func collapsed(_ scalars: some Sequence<Unicode.Scalar>) -> Scalars {
    var words = Scalars()
    var pending = false
    for scalar in scalars {
      if scalar.isSpace {
        pending = true
      } else {
        if pending, !words.isEmpty { words.append(" ") }
        pending = false
        words.append(scalar)
      }
    }
    return words
  }
}
