import Deliberation
import JapaneseText
import Statutes
import Testing

/// Terms, captions, rows and delegations of a fictional law and its rule, and the links from them.
@Suite struct LawTermsTests {
  static let act = LawEntry(
    id: "507AC0000000999", title: "海路標識法", number: "令和七年法律第九百九十九号", rank: .act)
  static let rule = LawEntry(
    id: "507M60000800999", title: "海路標識法施行規則", number: "令和七年国土交通省令第九百九十九号", rank: .rule,
    parents: ["507AC0000000999"])

  static func text(_ law: LawEntry, _ articles: String) throws -> LawText {
    let xml = """
      <Law><LawNum>\(law.number)</LawNum><LawBody><LawTitle>\(law.title)</LawTitle><MainProvision>
      \(articles)</MainProvision></LawBody></Law>
      """
    return try LawXML.read([UInt8](xml.utf8), name: "\(law.id).xml")
  }

  static func article(
    _ number: Int, _ caption: String, _ sentence: String, _ more: String = ""
  )
    -> String
  {
    """
    <Article Num="\(number)"><ArticleCaption>（\(caption)）</ArticleCaption><ArticleTitle/>
    <Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>\(sentence)</Sentence>
    </ParagraphSentence>\(more)</Paragraph></Article>
    """
  }

  static func terms() throws -> (laws: LawCatalogue, act: LawTerms, rule: LawTerms) {
    let laws = LawCatalogue(laws: [act, rule])
    let actText = try text(
      act,
      article(1, "目的", "この法律は、海を守る。")
        + article(
          5, "霧中信号の故障の報告",
          "灯台を営む者は、霧中信号の停止（以下「霧中停止事故」という。）が生じたときは、国土交通省令で定めるところにより報告する。"))
    let ruleText = try text(
      rule,
      article(
        9, "報告を要する停止の規模", "法第五条の国土交通省令で定めるところは、次の表による。",
        """
        <TableStruct><Table>
        <TableRow><TableColumn><Sentence>一　外洋航路の霧中信号所</Sentence></TableColumn>
        <TableColumn><Sentence>一時間</Sentence></TableColumn></TableRow>
        <TableRow><TableColumn><Sentence>二　内湾航路の霧中信号所</Sentence></TableColumn>
        <TableColumn><Sentence>二時間</Sentence></TableColumn></TableRow></Table></TableStruct>
        """))
    let indexes = [act.id: LawIndex(actText), rule.id: LawIndex(ruleText)]
    let outlines: LawOutlines = { indexes[$0] }
    return (
      laws, LawTerms(of: actText, laws: laws, date: nil, outlines: outlines),
      LawTerms(of: ruleText, laws: laws, date: nil, outlines: outlines)
    )
  }

  @Test func termsOfAText() throws {
    let (_, act, rule) = try LawTermsTests.terms()
    #expect(
      act.terms.map { "\($0.kind.rawValue) \($0.word) \($0.element)" } == [
        "caption 霧中信号の故障の報告 Mp-At_5", "defined 霧中停止事故 Mp-At_5-Pr_1",
      ])
    #expect(
      rule.terms.map { "\($0.kind.rawValue) \($0.word) \($0.row ?? "")" } == [
        "caption 報告を要する停止の規模 ", "row 外洋航路の霧中信号所 一の項", "row 内湾航路の霧中信号所 二の項",
      ])
    #expect(
      rule.delegations == [
        LawTerms.Delegation(
          element: "Mp-At_9-Pr_1",
          target: Provision(law: "507AC0000000999", element: "Mp-At_5-Pr_1"),
          words: "法第五条の国土交通省令で定める")
      ])
  }

  static func links(_ text: String) throws -> [ProvisionLink] {
    let (laws, act, rule) = try terms()
    let index = LawTermIndex([(self.act.id, act), (self.rule.id, rule)])
    var record = Record(source: RecordSource(file: "x", sha256: "", reader: "", parser: ""))
    var statement = Statement(
      order: 1, label: nil, kind: .member, level: .verbatim, agenda: [], text: text,
      paragraphs: [], sentences: Sentences.spans(in: text.scalars), source: [])
    statement.number = "1"
    record.statements = [statement]
    ProvisionLinks.derive(&record, topics: .empty, laws: laws, terms: index)
    return record.statements[0].links
  }

  @Test func delegationLinksBothWays() throws {
    let found = try LawTermsTests.links("海路標識法第5条第1項の報告を見直す。")
    #expect(found.map(\.basis) == [.explicit, .delegation])
    #expect(found.last?.provision.address == "507M60000800999#Mp-At_9-Pr_1")
    #expect(found.last?.words == "法第五条の国土交通省令で定める")
    let back = try LawTermsTests.links("海路標識法施行規則第9条第1項を見直す。")
    #expect(back.last?.provision.address == "507AC0000000999#Mp-At_5-Pr_1")
  }

  @Test func termsNeedTheirLaw() throws {
    let found = try LawTermsTests.links("海路標識法では、霧中停止事故について報告を求めている。")
    #expect(found.contains { $0.rule == "law/defined" && $0.basis == .term })
    let row = try LawTermsTests.links("海路標識法に基づき、外洋航路の霧中信号所については厳しく見る。")
    #expect(row.contains { $0.provision.row?.label == "一の項" })
    // Without the law the same words say nothing.
    #expect(try LawTermsTests.links("霧中停止事故について報告を求めたい。").isEmpty)
  }

  @Test func precisionIsCounted() throws {
    let lines = (0..<24).map { index in
      #"{"basis": "explicit", "rule": "citation/absolute", "right": \#(index != 3)}"#
    }
    let precision = try LinkPrecision(verdicts: [UInt8](lines.joined(separator: "\n").utf8))
    func link(_ basis: LinkBasis, _ rule: String) -> ProvisionLink {
      ProvisionLink(
        provision: Provision(law: "x", element: "Mp-At_1"), citation: "", basis: basis,
        evidence: nil, rule: rule)
    }
    #expect(precision.of(link(.explicit, "citation/relative")) == 23.0 / 24)
    #expect(precision.of(link(.explicit, "citation/lawOnly")) == nil)
    #expect(precision.of(link(.term, "telecom/x")) == nil)
  }
}
