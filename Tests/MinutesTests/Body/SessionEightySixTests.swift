import Deliberation
import Foundation
import JapaneseText
import Minutes
import Testing

/// The shipped sample as a whole, against facts read off it by hand.
@Suite struct SessionEightySixTests {
  static let url = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpus/minutes/ip-network-086.txt")

  static func read() throws -> (record: Record, source: SourceText) {
    let bytes = Array(try Data(contentsOf: url))
    let source = try Readers.read(bytes, name: "ip-network-086.txt")
    let records = try Parser.records(in: source, file: "ip-network-086.txt", sha256: "0")
    return (try #require(records.first), source)
  }

  @Test func agenda() throws {
    let (record, _) = try Self.read()
    #expect(
      record.agenda.flattened.map { "\($0.path) \($0.mark ?? "")" } == [
        "1 (1)", "1.1 ①", "1.2 ②", "1.3 ③", "1.4 ④", "1.5 ⑤", "2 (2)", "3 (3)",
      ])
    #expect(record.agenda.item(at: AgendaPath([1, 1]))?.title == "電気通信事故報告制度の目的")
    #expect(record.agenda.item(at: AgendaPath([1, 2]))?.title == "「重大な事故」の報告基準の見直し")
    #expect(
      record.agenda.item(at: AgendaPath([1]))?.title
        == "電気通信サービスの利用実態の変化等を踏まえた電気通信事故報告制度の在り方について 対応の方向性（案）")
  }

  @Test func placement() throws {
    let (record, _) = try Self.read()
    let paths = record.statements.map { $0.agenda.map(\.description).joined(separator: ",") }
    let expected =
      Array(repeating: "1.1", count: 3) + Array(repeating: "1.2", count: 7)
      + Array(repeating: "1.3", count: 2) + Array(repeating: "1", count: 3)
      + Array(repeating: "2", count: 7)
    #expect(paths == expected)
  }

  @Test func speakers() throws {
    let (record, _) = try Self.read()
    let names = [
      "内田 真人", "江崎 浩", "竹淵 翔矢", "内田 真人", "江崎 浩", "朝枝 仁", "宮田 純子", "森川 博之", "田中 絵麻", "竹淵 翔矢",
      "相田 仁", "竹淵 翔矢", "朝枝 仁", "竹淵 翔矢", "相田 仁", "江崎 浩", "柴田 輝之", "相田 仁", "柴田 輝之", "田中 絵麻",
      "江崎 浩", "相田 仁",
    ]
    #expect(record.statements.map(\.speakerName) == names)
    #expect(record.statements.allSatisfy { $0.speaker != nil })
    #expect(record.statements[3].label == "内田構成員（竹淵課長補佐代読）")
    #expect(record.statements[3].readByName == "竹淵 翔矢")
    #expect(record.statements[3].readBy == record.statements[2].speaker)
    #expect(record.statements.filter { $0.readByName != nil }.count == 1)
    #expect(record.statements[7].kind == .deputyChair)
    #expect(record.statements[10].kind == .chair)
    #expect(record.statements[2].kind.answersForAdministration)
    #expect(record.statements[0].kind == .member)
    #expect(!record.findings.contains { $0.kind == "speakerNotResolved" })
  }

  @Test func texts() throws {
    let (record, source) = try Self.read()
    try checkIntegrity(record, source)
    #expect(record.level == .namedSummary)
    #expect(record.statements[0].text.contains("該当の事業者に徹底していただくために行った"))
    #expect(record.statements[0].paragraphs.count == 2)
    #expect(record.statements[0].source.count == 2)
    #expect(record.statements[9].text.contains("重要と考える。直近でも、先週発生した"))
    #expect(record.statements[16].text.contains("今回の検討内容についても"))
    #expect(record.statements[1].text == "内田構成員の意見に賛同する。")
    #expect(record.statements.map(\.sentences.count).reduce(0, +) == 67)
  }

  @Test func events() throws {
    let (record, _) = try Self.read()
    let seen = record.events.map { event in
      "\(event.kind) [\(event.agenda.map(\.description).joined(separator: ","))] "
        + "\(event.byName ?? "-") \(event.documents.joined(separator: ",")) <\(event.beforeStatement)"
    }
    #expect(
      seen == [
        "agendaMove [] -  <0", "agendaMove [1] -  <0", "explanation [1.1] 竹淵 翔矢 資料86-1 <0",
        "explanation [1.2] 竹淵 翔矢 資料86-1 <3", "explanation [1.3] 竹淵 翔矢 資料86-1 <10",
        "explanation [1.4,1.5] 竹淵 翔矢 資料86-1 <12", "noQuestions [1.4,1.5] -  <12",
        "discussion [1] -  <12", "agendaMove [2] -  <15", "explanation [2] 川津原 光裕 資料86-2 <15",
        "agendaMove [3] -  <22", "explanation [3] 竹淵 翔矢  <22", "closing [] -  <22",
      ])
    #expect(record.documents.map(\.label) == ["資料86-1", "資料86-2"])
  }
}
