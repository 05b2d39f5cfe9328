import JapaneseText

/// Tags of HTML at the ends of a line of Markdown (`<h2> 日程 </h2>`, `<p class="x">…</p>`).
enum LineTags {
  /// The line without them, and the level of a heading that they make; nil for a line without tags.
  static func trimmed(
    _ line: TextSpan, in scalars: Scalars
  ) -> (span: TextSpan, heading: Int?)? {
    var span = line
    var heading: Int?
    while let end = tagEnd(scalars, span.from, span.to) {
      heading = heading ?? level(scalars, TextSpan(span.from, end))
      span.from = end
      while span.from < span.to, scalars[span.from].isSpace { span.from += 1 }
    }
    while let start = tagStart(scalars, span) {
      span.to = start
      while span.to > span.from, scalars[span.to - 1].isSpace { span.to -= 1 }
    }
    return span == line ? nil : (span, heading)
  }

  /// Behind the tag or comment that begins at `start`.
  private static func tagEnd(_ scalars: Scalars, _ start: Int, _ end: Int) -> Int? {
    guard start + 2 < end, scalars[start] == "<" else { return nil }
    var offset = start + 1
    if scalars[offset] == "/" { offset += 1 }
    let name = offset
    if scalars[offset] == "!" { offset += 1 }
    while offset < end, scalars[offset].isASCIIDigit || isLetter(scalars[offset]) { offset += 1 }
    guard offset > name, offset < end,
      scalars[offset].isSpace || " />-".unicodeScalars.contains(scalars[offset])
    else { return nil }
    while offset < min(end, start + 400), scalars[offset] != ">" { offset += 1 }
    return offset < min(end, start + 400) ? offset + 1 : nil
  }

  /// Where the tag begins that ends the line.
  private static func tagStart(_ scalars: Scalars, _ span: TextSpan) -> Int? {
    guard span.count > 2, scalars[span.to - 1] == ">" else { return nil }
    for start in stride(from: span.to - 2, through: max(span.from, span.to - 200), by: -1)
    where scalars[start] == "<" {
      return tagEnd(scalars, start, span.to) == span.to ? start : nil
    }
    return nil
  }

  /// The level of `<h2>`.
  private static func level(_ scalars: Scalars, _ tag: TextSpan) -> Int? {
    guard tag.count >= 4, scalars[tag.from + 1] == "h" || scalars[tag.from + 1] == "H",
      let level = scalars[tag.from + 2].digitValue, (1...6).contains(level),
      scalars[tag.from + 3] == ">" || scalars[tag.from + 3].isSpace
    else { return nil }
    return level
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
