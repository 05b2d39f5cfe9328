import Deliberation
import Testing

@testable import Positions

/// How people speak: polite, long, with fillers; and the words of those who lead and answer.
@Test(arguments: [
  (
    SpeakerKind.member, "あの、この方向性につきましては賛成なんですけれども、施行の時期だけはちょっと心配しております。",
    [Stance.support, .concern]
  ),
  (.member, "異論はございませんが、用語の定義はもう少し丁寧に書いていただければと思います。", [.conditionalSupport, .request]),
  (.member, "現場の負担を前提にしないのであれば、この案に賛成いたします。", [.conditionalSupport]),
  (.member, "その点について、事務局のお考えをお聞かせいただければありがたいのですが。", [.question]),
  (.member, "もう少し柔らかい書き方にしてはいかがでしょうか。", [.comment]),
  (.member, "必ずしも十分な説明になっているとは思いません。", [.comment]),
  (.member, "総論としては賛成ですが、各論には疑問があります。", [.support, .concern]),
  (.member, "反対する理由が見当たらない。", [.support]),
  (.member, "皆さんが賛成しているとは聞いておりません。", []),
  (.member, "資料の３ページを御覧ください。", []),
  (.member, "よろしくお願いいたします。", []),
  (.chair, "それでは、事務局から資料２の説明をお願いいたします。", [.request]),
  (.chair, "本日の議事は以上とさせていただきます。", [.comment]),
  (.chair, "御意見はございますでしょうか。", [.comment]),
  (.official, "御指摘の点は次回までに整理してお示ししたいと考えております。", [.answer]),
  (.official, "御賛同いただき、感謝申し上げます。", [.comment]),
  (.official, "委員の皆様の御意見をいただければと存じます。", [.request]),
])
func `A sentence gives these stances`(
  _ kind: SpeakerKind, _ text: String, _ stances: [Stance]
) throws {
  #expect(try Council.says(text, kind).stances == stances)
}

@Test(arguments: [
  ("回答者の多くが賛成しているとの声もある。", nil as String?, Stance.support),
  ("東野委員は反対だとおっしゃいました。", "東野委員", .oppose),
  ("事業者からすれば避けたいことだと思う。", "事業者", .concern),
  ("利用者から不安の声が寄せられている。", "利用者", .concern),
])
func `A view of others is reported and not the speaker's`(
  _ text: String, _ holder: String?, _ stance: Stance
) throws {
  let statement = try Council.says(text)
  #expect(statement.reported.map(\.stance) == [stance])
  #expect(statement.reported.map(\.holder) == [holder])
  #expect(statement.positions.allSatisfy { $0.stance == .comment })
}

@Test func `Criticism of the rules as they stand is not opposition to the proposal`() throws {
  let statement = try Council.says("現行の基準では不十分であり、事務局案に賛同する。")
  let concern = statement.positions.first { $0.stance == .concern }
  #expect(concern?.targetKind != .proposal)
  #expect(concern?.rule.hasPrefix("statusQuo") ?? true)
  #expect(statement.stances.contains(.support))
}

@Test func `Every span lies in the text and shows its words`() throws {
  let text = "次に、 費用については懸念があるが、方向性には概ね賛同する。"
  let statement = try Council.says(text)
  let support = try #require(statement.positions.first { $0.stance == .support })
  #expect(statement.words(support.cue) == "賛同する")
  #expect(support.target == "方向性")
  #expect(support.targetKind == .proposal)
  #expect(support.hedged)
  #expect(support.concession.map(statement.words)?.contains("懸念がある") == true)
  #expect(statement.sentences.contains(support.evidence))
}
