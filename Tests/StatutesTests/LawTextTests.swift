import Deliberation
import Foundation
import JapaneseText
import Statutes
import Testing

/// Law texts: the tree with its ids, and the citations inside it.
@Suite struct LawTextTests {
  /// A law of a fictional land, with what real files bring: ruby, a deleted range, columns, a table
  /// with rows, two supplements, an appendix, attributes that the schema does not know.
  static let sample = """
    <DataRoot><ApplData><LawFullText>
    <Law Era="Reiwa" Year="7" Num="999" LawType="Act" Lang="ja" AmendmentId="x">
     <LawNum>令和七年法律第九百九十九号</LawNum>
     <LawBody><LawTitle>海路標識法</LawTitle>
      <MainProvision>
       <Chapter Num="1"><ChapterTitle>第一章　総則</ChapterTitle>
        <Article Num="1"><ArticleCaption>（目的）</ArticleCaption><ArticleTitle>第一条</ArticleTitle>
         <Paragraph Num="1"><ParagraphNum/><ParagraphSentence>
          <Sentence Num="1">この法律は、<Ruby>灯<Rt>ひ</Rt></Ruby>を守る。</Sentence>
         </ParagraphSentence></Paragraph></Article>
        <Article Num="2"><ArticleTitle>第二条</ArticleTitle>
         <Paragraph Num="1"><ParagraphNum/><ParagraphSentence>
           <Sentence Num="1">次に掲げる者は、届け出る。</Sentence></ParagraphSentence>
          <Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Column Num="1"><Sentence>灯台</Sentence>
           </Column><Column Num="2"><Sentence>光るもの</Sentence></Column></ItemSentence></Item>
          <Item Num="1_2"><ItemTitle>一の二</ItemTitle><ItemSentence><Sentence>浮標</Sentence></ItemSentence>
           <Subitem1 Num="1"><Subitem1Title>イ</Subitem1Title><Subitem1Sentence><Sentence>前号に掲げるもの
           </Sentence></Subitem1Sentence></Subitem1></Item>
          <Item Num="2"><ItemTitle>二</ItemTitle><ItemSentence><Sentence>前号イに掲げるもの</Sentence></ItemSentence></Item>
         </Paragraph>
         <Paragraph Num="2"><ParagraphNum>２</ParagraphNum><ParagraphSentence>
          <Sentence>前項の届出は、前条の目的による。</Sentence></ParagraphSentence></Paragraph></Article>
        <Article Num="3:5" Delete="true"><ArticleTitle>第三条から第五条まで</ArticleTitle>
         <Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>削除</Sentence>
         </ParagraphSentence></Paragraph></Article>
       </Chapter>
       <Chapter Num="2"><ChapterTitle>第二章　雑則</ChapterTitle>
        <Article Num="5_2"><ArticleTitle>第五条の二</ArticleTitle>
         <Paragraph Num="1"><ParagraphNum/><ParagraphSentence>
          <Sentence>第一条から前条までの規定、第二条第一項第一号から第二号まで及び第九条の規定。</Sentence>
         </ParagraphSentence><TableStruct><Table><TableRow><TableColumn><Sentence>一　灯台</Sentence>
         </TableColumn><TableColumn><Sentence>三日</Sentence></TableColumn></TableRow></Table></TableStruct>
         </Paragraph></Article>
       </Chapter>
      </MainProvision>
      <SupplProvision><SupplProvisionLabel>附　則</SupplProvisionLabel>
       <Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>公布の日から施行する。</Sentence>
       </ParagraphSentence></Paragraph></SupplProvision>
      <SupplProvision AmendLawNum="令和八年三月一日法律第三号">
       <Article Num="1"><ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphNum/>
        <ParagraphSentence><Sentence>附則第一条は、第七条による。</Sentence></ParagraphSentence>
       </Paragraph></Article></SupplProvision>
      <AppdxTable><AppdxTableTitle>別表第一</AppdxTableTitle></AppdxTable>
     </LawBody></Law></LawFullText></ApplData></DataRoot>
    """

  static func text() throws -> LawText {
    try LawXML.read([UInt8](sample.utf8), name: "507AC0000000999_20250601_000000000000000.xml")
  }

  @Test func treeAndIds() throws {
    let text = try LawTextTests.text()
    #expect(text.law == "507AC0000000999")
    #expect(text.revision == "507AC0000000999_20250601_000000000000000")
    #expect(text.title == "海路標識法")
    #expect(text.parts.map(\.id) == ["Mp", "NACN-Sp", "508AC0000000003-Sp", "Mpat_1"])
    #expect(text.element("Mp-At_1-Pr_1")?.text == "この法律は、灯を守る。")
    #expect(text.element("Mp-At_1")?.caption == "（目的）")
    #expect(text.element("Mp-Ch_2")?.title == "第二章　雑則")
    #expect(text.element("Mp-At_2-Pr_1-It_1")?.text == "灯台　光るもの")
    #expect(text.element("Mp-At_2-Pr_1-It_1_2-Si1_1")?.text == "前号に掲げるもの")
    #expect(text.element("Mp-At_3:5")?.isDeleted == true)
    #expect(text.element("Mp-At_5_2-Pr_1")?.rows == [["一　灯台", "三日"]])
    #expect(text.element("NACN-Sp-Pr_1")?.text == "公布の日から施行する。")
  }

