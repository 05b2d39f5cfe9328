import Deliberation
import JapaneseText
import Reports

/// What a position summary of the record carries of what it must.
enum SummaryMeasures {
  static func measure(_ cases: [Comparison]) -> Measured {
    var vital = Tally()
    var all = Tally()
    var measured = Measured()
    for item in cases {
      guard let nuggets = item.gold.summary else { continue }
      let summary = PositionSummary(of: [SummarySource(record: item.record, address: "")])
      let lines = Dictionary(grouping: summary.lines, by: \.statement)
      for nugget in nuggets {
        let isCovered = covers(lines, nugget, item)
        let tally = Tally(right: isCovered ? 1 : 0, missed: isCovered ? 0 : 1)
        all = all + tally
        guard nugget.isVital else { continue }
        vital = vital + tally
        if !isCovered {
          measured.differences.append(
            Difference(
              figure: "nuggetsVital", place: "\(item.gold.name)#\(nugget.statement) \(nugget.id)",
              expected: nugget.stance.rawValue, found: nil))
        }
      }
    }
    measured.figures = [
      Figure("nuggetsVital", "Summary: vital nuggets covered", share: vital),
      Figure("nuggetsAll", "Summary: all nuggets covered", share: all),
    ]
    return measured
  }

  /// A line shows words of the nugget's statement that overlap its evidence, with its stance or one
  /// that the annotation accepts on these words.
  private static func covers(
    _ lines: [Int: [SummaryLine]], _ nugget: GoldNugget, _ item: Comparison
  ) -> Bool {
    guard
      let gold = item.gold.statements.firstIndex(where: { $0.number == nugget.statement }),
      let record = item.alignment.recordIndex[gold],
      let place = item.located(nugget.evidence, gold: gold, record: record)
    else { return false }
    let accepted = (item.gold.statements[gold].positions ?? [])
      .filter {
        $0.accepts(nugget.stance, leniently: true) && $0.evidence.isMostly(nugget.evidence)
      }
      .flatMap { [$0.stance] + $0.alternatives }
    return (lines[record] ?? []).contains { line in
      (line.stance == nugget.stance || accepted.contains(line.stance))
        && item.compared(line.span, in: record).isMostly(place)
    }
  }
}
