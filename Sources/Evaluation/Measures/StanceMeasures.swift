import Deliberation
import JapaneseText

/// Stance, misattribution, polarity flips and reported views.
enum StanceMeasures {
  static func measure(_ cases: [Comparison]) -> Measured {
    var measured = Measured()
    for leniently in [false, true] {
      var units: [Tally] = []
      var classes: [[Stance: Tally]] = []
      for item in cases {
        for gold in annotated(item) {
          let record = item.alignment.recordIndex[gold]
          let match = StanceMatch(item, gold: gold, record: record, leniently: leniently)
          let tallies = match.tallies
          units.append(tallies.values.sum)
          classes.append(tallies)
          if leniently { measured.differences += differences(match, item, gold: gold) }
        }
      }
      let held = Stance.allCases.filter { stance in
        classes.compactMap { $0[stance] }.contains { $0.right + $0.missed > 0 }
      }
      let suffix = leniently ? "Lenient" : "Strict"
      let words = leniently ? "lenient" : "strict"
      measured.figures += [
        Figure("stance\(suffix)", "Stance, \(words)", units: units),
        Figure(
          "stanceMacro\(suffix)", "Stance, \(words), mean over stances", classes: held,
          units: classes),
      ]
    }
    for part in [errors(cases), reported(cases)] {
      measured.figures += part.figures
      measured.differences += part.differences
    }
    return measured
  }

  private static func annotated(_ item: Comparison) -> [Int] {
    item.gold.statements.indices.filter { item.gold.statements[$0].positions != nil }
  }

  private static func differences(
    _ match: StanceMatch, _ item: Comparison, gold: Int
  ) -> [Difference] {
    let missed = match.wanted.indices.filter { match.wanted[$0].isCore && match.matches[$0] == nil }
      .map { index in
        Difference(
          figure: "stanceLenient", place: item.place(gold),
          expected: words(match.wanted[index].stance, match.wanted[index].evidence, item, gold),
          found: nil)
      }
    guard let record = item.alignment.recordIndex[gold] else { return missed }
    let text = item.record.statements[record].text.scalars
    return missed
      + match.errors.map { own in
        let position = match.found[own]
        return Difference(
          figure: "stanceLenient", place: item.place(gold), expected: nil,
          found: "\(position.stance.rawValue) (\(position.rule)): \(text.text(position.clause))")
      }
  }

  private static func words(
    _ stance: Stance, _ span: TextSpan, _ item: Comparison, _ gold: Int
  ) -> String {
    let text = item.gold.statements[gold].text?.scalars
    return "\(stance.rawValue): \(text?.text(span) ?? "[\(span.from), \(span.to)]")"
  }

  /// Misattributions and flips among the own positions of the record, judged leniently.
  private static func errors(_ cases: [Comparison]) -> Measured {
    var measured = Measured()
    var all = 0
    var misattributed = 0
    var flipped = 0
    for item in cases {
      for gold in annotated(item) {
        guard let record = item.alignment.recordIndex[gold] else { continue }
        let match = StanceMatch(item, gold: gold, record: record, leniently: true)
        let text = item.record.statements[record].text.scalars
        all += match.found.count
        let wrong = match.misattributions(item, gold: gold, record: record)
        let turned = match.flips(item, gold: gold, record: record)
        misattributed += wrong.count
        flipped += turned.count
        for (key, indices) in [("misattributions", wrong), ("polarityFlips", turned)] {
          measured.differences += indices.map { own in
            Difference(
              figure: key, place: item.place(gold), expected: nil,
              found:
                "\(match.found[own].stance.rawValue): \(text.text(match.found[own].clause))")
          }
        }
      }
    }
    measured.figures = [
      Figure(
        "misattributions", "Misattributions (of own positions)", errors: misattributed, of: all),
      Figure("polarityFlips", "Polarity flips (of own positions)", errors: flipped, of: all),
    ]
    return measured
  }

  /// Somebody else's views: the same words with the stance; then whose they are.
  private static func reported(_ cases: [Comparison]) -> Measured {
    var units: [Tally] = []
    var holders = Tally()
    var measured = Measured()
    for item in cases {
      for (gold, statement) in item.gold.statements.enumerated() {
        guard let wanted = statement.reported else { continue }
        let record = item.alignment.recordIndex[gold]
        var open = record.map { item.record.statements[$0].reported } ?? []
        var tally = Tally()
        for view in wanted {
          let match = open.firstIndex { candidate in
            guard let record, let place = item.located(view.evidence, gold: gold, record: record)
            else { return false }
            return place.isMostly(item.compared(candidate.evidence, in: record))
              && (candidate.stance == view.stance || view.alternatives.contains(candidate.stance))
          }
          guard let match else {
            tally.missed += 1
            measured.differences.append(
              Difference(
                figure: "reported", place: item.place(gold),
                expected: words(view.stance, view.clause, item, gold), found: nil))
            continue
          }
          tally.right += 1
          let holder = open.remove(at: match).holder
          let isSame = sameHolder(view.holder, holder)
          holders =
            holders
            + Tally(
              right: isSame ? 1 : 0, wrong: !isSame && holder != nil ? 1 : 0,
              missed: !isSame && holder == nil ? 1 : 0)
          if !isSame {
            measured.differences.append(
              Difference(
                figure: "reportedHolder", place: item.place(gold), expected: view.holder,
                found: holder))
          }
        }
        tally.wrong = open.count
        let text = record.map { item.record.statements[$0].text.scalars } ?? []
        measured.differences += open.map {
          Difference(
            figure: "reported", place: item.place(gold), expected: nil,
            found: "\($0.stance.rawValue): \(text.text($0.clause))")
        }
        units.append(tally)
      }
    }
    measured.figures = [
      Figure("reported", "Reported views", units: units),
      Figure("reportedHolder", "Reported views: holder", share: holders),
    ]
    return measured
  }

  /// The same holder, though one may be written with more words (一部事業者, 事業者).
  private static func sameHolder(_ wanted: String?, _ found: String?) -> Bool {
    guard let wanted = wanted?.compared, let found = found?.compared, !found.isEmpty else {
      return wanted == nil && found == nil
    }
    return wanted.contains(found) || found.contains(wanted)
  }
}
