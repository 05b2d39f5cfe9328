import Deliberation
import JapaneseText

/// Turns, speakers, agenda placement and events.
enum TurnMeasures {
  static func measure(_ cases: [Comparison]) -> Measured {
    var measured = turns(cases)
    for part in [
      speakers(cases), readers(cases),
      share(cases, "labels", "Labels as printed", of: label),
      share(cases, "kinds", "Kind of speaker", of: kind),
      share(cases, "agenda", "Agenda placement", of: placement), EventMeasures.measure(cases),
    ] {
      measured.figures += part.figures
      measured.differences += part.differences
    }
    return measured
  }

  private static func turns(_ cases: [Comparison]) -> Measured {
    var units: [Tally] = []
    var measured = Measured()
    for item in cases {
      for index in item.gold.statements.indices {
        let isRight = item.alignment.isExact[index]
        let alike = item.alignment.recordIndex[index]
        units.append(
          isRight ? Tally(right: 1) : Tally(wrong: alike == nil ? 0 : 1, missed: 1))
        guard !isRight else { continue }
        measured.differences.append(
          Difference(
            figure: "turns", place: item.place(index),
            expected: item.gold.statements[index].text?.text ?? "(hash)",
            found: alike.map { item.record.statements[$0].text }))
      }
      for index in item.gold.hasStatements ? item.extra : [] {
        units.append(Tally(wrong: 1))
        measured.differences.append(
          Difference(
            figure: "turns", place: item.gold.name, expected: nil,
            found: item.record.statements[index].text))
      }
    }
    measured.figures = [Figure("turns", "Turns", units: units)]
    return measured
  }

  /// Right, wrong or unknown; a statement that was not found has an unknown speaker.
  private static func speakers(_ cases: [Comparison]) -> Measured {
    var sum = Tally()
    var measured = Measured()
    for item in cases {
      for (index, statement) in item.gold.statements.enumerated() {
        guard let expected = statement.speakerName else { continue }
        let found = item.alignment.recordIndex[index].map { item.record.statements[$0] }
        let name = found?.speakerName
        if found != nil, expected.contains(where: { $0?.compared == name?.compared }) {
          sum.right += 1
        } else {
          if name == nil { sum.missed += 1 } else { sum.wrong += 1 }
          measured.differences.append(
            Difference(
              figure: "speakers", place: item.place(index), expected: expected.first ?? nil,
              found: name))
        }
      }
    }
    measured.figures = [Figure("speakers", "Speakers (missed = unknown)", share: sum)]
    return measured
  }

  /// Statements that were read out for somebody else, found as such.
  private static func readers(_ cases: [Comparison]) -> Measured {
    var units: [Tally] = []
    var measured = Measured()
    for item in cases {
      for (index, recordIndex) in item.pairs {
        guard let expected = item.gold.statements[index].readByName else { continue }
        let found = item.record.statements[recordIndex].readByName
        guard expected != nil || found != nil else { continue }
        let isRight = expected?.compared == found?.compared
        units.append(
          isRight
            ? Tally(right: 1)
            : Tally(wrong: found == nil ? 0 : 1, missed: expected == nil ? 0 : 1))
        if !isRight {
          measured.differences.append(
            Difference(
              figure: "readers", place: item.place(index), expected: expected, found: found))
        }
      }
    }
    measured.figures = [Figure("readers", "Read out for somebody (代読)", units: units)]
    return measured
  }

  /// A share over the statements of the gold; one that was not found is missed.
  private static func share(
    _ cases: [Comparison], _ key: String, _ title: String,
    of values: (GoldStatement, Statement) -> (expected: [String], found: String)?
  ) -> Measured {
    var sum = Tally()
    var measured = Measured()
    for item in cases {
      for (index, statement) in item.gold.statements.enumerated() {
        guard let recordIndex = item.alignment.recordIndex[index] else {
          sum.missed += 1
          continue
        }
        guard let (expected, found) = values(statement, item.record.statements[recordIndex]) else {
          continue
        }
        if expected.contains(found) {
          sum.right += 1
        } else {
          sum.wrong += 1
          measured.differences.append(
            Difference(
              figure: key, place: item.place(index), expected: expected.first, found: found))
        }
      }
    }
    measured.figures = [Figure(key, title, share: sum)]
    return measured
  }

  /// Sign by sign, blanks included: a label is evidence.
  private static func label(
    _ gold: GoldStatement, _ statement: Statement
  ) -> (expected: [String], found: String)? {
    gold.label.map { ([$0 ?? ""], statement.label ?? "") }
  }

  private static func kind(
    _ gold: GoldStatement, _ statement: Statement
  ) -> (expected: [String], found: String)? {
    gold.kinds.map { ($0, statement.kind.rawValue) }
  }

  private static func placement(
    _ gold: GoldStatement, _ statement: Statement
  ) -> (expected: [String], found: String)? {
    let names = { (paths: Set<AgendaPath>) in
      paths.sorted().map(\.description).joined(separator: " ")
    }
    return gold.agenda.map { ($0.map(names), names(Set(statement.agenda))) }
  }
}
