package import JapaneseText

/// What a holder wants, as the words show it.
package enum Stance: String, Sendable, CaseIterable {
  case support, conditionalSupport, oppose, concern, request, question, answer, comment

  /// For (1), against (-1) or neither (0): what must never be turned round.
  package var polarity: Int {
    switch self {
    case .support, .conditionalSupport: 1
    case .oppose, .concern: -1
    case .request, .question, .answer, .comment: 0
    }
  }
}

/// The kind of thing towards which a position is taken.
package enum TargetKind: String, Sendable {
  case proposal, speaker, topic, organisation
}

/// How an act is meant beside its stance.
package enum Modality: String, Sendable {
  case suggestion, commitment, invitation, procedural
}

/// The stance of the speaker towards a target, with the words that show it.
///
/// All spans are offsets into the text of the statement.
package struct Position: Hashable, Sendable {
  package var stance: Stance
  package var targetKind: TargetKind
  /// The target in the words of the statement or of the agenda; nil where it is not determined.
  package var target: String?
  /// Indices into `Record.statements`, from 0.
  package var targetStatements: [Int] = []
  package var targetAgenda: [AgendaPath] = []
  /// To whom a request or a question is directed.
  package var addressee: String?
  /// The clause that carries the position: verbatim and long enough to stand alone.
  package var clause: TextSpan
  /// The sentence or sentences that show it.
  package var evidence: TextSpan
  /// The words that fired the rule.
  package var cue: TextSpan
  package var condition: TextSpan?
  package var concession: TextSpan?
  package var hedged = false
  package var modality: Modality?
  /// The rule of the lexicon that found it.
  package var rule: String

  package init(
    stance: Stance, targetKind: TargetKind, target: String?, clause: TextSpan, evidence: TextSpan,
    cue: TextSpan, rule: String
  ) {
    self.stance = stance
    self.targetKind = targetKind
    self.target = target
    self.clause = clause
    self.evidence = evidence
    self.cue = cue
    self.rule = rule
  }
}

/// How a view came to be told by somebody else.
package enum ReportedHow: String, Sendable {
  /// 「…から…との意見があった」
  case explicit
  /// 「…からしたら避けたいこと」
  case presumed
  /// 「懸念していた点は解消された」
  case resolved
}

/// Somebody else's view, told by the speaker; never counted as the speaker's own.
package struct ReportedPosition: Hashable, Sendable {
  /// The holder in the words of the statement; nil where it is not told.
  package var holder: String?
  package var holderPerson: PersonID?
  package var how: ReportedHow
  package var stance: Stance
  package var target: String?
  /// Indices into `Record.statements`, from 0: where the holder said so.
  package var targetStatements: [Int] = []
  package var clause: TextSpan
  package var evidence: TextSpan
  package var rule: String

  package init(
    holder: String?, how: ReportedHow, stance: Stance, clause: TextSpan, evidence: TextSpan,
    rule: String
  ) {
    self.holder = holder
    self.how = how
    self.stance = stance
    self.clause = clause
    self.evidence = evidence
    self.rule = rule
  }
}

/// How a statement stands to earlier ones.
package enum RelationKind: String, Sendable, CaseIterable {
  case agreesWith, disagreesWith, answers, refersTo
}

/// A statement's tie to earlier statements.
package struct Relation: Hashable, Sendable {
  package var kind: RelationKind
  /// Indices into `Record.statements`, from 0, ascending; empty where the earlier statement lies in
  /// another meeting or could not be determined.
  package var to: [Int]
  /// The words that show it, in offsets of the statement's text.
  package var evidence: TextSpan
  package var rule: String

  package init(kind: RelationKind, to: [Int], evidence: TextSpan, rule: String) {
    self.kind = kind
    self.to = to
    self.evidence = evidence
    self.rule = rule
  }
}

/// What somebody said they would do.
package struct Undertaking: Hashable, Sendable {
  /// Who is to act, in the words of the record.
  package var actor: String?
  /// The clause that promises it, in offsets of the statement's text.
  package var what: TextSpan
  /// Until when, in the words of the statement (次回会合).
  package var due: String?
  package var rule: String

  package init(actor: String?, what: TextSpan, due: String?, rule: String) {
    self.actor = actor
    self.what = what
    self.due = due
    self.rule = rule
  }
}
