import Deliberation
import JapaneseText
import Statutes
import Testing

/// Topics, agenda and relations on made-up meetings.
@Suite struct TopicTests {
  /// Links of made-up statements under one agenda title, as `basis article via`.
  private func links(
    _ texts: [String], agenda title: String = "その他", kinds: [SpeakerKind] = [],
    relations: [Int: Relation] = [:], date: String = "2025-05-13", body: String = "架空審議会"
  ) throws -> [[String]] {
    let laws = try Corpus.laws()
    var record = Record(source: RecordSource(file: "x", sha256: "", reader: "", parser: ""))
    record.meeting.bodies = [[body]]
    record.meeting.date = CalendarDate(date)
    let path = AgendaPath([1])
    record.agenda = [AgendaItem(path: path, mark: nil, title: title)]
    record.statements = texts.enumerated().map { index, text in
      var statement = Statement(
        order: index + 1, label: nil, kind: kinds.indices.contains(index) ? kinds[index] : .member,
        level: .verbatim, agenda: [path], text: text, paragraphs: [],
        sentences: Sentences.spans(in: text.scalars), source: [])
      if let relation = relations[index] { statement.relations = [relation] }
      return statement
    }
    ProvisionLinks.derive(&record, topics: try Corpus.topics(laws), laws: laws)
    return record.statements.map { statement in
      statement.links.map { link in
        "\(link.basis.rawValue) \(link.citation)" + (link.via.map { " ← \($0)" } ?? "")
      }
    }
  }

  private func relation(_ kind: RelationKind, _ to: Int...) -> Relation {
    Relation(kind: kind, to: to, evidence: TextSpan(0, 0), rule: "test")
  }

  @Test func termsNeedTheirField() throws {
    let found = try links([
      "鉄道の重大な事故について、運輸安全の観点から伺います。",
      "電気通信サービスの重大な事故について、基準を伺います。",
      "I will notice it later.",
      "ルータの調査である Ｎ Ｏ Ｔ Ｉ Ｃ Ｅ の進め方を伺います。",
    ])
    #expect(found[0].isEmpty)
    #expect(
      found[1] == [
        "term 電気通信事業法施行規則第58条第2項第1号", "term 電気通信事業法第28条第1項第2号ハ",
      ])
    #expect(found[2].isEmpty)
    #expect(found[3].first == "term 国立研究開発法人情報通信研究機構法第18条第1項第1号")
  }

  @Test func whatLiesInsideALongerTermIsNotIt() throws {
    let found = try links(["電気通信では、重大な事故が生ずるおそれがあると認められる事態も報告の対象だ。"])
    #expect(found[0] == ["term 電気通信事業法第28条第2項", "term 電気通信事業法施行規則第58条の2第1項"])
    let reports = try links(
      ["四半期報告書の様式を伺います。", "半期報告書の様式を伺います。"], date: "2010-05-13")
    #expect(
      reports == [["term 金融商品取引法第24条の4の7第1項"], ["term 金融商品取引法第24条の5第1項"]])
  }

  @Test func provisionsOfTheDay() throws {
    let text = ["電気通信の重大な事故の話をしたい。"]
    #expect(try links(text, date: "2022-05-13")[0] == ["term 電気通信事業法施行規則第58条第1項第1号"])
    #expect(try links(text, date: "2024-05-13")[0].first == "term 電気通信事業法施行規則第58条第2項第1号")
  }

  @Test func agendaHandsDownButNotToTheChair() throws {
    let found = try links(
      [
        "この案の考え方は私もそのとおりだと思っております。", "それでは次に移りたいと思いますがいかがでしょうか。",
        "ありがとうございます。", "異議なし。",
      ],
      agenda: "電気通信事故報告制度の在り方", kinds: [.member, .chair, .member, .member])
    #expect(found == [["agenda 電気通信事業法第28条第1項第2号 ← 1"], [], [], []])
  }

  @Test func relationsHandOnWhatWordsShow() throws {
    let found = try links(
      ["行政指導の効果を確かめてほしいと考えております。", "前の方の御意見に賛成いたします。", "私も全く同じ意見でございます。", "それは別の話だと思います。"],
      relations: [
        1: relation(.agreesWith, 0), 2: relation(.agreesWith, 1), 3: relation(.refersTo, 0),
      ])
    #expect(found[0] == ["term 行政手続法第2条第1項第6号"])
    #expect(found[1] == ["relation 行政手続法第2条第1項第6号 ← #1"])
    #expect(found[2] == ["relation 行政手続法第2条第1項第6号 ← #2>#1"])
    #expect(found[3].isEmpty)
  }

  @Test func citationsComeFirst() throws {
    let found = try links(["電気通信事業法第２８条第２項のおそれ事態の話です。"])
    #expect(
      found[0] == ["explicit 電気通信事業法第28条第2項", "term 電気通信事業法施行規則第58条の2第1項"])
  }
}
