import Deliberation
import Statutes
import Testing

/// Guidelines, plans and drafts: numbered passages with ids of their own.
@Suite struct RuleDocumentTests {
  static let blocks: [RuleBlock] = [
    RuleBlock(.heading(level: 1), "灯台事故報告ガイドライン"),
    RuleBlock(.paragraph, "この文書は、報告の考え方を示す。"),
    RuleBlock(.heading(level: 2), "1. 総則"),
    RuleBlock(.heading(level: 3), "1.1　目的"),
    RuleBlock(.paragraph, "（１）報告は速やかに行う。"),
    RuleBlock(.paragraph, "（２）報告は次による。"),
    RuleBlock(.paragraph, "ア　電話"),
    RuleBlock(.paragraph, "イ　書面"),
    RuleBlock(.paragraph, "（３）2025年から行う。"),
    RuleBlock(.heading(level: 3), "1.2　対象"),
    RuleBlock(.item(ordinal: nil), "海上の灯台"),
    RuleBlock(.item(ordinal: nil), "浮標"),
    RuleBlock(.row(["区分", "期限"])),
    RuleBlock(.row(["灯台", "三日"])),
    RuleBlock(.heading(level: 2), "考え方"),
    RuleBlock(.paragraph, "2024年度の調査による。"),
    RuleBlock(.heading(level: 2), "第２章　手続"),
    RuleBlock(.paragraph, "（適用）"),
    RuleBlock(.paragraph, "第３条　この章は、すべての灯台に適用する。"),
    RuleBlock(.paragraph, "２　次の灯台には、適用しない。"),
    RuleBlock(.paragraph, "一　浮標"),
    RuleBlock(.paragraph, "二　標識"),
    RuleBlock(.paragraph, "第３条の２（特例）　前条にかかわらず、届出を要しない。"),
  ]

  private func text() throws -> LawText {
    try #require(RuleDocument.text(of: Self.blocks, title: nil))
  }

  @Test func passagesHaveIds() throws {
    let text = try text()
    #expect(text.law == "doc:灯台事故報告ガイドライン")
    #expect(text.title == "灯台事故報告ガイドライン")
    var lines: [String] = []
    text.parts[0].visit { element in
      lines.append("\(element.id)|\(element.title)|\(element.caption ?? "")|\(element.text)")
    }
    #expect(
      lines == [
        "Mp|灯台事故報告ガイドライン||", "Mp-Pr_1|||この文書は、報告の考え方を示す。",
        "Mp-No_1|1. 総則||", "Mp-No_1_1|1.1　目的||", "Mp-No_1_1-No_1|（１）||報告は速やかに行う。",
        "Mp-No_1_1-No_2|（２）||報告は次による。", "Mp-No_1_1-No_2-No_1|ア||電話",
        "Mp-No_1_1-No_2-No_2|イ||書面", "Mp-No_1_1-No_3|（３）||2025年から行う。",
        "Mp-No_1_2|1.2　対象||", "Mp-No_1_2-It_1|||海上の灯台", "Mp-No_1_2-It_2|||浮標",
        "Mp-Hd_1|考え方||", "Mp-Hd_1-Pr_1|||2024年度の調査による。", "Mp-Ch_2|第２章　手続||",
        "Mp-At_3|第３条|（適用）|", "Mp-At_3-Pr_1|||この章は、すべての灯台に適用する。",
        "Mp-At_3-Pr_2|２||次の灯台には、適用しない。", "Mp-At_3-Pr_2-It_1|一||浮標",
        "Mp-At_3-Pr_2-It_2|二||標識", "Mp-At_3_2|第３条の２|（特例）|",
        "Mp-At_3_2-Pr_1|||前条にかかわらず、届出を要しない。",
      ])
    #expect(text.element("Mp-No_1_2-It_2")?.rows == [["区分", "期限"], ["灯台", "三日"]])
  }

  /// Nothing is lost, whatever the order of headings and numbers.
  @Test func everyWordIsKept() throws {
    let text = try text()
    var kept = ""
    text.parts[0].visit { element in
      kept +=
        element.title + (element.caption ?? "") + element.text + element.rows.joined().joined()
    }
    for block in Self.blocks {
      guard case .row(let cells) = block.kind else {
        let words = block.text.filter { !$0.isWhitespace }
        let all = kept.filter { !$0.isWhitespace }
        #expect(words.allSatisfy { all.contains($0) })
        continue
      }
      for cell in cells { #expect(kept.contains(cell)) }
    }
  }

  @Test func aTitleIsNeeded() {
    #expect(RuleDocument.text(of: [RuleBlock(.paragraph, "本文")], title: nil) == nil)
    #expect(RuleDocument.text(of: [RuleBlock(.heading(level: 1), "1. 総則")], title: nil) == nil)
    let named = RuleDocument.text(of: [RuleBlock(.paragraph, "本文")], title: "A/B 案#2")
    #expect(named?.law == "doc:AB案-2" || named?.law == "doc:A-B案-2" || named?.law == "doc:a-b案-2")
  }

  /// The same number again is another passage.
  @Test func idsAreUnique() throws {
    let blocks = ["1. 甲", "2. 乙", "1. 丙"].map { RuleBlock(.heading(level: 2), $0) }
    let text = try #require(RuleDocument.text(of: blocks, title: "試験"))
    #expect(text.parts[0].children.map(\.id) == ["Mp-No_1", "Mp-No_2", "Mp-No_1x2"])
  }

  static let places: [(String, String, String)] = [
    ("3.2(1)", "Mp-No_3_2-No_1", "3.2(1)"), ("３－２（１）", "Mp-No_3_2-No_1", "3.2(1)"),
    ("第3条第2項", "Mp-At_3-Pr_2", "第3条第2項"), ("第2章 1", "Mp-Ch_2-No_1", "第2章(1)"),
  ]

  @Test(arguments: places)
  func placesInWords(_ words: String, _ id: String, _ shown: String) {
    #expect(PassageID.candidates(words) == [id])
    #expect(PassageID.words(id) == shown)
  }

  @Test(arguments: ["", "総則", "3.2の話"])
  func whatIsNoPlace(_ words: String) { #expect(PassageID.candidates(words).isEmpty) }

  @Test func versionsHaveIds() throws {
    let day = try #require(LawRevision.firstDay(of: "doc:試験_20250401_000000000000000"))
    #expect(PassageID.revision(of: "doc:試験", from: day) == "doc:試験_20250401_000000000000000")
  }
}
