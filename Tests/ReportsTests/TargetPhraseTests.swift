import JapaneseText
import Reports
import Testing

@Suite struct TargetPhraseTests {
  /// Whole noun phrases are shown, in the words of the statement.
  @Test(arguments: [
    ("事務局案", "私は事務局案に賛成である。"),
    ("基準の見直し", "基準の見直しは仕方がない。"),
    ("料金を改定すること", "料金を改定することに反対する。"),
    ("利用者に対する影響", "利用者に対する影響を懸念する。"),
    ("これまでの運用", "これまでの運用を評価する。"),
    ("A市及びB市との連携", "A市及びB市との連携をお願いしたい。"),
    ("中央公園の再整備案", "賛成である。"),
  ])
  func showsNounPhrases(_ target: String, _ text: String) {
    #expect(TargetPhrase.shown(target, in: text.scalars) == target)
  }

  /// Cut words, adverbs, clauses and words that only point elsewhere are not.
  @Test(arguments: [
    ("この案を参考にするこ", "この案を参考にすることは問題ない。"),
    ("必要な対応に繋", "必要な対応に繋がるようにしていただきたい。"),
    ("全体", "全体として賛同している。"),
    ("計画", "計画として考えてもよい。"),
    ("委員会審", "委員会審議を求める。"),
    ("今後見直し", "今後見直しを含めて行う。"),
    ("報告が上がってくる点を踏まえる", "報告が上がってくる点を踏まえると、意義がある。"),
    ("そのような観点から事務局案", "そのような観点から事務局案は適切である。"),
    ("数字が一人歩きするの", "数字が一人歩きするのは良くない。"),
    ("検討対象も「回線設備", "検討対象も「回線設備に接続される機器」となるのか。"),
    ("これ", "これは結構である。"),
    ("この点", "この点は問題である。"),
    ("矛盾することのないよう", "矛盾することのないように進めていただきたい。"),
  ])
  func leavesOutTheRest(_ target: String, _ text: String) {
    #expect(TargetPhrase.shown(target, in: text.scalars) == nil)
  }

  @Test func takesTheMatterBehindTheTopic() {
    let text = "池の工事について費用の増加は問題である。".scalars
    #expect(TargetPhrase.shown("池の工事について費用の増加", in: text) == "費用の増加")
    #expect(TargetPhrase.shown("費用についての説明", in: "費用についての説明を求める。".scalars) == "費用についての説明")
  }

  @Test(arguments: [
    ("どうもありがとうございました。", true), ("わかりました。", true), ("はい、以上です。", true),
    ("御説明、誠にありがとうございました。", true), ("わかりましたが、反対です。", false),
    ("以上の理由で賛成です。", false), ("委員。", false),
  ])
  func knowsCourtesies(_ words: String, _ isCourtesy: Bool) {
    #expect(Formulas.isCourtesy(words) == isCourtesy)
  }
}
