import Foundation
import Testing

/// Guidelines, plans and drafts through the door of the laws.
@Suite struct RuleDocumentCommandTests {
  static let title = "灯台事故報告ガイドライン"

  private func program(_ name: String, _ text: String, _ options: String...) throws -> Program {
    let program = try Program()
    let result = try program.run(["law", "add", try program.write(name, text)] + options)
    #expect(result.status == 0, "\(result.errors)")
    return program
  }

  /// What is asked and what the answer holds.
  static let questions: [(String, String)] = [
    ("灯台事故報告ガイドライン1.1(1)", "報告は速やかに行う。"), ("灯台事故報告ガイドライン 1.2", "浮標"),
    ("灯台事故報告ガイドライン第3条第2項", "浮標を含む。"),
    ("doc:灯台事故報告ガイドライン#Mp-No_1_1-No_2-No_1", "電話"), ("灯台事故報告ガイドライン", "考え方を示す"),
  ]

  @Test(arguments: questions)
  func passagesAreShown(_ question: String, _ words: String) throws {
    let program = try program("guideline.md", LawFixtures.guideline, "--date", "2025-04-01")
    defer { program.cleanUp() }
    let shown = try program.run("law", "show", question, "--as-of", "2025-05-13")
    #expect(shown.status == 0 && shown.output.contains(words), "\(shown.errors)\(shown.output)")
    #expect(shown.errors.isEmpty, "\(shown.errors)")
  }

  @Test func tablesAndPagesAreRead() throws {
    let page = """
      <html><head><title>x</title></head><body><h1>浮標設置計画</h1><h2>第1章　総則</h2>
      <p>第1条　この計画は、浮標を置く。</p><p>2　浮標は赤とする。</p>
      <table><tr><th>区分</th><th>期限</th></tr><tr><td>浮標</td><td>五日</td></tr></table></body></html>
      """
    let program = try program("plan.html", page)
    defer { program.cleanUp() }
    let shown = try program.run("law", "show", "浮標設置計画第1条第2項")
    #expect(shown.output.contains("浮標は赤とする。"), "\(shown.errors)\(shown.output)")
    #expect(shown.output.contains("| 浮標 | 五日 |"), "\(shown.output)")
    #expect(shown.errors.contains("時点不明"))
    let markdown = try program.run(
      "law", "add", try program.write("g.md", LawFixtures.guideline), "--title", "別の名", "--id",
      "doc:betsu")
    #expect(markdown.status == 0, "\(markdown.errors)")
    let item = try program.run("law", "show", "doc:betsu#Mp-No_1_2")
    #expect(item.output.contains("| 灯台 | 三日 |") && !item.output.contains("---"), "\(item.output)")
  }

  @Test func versionsStandSideBySide() throws {
    let program = try program("g.md", LawFixtures.guideline, "--date", "2024-04-01")
    defer { program.cleanUp() }
    let text = LawFixtures.guideline.replacingOccurrences(of: "速やかに", with: "三日以内に")
    let file = try program.write("new.md", text)
    #expect(try program.run("law", "add", file, "--date", "2025-04-01").status == 0)
    for (day, words) in [("2024-06-01", "速やかに"), ("2025-06-01", "三日以内に")] {
      let shown = try program.run("law", "show", Self.title + "1.1(1)", "--as-of", day)
      #expect(shown.output.contains(words))
    }
  }

  @Test func statementsAreLinkedByHand() throws {
    let program = try program("g.md", LawFixtures.guideline, "--date", "2025-04-01")
    defer { program.cleanUp() }
    _ = try program.run("ingest", MainJobTests.minutes)
    let linked = try program.run(
      "link", "add", "86#5", Self.title + "1.1(1)", "--author", "試験")
    #expect(linked.status == 0, "\(linked.errors)")
    #expect(linked.output.contains(Self.title + "1.1(1)"), "\(linked.output)")
    let asked = try program.run("provisions", Self.title + "1.1")
    #expect(asked.output.contains("86#5"), "\(asked.errors)\(asked.output)")
    let shown = try program.run("law", "show", Self.title + "1.1", "--discussed")
    #expect(shown.output.contains("▸") && shown.output.contains("86#5"), "\(shown.output)")
  }

  @Test func whatCannotBeADocumentIsNamed() throws {
    let program = try Program()
    defer { program.cleanUp() }
    let plain = try program.run("law", "add", try program.write("x.txt", "題のない文。\n次の行。\n"))
    #expect(plain.status == 2 && plain.errors.contains("--title"), "\(plain.errors)")
    let law = try program.write("\(LawFixtures.revision).xml", LawFixtures.xml())
    let titled = try program.run("law", "add", law, "--title", "標識")
    #expect(titled.status == 2 && titled.errors.contains("drop --title"), "\(titled.errors)")
  }
}
