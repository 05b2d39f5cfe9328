import Deliberation
import Testing

@testable import Positions

private let views: [(text: String, stance: Stance)] = [
  ("骨子案に賛同する。", .support), ("この方向性に賛成です。", .support), ("この案は妥当であると考える。", .support),
  ("一律の引下げには反対である。", .oppose), ("小さな団体の負担が心配である。", .concern),
  ("時期尚早だと思います。", .concern), ("手引を早く公表していただきたい。", .request),
]

@Test(arguments: views)
func `Told for somebody else a view is no longer the speaker's`(
  _ text: String, _ stance: Stance
) throws {
  #expect(try Council.says(text).stances == [stance])
  let told = try Council.says("東野委員から、\(text.dropLast())との意見をいただいた。")
  #expect(told.stances.filter { $0 != .comment }.isEmpty)
  #expect(told.reported.map(\.stance) == [stance])
  #expect(told.reported.map(\.holder) == ["東野委員"])
}

private let turns: [(String, SpeakerKind, String)] = [
  ("西田委員", .member, "骨子案は分かりやすい。継続時間を短くする方向は妥当であり、骨子案に賛同する。"),
  ("東野委員", .member, "西田委員の意見に賛同する。ただし、費用が心配である。"),
  ("南課長", .official, "御指摘を踏まえ、次回までに整理したい。"),
]

@Test func `賛同しかねる turns exactly one position round`() throws {
  let before = try Council(turns).derived()
  var changed = turns
  changed[0].2 = changed[0].2.replacing("賛同する", with: "賛同しかねる")
  let after = try Council(changed).derived()
  let first = zip(before.statements[0].positions, after.statements[0].positions)
    .filter { $0.stance != $1.stance }
  #expect(before.statements[0].stances.contains(.support))
  #expect(after.statements[0].stances.contains(.oppose))
  #expect(first.count <= 1)
  #expect(before.statements[1...].map(\.stances) == after.statements[1...].map(\.stances))
}

@Test(arguments: [
  ("次回", "次 回"), ("、", "、\u{3000}"), ("である", "で あ る"), ("骨子案", "骨　子　案"), ("妥当", "妥\u{20}当"),
])
func `Blanks change nothing but offsets`(_ plain: String, _ spaced: String) throws {
  let before = try Council(turns).derived()
  let after = try Council(turns.map { ($0.0, $0.1, $0.2.replacing(plain, with: spaced)) }).derived()
  #expect(before.statements.map(\.stances) == after.statements.map(\.stances))
  #expect(
    before.statements.map { $0.relations.map(\.to) }
      == after.statements.map { $0.relations.map(\.to) })
}

@Test func `Widths change nothing`() throws {
  let narrow = try Council.says("2点目のAI案に賛同する。")
  let wide = try Council.says("２点目のＡＩ案に賛同する。")
  #expect(narrow.positions.map(\.cue) == wide.positions.map(\.cue))
  #expect(narrow.stances == wide.stances)
}

@Test func `Two runs give the same`() throws {
  let once = try Council(turns).derived()
  var again = once
  PositionFinder.derive(&again, lexicon: try GoldRecord.lexicon())
  #expect(once == again)
}

@Test(arguments: [
  "事務局案に賛同する。", "見直しの方向性に賛同いたします。", "第二案の考え方に賛同しております。", "工期を短くする案には賛同する。",
])
func `賛同 that becomes 賛同しかねる flips whatever is spoken of`(_ text: String) throws {
  let refused = ["賛同する", "賛同いたします", "賛同しております"].reduce(text) {
    $0.replacing($1, with: "賛同しかねる")
  }
  #expect(try Council.says(text).stances == [.support])
  #expect(try Council.says(refused).stances == [.oppose])
}

@Test(arguments: ["\n", "\u{000C}", "\n\u{000C}\n", "\u{3000}"])
func `A page that ends inside a sentence changes nothing`(_ gap: String) throws {
  let text = "事務局案の方向性には賛同するが、経過措置の期間が短すぎることを懸念している。"
  let whole = try Council.says(text)
  var broken = Array(text.unicodeScalars)
  broken.insert(contentsOf: Array(gap.unicodeScalars), at: 14)
  let statement = try Council.says(String(String.UnicodeScalarView(broken)))
  #expect(statement.stances == whole.stances)
  #expect(statement.positions.map(\.rule) == whole.positions.map(\.rule))
}
