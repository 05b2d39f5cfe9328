import JapaneseText
import Testing

@testable import Positions

@Test(arguments: [
  ("賛成だが、費用には懸念がある。", ["賛成だが、", "費用には懸念がある。"]),
  ("問題ないがもう少し待っていただきたい。", ["問題ないが", "もう少し待っていただきたい。"]),
  ("事務局として、資料について、説明する。", ["事務局として、資料について、説明する。"]),
  ("「賛成だが、反対だ」という声がある。", ["「賛成だが、反対だ」という声がある。"]),
  ("妥当であり、賛成なんですけれども、心配です。", ["妥当であり、", "賛成なんですけれども、", "心配です。"]),
])
func `A sentence is cut where a predicate is joined`(_ text: String, _ clauses: [String]) throws {
  let lexicon = try GoldRecord.lexicon()
  let folded = fold(text)
  let found = lexicon.clauses(in: folded, sentence: TextSpan(0, folded.count))
  #expect(found.map { folded.text($0.span) } == clauses)
}

@Test(arguments: [
  ("賛同しかねると考えております", "賛同しかねる", 1), ("反対するものではありません", "反対する", 1),
  ("賛成というわけにはいかないと思う", "賛成", 1), ("懸念がないとは言えない", "懸念", 2), ("賛成できなくはない", "賛成でき", 2),
  ("反対せざるを得ません", "反対", 0), ("問題があるのではないかと思うのです", "問題", 0),
])
func `A predicate is taken apart from the right`(
  _ text: String, _ cue: String, _ negations: Int
) throws {
  let folded = fold(text)
  let predicate = try GoldRecord.lexicon().predicate(
    in: folded, clause: TextSpan(0, folded.count), masked: [], open: false)
  let candidate = try #require(predicate.candidates.first)
  #expect(folded.text(candidate.span) == cue)
  #expect(candidate.negations == negations)
}
