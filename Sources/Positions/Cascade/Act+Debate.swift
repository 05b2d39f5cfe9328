import Deliberation
import JapaneseText

/// A speech for or against a motion, announced as such: 「反対の立場から意見を述べます」「賛成討論といたします」.
extension StanceLexicon {
  /// The side that a speaker takes in a debate; nil where the clause announces none, or tells of a
  /// debate of others (反対討論がありました).
  func debate(_ predicate: Predicate, in text: Scalars, clause: Clause) -> Act? {
    guard clause.join == .end || clause.join == .concession || clause.join == .coordinate else {
      return nil
    }
    let end = clause.predicateEnd
    for (word, stance) in Self.sides {
      guard let side = text.firstOffset(of: word, from: clause.span.from, to: end) else { continue }
      let from = side + word.count
      guard
        let standing = Self.standings.first(where: { text.starts($0, at: from) }),
        from + standing.count <= end
      else { continue }
      let speech = TextSpan(from, end)
      guard
        standing.contains("討")
          || Self.speeches.contains(where: {
            text.firstOffset(of: $0, from: speech.from, to: speech.to) != nil
          }),
        Self.own.contains(where: { end - $0.count >= from && text.starts($0, at: end - $0.count) })
      else { continue }
      return Act(
        stance: stance, rule: stance == .support ? "agree.debate" : "oppose.debate",
        cue: TextSpan(side, from), kind: stance == .support ? .agree : .oppose)
    }
    return nil
  }

  private static let sides: [(Scalars, Stance)] = [
    (fold("賛成"), .support), (fold("反対"), .oppose),
  ]
  private static let standings = [
    "の立場", "する立場", "の意見", "の討論", "討論", "の意思", "の意思表示", "の態度", "し、討論", "して討論", "し、意見",
  ].map(fold)
  private static let speeches = ["討論", "意見", "述べ", "表明", "申し"].map(fold)
  private static let own = [
    "します", "いたします", "致します", "申し上げます", "いただきます", "いただきました", "述べます", "行います", "終わります", "終わりたいと思います",
    "述べる", "とする", "討論する", "表明する", "したいと思います", "ものであります", "ものです",
  ].map(fold)
}