  @Test func outline() throws {
    let index = LawIndex(try LawTextTests.text())
    #expect(index.canonical("Mp-At_1") == "Mp-At_1-Pr_1")
    #expect(index.canonical("Mp-At_2") == "Mp-At_2")
    #expect(index.canonical("Mp-At_4") == "Mp-At_3:5-Pr_1")
    #expect(index.canonical("Mp-At_9") == nil)
    #expect(index.neighbour(of: "Mp-At_5_2", by: -1) == "Mp-At_2")
    #expect(index.neighbour(of: "Mp-At_2-Pr_1-It_2", by: -1) == "Mp-At_2-Pr_1-It_1_2")
    #expect(
      index.elements(from: "Mp-At_2-Pr_1-It_1", through: "Mp-At_2-Pr_1-It_2")?.count == 3)
  }

  @Test func citationsInside() throws {
    let text = try LawTextTests.text()
    let index = LawIndex(text)
    let found = LawCitations.find(
      in: text, laws: LawCatalogue(laws: []), date: nil,
      outlines: { $0 == "507AC0000000999" ? index : nil })
    let printed = found.map { item in
      let targets = item.citation.targets.compactMap(\.provision.element).joined(separator: ",")
      return "\(item.element): \(targets)"
        + (item.citation.unresolved.map { "!\($0.rawValue)" } ?? "")
    }
    #expect(
      printed == [
        "Mp-At_2-Pr_1-It_1_2-Si1_1: Mp-At_2-Pr_1-It_1",
        "Mp-At_2-Pr_1-It_2: Mp-At_2-Pr_1-It_1_2-Si1_1",
        "Mp-At_2-Pr_2: Mp-At_2-Pr_1",
        "Mp-At_2-Pr_2: Mp-At_1-Pr_1",
        "Mp-At_5_2-Pr_1: Mp-At_1-Pr_1,Mp-At_2",
        "Mp-At_5_2-Pr_1: Mp-At_2-Pr_1-It_1,Mp-At_2-Pr_1-It_1_2,Mp-At_2-Pr_1-It_2",
        "Mp-At_5_2-Pr_1: !notInLaw",
        "508AC0000000003-Sp-At_1-Pr_1: 508AC0000000003-Sp-At_1-Pr_1",
        "508AC0000000003-Sp-At_1-Pr_1: !lawNotKnown",
      ])
  }

  @Test func noLaw() {
    #expect(throws: LawTextError.notALaw(root: "html")) {
      try LawXML.read([UInt8]("<html/>".utf8), name: "x.xml")
    }
    #expect(throws: LawTextError.self) { try LawXML.read([UInt8]("第一条".utf8), name: "x.xml") }
  }

  /// Every element to which a citation in the texts beside the project is resolved exists.
  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: Corpus.derivedLaws.path), "../shared is absent"))
  func resolvedElementsExist() throws {
    let laws = try Corpus.laws()
    var texts: [LawText] = []
    for name in ["359AC0000000086", "360M50001000025", "360M50001000031", "426AC1000000104"] {
      let files = try FileManager.default.contentsOfDirectory(atPath: Corpus.derivedLaws.path)
      for file in files where file.hasPrefix(name) {
        let data = try Data(contentsOf: Corpus.derivedLaws.appendingPathComponent(file))
        texts.append(try LawXML.read([UInt8](data), name: file))
      }
    }
    var indices: [String: LawIndex] = [:]
    for text in texts { indices[text.law ?? ""] = LawIndex(text) }
    let fixed = indices
    var resolved = 0
    var total = 0
    for text in texts {
      let found = LawCitations.find(
        in: text, laws: laws, date: CalendarDate("2025-05-13"), outlines: { fixed[$0] })
      for item in found where item.element.hasPrefix("Mp") {
        total += 1
        if item.citation.unresolved == nil { resolved += 1 }
        for target in item.citation.targets {
          guard let index = fixed[target.provision.law] else { continue }
          #expect(target.provision.element.map { index.canonical($0) != nil } ?? true)
        }
      }
    }
    print("citations in 本則 of four rules: \(resolved) of \(total) resolved")
    #expect(Double(resolved) >= 0.95 * Double(total))
  }
}
