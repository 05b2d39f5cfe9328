import Deliberation
import JapaneseText

/// Somebody named as the one who says all that follows: 「Xさんが言っているのは、…」.
extension StanceLexicon {
  /// 「Xさんが言っているのは、…」「Xによれば、…」: all that follows is theirs.
  func sayer(before cue: Int, _ clauses: [Clause], _ passage: Passage) -> Holder? {
    let text = passage.text
    for clause in clauses {
      for mark in Self.sayings {
        guard
          let offset = text.firstOffset(
            of: mark, from: clause.span.from, to: min(cue, clause.span.to)),
          let found = PersonWords.holder(in: text, endingAt: offset, from: clause.span.from),
          found.1 != .own, !passage.isSpeaker(found.0)
        else { continue }
        return Holder(span: found.0, name: TextSpan(found.0.to, found.0.to), end: found.0.to)
      }
    }
    return summedUp(cue, clauses, text)
  }

  /// 「X委員の御発言は、…ということですね」: what somebody said, summed up.
  private func summedUp(_ cue: Int, _ clauses: [Clause], _ text: Scalars) -> Holder? {
    guard let last = clauses.first,
      Self.sums.contains(where: {
        text.firstOffset(of: $0, from: cue, to: last.span.to) != nil
      })
    else { return nil }
    for clause in clauses {
      let end = min(cue, clause.span.to)
      for holder in holders(in: text, within: TextSpan(clause.span.from, end)) {
        guard holder.end < end, text[holder.end] == "の" else { continue }
        for (noun, _) in speechNouns.all(in: text, within: TextSpan(holder.end, end))
        where noun.from == holder.end + 1 && text[noun.to] == "は" {
          return holder
        }
      }
    }
    return nil
  }

  private static let sums = ["ということ", "という趣旨", "という意味", "というご", "という御", "というお", "というもの"].map(fold)

  private static let sayings: [Scalars] =
    ["が", "の"].flatMap { particle in
      [
        "言うのは、", "言うのが、", "言うには、", "言うには", "言っているのは、", "言っておられるのは、", "言われるのは、", "おっしゃるのは、",
        "おっしゃっているのは、", "おっしゃったのは、", "おっしゃりたいのは、", "主張するのは、", "主張しているのは、", "指摘しているのは、",
        "心配しているのは、", "懸念しているのは、", "話では、", "お話では、", "説明では、", "意見では、",
      ].map { fold(particle + $0) }
    } + ["によれば、", "によりますと、", "によると、", "に言わせれば、", "に言わせると、", "に聞くと、", "に聞きますと、"].map(fold)
}
