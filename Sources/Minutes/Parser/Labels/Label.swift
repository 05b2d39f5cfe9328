import JapaneseText

/// The form in which a record writes its labels; decided over the whole document.
enum LabelStyle: Hashable, Sendable {
  /// 【内田構成員】
  case bracket(Unicode.Scalar)
  /// ○友杉部会長 …, ◆委員（…）
  case mark(Unicode.Scalar)
  /// (事務局)…
  case round
  /// 山本委員長)…
  case closing
  /// １．議長（…）
  case ordinal
  /// 根岸部会長  それでは, or the label alone on its line
  case bare
  /// hsbt: …
  case colon
  /// Q …, A …
  case question
  /// A field of a structured source.
  case field
}

/// A speaker label found in the text.
struct Label: Sendable {
  /// The label without marks and brackets, in source offsets.
  var span: TextSpan
  /// The label in the form by which labels are compared: without blanks that only pad.
  var printed: String
  var parts: LabelParts
  var style: LabelStyle
  /// Where the words of the turn begin on the line.
  var textStart: Int
  /// The line of the file.
  var line: Int
  /// Question or answer in a Q/A list.
  var isQuestion: Bool?
  /// The words of the field of a structured source that holds the label.
  var field: String?

  /// The label as the record shows it: its words as they stand in the source, without the brackets
  /// that embrace it as a whole; letter-spaced words closed up.
  func shown(in scalars: Scalars) -> String {
    let words = span.isEmpty ? (field ?? printed).scalars : Array(scalars[span.range])
    var shown = words[...]
    while true {
      while let first = shown.first, first.isSpace { shown.removeFirst() }
      while let last = shown.last, last.isSpace || last == ":" || last == "：" {
        shown.removeLast()
      }
      guard let inner = Self.embraced(shown) else { break }
      shown = inner
    }
    let pieces = shown.split(whereSeparator: \.isBlank)
    let isSpaced = pieces.count >= 2 && pieces.allSatisfy { $0.count == 1 }
    return String(isSpaced ? Array(pieces.joined()) : Array(shown))
  }

  /// The inside of brackets of which the first closes at the end.
  private static func embraced(_ words: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
    guard words.count >= 3, let open = words.first, let close = CandidateFinder.closing(of: open),
      words.last == close
    else { return nil }
    var depth = 0
    for offset in words.indices {
      if words[offset] == open { depth += 1 }
      if words[offset] == close { depth -= 1 }
      if depth == 0 { return offset == words.endIndex - 1 ? words.dropFirst().dropLast() : nil }
    }
    return nil
  }
}
