import Foundation
import Testing

/// `law add`, `list`, `show` and `citations` as a user runs them.
@Suite struct LawCommandTests {
  static let law = LawFixtures.law
  static let second = "507AC0000000999_20260401_508AC0000000003"

  private func program(_ files: [String: String]) throws -> Program {
    let program = try Program()
    for (name, text) in files {
      let result = try program.run("law", "add", try program.write(name, text))
      #expect(result.status == 0, "\(result.errors)")
    }
    return program
  }

  private func show(_ program: Program, _ words: String...) throws -> Program.Result {
    try program.run(["law", "show"] + words)
  }

  @Test func revisionsStandSideBySide() throws {
    let program = try program([
      "\(LawFixtures.revision).xml": LawFixtures.xml(),
      "\(Self.second).xml": LawFixtures.xml(words: "浮標を置く。"),
    ])
    defer { program.cleanUp() }
    let old = try show(program, "海路標識法第2条第1項", "--as-of", "2025-07-01")
    #expect(old.output.contains("灯台を置く。") && old.errors.isEmpty, "\(old.errors)")
    let new = try show(program, "\(Self.law)#Mp-At_2-Pr_1", "--as-of", "令和8年5月1日")
    #expect(new.output.contains("浮標を置く。"))
    let list = try program.run("law", "list", "--format", "csv")
    #expect(list.output.contains(LawFixtures.revision) && list.output.contains(Self.second))
    // Before the first one.
    let early = try show(program, "海路標識法第2条", "--as-of", "2020-01-01")
    #expect(early.errors.contains("which revision was in force on 2020-01-01 is not known"))
  }

  /// Of two revisions of a day the one with the highest amending number is in force.
  @Test func sameDayRevisions() throws {
    let program = try program([
      "\(Self.law)_20260401_508AC0000000017.xml": LawFixtures.xml(words: "浮標を置く。"),
      "\(Self.law)_20260401_508AC0000000003.xml": LawFixtures.xml(words: "灯台を置く。"),
    ])
    defer { program.cleanUp() }
    let shown = try show(program, "\(Self.law)#Mp-At_2", "--as-of", "2026-05-01")
    #expect(shown.output.contains("浮標を置く。"), "\(shown.output)")
  }

  @Test func aTextOfUnknownTimeSaysSo() throws {
    let program = try program(["\(Self.law).xml": LawFixtures.xml()])
    defer { program.cleanUp() }
    let shown = try show(program, "海路標識法第1条")
    #expect(shown.status == 0)
    #expect(shown.errors.contains("時点不明") && shown.output.contains("時点不明"))
    #expect(try program.run("law", "list").output.contains("時点不明"))
  }

  @Test func theUserGivesRevisionOrDays() throws {
    let program = try Program()
    defer { program.cleanUp() }
    let file = try program.write("hyoshiki.xml", LawFixtures.xml())
    #expect(try program.run("law", "add", file).errors.contains("nothing tells its law id"))
    #expect(
      try program.run("law", "add", file, "--revision", LawFixtures.revision).status == 0)
    let named = try program.write("\(Self.law).xml", LawFixtures.xml(words: "浮標を置く。"))
    let days = try program.run("law", "add", named, "--in-force", "2020-04-01..2025-05-31")
    #expect(days.status == 0, "\(days.errors)")
    let old = try show(program, "\(Self.law)#Mp-At_2", "--as-of", "2021-01-01")
    #expect(old.output.contains("浮標を置く。") && old.errors.isEmpty, "\(old.errors)")
    let new = try show(program, "\(Self.law)#Mp-At_2", "--as-of", "2025-06-01")
    #expect(new.output.contains("灯台を置く。"))
    // The same file with other days is not the same text.
    let again = try program.run("law", "add", named, "--in-force", "2020-04-01..2025-05-31")
    #expect(again.output.contains("unchanged 1"))
  }

  static let wrong: [[String]] = [
    ["--revision", "x"], ["--in-force", "2020"], ["--in-force", "2021-01-01..2020-01-01"],
    ["--title", "標識"], ["--id", "標識"], ["--date", "soon"],
    ["--revision", "360M50001000025_20250401_507M60000008020"],
  ]

  @Test(arguments: wrong)
  func wrongOptionsAreNamed(_ options: [String]) throws {
    let program = try Program()
    defer { program.cleanUp() }
    let file = try program.write("\(Self.law).xml", LawFixtures.xml())
    let result = try program.run(["law", "add", file] + options)
    #expect(result.status == 2 && !result.errors.isEmpty, "\(result.output)")
    #expect(try program.run("law", "list").status != 0)
  }

  /// A catalogue that knows of a later revision than the index has.
  @Test func aLaterRevisionIsMentioned() throws {
    let id = "360M50001000025"
    let program = try program(["\(id)_20250401_507M60000008020.xml": LawFixtures.rule])
    defer { program.cleanUp() }
    _ = try program.run("ingest", MainJobTests.minutes)
    let today = try show(program, "\(id)#Mp-At_58")
    #expect(today.errors.contains("which is not in the index"), "\(today.errors)")
    #expect(try show(program, "\(id)#Mp-At_58", "--as-of", "2025-05-13").errors.isEmpty)
    for line in [["provisions", "電気通信事業法施行規則58条"], ["search", "", "--law", id]] {
      #expect(try program.run(line).errors.contains("has a later revision"), "\(line)")
    }
    #expect(try program.run("law", "list").output.contains("新しい版あり"))
  }

  @Test func tablesAreShownByRows() throws {
    let program = try program(["\(LawFixtures.revision).xml": LawFixtures.xml()])
    defer { program.cleanUp() }
    let shown = try show(program, "海路標識法2条1項", "--as-of", "2025-07-01").output
    #expect(shown.contains("| 灯台 | 夜 | 三日 |") && shown.contains("| 〃 | 昼 | 五日 |"), "\(shown)")
    let whole = try show(program, "海路標識法", "--as-of", "2025-07-01").output
    #expect(whole.contains("灯を守る。") && !whole.contains("あかり") && whole.contains("公布の日"))
    let json = try show(program, "海路標識法2条1項", "--as-of", "2025-07-01", "--format", "json").output
    #expect(json.contains("\"spans\""))
  }

  @Test func citationsInTheText() throws {
    let program = try program(["\(LawFixtures.revision).xml": LawFixtures.xml()])
    defer { program.cleanUp() }
    let found = try program.run("law", "citations", Self.law, "--as-of", "2025-07-01")
    let lines = found.output.split(separator: "\n")
    #expect(lines.count == 2, "\(found.output)")
    #expect(
      lines.allSatisfy { $0.contains("\"elm\": \"Mp-At_2-Pr_2\"") || $0.contains("Mp-At_2-Pr_2") })
    #expect(try program.run("law", "citations", "存在しない法").status == 2)
  }

  @Test func whatIsNotThereIsNamed() throws {
    let program = try program(["\(LawFixtures.revision).xml": LawFixtures.xml()])
    defer { program.cleanUp() }
    #expect(try show(program, "海路標識法第9条").status == 1)
    let missing = try show(program, "民法第1条")
    #expect(missing.status == 2 && missing.errors.contains("shingi law fetch"))
    #expect(try program.run("law", "list", "民法").status == 1)
    let noXML = try program.run("law", "add", try program.write("x.xml", "<html/>"))
    #expect(noXML.status == 2 && noXML.errors.contains("no law text"))
  }
}
