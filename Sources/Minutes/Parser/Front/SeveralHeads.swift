import JapaneseText

/// Several records in one text, each with a head of its own.
///
/// A record begins at a line that has the title of the first one with another number, where a date
/// of the meeting stands close below.
enum SeveralHeads {
  /// How many lines below a title the field of the date is looked for.
  private static let reach = 10

  /// The stretches of a text that hold a record each; the whole of it where it has one head.
  static func parts(of view: TextView, in source: SourceText) -> [TextSpan] {
    let whole = [TextSpan(0, source.scalars.count)]
    guard let first = view.lines.prefix(12).firstIndex(where: { title($0, in: view) != nil }),
      let own = title(view.lines[first], in: view)
    else { return whole }
    var numbers = [own.number]
    var starts = [0]
    for index in view.lines.indices.dropFirst(first + 1) {
      guard let next = title(view.lines[index], in: view), next.words == own.words,
        !numbers.contains(next.number), isDated(below: index, in: view)
      else { continue }
      numbers.append(next.number)
      starts.append(view.lines[index].span.from)
    }
    guard starts.count > 1, isDated(below: first, in: view) else { return whole }
    return zip(starts, starts.dropFirst() + [source.scalars.count]).map { TextSpan($0, $1) }
  }

  /// A line that is the title of a record: its words without the number, and the number.
  private static func title(_ line: ViewLine, in view: TextView) -> (words: Scalars, number: Int)? {
    guard (8...60).contains(line.span.count) else { return nil }
    let printed = view.scalars(line.span)
    guard let last = printed.last, "録概要旨要事）)".unicodeScalars.contains(last) || last.isKanji,
      printed.contains("第"), printed.contains("回")
    else { return nil }
    let words = HeadLine(line, scalars: printed)
    guard let at = words.key.indices.first(where: { words.key[$0] == "第" }),
      let number = Numerals.number(in: words.key, at: at + 1), number.span.to < words.count,
      words.key[number.span.to] == "回",
      ends.contains(where: { words.key.firstOffset(of: $0) != nil })
    else { return nil }
    return (Array(words.key[..<at] + words.key[(number.span.to + 1)...]), number.value)
  }

  private static func isDated(below index: Int, in view: TextView) -> Bool {
    view.lines[(index + 1)...].lazy.filter { !$0.isBlank }.prefix(reach).contains { line in
      let words = HeadLine(line, scalars: view.scalars(line.span).prefix(80))
      guard let match = FieldLabels.match(words), match.kind == .date else { return false }
      return !JapaneseDate.matches(in: words.key).isEmpty || match.value >= words.count
    }
  }

  private static let ends = ["議事録", "会議録", "議事概要", "議事要旨", "会議概要", "会議要旨", "議事要録"].map(
    HeadLine.fold)
}
