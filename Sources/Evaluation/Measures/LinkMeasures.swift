import Deliberation
import JapaneseText

/// Relations between statements, and links to provisions.
enum LinkMeasures {
  static func measure(_ cases: [Comparison]) -> Measured {
    var measured = relations(cases)
    for part in [
      links(cases, "linksArticle", "Links, article") { provision in
        Provision(law: provision.law, element: provision.articleElement)
      },
      links(cases, "linksExact", "Links, exact element") { $0 },
    ] {
      measured.figures += part.figures
      measured.differences += part.differences
    }
    return measured
  }

  /// Pairs (statement, earlier statement), by the choice of the gold that fits best.
  private static func relations(_ cases: [Comparison]) -> Measured {
    var units: [Tally] = []
    var measured = Measured()
    for item in cases {
      let goldIndex = item.alignment.goldIndex
      for (gold, statement) in item.gold.statements.enumerated() {
        guard let wanted = statement.relations else { continue }
        let record = item.alignment.recordIndex[gold]
        let targets = record.map { item.record.statements[$0].relations.flatMap(\.to) } ?? []
        // Statements that the gold does not have stay as errors under a name of their own.
        let found = Set(
          targets.map { target in
            goldIndex[target].map { item.gold.statements[$0].number } ?? "?\(target)"
          })
        var best: (tally: Tally, choice: Set<String>)?
        for choice in choices(wanted) {
          let right = choice.intersection(found).count
          let tally = Tally(
            right: right, wrong: found.count - right, missed: choice.count - right)
          let errors = tally.wrong + tally.missed
          if let known = best {
            let least = known.tally.wrong + known.tally.missed
            guard errors < least || (errors == least && right > known.tally.right) else { continue }
          }
          best = (tally, choice)
        }
        guard let best else { continue }
        units.append(best.tally)
        if best.choice != found {
          let names = { (numbers: Set<String>) in
            numbers.sorted { ($0.count, $0) < ($1.count, $1) }.joined(separator: " ")
          }
          measured.differences.append(
            Difference(
              figure: "relations", place: item.place(gold), expected: names(best.choice),
              found: names(found)))
        }
      }
    }
    measured.figures = [Figure("relations", "Relations", units: units)]
    return measured
  }

  /// Every way to choose one set for each relation of a statement.
  private static func choices(_ relations: [GoldRelation]) -> [Set<String>] {
    relations.reduce([[]]) { sets, relation in
      sets.flatMap { set in relation.choices.map { set.union($0) } }
    }
  }

  /// Links that stand (not those that somebody rejected), reduced to a level.
  private static func links(
    _ cases: [Comparison], _ key: String, _ title: String, level: (Provision) -> Provision
  ) -> Measured {
    var units: [Tally] = []
    var measured = Measured()
    for item in cases {
      for (gold, statement) in item.gold.statements.enumerated() {
        guard let wanted = statement.links else { continue }
        let record = item.alignment.recordIndex[gold]
        let links = record.map { item.record.statements[$0].links } ?? []
        let primary = Set(wanted.filter(\.isPrimary).map { level($0.provision) })
        let acceptable = Set(wanted.map { level($0.provision) })
        let withoutRows = acceptable.filter { $0.row == nil }
        let found = Set(
          links.filter { $0.status != .rejected }.map { link in
            // A row counts only where the gold tells rows apart.
            let provision = level(link.provision)
            let plain = Provision(law: provision.law, element: provision.element)
            return withoutRows.contains(plain) ? plain : provision
          })
        let missed = statement.linksOptional ? [] : primary.subtracting(found)
        let wrong = found.subtracting(acceptable)
        units.append(
          Tally(
            right: primary.intersection(found).count, wrong: wrong.count, missed: missed.count))
        measured.differences += missed.sorted().map {
          Difference(figure: key, place: item.place(gold), expected: $0.address, found: nil)
        }
        measured.differences += wrong.sorted().map {
          Difference(figure: key, place: item.place(gold), expected: nil, found: $0.address)
        }
      }
    }
    measured.figures = [Figure(key, title, units: units)]
    return measured
  }
}
