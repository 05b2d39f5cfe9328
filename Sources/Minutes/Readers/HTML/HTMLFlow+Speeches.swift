import JapaneseText
import Markup

/// Speeches and fields of pages whose structure a vendor gives.
extension HTMLFlow {
  /// Adds a field of the meeting on a line of its own.
  mutating func field(_ name: String, text: String, line: Int) {
    begin(.field(name: name), margin: false)
    append(text, line: line)
    end(margin: false)
  }

  /// Adds an element as a speech; what stands in it before the line with its label (the opening of
  /// the meeting) stays outside the marks.
  mutating func speech(_ element: Element, label: Scalars?) {
    closeBlock(margin: true)
    let first = builder.lines.count
    add(element, isInContent: true)
    closeBlock(margin: false)
    markSpeech(lines: first..<builder.lines.count, label: label)
  }

  /// Marks the speeches that `<a name="HUID…">` begins (VOICES); text before a sign is none.
  mutating func markAnchoredSpeeches() {
    closeBlock(margin: false)
    for (index, anchor) in anchors.enumerated() {
      let end = index + 1 < anchors.count ? anchors[index + 1] : builder.lines.count
      markSpeech(lines: anchor..<max(anchor, end), label: nil)
    }
  }

  private mutating func markSpeech(lines: Range<Int>, label: Scalars?) {
    let worded = lines.filter { !builder.lines[$0].span.isEmpty }
    guard let last = worded.last else { return }
    for line in worded.prefix(12) {
      let span = builder.lines[line].span
      let words = builder.scalars[span.range].drop(while: \.isBlank)
      let isLabel =
        label.map { !$0.isEmpty && words.starts(with: $0) }
        ?? (words.first.map(LabelSigns.contains) ?? false)
      guard isLabel else { continue }
      builder.mark(TextSpan(words.startIndex, builder.lines[last].span.to), .speech)
      if let label, let first = label.first {
        let sign = LabelSigns.contains(first) ? 1 : 0
        builder.mark(
          TextSpan(words.startIndex + sign, words.startIndex + label.count),
          .field(name: "speaker"))
      }
      return
    }
    if let label, let first = worded.first {
      builder.mark(
        TextSpan(builder.lines[first].span.from, builder.lines[last].span.to), .speech)
      builder.notes.append("no label “\(String(label))” on line \(builder.lines[first].number)")
    }
  }
}
