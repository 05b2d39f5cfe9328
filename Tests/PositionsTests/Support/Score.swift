import Deliberation
import JapaneseText

/// The figures of RECORD.md for one record, as far as the tests of this target need them.
struct Score {
  var matched = 0
  var missed = 0
  var wrong = 0
  var misattributions = 0
  var flips = 0
  var reported = 0
  var reportedGold = 0
  var relationsMatched = 0
  var relationsMissed = 0
  var relationsWrong = 0
  var notes: [String] = []

  var stanceF1: Double { Self.f1(matched, missed, wrong) }
  var relationsF1: Double { Self.f1(relationsMatched, relationsMissed, relationsWrong) }

  static func f1(_ matched: Int, _ missed: Int, _ wrong: Int) -> Double {
    matched == 0 ? 0 : 2 * Double(matched) / Double(2 * matched + missed + wrong)
  }

  init(_ record: Record, gold: [GoldStatement]) {
    for (statement, gold) in zip(record.statements, gold) {
      stances(statement, gold)
      reports(statement, gold)
      relations(statement, gold)
    }
  }

  private mutating func stances(_ statement: Statement, _ gold: GoldStatement) {
    var open = Array(statement.positions.indices)
    let order = gold.positions.filter(\.core) + gold.positions.filter { !$0.core }
    for wanted in order {
      let accepted = ([wanted.stance] + (wanted.alt ?? [])).map(Self.stance)
      let span = TextSpan(wanted.start, wanted.end)
      let near = open.filter { Self.overlap(statement.positions[$0].evidence, span) }
      for index in near {
        let found = statement.positions[index].stance.polarity
        let wantedPolarity = accepted.compactMap { $0?.polarity }
        if found != 0, wantedPolarity.contains(-found), !wantedPolarity.contains(found),
          near.count == 1
        {
          flips += 1
          notes.append("FLIP #\(gold.n) \(wanted.stance): \(wanted.evidence)")
        }
      }
      if let hit = near.first(where: { statement.positions[$0].stance == accepted[0] })
        ?? near.first(where: { accepted.contains(statement.positions[$0].stance) })
      {
        matched += 1
        open.removeAll { $0 == hit }
      } else if wanted.core {
        missed += 1
        notes.append("miss #\(gold.n) \(wanted.stance): \(wanted.evidence)")
      }
    }
    let words = statement.text.scalars
    for index in open {
      let position = statement.positions[index]
      let told = gold.reported_positions.contains { report in
        let span = TextSpan(report.clause_start ?? report.start, report.clause_end ?? report.end)
        return span.contains(position.cue) && position.stance != .answer
          && position.stance != .comment
      }
      if told { misattributions += 1 }
      let free = gold.positions.allSatisfy {
        !Self.overlap(position.evidence, TextSpan($0.start, $0.end))
      }
      if free, position.stance == .comment || position.stance == .answer { continue }
      wrong += 1
      notes.append(
        "extra #\(gold.n) \(position.stance) [\(position.rule)]: \(words.text(position.clause))")
    }
  }

  private mutating func reports(_ statement: Statement, _ gold: GoldStatement) {
    var open = Array(statement.reported.indices)
    for wanted in gold.reported_positions {
      reportedGold += 1
      let hit = open.first { index in
        let found = statement.reported[index]
        return found.stance.rawValue == wanted.stance && found.holder == wanted.holder
          && Self.overlap(found.evidence, TextSpan(wanted.start, wanted.end))
      }
      if let hit {
        reported += 1
        open.removeAll { $0 == hit }
      } else {
        notes.append("miss report #\(gold.n) \(wanted.holder) \(wanted.stance)")
      }
    }
    for index in open {
      let report = statement.reported[index]
      notes.append(
        "extra report #\(gold.n) \(report.holder ?? "-") \(report.stance) "
          + statement.text.scalars.text(report.clause))
    }
  }

  private mutating func relations(_ statement: Statement, _ gold: GoldStatement) {
    let found = Set(statement.relations.flatMap(\.to).map { $0 + 1 })
    let options = ([gold.replies_to] + (gold.alt_replies_to ?? [])).map(Set.init)
    let best =
      options.max { left, right in
        let leftScore = found.intersection(left).count * 2 - found.union(left).count
        return leftScore < found.intersection(right).count * 2 - found.union(right).count
      } ?? []
    relationsMatched += found.intersection(best).count
    relationsMissed += best.subtracting(found).count
    relationsWrong += found.subtracting(best).count
    if found != best {
      notes.append("relations #\(gold.n): \(found.sorted()), gold \(gold.replies_to)")
    }
  }

  static func stance(_ name: String) -> Stance? {
    name == "conditional_support" ? .conditionalSupport : Stance(rawValue: name)
  }

  static func overlap(_ left: TextSpan, _ right: TextSpan) -> Bool {
    if left.contains(right) || right.contains(left) { return true }
    let common = min(left.to, right.to) - max(left.from, right.from)
    return common * 2 >= min(left.count, right.count)
  }
}
