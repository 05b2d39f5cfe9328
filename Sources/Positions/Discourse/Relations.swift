import Deliberation
import JapaneseText

/// Ties between a statement and earlier ones (guide §5), from the references of its sentences.
struct RelationFinder: Sendable {
  let lexicon: StanceLexicon
  let discussion: Discussion
  let index: Int
  let passage: Passage

  /// The relations of a statement, and the earlier statements that each sentence is about.
  func relations(_ findings: [SentenceFindings]) -> (relations: [Relation], about: [[Int]]) {
    let turn = discussion.turns[index]
    let answers = turn.kind.answersForAdministration && !turn.explains
    let open = answers ? discussion.unanswered(before: index) : []
    let asked = Self.nearest(open.filter { discussion.turns[$0].wantsAnswer }, before: index)
    var relations: [Relation] = []
    var about: [[Int]] = []
    var narrowed: [Int] = []
    for (number, sentence) in passage.sentences.enumerated() {
      let references = lexicon.references(
        in: passage, sentence: sentence, from: index, discussion)
      let named = references.filter { $0.scope == .person && !$0.to.isEmpty }.flatMap(\.to)
      var targets: [Int] = []
      for var reference in references {
        if reference.scope == .remarks {
          guard answers else { continue }
          reference.to = !named.isEmpty ? named : !narrowed.isEmpty ? narrowed : open
          // 「いただいたこれらの意見」 gathers them all up.
          if gathers(reference.span) { reference.to = open }
          if reference.to.isEmpty { continue }
        }
        if reference.scope == .colleagues, answers {
          reference.to = open.isEmpty ? reference.to : open
        }
        let kind =
          reference.scope == .meeting
          ? .refersTo : kind(of: reference, findings[number], answers: answers)
        // Everybody's views are pointed at only where they are agreed with or answered.
        if reference.scope == .colleagues, kind == .refersTo { continue }
        // Too many to be what was meant: the words are kept, the statements left open.
        if reference.to.count > 8 { reference.to = [] }
        add(kind, reference, to: &relations)
        targets += reference.to
      }
      if answers, let points = points(in: sentence),
        let asked = open.last(where: { discussion.turns[$0].enumerates })
      {
        add(.answers, Reference(scope: .points, span: points, to: [asked]), to: &relations)
        targets.append(asked)
      }
      narrowed =
        named.isEmpty && !references.isEmpty && references.contains { $0.scope == .remarks }
        ? narrowed : named
      about.append(Array(Set(targets)).sorted())
    }
    if answers, !isNotice, !relations.contains(where: { $0.kind == .answers && !$0.to.isEmpty }) {
      if let first = passage.sentences.first, !asked.isEmpty {
        relations.append(
          Relation(
            kind: .answers, to: asked, evidence: passage.source(first), rule: "relation.turn"))
        for number in about.indices where about[number].isEmpty { about[number] = asked }
      }
    }
    if answers {
      var carried = asked
      for number in about.indices {
        if about[number].isEmpty { about[number] = carried } else { carried = about[number] }
      }
    }
    return (relations, about)
  }

  /// 「次回の日程は追って御連絡します」 answers nobody.
  private var isNotice: Bool {
    guard passage.text.count < 160 else { return false }
    return Self.notices.contains { passage.text.firstOffset(of: $0) != nil }
  }

  private static let notices = [
    "次回の日程", "次回の開催", "次回の予定", "事務連絡", "次回は", "日程につ", "改めてご連絡", "追ってご連絡",
  ].map(fold)

  /// What a turn answers that names nothing: a few questions, or only the last of many.
  private static func nearest(_ asked: [Int], before index: Int) -> [Int] {
    guard asked.count > 6 else { return asked }
    return asked.suffix(1).filter { index - $0 <= 2 }
  }

  private func gathers(_ span: TextSpan) -> Bool {
    let from = max(0, span.from - 10)
    return Self.gathering.contains {
      passage.text.firstOffset(of: $0, from: from, to: span.from) != nil
    }
  }

  private static let gathering = ["いただいた", "頂いた", "これらの", "様々な", "さまざまな", "頂戴した"].map(fold)

  private func kind(
    of reference: Reference, _ findings: SentenceFindings, answers: Bool
  ) -> RelationKind {
    if answers { return .answers }
    for position in findings.own where position.act.stance.polarity != 0 {
      let speaks = position.act.atSpeaker || position.target.kind == .speaker
      guard speaks else { continue }
      let near =
        position.target.span.map { $0.overlaps(reference.span) } ?? false
        || reference.span.from <= position.act.cue.from
          && position.act.cue.from - reference.span.to < 30
      if near { return position.act.stance.polarity > 0 ? .agreesWith : .disagreesWith }
    }
    return .refersTo
  }

  private func add(_ kind: RelationKind, _ reference: Reference, to relations: inout [Relation]) {
    let evidence = passage.source(reference.span)
    if relations.contains(where: {
      $0.kind == kind && $0.to == reference.to && !reference.to.isEmpty
    }) {
      return
    }
    relations.append(
      Relation(
        kind: kind, to: reference.to, evidence: evidence,
        rule: "relation.\(reference.scope)" + (reference.elsewhere ? ".elsewhere" : "")))
  }

  /// ①については: points of the statement that is answered.
  private func points(in sentence: TextSpan) -> TextSpan? {
    let text = passage.text
    guard sentence.from < text.count, Numerals.circled(text[sentence.from]) != nil else {
      return nil
    }
    return TextSpan(sentence.from, sentence.from + 1)
  }
}
