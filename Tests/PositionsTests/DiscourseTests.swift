import Deliberation
import Testing

@testable import Positions

private let discussion: [(String, SpeakerKind, String)] = [
  ("北山部会長", .chair, "それでは、御意見をお願いします。"),
  ("西田委員", .member, "費用が心配である。"),
  ("東野委員", .member, "手引を早く公表していただきたい。"),
  ("西田委員", .member, "時期はいつになるのか。"),
  ("南課長", .official, "東野委員の御指摘については、速やかに対応してまいりたい。時期は決まっていない。"),
  ("中村委員", .member, "西田委員の意見に賛同する。"),
  ("東野委員", .member, "他の委員の意見に賛同する。前回の西田委員の御意見も踏まえたい。"),
]

@Test func `A named speaker's nearest earlier statement is meant`() throws {
  let record = try Council(discussion).derived()
  let agreement = try #require(
    record.statements[5].relations.first { $0.kind == .agreesWith })
  #expect(agreement.to == [3])
  #expect(record.statements[5].positions.first?.targetStatements == [3])
}

@Test func `An answer is narrowed by the name in it`() throws {
  let record = try Council(discussion).derived()
  let answers = record.statements[4].relations.filter { $0.kind == .answers }
  #expect(answers.flatMap(\.to).contains(2))
  let promise = try #require(record.statements[4].undertakings.first)
  #expect(promise.due == "速やかに")
  #expect(promise.actor == "南課長")
}

@Test func `The views of the others are their statements in the discussion`() throws {
  let record = try Council(discussion).derived()
  let plural = try #require(
    record.statements[6].relations.first { $0.rule == "relation.colleagues" })
  #expect(plural.kind == .agreesWith)
  #expect(plural.to == [1, 3, 5])
}

@Test func `Another meeting is kept with its words and left open`() throws {
  let record = try Council(discussion).derived()
  let away = try #require(
    record.statements[6].relations.first { $0.rule.hasSuffix("elsewhere") })
  #expect(away.to.isEmpty)
}

@Test func `A name that nobody bears is left open`() throws {
  let record = try Council([
    ("西田委員", .member, "費用が心配である。"), ("中村委員", .member, "大川委員の意見に賛同する。"),
  ]).derived()
  #expect(record.statements[1].relations.allSatisfy { $0.to.isEmpty })
}

@Test func `Points are those of the statement that is answered`() throws {
  let record = try Council([
    ("西田委員", .member, "2点コメントしたい。①連携を図っていただきたい。②費用も示していただきたい。"),
    ("南課長", .official, "①については既に進めている。②については次回お示ししたい。"),
  ]).derived()
  #expect(record.statements[1].relations.contains { $0.kind == .answers && $0.to == [0] })
}

@Test func `The chair charges the office`() throws {
  let record = try Council([
    ("北山部会長", .chair, "本件は事務局において追加の意見を募り、次回の部会で決めることとしたい。")
  ]).derived()
  let statement = record.statements[0]
  #expect(statement.positions.first?.modality == .procedural)
  #expect(statement.undertakings.first?.actor == "事務局")
  #expect(statement.undertakings.first?.due == "次回の部会")
}
