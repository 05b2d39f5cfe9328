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

  /// What stands outside the articles, tables with cells over rows and columns, numbers that stand
  /// twice, Acts of members: all of it is kept and has an id.
  @Test func everythingHasAnId() throws {
    let xml = """
      <Law><LawNum>令和七年法律第九百九十八号</LawNum><LawBody><LawTitle>水路法</LawTitle>
       <EnactStatement>水路法をここに公布する。</EnactStatement>
       <TOC><TOCLabel>目次</TOCLabel><TOCChapter Num="1"><ChapterTitle>第一章　総則</ChapterTitle>
        <ArticleRange>（第一条・第二条）</ArticleRange></TOCChapter>
        <TOCSupplProvision><SupplProvisionLabel>附則</SupplProvisionLabel></TOCSupplProvision></TOC>
       <MainProvision><Article Num="1"><ArticleTitle>第一条</ArticleTitle><Paragraph Num="1">
        <ParagraphNum/><ParagraphSentence><Sentence>次の表による。</Sentence></ParagraphSentence>
        <TableStruct><TableStructTitle>表一</TableStructTitle><Table>
         <TableHeaderRow><TableHeaderColumn colspan="2">区分</TableHeaderColumn>
          <TableHeaderColumn>期限</TableHeaderColumn></TableHeaderRow>
         <TableRow><TableColumn rowspan="2">灯台</TableColumn><TableColumn>夜</TableColumn>
          <TableColumn>三日</TableColumn></TableRow>
         <TableRow><TableColumn>昼</TableColumn><TableColumn>五日</TableColumn></TableRow></Table>
         <Remarks><RemarksLabel>備考</RemarksLabel><Sentence>休日を除く。</Sentence></Remarks>
        </TableStruct><List><ListSentence><Sentence>算式</Sentence></ListSentence></List>
        <Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Sentence>甲</Sentence></ItemSentence></Item>
        <Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Sentence>乙</Sentence></ItemSentence></Item>
        </Paragraph><SupplNote>（注）</SupplNote></Article></MainProvision>
       <SupplProvision AmendLawNum="平成二十六年一一月一二日法律第一〇四号" Extract="true">
        <SupplProvisionLabel>附　則</SupplProvisionLabel><Paragraph Num="1"><ParagraphNum>１</ParagraphNum>
         <ParagraphSentence><Sentence>施行する。</Sentence></ParagraphSentence></Paragraph>
        <SupplProvisionAppdxTable><SupplProvisionAppdxTableTitle>附則別表</SupplProvisionAppdxTableTitle>
         <TableStruct><Table><TableRow><TableColumn>丙</TableColumn></TableRow></Table></TableStruct>
        </SupplProvisionAppdxTable></SupplProvision>
       <SupplProvision AmendLawNum="平成二十六年法律第百四号"><Paragraph Num="1"><ParagraphNum/>
        <ParagraphSentence><Sentence>再び。</Sentence></ParagraphSentence></Paragraph></SupplProvision>
       <SupplProvision AmendLawNum="平成二十九年個人情報保護委員会規則第一号"><Paragraph Num="1">
        <ParagraphNum/><ParagraphSentence><Sentence>規則。</Sentence></ParagraphSentence></Paragraph>
       </SupplProvision>
       <AppdxTable><AppdxTableTitle>別表第二</AppdxTableTitle>
        <RelatedArticleNum>（第一条関係）</RelatedArticleNum>
        <Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Sentence>丁</Sentence></ItemSentence></Item>
       </AppdxTable></LawBody></Law>
      """
    let text = try LawXML.read(
      [UInt8](xml.utf8), name: "507AC0000000998.xml", acts: MemberActs(["426AC1000000104"]))
    #expect(
      text.parts.map(\.id) == [
        "Enact", "TOC", "Mp", "426AC1000000104-Sp", "426AC1000000104-Spx2", "429M60020000001-Sp",
        "Mpat_2",
      ])
    #expect(text.parts[1].text == "第一章　総則（第一条・第二条）\n附則")
    let paragraph = try #require(text.element("Mp-At_1-Pr_1"))
    #expect(paragraph.text == "次の表による。\n算式")
    #expect(
      paragraph.rows == [
        ["表一"], ["区分", "期限"], ["灯台", "夜", "三日"], ["昼", "五日"], ["備考休日を除く。"],
      ])
    let printed = paragraph.printedRows.map { row in
      row.map { $0.isContinued ? "〃" + $0.text : $0.text }
    }
    #expect(printed[1] == ["区分", "〃区分", "期限"])
    #expect(printed[3] == ["〃灯台", "昼", "五日"])
    #expect(paragraph.children.map(\.id) == ["Mp-At_1-Pr_1-It_1", "Mp-At_1-Pr_1-It_1x2"])
    #expect(text.element("Mp-At_1")?.text == "（注）")
    #expect(text.element("426AC1000000104-Sp")?.caption == "（平成二十六年一一月一二日法律第一〇四号）")
    #expect(text.element("426AC1000000104-Sp-Spat_1")?.rows == [["丙"]])
    #expect(text.element("Mpat_2")?.text == "（第一条関係）")
    #expect(text.element("Mpat_2-It_1")?.text == "丁")
    // Whoever introduced the bill: its number is one.
    #expect(
      LawIndex(text).canonical("426AC0000000104-Sp-Pr_1") == "426AC1000000104-Sp-Pr_1")
  }

  @Test func theShippedActsOfMembersAreSound() throws {
    _ = try MemberActs.load(json: try Corpus.bytes("Corpus/laws/member-acts.json"))
    #expect(throws: CatalogueError.self) {
      try MemberActs.load(
        json: [UInt8](#"{"format": "shingi.memberActs/1", "ids": ["426AC0000000104"]}"#.utf8))
    }
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
