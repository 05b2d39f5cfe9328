import Deliberation
import JapaneseText
import Statutes
import Testing

/// What a statement is about, and what it mentions in passing: one case for each form that was wrong
/// in the draws from unseen minutes.
@Suite struct FocusTests {
  /// Text; meeting title; the provisions linked; those that stay candidates.
  static let cases: [(text: String, title: String, links: [String], candidates: [String])] = [
    // A law in a row of others, and as an adjunct.
    (
      "合併の対価については様々な考え方があり、会社法とか税務とか、あるいは取引所の規則とか、いろいろな立場の人が別々の物差しで見ているので、まずは物差しをそろえるところから始めたらどうかと考えている。そのうえで議論したい。",
      "架空審議会", [], ["417AC0000000086"]
    ),
    ("会社法の改正について、準備の状況を伺いたい。", "架空審議会", ["417AC0000000086"], []),
    // With an article the law itself is no second link.
    ("会社法は改めるべきで、会社法第396条を見てほしい。", "架空審議会", ["417AC0000000086#Mp-At_396"], []),
    // A broad term in a list.
    (
      "企業の情報源は、有価証券報告書、決算短信、説明会の資料、経営者へのインタビュー、新聞の記事、業界の統計など幅広い。私どもはそれらを全部並べて、時間をかけて突き合わせるところから仕事を始めている。",
      "架空会計審議会", [], ["323AC0000000025#Mp-At_24-Pr_1"]
    ),
    (
      "有価証券報告書の提出を早める案に賛成する。ただ、作成する側の人手は限られていて、繁忙期に重なることも多いので、段階を踏んで進めてほしいし、まず大きな会社から試してはどうかと思う。",
      "架空会計審議会", ["323AC0000000025#Mp-At_24-Pr_1"], []
    ),
    // Another land.
    (
      "アメリカでは内部統制報告制度は小さな会社には課されていない。日本がどうするかは別の話である。そこは冷静に、費用と効果を見比べながら、時間をかけて議論していくのがよいと思う。",
      "架空会計審議会", [], ["323AC0000000025#Mp-At_24_4_4-Pr_1"]
    ),
    // The name of a law holds the term.
    (
      "財務諸表等の監査証明に関する内閣府令を改める。", "架空会計審議会", ["332M50000040012"], []
    ),
    // Outside its field a term is no topic.
    ("校舎の耐震対策を急ぐ。通信簿の保管も見直す。", "架空市教育委員会", [], []),
    // The secrecy that the constitution grants is another.
    ("憲法が定める通信の秘密について、電気通信事業者の話とは別に聞きたい。", "架空委員会", ["321CONSTITUTION"], []),
    // A committee's name in passing.
    (
      "知事の件では百条委員会のメンバーだった議員が亡くなったと聞いた。インターネット上の中傷にどう向き合うか、国としての考えを伺いたい。ほかにも同じような例が各地で起きているはずである。",
      "架空市議会定例会", [], ["322AC0000000067#Mp-At_100-Pr_1"]
    ),
  ]

  @Test(arguments: cases)
  func focus(
    _ row: (text: String, title: String, links: [String], candidates: [String])
  ) throws {
    let laws = try Corpus.laws()
    var record = Record(source: RecordSource(file: "x", sha256: "", reader: "", parser: ""))
    record.meeting.title = row.title
    record.meeting.date = CalendarDate("2025-05-13")
    record.statements = [
      Statement(
        order: 1, label: nil, kind: .member, level: .verbatim, agenda: [], text: row.text,
        paragraphs: [], sentences: Sentences.spans(in: row.text.scalars), source: [])
    ]
    ProvisionLinks.derive(&record, topics: try Corpus.topics(laws), laws: laws)
    let statement = record.statements[0]
    #expect(statement.links.map(\.provision.address).sorted() == row.links.sorted())
    for candidate in row.candidates {
      #expect(statement.candidates.map(\.provision.address).contains(candidate))
    }
  }
}
