import Deliberation
import JapaneseText

/// The ordered cascade over the clauses of a sentence: whose view, which act, which polarity.
struct Cascade: Sendable {
  let lexicon: StanceLexicon
  let capacity: Capacity

  func read(_ sentence: TextSpan, in passage: Passage) -> SentenceFindings {
    var findings = SentenceFindings()
    let text = passage.text
    guard sentence.count > 1, text[sentence.from] != "(" || text[sentence.to - 1] != ")" else {
      return findings
    }
    findings.reports = lexicon.reports(in: passage, sentence: sentence)
    let clauses = lexicon.clauses(in: text, sentence: sentence)
    var read: [(clause: Clause, predicate: Predicate, act: Act?)] = []
    // The clauses just before, as far as they keep their subject.
    var before: [Clause] = []
    for clause in clauses {
      defer {
        if lexicon.keepsTopic(clause, in: text) { before.append(clause) } else { before = [] }
      }
      let predicate = lexicon.predicate(
        in: text, clause: TextSpan(clause.span.from, clause.predicateEnd), masked: passage.masked,
        open: clause.join != .end)
      // A view told for another is never the speaker's own.
      if findings.reports.contains(where: { $0.span.overlaps(clause.span) && covers($0, predicate) }
      ) {
        read.append((clause, predicate, nil))
        continue
      }
      var act = lexicon.act(of: predicate, in: text, clause: clause)
      if let report = lexicon.reports(
        of: clause, predicate: predicate, act: act, after: before, in: passage)
      {
        findings.reports.append(report)
        read.append((clause, predicate, nil))
        continue
      }
      if let found = act, !lexicon.isOwn(found, predicate, clause, sentence, in: passage) {
        if let report = lexicon.quoted(found, predicate, clause, sentence, in: passage) {
          findings.reports.append(report)
        }
        act = nil
      }
      if let found = act, lexicon.deliberates(found, clause, in: passage) {
        act?.stance = .comment
        act?.rule = "act.deliberation"
      }
      read.append((clause, predicate, act))
    }
    lexicon.takeBack(&read, &findings, in: passage)
    lexicon.share(&read, in: passage)
    if let resolved = resolved(read, in: passage, sentence: sentence) {
      findings.reports.append(resolved)
    }
    switch capacity {
    case .participant: participant(read, sentence, passage, &findings)
    case .chair: chair(read, sentence, passage, &findings)
    case .official(let explaining): official(read, sentence, passage, explaining, &findings)
    }
    return findings
  }

  typealias Read = (clause: Clause, predicate: Predicate, act: Act?)

  /// Whether the predicate belongs to the words that tell a view.
  private func covers(_ report: Report, _ predicate: Predicate) -> Bool {
    let core = predicate.candidates.first?.span.from ?? predicate.core
    return core <= report.span.to && report.span.from < predicate.end
      && predicate.end - report.span.to < 24
      && !predicate.candidates.contains { lexicon.kind(of: $0) == .thanks }
  }

  /// A view that is settled: 「懸念していた点は解消された」.
  private func resolved(_ read: [Read], in passage: Passage, sentence: TextSpan) -> Report? {
    guard let last = read.last, let act = last.act, act.kind == .resolved else { return nil }
    for (span, noun) in lexicon.speechNouns.all(in: passage.text, within: last.clause.span)
    where noun.stance == .concern && span.to <= act.cue.from {
      return Report(
        holder: nil, stance: .concern, how: .resolved, span: TextSpan(span.from, act.cue.to),
        rule: "reported.resolved")
    }
    return nil
  }

  /// The speaker's own positions: the last clause leads, an earlier one counts where it has a
  /// stance of its own (guide §3.4).
  private func participant(
    _ read: [Read], _ sentence: TextSpan, _ passage: Passage, _ findings: inout SentenceFindings
  ) {
    let text = passage.text
    var own: [OwnPosition] = []
    for (index, entry) in read.enumerated() {
      guard var act = entry.act else {
        if let excess = excess(entry.clause, text) {
          own.append(position(excess, index, read, sentence, passage))
        }
        continue
      }
      let last = index == read.count - 1 || lexicon.leadsToPlea(index, read, act, text)
      let pleads =
        act.kind == .plead && index == read.count - 2 && read.last?.act == nil
        && entry.clause.join == .coordinate
      if !last, !pleads, !keeps(act, entry.clause) {
        if let excess = excess(entry.clause, text) {
          own.append(position(excess, index, read, sentence, passage))
        }
        continue
      }
      if procedural(act, entry, sentence, text) {
        act.modality = .procedural
        if office(sentence, text) != nil { act.stance = .request }
      }
      own.append(position(act, index, read, sentence, passage))
    }
    own += endorsements(
      in: passage, sentence: sentence, read: read, found: own, reports: findings.reports)
    findings.own = merged(own)
    for position in findings.own where position.act.modality == .procedural {
      promise(position, passage, &findings)
    }
  }

  /// Which acts of a clause that is not the last count.
  private func keeps(_ act: Act, _ clause: Clause) -> Bool {
    if act.place == .sentence || act.isPast || act.kind == .accept { return false }
    if clause.join == .coordinate, act.rule.hasSuffix(".not"),
      act.kind == .worry || act.kind == .bad
    {
      return false
    }
    return switch clause.join {
    case .concession: act.hasPolarity || act.stance == .request
    case .coordinate: act.hasPolarity || act.stance == .request && act.rule == "act.request"
    case .reason, .condition, .proviso: false
    case .end: true
    }
  }

  /// 「過度に…とすると、…」: what would go too far is a concern.
  private func excess(_ clause: Clause, _ text: Scalars) -> Act? {
    guard clause.join == .condition,
      let (word, _) = lexicon.excess.all(in: text, within: clause.span).first
    else { return nil }
    return Act(stance: .concern, rule: "concern.excess", cue: word, kind: .bad)
  }

