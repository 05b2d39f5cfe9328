package import Deliberation
import JapaneseText

/// Positions, reported views, relations and undertakings, derived from the words of a record.
///
/// Deterministic and without knowledge of any one document: the words come from the lexicon, the
/// grammar from `Grammar`, the order of decisions from the stance guide.
package enum PositionFinder {
  /// Raised when the same words would give something else; a rebuild derives anew.
  package static let version = "3"

  /// Fills positions, reported positions, relations and undertakings of every statement.
  package static func derive(_ record: inout Record, lexicon: StanceLexicon) {
    var discussion = Discussion(record)
    for index in record.statements.indices {
      let passage = Passage(record.statements[index], lexicon)
      let cascade = Cascade(lexicon: lexicon, capacity: capacity(discussion.turns[index]))
      var findings = passage.sentences.map { cascade.read($0, in: passage) }
      if !record.statements[index].kind.answersForAdministration {
        Relay.apply(to: &findings, in: passage)
      }
      ReadingOut.apply(to: &findings, in: passage, lexicon)
      note(findings, passage, index, &discussion)
      let finder = RelationFinder(
        lexicon: lexicon, discussion: discussion, index: index, passage: passage)
      let (relations, about) = finder.relations(findings)
      let writer = StatementWriter(
        lexicon: lexicon, discussion: discussion, index: index, passage: passage)
      writer.write(findings, relations: relations, about: about, into: &record)
    }
  }

  private static func capacity(_ turn: Discussion.Turn) -> Capacity {
    switch turn.kind {
    case .chair: .chair
    case .secretariat, .official: .official(explaining: turn.explains)
    case .deputyChair, .member, .observer, .guest, .anonymous, .unknown: .participant
    }
  }

  private static func note(
    _ findings: [SentenceFindings], _ passage: Passage, _ index: Int, _ discussion: inout Discussion
  ) {
    let acts = findings.flatMap(\.own).map(\.act)
    let substantial = acts.filter { act in
      act.modality != .procedural && act.modality != .invitation && act.kind != .thanks
        && act.kind != .courtesy
    }
    let chair = discussion.turns[index].kind == .chair
    let long = passage.text.count > 40
    discussion.note(
      index, substance: !substantial.isEmpty || !chair && long,
      wantsAnswer: substantial.contains { act in
        act.stance == .question || act.stance == .request || act.stance == .concern
          || act.stance == .oppose || act.modality == .suggestion
      },
      enumerates: passage.sentences.contains { sentence in
        sentence.from < passage.text.count
          && Numerals.circled(passage.text[sentence.from]) != nil
      })
  }
}
