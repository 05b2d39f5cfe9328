import Deliberation
import JapaneseText

/// Turns the positions of one record into lines: quotation, address, speaker, notes.
struct SummaryLines {
  let record: Record
  let address: String

  /// The lines of a statement, in the order of its positions.
  ///
  /// Courtesies are left out, and what officials say of microphones: they are no views.
  func lines(of index: Int) -> [SummaryLine] {
    record.statements[index].positions.map { line($0, of: index) }
      .filter { !($0.mayBeCourtesy && Formulas.isCourtesy($0.quote)) }
      .filter { !($0.kind.answersForAdministration && Formulas.isHousekeeping($0.quote)) }
  }

  func line(_ position: Position, of index: Int) -> SummaryLine {
    let statement = record.statements[index]
    let text = statement.text.scalars
    let agrees = endorses(position, in: statement)
    let span = quoted(position, in: statement)
    let isStaging =
      [.request, .question].contains(position.stance) && position.modality == nil
      && Formulas.isStaging(text.text(position.clause))
    return SummaryLine(
      statement: index, address: address(of: span, in: statement), speaker: speaker(of: statement),
      kind: statement.kind, level: statement.level, stance: position.stance,
      hedged: position.hedged, modality: isStaging ? .procedural : position.modality,
      targetKind: agrees ? .speaker : position.targetKind,
      target: target(position, in: text), addressee: position.addressee, quote: text.text(span),
      span: span,
      condition: condition(position, outside: span, text: text),
      note: Anaphora.note(
        on: span, in: statement, text: text, position: position, statements: record.statements,
        speaker: speaker),
      chain: agrees ? chain(from: endorsed(position, in: statement), of: index) : [])
  }

  /// The target where it is a noun phrase that says more than the addressee does.
  private func target(_ position: Position, in text: Scalars) -> String? {
    guard let target = position.target.flatMap({ TargetPhrase.shown($0, in: text) }) else {
      return nil
    }
    return target == position.addressee ? nil : target
  }

  /// Whether a view in favour is one of what another speaker said (`御指摘のとおり`) rather than of the
  /// proposal.
  private func endorses(_ position: Position, in statement: Statement) -> Bool {
    guard position.stance.polarity > 0 else { return false }
    if position.targetKind == .speaker { return true }
    guard position.cue.count <= Self.longestEndorsement else { return false }
    let cue = statement.text.scalars.text(position.cue)
    return Self.endorsements.contains(where: cue.contains)
  }

  /// A cue beyond this is a sentence that happens to hold such words.
  private static let longestEndorsement = 20

  /// Words that agree with what was said before.
  private static let endorsements = [
    "おっしゃるとおり", "おっしゃる通り", "仰るとおり", "仰る通り", "指摘のとおり", "指摘の通り", "意見のとおり",
    "意見の通り", "同じ意見", "同意見", "同感", "そのとおり", "その通り",
  ]

  private func endorsed(_ position: Position, in statement: Statement) -> [Int] {
    guard position.targetStatements.isEmpty else { return position.targetStatements }
    return statement.relations.filter {
      $0.kind == .agreesWith && $0.evidence.overlaps(position.clause)
    }.flatMap(\.to)
  }

  /// The clause, or its whole sentence where the clause is too short to stand alone.
  ///
  /// The sentence is not taken where it carries another view beside this one: words of that view
  /// would then stand as evidence of this one.
  private func quoted(_ position: Position, in statement: Statement) -> TextSpan {
    let clause = position.clause
    let enough = 24
    let longest = 140
    let text = statement.text.scalars
    guard clause.count < enough,
      let sentence = statement.sentences.first(where: { $0.contains(clause) }),
      sentence.count <= longest
    else { return QuotedSpan.whole(clause, in: text) }
    let views = statement.positions.map(\.clause) + statement.reported.map(\.clause)
    let isAlone = views.allSatisfy { clause.contains($0) || !sentence.overlaps($0) }
    return isAlone ? sentence : QuotedSpan.whole(clause, in: text)
  }

  private func condition(
    _ position: Position, outside span: TextSpan, text: Scalars
  ) -> String? {
    guard let condition = position.condition, !condition.isEmpty, !span.contains(condition) else {
      return nil
    }
    return text.text(condition)
  }

  /// `ADDRESS#12.3`, or `ADDRESS#12` where the statement is one sentence or the words span several.
  func address(of span: TextSpan, in statement: Statement) -> String {
    let whole = "\(address)#\(statement.number)"
    guard statement.sentences.count > 1,
      let sentence = statement.sentences.firstIndex(where: { $0.contains(span) })
    else { return whole }
    return "\(whole).\(sentence + 1)"
  }

  func address(of index: Int) -> String { "\(address)#\(record.statements[index].number)" }

  /// `内田 真人 構成員（竹淵 翔矢 代読）`; the label as printed where the full name is not known.
  func speaker(of statement: Statement) -> String {
    name(of: statement) + (statement.readByName.map { "（\($0) 代読）" } ?? "")
  }

  /// The speaker without who read it out.
  func name(of statement: Statement) -> String {
    let organisation = statement.organisation.map { "（\($0)）" } ?? ""
    if let name = statement.speakerName {
      return [name, statement.role].compactMap(\.self).joined(separator: " ") + organisation
    }
    return statement.label ?? "（発言者名の記載なし）"
  }

  /// The statements that this one agrees with, and those that they agree with in turn.
  private func chain(from targets: [Int], of index: Int) -> [ChainStep] {
    var steps: [ChainStep] = []
    var seen: Set<Int> = [index]
    var open = targets
    while !open.isEmpty {
      let target = open.removeFirst()
      guard record.statements.indices.contains(target), seen.insert(target).inserted else {
        continue
      }
      let statement = record.statements[target]
      for position in statement.positions
      where position.targetKind == .speaker && position.stance.polarity > 0 {
        open += position.targetStatements.filter { $0 < target }
      }
      steps.append(
        ChainStep(
          address: address(of: target), speaker: speaker(of: statement),
          stances: Stance.allCases.filter { stance in
            statement.positions.contains {
              $0.stance == stance && ($0.targetKind != .speaker || stance.polarity <= 0)
            }
          }))
    }
    return steps
  }

  func report(_ view: ReportedPosition, of index: Int) -> SummaryReport {
    let statement = record.statements[index]
    let text = statement.text.scalars
    let span = QuotedSpan.whole(view.clause, in: text)
    return SummaryReport(
      statement: index, address: address(of: span, in: statement), speaker: speaker(of: statement),
      holder: view.holder, how: view.how, stance: view.stance,
      target: view.target.flatMap { TargetPhrase.shown($0, in: text) }, quote: text.text(span),
      span: span)
  }

  func undertaking(_ undertaking: Undertaking, of index: Int) -> SummaryUndertaking {
    let statement = record.statements[index]
    return SummaryUndertaking(
      statement: index, address: address(of: undertaking.what, in: statement),
      speaker: speaker(of: statement), actor: undertaking.actor,
      quote: statement.text.scalars.text(undertaking.what), span: undertaking.what,
      due: undertaking.due)
  }
}
