import Deliberation
import JapaneseText
import Statutes
import Testing

/// Similar words make candidates, never links.
@Suite struct SimilarityTests {
  private static let law = "359AC0000000086"

  /// A made-up text with one article that a statement comes near to among many others.
  private static func text() -> LawText {
    let articles =
      [
        "海路標識を設置した者は、毎年度、その位置、灯質及び光達距離を港湾を管理する者に届け出なければならない。",
        "霧中信号所において音響信号の停止が二時間を超えたときは、理由及び原因を遅滞なく報告し、再発を防止する措置を講じなければならない。",
      ] + (1...60).map { "手数料の額は、実費を勘案して別表第\($0)に定める。" }
    var main = LawElement(id: "Mp", title: "本則")
    for (index, words) in articles.enumerated() {
      var article = LawElement(id: "Mp-At_\(index + 1)", title: "第\(index + 1)条")
      article.children = [LawElement(id: "Mp-At_\(index + 1)-Pr_1", title: "", text: words)]
      main.children.append(article)
    }
    return LawText(law: law, revision: nil, title: "架空標識法", number: "", parts: [main])
  }

  /// The second of two statements, which agrees with one about the law.
  private static func second(_ words: String) throws -> Statement {
    var record = Record(source: RecordSource(file: "x", sha256: "", reader: "", parser: ""))
    record.statements = ["電気通信事業法第9条を見直すべきである。", words].enumerated().map { index, text in
      var statement = Statement(
        order: index + 1, label: nil, kind: .member, level: .verbatim, agenda: [], text: text,
        paragraphs: [], sentences: Sentences.spans(in: text.scalars), source: [])
      statement.number = String(index + 1)
      return statement
    }
    record.statements[1].relations = [
      Relation(kind: .agreesWith, to: [0], evidence: TextSpan(0, 3), rule: "x")
    ]
    let index = SimilarityIndex(text())
    ProvisionLinks.derive(
      &record, topics: .empty, laws: try Corpus.laws(), similar: { $0 == law ? index : nil })
    return record.statements[1]
  }

  @Test func theNearestParagraphIsACandidate() throws {
    let found = try Self.second(
      "霧中信号所で音響信号の停止が二時間を超えたとき、理由と原因を遅滞なく報告し、再発を防止する措置を講じるという案に賛成する。")
    #expect(found.links.allSatisfy { $0.basis == .relation })
    let near = try #require(found.candidates.first { $0.basis == .similarity })
    #expect(near.provision.address == "\(Self.law)#Mp-At_2-Pr_1")
    #expect(near.words?.hasPrefix("霧中信号所において") == true)
    #expect(near.confidence == nil)
  }

  @Test func littleInCommonIsNone() throws {
    let found = try Self.second("この案に賛成するが、費用の負担については別に議論したいと考えている。")
    #expect(!found.candidates.contains { $0.basis == .similarity })
  }
}
