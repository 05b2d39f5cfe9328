import Foundation

/// Laws of a fictional land, as e-Gov would publish them.
enum LawFixtures {
  static let law = "507AC0000000999"
  static let revision = "507AC0000000999_20250601_000000000000000"

  /// A law whose second article has the words given.
  static func xml(
    title: String = "海路標識法", number: String = "令和七年法律第九百九十九号", words: String = "灯台を置く。"
  ) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <Law Era="Reiwa" Year="7" Num="999" LawType="Act" Lang="ja">
     <LawNum>\(number)</LawNum>
     <LawBody><LawTitle>\(title)</LawTitle>
      <MainProvision>
       <Article Num="1"><ArticleCaption>（目的）</ArticleCaption><ArticleTitle>第一条</ArticleTitle>
        <Paragraph Num="1"><ParagraphNum/><ParagraphSentence>
         <Sentence>この法律は、海路の<Ruby>灯<Rt>あかり</Rt></Ruby>を守る。</Sentence></ParagraphSentence></Paragraph>
       </Article>
       <Article Num="2"><ArticleTitle>第二条</ArticleTitle>
        <Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>\(words)</Sentence>
         </ParagraphSentence><TableStruct><Table>
          <TableRow><TableColumn rowspan="2"><Sentence>灯台</Sentence></TableColumn>
           <TableColumn><Sentence>夜</Sentence></TableColumn>
           <TableColumn><Sentence>三日</Sentence></TableColumn></TableRow>
          <TableRow><TableColumn><Sentence>昼</Sentence></TableColumn>
           <TableColumn><Sentence>五日</Sentence></TableColumn></TableRow></Table></TableStruct>
        </Paragraph>
        <Paragraph Num="2"><ParagraphNum>２</ParagraphNum><ParagraphSentence>
         <Sentence>前条の目的は、前項による。</Sentence></ParagraphSentence></Paragraph></Article>
      </MainProvision>
      <SupplProvision><SupplProvisionLabel>附　則</SupplProvisionLabel><Paragraph Num="1">
       <ParagraphNum/><ParagraphSentence><Sentence>公布の日から施行する。</Sentence>
       </ParagraphSentence></Paragraph></SupplProvision>
     </LawBody></Law>
    """
  }

  /// The answer of API v2 with a law in it.
  static func answer(law: String = law, revision: String = revision, _ xml: String) -> String {
    let inner = xml.split(separator: "\n").dropFirst().joined(separator: "\n")
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <law_data_response>
       <law_info><law_type>Act</law_type><law_id>\(law)</law_id></law_info>
       <revision_info><law_revision_id>\(revision)</law_revision_id>
        <law_title>海路標識法</law_title></revision_info>
       <law_full_text>\(inner)</law_full_text>
      </law_data_response>
      """
  }

  /// The rule that session 86 speaks of, in words of our own: an article of two paragraphs.
  static let rule = """
    <Law Era="Showa" Year="60" Num="25" LawType="MinisterialOrdinance" Lang="ja">
     <LawNum>昭和六十年郵政省令第二十五号</LawNum>
     <LawBody><LawTitle>電気通信事業法施行規則</LawTitle><MainProvision>
      <Article Num="58"><ArticleCaption>（試験の見出し）</ArticleCaption>
       <ArticleTitle>第五十八条</ArticleTitle>
       <Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>試験の文。</Sentence>
        </ParagraphSentence></Paragraph>
       <Paragraph Num="2"><ParagraphNum>２</ParagraphNum><ParagraphSentence><Sentence>次に掲げるもの。
        </Sentence></ParagraphSentence>
        <Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Sentence>長い停止</Sentence>
         </ItemSentence></Item>
        <Item Num="2"><ItemTitle>二</ItemTitle><ItemSentence><Sentence>設備の停止</Sentence>
         </ItemSentence></Item></Paragraph>
      </Article></MainProvision></LawBody></Law>
    """

  static let guideline = """
    # 灯台事故報告ガイドライン

    この文書は、報告の考え方を示す。

    ## 1. 総則

    ### 1.1 目的

    （１）報告は速やかに行う。
    （２）報告は次による。
      ア　電話
      イ　書面

    ### 1.2 対象

    - 海上の灯台
    - 浮標

    | 区分 | 期限 |
    |---|---|
    | 灯台 | 三日 |

    ## 第2章 手続

    （適用）
    第3条　この章は、すべての灯台に適用する。
    2　前項の灯台には、浮標を含む。
    """
}
