import Deliberation
import JapaneseText

/// To whom a clause is addressed, and with whose words it agrees in passing.
extension Cascade {
  func addressee(_ span: TextSpan, _ text: Scalars) -> TextSpan? {
    for (word, _) in lexicon.addressees.all(in: text, within: span) {
      for tail in Self.addressed where text.starts(tail, at: word.to) { return word }
    }
    return nil
  }

  private static let addressed = [
    "において", "には", "に", "は", "へ", "から", "としては", "として", "のほうで", "の方で", "のほうから", "の方から", "さんに", "のお考え",
    "の考え", "の見解", "の方に", "にお",
  ].map(fold)

  /// 「他の構成員からの御指摘のとおり、…」 in the middle of a sentence.
  func endorsements(
    in passage: Passage, sentence: TextSpan, read: [Read], found: [OwnPosition], reports: [Report]
  ) -> [OwnPosition] {
    let text = passage.text
    // 「御発言のとおり、実行されるのか」 asks.
    if found.contains(where: { $0.act.stance == .question }) { return [] }
    for (span, noun) in lexicon.speechNouns.all(in: text, within: sentence)
    where noun.stance != .question
      && !Self.asked.contains(where: { text.starts($0, at: span.from) })
    {
      for tail in Self.asSaid where text.starts(tail, at: span.to) {
        let cue = TextSpan(span.from, span.to + tail.count)
        if found.contains(where: { $0.act.atSpeaker && $0.act.cue.overlaps(cue) }) { continue }
        guard text[span.from] == "御" || text[span.from] == "ご" else { continue }
        guard !Self.ownWords.contains(where: { text.starts($0, at: cue.to) }) else { continue }
        var act = Act(
          stance: .support, rule: "endorse.asSaid", cue: cue, kind: .endorse)
        act.atSpeaker = true
        let clause = read.first { $0.clause.span.contains(cue.from) }?.clause.span ?? sentence
        return [
          OwnPosition(
            act: act, clause: clause, sentence: sentence,
            target: Target(kind: .speaker, span: span))
        ]
      }
    }
    return []
  }

  private static let asSaid = ["のとおり、", "の通り、", "のとおりで", "の通りで", "のとおりだ", "の通りだ"].map(fold)
  private static let asked = ["御説明", "ご説明", "御案内", "ご案内", "御質問", "ご質問"].map(fold)
  private static let ownWords = ["申し上げ"].map(fold)
}
