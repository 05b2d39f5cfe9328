import JapaneseText

/// Tells pages that only announce, list or publish from minutes (`data/minutes/negative`).
enum NotMinutes {
  /// The reason, where the head shows no kind of record, no speaker, and the words of such a page.
  static func reason(_ layout: HeadLayout, _ front: FrontMatter) -> String? {
    let lexicon = HeadLexicon.current
    guard front.levelHint == nil, layout.sign == nil || !hasSpeaker(layout) else { return nil }
    let last = layout.sign == nil ? [] : layout.lines.suffix(1).map { $0.part(0, 100) }
    for line in layout.title + layout.parts.map(\.line) + last where !line.isEmpty {
      if let found = lexicon.pages.first(in: line.key) {
        if found.value.hasPrefix("agenda"), found.length < 4 { continue }
        return found.value
      }
    }
    return nil
  }

  /// Whether the sign that ended the head is a speaker's label or a label of the body.
  private static func hasSpeaker(_ layout: HeadLayout) -> Bool {
    guard let sign = layout.sign, let line = layout.lines.last else { return false }
    if layout.signIsLabel { return true }
    guard let place = line.at.firstIndex(of: sign) else { return false }
    return HeadSigns.begins(line, at: place, attending: false, following: nil)
      || HeadSigns.marks.contains(line.key[place])
  }
}
