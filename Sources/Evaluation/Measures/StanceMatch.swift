import Deliberation
import JapaneseText

/// The own positions of one statement beside those of the gold, matched one to one.
///
/// All spans are in offsets of the record's compared text.
struct StanceMatch {
  let wanted: [GoldPosition]
  let found: [Position]
  /// For each gold position the index in `found` that was matched.
  let matches: [Int?]
  /// Where the gold's evidence stands in the record's statement.
  private let evidence: [TextSpan?]
  private let spans: [TextSpan]

  init(_ item: Comparison, gold: Int, record: Int?, leniently: Bool) {
    let wanted = item.gold.statements[gold].positions ?? []
    let found = record.map { item.record.statements[$0].positions } ?? []
    let evidence = wanted.map { position in
      record.flatMap { item.located(position.evidence, gold: gold, record: $0) }
    }
    let spans = found.map { position in
      record.map { item.compared(position.evidence, in: $0) } ?? position.evidence
    }
    // Core positions first, so that a position that is not needed never takes the place of one
    // that is; then by augmenting paths, so that as many as possible are matched.
    let order = wanted.indices.sorted { wanted[$0].isCore && !wanted[$1].isCore }
    var taken: [Int?] = Array(repeating: nil, count: found.count)
    for index in order {
      var seen: Set<Int> = []
      _ = StanceMatch.assign(index, &taken, &seen) { gold, own in
        guard let place = evidence[gold] else { return false }
        return place.isMostly(spans[own])
          && wanted[gold].accepts(found[own].stance, leniently: leniently)
      }
    }
    var matches: [Int?] = Array(repeating: nil, count: wanted.count)
    for (own, gold) in taken.enumerated() {
      if let gold { matches[gold] = own }
    }
    self.wanted = wanted
    self.found = found
    self.evidence = evidence
    self.spans = spans
    self.matches = matches
  }

  /// Kuhn's augmenting path from one gold position.
  private static func assign(
    _ gold: Int, _ taken: inout [Int?], _ seen: inout Set<Int>, fits: (Int, Int) -> Bool
  ) -> Bool {
    for own in taken.indices where !seen.contains(own) && fits(gold, own) {
      seen.insert(own)
      if let other = taken[own] {
        guard assign(other, &taken, &seen, fits: fits) else { continue }
      }
      taken[own] = gold
      return true
    }
    return false
  }

  /// Own positions that match nothing; `comment` and `answer` where the gold has nothing are no
  /// error.
  var errors: [Int] {
    let matched = Set(matches.compactMap(\.self))
    return found.indices.filter { own in
      guard !matched.contains(own) else { return false }
      guard found[own].stance == .comment || found[own].stance == .answer else { return true }
      return evidence.contains { $0?.isMostly(spans[own]) ?? false }
    }
  }

  /// Right, wrong and missed by stance: that of the gold for what was matched or missed, that of
  /// the record for what is wrong.
  var tallies: [Stance: Tally] {
    var tallies: [Stance: Tally] = [:]
    for (index, position) in wanted.enumerated() where position.isCore {
      let tally = matches[index] == nil ? Tally(missed: 1) : Tally(right: 1)
      tallies[position.stance] = (tallies[position.stance] ?? Tally()) + tally
    }
    for own in errors {
      let stance = found[own].stance
      tallies[stance] = (tallies[stance] ?? Tally()) + Tally(wrong: 1)
    }
    return tallies
  }

  /// Errors that turn the gold round: for where it is only against, or the reverse.
  func flips(_ item: Comparison, gold: Int, record: Int) -> [Int] {
    errors.filter { own in
      let polarity = found[own].stance.polarity
      guard polarity != 0 else { return false }
      let clause = item.compared(found[own].clause, in: record)
      let there = wanted.filter {
        item.located($0.clause, gold: gold, record: record)?.isMostly(clause) ?? false
      }
      let polarities = there.flatMap { [$0.stance] + $0.alternatives }.map(\.polarity)
      return there.contains { $0.stance.polarity == -polarity } && !polarities.contains(polarity)
    }
  }

  /// Errors on words that are only somebody else's view: the cue lies in what the gold has as
  /// reported.
  func misattributions(_ item: Comparison, gold: Int, record: Int) -> [Int] {
    let reported = (item.gold.statements[gold].reported ?? []).compactMap {
      item.located($0.clause, gold: gold, record: record)
    }
    return errors.filter { own in
      let position = found[own]
      guard position.stance != .comment, position.stance != .answer else { return false }
      let words = position.cue.isEmpty ? position.clause : position.cue
      let cue = item.compared(words, in: record)
      return reported.contains { $0.isMostly(cue) }
    }
  }
}
