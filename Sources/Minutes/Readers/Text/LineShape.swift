import JapaneseText

/// How a line begins, as far as the light markup languages care.
struct LineShape {
  enum Kind {
    case other
    /// `## words`; `isSpaced` tells whether a blank follows the signs.
    case hashes(level: Int, isSpaced: Bool)
    case bullet
    case ordinal(Int)
    /// ``` or ~~~
    case fence
    /// Only one sign, at least three times: `====`, `----`.
    case adornment(Unicode.Scalar)
    /// `:name: value`; the span is that of the name.
    case field(TextSpan)
    /// `.. figure::`, `.. __:`
    case directive
    /// `| a | b |`
    case tableRow
  }

  let kind: Kind
  /// What follows the mark, without blanks at its ends; the whole trimmed line where there is none.
  let content: TextSpan
  /// Blanks before the first sign; a tab counts four, a full-width blank two.
  let indent: Int

  init(_ span: TextSpan, in scalars: Scalars) {
    var from = span.from
    var to = span.to
    var indent = 0
    while from < to, scalars[from].isBlank {
      indent += scalars[from] == "\t" ? 4 : scalars[from] == "\u{3000}" ? 2 : 1
      from += 1
    }
    while to > from, scalars[to - 1].isBlank { to -= 1 }
    self.indent = indent
    guard from < to, scalars[from].value < 0x80 else {
      kind = .other
      content = TextSpan(from, to)
      return
    }
    (kind, content) = Self.kind(of: TextSpan(from, to), in: scalars)
  }

  private static func kind(of span: TextSpan, in scalars: Scalars) -> (Kind, TextSpan) {
    let first = scalars[span.from]
    var run = span.from
    while run < span.to, scalars[run] == first { run += 1 }
    let length = run - span.from
    if run == span.to, length >= 3, "=-~^\"'+*#.:_".unicodeScalars.contains(first) {
      return (first == "~" ? .fence : .adornment(first), span)
    }
    switch first {
    case "#" where length <= 6:
      return (
        .hashes(level: length, isSpaced: scalars[run].isBlank), heading(run, span.to, scalars)
      )
    case "-", "*", "+":
      if length == 1, run + 1 < span.to, scalars[run].isBlank {
        return (.bullet, TextSpan(skipBlanks(run, span.to, scalars), span.to))
      }
    case "`", "~":
      if length >= 3 { return (.fence, span) }
    case ":":
      if let name = fieldName(span, scalars) {
        return (.field(name), TextSpan(skipBlanks(name.to + 1, span.to, scalars), span.to))
      }
    case ".":
      if length == 2, run < span.to, scalars[run].isBlank { return (.directive, span) }
    case "|": return (.tableRow, span)
    case "0"..."9":
      if let (value, after) = ordinal(span, scalars) {
        return (.ordinal(value), TextSpan(skipBlanks(after, span.to, scalars), span.to))
      }
    default: break
    }
    return (.other, span)
  }

  /// The words of `## words ##`, without the closing signs.
  private static func heading(_ start: Int, _ end: Int, _ scalars: Scalars) -> TextSpan {
    let from = skipBlanks(start, end, scalars)
    var to = end
    while to > from, scalars[to - 1] == "#" { to -= 1 }
    if to < end, to > from, !scalars[to - 1].isBlank { to = end }
    while to > from, scalars[to - 1].isBlank { to -= 1 }
    return TextSpan(from, to)
  }

  /// `12. words` or `12) words`, a blank after the sign.
  private static func ordinal(_ span: TextSpan, _ scalars: Scalars) -> (Int, Int)? {
    var offset = span.from
    var value = 0
    while offset < span.to, offset - span.from < 4, scalars[offset].isASCIIDigit {
      value = value * 10 + Int(scalars[offset].value - 0x30)
      offset += 1
    }
    guard offset + 2 < span.to, scalars[offset] == "." || scalars[offset] == ")",
      scalars[offset + 1].isBlank
    else { return nil }
    return (value, offset + 1)
  }

  /// The name in `:name: value` or `:name:`.
  private static func fieldName(_ span: TextSpan, _ scalars: Scalars) -> TextSpan? {
    var offset = span.from + 1
    while offset < span.to, scalars[offset] != ":" { offset += 1 }
    guard offset < span.to, offset > span.from + 1, offset - span.from <= 40,
      offset + 1 == span.to || scalars[offset + 1].isBlank
    else { return nil }
    return TextSpan(span.from + 1, offset)
  }

  private static func skipBlanks(_ start: Int, _ end: Int, _ scalars: Scalars) -> Int {
    var offset = start
    while offset < end, scalars[offset].isBlank { offset += 1 }
    return min(offset, end)
  }
}
