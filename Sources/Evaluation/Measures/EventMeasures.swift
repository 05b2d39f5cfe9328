import Deliberation
import JapaneseText

/// What the record narrates: kind and words in order, then its place and what it names.
enum EventMeasures {
  static func measure(_ cases: [Comparison]) -> Measured {
    var units: [Tally] = []
    var fields = Tally()
    var measured = Measured()
    for item in cases {
      guard let wanted = item.gold.events else { continue }
      let matches = matched(wanted, item.record.events)
      let goldIndex = item.alignment.goldIndex
      for (index, event) in wanted.enumerated() {
        guard let match = matches[index] else {
          guard event.isCore else { continue }
          units.append(Tally(missed: 1))
          measured.differences.append(
            Difference(
              figure: "events", place: item.gold.name,
              expected: "\(event.kinds[0]): \(event.text)", found: nil))
          continue
        }
        guard event.isCore else { continue }
        units.append(Tally(right: 1))
        let found = item.record.events[match]
        for (name, isRight, value) in checks(event, found, goldIndex, item) {
          fields = fields + Tally(right: isRight ? 1 : 0, wrong: isRight ? 0 : 1)
          if !isRight {
            measured.differences.append(
              Difference(
                figure: "eventFields", place: "\(item.gold.name): \(event.text.prefix(30))",
                expected: name, found: value))
          }
        }
      }
      let taken = Set(matches.compactMap(\.self))
      for (index, event) in item.record.events.enumerated() where !taken.contains(index) {
        units.append(Tally(wrong: 1))
        measured.differences.append(
          Difference(
            figure: "events", place: item.gold.name, expected: nil,
            found: "\(event.kind.rawValue): \(event.text)"))
      }
    }
    measured.figures = [
      Figure("events", "Events (kind and words)", units: units),
      Figure("eventFields", "Events: agenda, by, documents, place", share: fields),
    ]
    return measured
  }

  /// In order: the same kind, and the words of one contain those of the other.
  private static func matched(_ wanted: [GoldEvent], _ found: [Event]) -> [Int?] {
    let texts = wanted.map { ComparedText($0.text).scalars }
    let others = found.map { ComparedText($0.text).scalars }
    return Alignment.commonSubsequence(wanted.count, found.count) { row, column in
      let isMatch =
        wanted[row].kinds.contains(found[column].kind.rawValue)
        && (texts[row].firstOffset(of: others[column]) != nil
          || others[column].firstOffset(of: texts[row]) != nil)
      return isMatch ? (wanted[row].isCore ? 1 : 0.5) : 0
    }
  }

  private static func checks(
    _ event: GoldEvent, _ found: Event, _ goldIndex: [Int: Int], _ item: Comparison
  ) -> [(name: String, isRight: Bool, value: String)] {
    let agenda = Set(found.agenda)
    // The gold's order of the statement that follows, through the alignment.
    let following =
      (found.beforeStatement..<max(found.beforeStatement, item.record.statements.count))
      .lazy.compactMap { goldIndex[$0] }.first ?? item.gold.statements.count
    return [
      (
        "agenda \(event.agenda[0])", event.agenda.contains { Set($0) == agenda }, "\(found.agenda)"
      ),
      (
        "by \(event.byName ?? "-")", event.byName?.compared == found.byName?.compared,
        found.byName ?? "-"
      ),
      (
        "documents \(event.documents)",
        Set(event.documents.map(\.compared)) == Set(found.documents.map(\.compared)),
        "\(found.documents)"
      ),
      (
        "before \(event.beforeStatement)", following + 1 == event.beforeStatement,
        "\(following + 1)"
      ),
    ]
  }
}
