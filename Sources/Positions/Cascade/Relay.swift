import Deliberation
import JapaneseText

/// What somebody tells over several sentences for others.
///
/// 「委員より、１、…。２、…との意見がありました。」
///
/// Between the opening and the closing words no view is the speaker's own (guide §6).
enum Relay {
  /// Turns own positions between opening and closing words into reported ones.
  static func apply(to findings: inout [SentenceFindings], in passage: Passage) {
    var index = 0
    while index < findings.count {
      guard !findings[index].reports.contains(where: { $0.rule == "reported.from" }),
        let opening = opening(in: passage, passage.sentences[index]),
        let close = closing(from: index, in: passage)
      else {
        index += 1
        continue
      }
      for number in index...close {
        let sentence = passage.sentences[number]
        let from = number == index ? opening.to : sentence.from
        let told = findings[number].own.filter {
          $0.act.cue.from >= from && $0.act.stance != .comment
        }
        findings[number].own.removeAll { $0.act.cue.from >= from }
        for own in told
        where !findings[number].reports.contains(where: { $0.span.overlaps(own.clause) }) {
          let start = max(own.clause.from, from)
          findings[number].reports.append(
            Report(
              holder: Holder(
                span: opening.holder, name: TextSpan(opening.holder.to, opening.holder.to),
                end: opening.holder.to),
              stance: own.act.stance, how: .explicit,
              span: WordEdges.front(TextSpan(start, own.clause.to), in: passage.text),
              rule: "reported.relay"))
        }
      }
      index = close + 1
    }
  }

  /// 「委員より、」「理事者から、」 without the words that end it in the same sentence.
  private static func opening(
    in passage: Passage, _ sentence: TextSpan
  ) -> (holder: TextSpan, to: Int)? {
    for (words, holder) in openings {
      if let offset = passage.text.firstOffset(of: words, from: sentence.from, to: sentence.to),
        offset == sentence.from || !passage.text[offset - 1].isKanji
      {
        return (TextSpan(offset, offset + holder), offset + words.count)
      }
    }
    return nil
  }

  private static func closing(from index: Int, in passage: Passage) -> Int? {
    for number in index..<min(passage.sentences.count, index + 40) {
      let sentence = passage.sentences[number]
      for word in closings
      where passage.text.firstOffset(
        of: word, from: max(sentence.from, sentence.to - 40), to: sentence.to) != nil
      {
        return number
      }
      if number > index, opening(in: passage, sentence) != nil { return nil }
    }
    return nil
  }

  /// 委員より、 and its like, with the length of the holder.
  private static let openings = ["委員", "理事者", "議員", "構成員"].map(fold).flatMap { holder in
    ["より、", "からは、", "から、"].map { (words: holder + fold($0), holder: holder.count) }
  }
  private static let closings = [
    "との意見", "との御意見", "とのご意見", "との説明", "との答弁", "との発言", "との要望", "との質疑", "との指摘", "旨の", "意見が述べ",
    "意見の表明", "という意見", "などの意見", "との表明", "との討論", "との回答",
  ].map(fold)
}
