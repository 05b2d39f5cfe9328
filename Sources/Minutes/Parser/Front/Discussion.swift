import JapaneseText

/// Decides whether a list of matters is a plan, or the headings of the discussion itself.
enum Discussion {
  /// Whether words run on below the first items of a list, so that the body begins at its label.
  ///
  /// `strict`: under 議事 one item with words below is enough; under 議題 a later item must follow
  /// behind those words.
  static func begins(
    below rest: HeadLine, lines: ArraySlice<HeadLine>, strict: Bool, lexicon: HeadLexicon
  ) -> Bool {
    var classes: [ItemMark] = rest.isEmpty ? [] : [ItemMark.read(rest)].compactMap(\.self)
    var items = rest.isEmpty ? 0 : 1
    let worded = lines.filter { !$0.isEmpty && !HeadRules.isRule($0) }
    for (index, line) in worded.enumerated() {
      let following = index + 1 < worded.count ? worded[index + 1] : nil
      let isSpoken = HeadSigns.speaks(line, following: following, lexicon: lexicon)
      if !isSpoken, FieldLabels.isAny(in: line, lexicon: lexicon) { return false }
      let speaks =
        isSpoken
        || HeadSigns.begins(line, at: 0, attending: false, following: following, lexicon: lexicon)
        || Prose.isSentence(line)
      if speaks {
        guard strict || items > 0 else { return false }
        if items == 0 { return true }
        if repeats(worded[..<index]) { return false }
        let top = classes.filter { $0.style == classes[0].style }
        if strict, top.count <= 1, rest.isEmpty { return true }
        return top.last.map { resumes(after: $0, in: worded[index...]) } ?? false
      }
      items += 1
      if let mark = ItemMark.read(line) { classes.append(mark) }
      if index > 120 { return false }
    }
    return false
  }

  /// Whether a title stands twice: in a plan, and as the heading of what was said on it.
  private static func repeats(_ lines: ArraySlice<HeadLine>) -> Bool {
    var seen: Set<Scalars> = []
    return lines.contains { $0.count >= 5 && !seen.insert($0.key).inserted }
  }

  /// Whether the next item of the list heads a line further down.
  private static func resumes(after mark: ItemMark, in lines: ArraySlice<HeadLine>) -> Bool {
    guard let ordinal = mark.ordinal else { return false }
    return lines.contains {
      guard let next = ItemMark.read($0) else { return false }
      return next.style == mark.style && next.ordinal == ordinal + 1 && !Prose.isSentence($0)
    }
  }
}
