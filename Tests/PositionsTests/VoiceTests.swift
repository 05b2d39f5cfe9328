import Deliberation
import Testing

@testable import Positions

/// Whose view a clause is, from its subject (guide §6).
@Test(arguments: [
  ("山村とか海浜の団体も含めて、北海協会は一貫して反対しております。", "北海協会", Stance.oppose),
  ("南国とドイツとフランスは反対しておりますが、結論は出ていません。", "フランス", .oppose),
  ("フランスがこれは反対だと。", "フランス", .oppose),
  ("大川さんも全く同意見だった。", "大川さん", .support),
  ("漁業者の家族は、埋立てに強く反対しています。", "漁業者の家族", .oppose),
  ("若い世代は、八割が賛成です。", "八割", .support),
  ("全国漁業団体連合会は、生活に困る人が出ることを強く危惧しております。", "全国漁業団体連合会", .concern),
  ("利用者は値上げに不安を持っている。", "利用者", .concern),
])
func `A view belongs to the subject that holds it`(
  _ text: String, _ holder: String, _ stance: Stance
) throws {
  let statement = try Council.says(text)
  #expect(statement.stances.allSatisfy { $0 == .comment })
  let told = try #require(statement.reported.first { $0.stance == stance })
  #expect(told.how == .explicit)
  #expect(told.holder?.hasSuffix(holder) == true, "\(told.holder ?? "")")
}

@Test(arguments: [
  ("国民は反対だと思います。", Stance.oppose), ("皆さん心配しているところだと思います。", .concern),
  ("漁協から見ても許せないはずです。", .oppose), ("東野委員も御不満かもしれません。", .concern),
])
func `What a speaker only supposes of others is presumed`(_ text: String, _ stance: Stance) throws {
  let statement = try Council.says(text)
  #expect(statement.stances.allSatisfy { $0 == .comment })
  #expect(statement.reported.map(\.stance) == [stance])
  #expect(statement.reported.map(\.how) == [.presumed])
}

/// The speaker's own group, a matter as topic, a verb in between: the view stays the speaker's.
@Test(arguments: [
  ("私は反対です。", Stance.oppose), ("当社は賛成いたします。", .support),
  ("我々は強く懸念しております。", .concern), ("北海協会としては賛成です。", .support),
  ("我が党はこの条例案に反対しています。", .oppose),
  ("この方向性は賛成です。", .support), ("その点については私も賛成です。", .support),
  ("事業者が自ら点検することに賛成です。", .support),
  ("私は、国が負担することには反対です。", .oppose),
  ("市が補助を続ける案に賛同いたします。", .support),
])
func `The speaker's own view is not turned round`(_ text: String, _ stance: Stance) throws {
  #expect(try Council.says(text).stances == [stance])
}

@Test(arguments: [
  "賛否両論がある。", "異なる意見が示されている。", "意見が一致した。", "いまだに認められておりません。", "相手の同意はなく、",
  "反対する人もいるだろう。", "賛成多数であった。", "北の合意が最後の到達点だと思います。",
  "どう直すかは、解決しなければいけない問題だと思います。", "自分で費用を負担しているところです。",
])
func `A fact takes no side`(_ text: String) throws {
  #expect(try Council.says(text).stances.allSatisfy { $0 == .comment })
}

@Test(arguments: [
  ("反対するものではない。", Stance.support), ("賛成しないわけではありません。", .support),
  ("不安でしようがない。", .concern), ("それはちょっと問題ですよ、これは。", .concern),
  ("拙速ではないでしょうか。", .concern), ("一層の御努力を期待申し上げます。", .request),
  ("案文は２か所という理解でよいかという確認でございます。", .question),
])
func `Denials and tails are read through`(_ text: String, _ stance: Stance) throws {
  #expect(try Council.says(text).stances == [stance])
}

/// The same words with another subject: own to reported and back.
@Test(arguments: [("賛成しています", Stance.support), ("反対しています", .oppose), ("心配しています", .concern)])
func `Another subject moves a view from own to reported`(
  _ words: String, _ stance: Stance
) throws {
  let own = try Council.says("私はこの見直しに\(words)。")
  #expect(own.stances == [stance])
  #expect(own.reported.isEmpty)
  let told = try Council.says("東野さんはこの見直しに\(words)。")
  #expect(told.stances.isEmpty)
  #expect(told.reported.map(\.stance) == [stance])
  #expect(told.reported.map(\.holder) == ["東野さん"])
}

@Test func `Practice is no undertaking, and to consider is a weak one`() throws {
  #expect(
    try Council.says("申請は毎年受け付けることとしております。", .official).undertakings.isEmpty)
  #expect(try Council.says("現在、様式を整理しているところです。", .official).undertakings.isEmpty)
  let weak = try Council.says("御指摘の点は引き続き検討してまいります。", .official)
  #expect(weak.undertakings.map(\.rule) == ["promise.official.study"])
  #expect(weak.positions.first?.hedged == true)
}

@Test func `An earlier meeting is kept with its words though nobody is named`() throws {
  let statement = try Council.says("前回のヒアリングでも同じ話が出ておりました。")
  let away = try #require(statement.relations.first { $0.rule.hasSuffix("elsewhere") })
  #expect(away.to.isEmpty)
  #expect(statement.words(away.evidence) == "前回のヒアリング")
}
