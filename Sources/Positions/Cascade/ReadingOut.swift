import Deliberation
import JapaneseText

/// A letter or a paper of somebody absent, read out: 「…から書面で意見をいただいております。読み上げます。」.
///
/// From there to the words that end it (以上です) nothing is the reader's own.
struct ReadingOut: Hashable, Sendable {
  /// Whose words they are; nil where the reader does not say.
  var holder: TextSpan?
  /// The sentences that are read out.
  var sentences: Range<Int>

  /// The letters of a statement, in order.
  static func all(in passage: Passage, _ lexicon: StanceLexicon) -> [ReadingOut] {
    var found: [ReadingOut] = []
    var index = 0
    while index < passage.sentences.count {
      guard announces(passage.sentences[index], passage.text) else {
        index += 1
        continue
      }
      let holder = holder(at: index, in: passage, lexicon)
      guard holder != nil || isOfAbsent(at: index, in: passage) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < passage.sentences.count, !closes(passage.sentences[end], passage.text) {
        end += 1
      }
      found.append(ReadingOut(holder: holder, sentences: (index + 1)..<end))
      index = end + 1
    }
    return found
  }

  /// Reads the letters as their authors wrote them, and gives what they say to the authors.
  static func apply(
    to findings: inout [SentenceFindings], in passage: Passage, _ lexicon: StanceLexicon
  ) {
    for letter in all(in: passage, lexicon) {
      for number in letter.sentences {
        let sentence = passage.sentences[number]
        let read = Cascade(lexicon: lexicon, capacity: .participant).read(sentence, in: passage)
        findings[number] = SentenceFindings()
        findings[number].reports = read.reports
        for own in read.own
        where own.act.stance != .comment
          && !read.reports.contains(where: { $0.span.overlaps(own.clause) })
        {
          findings[number].reports.append(
            Report(
              holder: letter.holder.map {
                Holder(span: $0, name: TextSpan($0.to, $0.to), end: $0.to)
              }, stance: own.act.stance, how: .explicit,
              span: WordEdges.front(own.clause, in: passage.text), rule: "reported.letter"))
        }
      }
    }
  }

  private static func announces(_ sentence: TextSpan, _ text: Scalars) -> Bool {
    let from = max(sentence.from, sentence.to - 28)
    return readings.contains { text.firstOffset(of: $0, from: from, to: sentence.to) != nil }
  }

  /// The person whose words are announced, in this sentence or the two before it.
  private static func holder(
    at index: Int, in passage: Passage, _ lexicon: StanceLexicon
  ) -> TextSpan? {
    for number in stride(from: index, through: max(0, index - 2), by: -1) {
      let sentence = passage.sentences[number]
      let people = lexicon.holders(in: passage.text, within: sentence)
      guard
        let source = people.last(where: { person in
          sources.contains { passage.text.starts($0, at: person.end) }
        }),
        number == index
          || papers.contains(where: {
            passage.text.firstOffset(of: $0, from: sentence.from, to: sentence.to) != nil
          })
      else { continue }
      return source.span
    }
    return nil
  }

  /// 「御欠席の委員の意見書を代読します」.
  private static func isOfAbsent(at index: Int, in passage: Passage) -> Bool {
    let sentence = passage.sentences[index]
    return absent.contains {
      passage.text.firstOffset(of: $0, from: sentence.from, to: sentence.to) != nil
    }
  }

  private static func closes(_ sentence: TextSpan, _ text: Scalars) -> Bool {
    closings.contains { text.starts($0, at: sentence.from) }
      || sentence.count < 40
        && endings.contains {
          text.firstOffset(of: $0, from: sentence.from, to: sentence.to) != nil
        }
  }

  private static let readings = [
    "読み上げます", "読み上げさせていただき", "読み上げたい", "読ませていただき", "代読します", "代読いたします", "代読させていただき", "代読したい",
    "読みます", "朗読します", "朗読いたします",
  ].map(fold)
  private static let sources = ["から", "より", "の御意見", "のご意見", "の意見", "のコメント", "のメモ"].map(fold)
  private static let papers = ["書面", "意見書", "メール", "文書", "メモ", "ペーパー", "コメント", "意見", "手紙", "お手紙"]
    .map(fold)
  private static let absent = ["欠席", "意見書", "お手紙", "手紙"].map(fold)
  private static let closings = ["以上です", "以上でございます", "以上、", "以上が", "以上であり", "とのことです", "ということです"]
    .map(fold)
  private static let endings = [
    "とのことです", "とのことでございます", "以上が", "以上でございます", "以上です", "という御意見でした", "という内容です",
  ].map(fold)
}