  /// 事務局において…したい: a ruling about the proceedings.
  private func procedural(_ act: Act, _ entry: Read, _ sentence: TextSpan, _ text: Scalars) -> Bool
  {
    entry.predicate.whole.contains(.desire)
      && entry.predicate.whole.isDisjoint(with: [.receive, .thought])
      && (office(sentence, text) != nil
        || entry.predicate.candidates.contains { lexicon.kind(of: $0) == .procedural })
  }

  /// The office that a ruling charges: 事務局において, 事務局で.
  private func office(_ span: TextSpan, _ text: Scalars) -> TextSpan? {
    for (word, _) in lexicon.addressees.all(in: text, within: span) {
      for tail in Self.charged where text.starts(tail, at: word.to) { return word }
    }
    return nil
  }

  private static let charged = ["において", "のほうで", "の方で", "にて", "で"].map(fold)

  func position(
    _ act: Act, _ index: Int, _ read: [Read], _ sentence: TextSpan, _ passage: Passage
  ) -> OwnPosition {
    let text = passage.text
    let entry = read[index]
    // The clause reaches back to the last concession: long enough to stand alone.
    var from = entry.clause.span.from
    var back = index
    while back > 0, read[back - 1].clause.join != .concession,
      read[back - 1].act.map({ !$0.hasPolarity }) ?? true
    {
      back -= 1
      from = read[back].clause.span.from
    }
    var act = act
    let span = TextSpan(from, entry.clause.span.to)
    if !lexicon.hedges.all(in: text, within: span).isEmpty { act.hedged = true }
    var found = OwnPosition(
      act: act, clause: span, sentence: sentence,
      target: lexicon.target(
        of: act, clause: entry.clause, in: passage, from: entry.clause.span.from))
    if act.kind == .agree || act.kind == .oppose, let phrase = found.target.span,
      let owner = lexicon.withdrawn(phrase, in: text)
    {
      found.act.stance = act.stance.polarity > 0 ? .oppose : .support
      found.act.rule += ".withdrawal"
      found.target = Target(kind: .proposal, span: owner.isEmpty ? nil : owner)
    }
    if found.act.stance.polarity > 0, !act.atSpeaker {
      if index > 0, read[index - 1].clause.join == .proviso, isProviso(read[index - 1].clause, text)
      {
        found.condition = read[index - 1].clause.span
        found.act.stance = .conditionalSupport
      }
      if entry.clause.join == .concession, let request = read.last?.act, request.stance == .request
      {
        found.condition = read[read.count - 1].clause.span
        found.act.stance = .conditionalSupport
      }
    }
    if index > 0, read[index - 1].clause.join == .concession {
      found.concession = read[index - 1].clause.span
    }
    if act.stance.polarity < 0, let word = statusQuo(found, text) {
      found.target = Target(
        kind: .topic,
        span: lexicon.standing(word, in: text, from: sentence.from, to: act.cue.from)
          ?? found.target.span)
      found.act.rule = "statusQuo." + act.rule
    }
    if act.stance == .request || act.stance == .question {
      found.addressee = addressee(span, text)
      if act.modality == .procedural || isOffice(found.addressee, text), act.stance == .request,
        found.target.span == nil
      {
        found.target = Target(kind: .organisation, span: found.addressee)
      }
    }
    return found
  }

  /// A condition of its own, not 「それであれば」.
  private func isProviso(_ clause: Clause, _ text: Scalars) -> Bool {
    guard clause.span.count > 7 else { return false }
    let head = text[clause.span.from]
    return head != "そ" && head != "こ"
  }

  private func isOffice(_ span: TextSpan?, _ text: Scalars) -> Bool { span != nil }

  /// The words for the rules as they stand, where the clause or, behind これは, its sentence opens
  /// with them.
  private func statusQuo(_ position: OwnPosition, _ text: Scalars) -> TextSpan? {
    let points = Self.pointing.contains { text.starts($0, at: position.clause.from) }
    let from = points ? position.sentence.from : position.clause.from
    let span = TextSpan(from, position.act.cue.from)
    guard let word = lexicon.statusQuo.all(in: text, within: span).first?.0,
      word.from - from < 12,
      Self.standing.contains(where: { text.starts($0, at: word.to) })
    else { return nil }
    return word
  }

  private static let pointing = ["これ", "それ", "この", "その"].map(fold)

  /// What makes 現行 a judgement about the rules as they stand.
  private static let standing = [
    "の", "は", "では", "には", "制度", "基準", "規定", "ルール", "も",
  ].map(fold)

  /// One position of a stance in a sentence; a plain comment only where there is nothing else.
  private func merged(_ own: [OwnPosition]) -> [OwnPosition] {
    var kept: [OwnPosition] = []
    for position in own {
      if let same = kept.firstIndex(where: {
        $0.act.stance == position.act.stance && !$0.act.atSpeaker && !position.act.atSpeaker
      }) {
        kept[same] = position
      } else {
        kept.append(position)
      }
    }
    guard kept.contains(where: { $0.act.stance != .comment && !$0.act.atSpeaker }) else {
      return kept
    }
    return kept.filter { $0.act.stance != .comment || $0.act.modality != nil }
  }

  func promise(_ position: OwnPosition, _ passage: Passage, _ findings: inout SentenceFindings) {
    let text = passage.text
    let actor = office(position.sentence, text)
    guard capacity == .chair || actor != nil, let actor else { return }
    findings.undertakings.append(
      Promise(
        actor: actor, what: position.clause,
        due: lexicon.dues.all(in: text, within: position.sentence).first?.0,
        rule: "promise.charged"))
  }
}
