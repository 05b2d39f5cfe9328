import JapaneseText

/// Where the head ends and the body begins.
enum HeadEnd {
  /// The first line with words behind everything that the head's readers took, at most the first
  /// sure sign of the body.
  static func find(
    _ layout: HeadLayout, consumed: Int?, within span: TextSpan, in view: TextView
  ) -> Int {
    var end = layout.sign ?? span.to
    if !layout.signIsLabel, let sign = layout.sign, let opening = openingLine(before: sign, layout)
    {
      end = min(end, opening)
    }
    let consumed = consumed ?? span.from
    guard consumed < end else { return max(span.from, end) }
    // Lines between what was read and the sign: rules, notices and contacts are left in the head.
    for line in layout.lines where !line.isEmpty && line.span.to > consumed {
      let from = max(line.span.from, consumed)
      if from >= end { break }
      guard let first = line.at.firstIndex(where: { $0 >= from }) else { continue }
      let rest = line.part(first, line.count)
      if rest.isEmpty || HeadRules.isRule(rest) || isRemnant(rest) { continue }
      return min(end, rest.span.from)
    }
    return end
  }

  /// `午前10時00分　開会` directly before the first speaker belongs to the body as its opening.
  private static func openingLine(before sign: Int, _ layout: HeadLayout) -> Int? {
    let before = layout.lines.filter { !$0.isEmpty && $0.span.to <= sign && !HeadRules.isRule($0) }
    guard let last = before.last, TimesReader.isOpening(last) else { return nil }
    return last.span.from
  }

  /// Where a line `午前10時00分　開会` stands directly before the first speech of a structured source.
  static func opening(before limit: Int, within span: TextSpan, in view: TextView) -> Int? {
    let end = view.lines.boundary { $0.span.from >= limit }
    for line in view.lines[..<end].reversed().prefix(12) {
      if line.span.from < span.from { return nil }
      if line.isBlank { continue }
      let words = HeadLine(line, scalars: view.scalars(line.span).prefix(60))
      if HeadRules.isRule(words) { continue }
      return line.span.count <= 40 && TimesReader.isOpening(words) && line.span.to <= limit
        ? line.span.from : nil
    }
    return nil
  }

  /// Notices, contacts and marks that stand between the head and the body.
  private static func isRemnant(_ line: HeadLine) -> Bool {
    if let stop = line.key.firstIndex(of: "。"), stop + 1 == line.count {
      return Prose.isNotice(Array(line.key[..<stop]))
    }
    if let date = JapaneseDate.matches(in: line.key).first, date.span.count * 3 > line.count,
      line.count < 40
    {
      return true
    }
    if line.count < 24, PlaceReader.isRoom(line.key) { return true }
    return line.key.contains("tel") || line.key.starts(HeadLine.fold("..__"), at: 0)
      || line.key.contains("(内線")
      || line.count <= 2 && !line.key.contains { $0.isKanji }
  }
}

/// The ends of fields whose value is a line or two.
enum PlainField {
  static func end(of part: HeadPart) -> Int? {
    let base = part.line.span(0, min(part.match.value, part.line.count)).to
    switch part.kind {
    case .date, .clock, .place, .title, .number:
      return part.paragraph(limit: 3).last?.span.to ?? base
    case .contact, .other, .audience: return part.paragraph(limit: 5).last?.span.to ?? base
    case .body: return nil
    default: return base
    }
  }
}
