import Deliberation
import JapaneseText

/// Writes the findings of a statement into the record, in offsets of the statement's own text.
struct StatementWriter: Sendable {
  let lexicon: StanceLexicon
  let discussion: Discussion
  let index: Int
  let passage: Passage

  func write(
    _ findings: [SentenceFindings], relations: [Relation], about: [[Int]], into record: inout Record
  ) {
    var statement = record.statements[index]
    statement.relations = relations
    statement.positions = []
    statement.reported = []
    statement.undertakings = []
    for (number, sentence) in findings.enumerated() {
      for own in sentence.own {
        statement.positions.append(position(own, statement, record, about[number]))
      }
      for report in sentence.reports {
        statement.reported.append(
          reported(report, record, evidence: passage.sentences[number]))
      }
      for promise in sentence.undertakings {
        statement.undertakings.append(undertaking(promise, statement))
      }
    }
    record.statements[index] = statement
  }

  private func words(_ span: TextSpan) -> String { passage.original.text(passage.source(span)) }

  private func position(
    _ own: OwnPosition, _ statement: Statement, _ record: Record, _ about: [Int]
  ) -> Position {
    var position = Position(
      stance: own.act.stance, targetKind: own.target.kind,
      target: own.target.span.map(words),
      clause: passage.source(own.clause), evidence: passage.source(own.sentence),
      cue: passage.source(WordEdges.cue(own.act.cue, in: passage.text, within: own.clause)),
      rule: own.act.rule)
    position.hedged = own.act.hedged
    position.modality = own.act.modality
    position.condition = own.condition.map(passage.source)
    position.concession = own.concession.map(passage.source)
    position.addressee = own.addressee.map(words)
    switch own.target.kind {
    case .proposal: position.targetAgenda = statement.agenda
    case .speaker: position.targetStatements = about
    case .topic, .organisation: break
    }
    return position
  }

  private func reported(_ report: Report, _ record: Record, evidence: TextSpan) -> ReportedPosition
  {
    var found = ReportedPosition(
      holder: report.holder.map { words($0.span) }, how: report.how,
      stance: report.stance, clause: passage.source(report.span),
      evidence: passage.source(evidence), rule: report.rule)
    if let holder = report.holder, report.how == .explicit {
      if holder.isPerson {
        let name = Scalars(passage.text[holder.name.range])
        if let earlier = discussion.latest(of: name, before: index) {
          found.targetStatements = [earlier]
          found.holderPerson = record.statements[earlier].speaker
        } else {
          found.holderPerson = person(name, record)
        }
      } else if lexicon.isColleague(holder, passage.text) {
        found.targetStatements = discussion.members(before: index)
      }
    }
    return found
  }

  /// The one attendee with the name; nil where there are none or several.
  private func person(_ name: Scalars, _ record: Record) -> PersonID? {
    let people = Set(
      record.attendance.filter { attendee in
        attendee.name.map { PersonName.surname(String(name), begins: $0) } ?? false
      }.compactMap(\.person))
    return people.count == 1 ? people.first : nil
  }

  private func undertaking(_ promise: Promise, _ statement: Statement) -> Undertaking {
    Undertaking(
      actor: promise.actor.map(words) ?? statement.organisation
        ?? statement.label ?? statement.speakerName,
      what: passage.source(promise.what), due: promise.due.map(words),
      rule: promise.rule)
  }
}
