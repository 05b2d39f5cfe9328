import JapaneseText

/// Cuts a text into lines.
///
/// CR LF, CR and LF end a line of the file. Form feed, vertical tab, NEL and the Unicode line
/// separators also end a line of the text, but an editor counts no new line there. A form feed
/// turns the page; it adds no empty line where it stands at the start of one.
enum Lines {
  /// The lines of a file's text, with pages where there are form feeds.
  static func cut(_ scalars: Scalars) -> [SourceLine] {
    let hasPages = scalars.contains("\u{0C}")
    var lines: [SourceLine] = []
    lines.reserveCapacity(scalars.count / 32)
    var start = 0
    var number = 1
    var page = 1
    var offset = 0
    while offset < scalars.count {
      let scalar = scalars[offset]
      guard scalar.value < 0x0E || scalar.value == 0x85 || scalar.value & ~1 == 0x2028,
        scalar.isLineEnd
      else {
        offset += 1
        continue
      }
      if !(scalar == "\u{0C}" && start == offset) {
        lines.append(
          SourceLine(
            span: TextSpan(start, offset), number: number, page: hasPages ? page : nil))
      }
      if scalar == "\r", offset + 1 < scalars.count, scalars[offset + 1] == "\n" { offset += 1 }
      if scalar == "\n" || scalar == "\r" { number += 1 }
      if scalar == "\u{0C}" { page += 1 }
      offset += 1
      start = offset
    }
    if start < scalars.count {
      lines.append(
        SourceLine(
          span: TextSpan(start, scalars.count), number: number, page: hasPages ? page : nil))
    }
    return lines
  }

  /// The lines of a value in a structured file, without their ends; trailing line ends add none.
  static func parts(of scalars: Scalars) -> [ArraySlice<Unicode.Scalar>] {
    cut(scalars).map { scalars[$0.span.range] }
  }
}
