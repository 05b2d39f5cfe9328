import JapaneseText

/// Quotations that begin and end where words do.
enum QuotedSpan {
  /// The span with the rest of a cut verb behind it (`いただい` + `た`) and without the end of the
  /// clause before it (`たが、`).
  static func whole(_ span: TextSpan, in text: Scalars) -> TextSpan {
    var from = max(0, span.from)
    var to = min(span.to, text.count)
    guard from < to else { return span }
    if to < text.count, let last = text[from..<to].last, isStem(last), isPast(text, at: to) {
      to += 1
    }
    for joint in joints where text.starts(joint, at: from) && from + joint.count < to {
      from += joint.count
      break
    }
    return TextSpan(from, to)
  }

  private static func isStem(_ scalar: Unicode.Scalar) -> Bool {
    "いっんしれえけせべめね".unicodeScalars.contains(scalar)
  }

  private static func isPast(_ text: Scalars, at offset: Int) -> Bool {
    text[offset] == "た" || text[offset] == "だ"
  }

  private static let joints = ["たが、", "だが、", "るが、", "すが、", "が、", "ので、", "けれども、", "て、", "で、"]
    .map(\.scalars)
}
