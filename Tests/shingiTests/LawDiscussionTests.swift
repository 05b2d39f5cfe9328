import Foundation
import Testing

/// `law show --discussed`, and questions by provision that follow what moved.
@Suite struct LawDiscussionTests {
  static let rule = "360M50001000025"

  private func program() throws -> Program {
    let program = try Program()
    let file = try program.write("\(Self.rule)_20250401_507M60000008020.xml", LawFixtures.rule)
    #expect(try program.run("law", "add", file).status == 0)
    #expect(try program.run("ingest", MainJobTests.minutes).status == 0)
    return program
  }

  @Test func statementsStandBesideTheProvision() throws {
    let program = try program()
    defer { program.cleanUp() }
    let shown = try program.run(
      "law", "show", "\(Self.rule)#Mp-At_58", "--as-of", "2025-05-13", "--discussed")
    let lines = shown.output.split(separator: "\n").map(String.init)
    let item = try #require(lines.firstIndex { $0.contains("長い停止") }, "\(shown.output)")
    let next = try #require(lines.firstIndex { $0.contains("設備の停止") })
    let beside = lines[(item + 1)..<next]
    #expect(beside.contains { $0.contains("86#4") && $0.contains("2025-05-13") }, "\(shown.output)")
    let apart = try #require(lines.firstIndex { $0.hasPrefix("推定") }, "\(shown.output)")
    #expect(apart > next)
    let json = try program.run(
      "law", "show", "\(Self.rule)#Mp-At_58", "--as-of", "2025-05-13", "--discussed", "--format",
      "json")
    let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let statements = try #require(value?["statements"] as? [[String: Any]])
    let own = statements.filter { $0["inferred"] as? Bool == false }
    #expect(own.contains { $0["place"] as? String == "Mp-At_58-Pr_2-It_1" })
    #expect(own.allSatisfy { ($0["stances"] as? [String]) != nil })
  }

  @Test func aProvisionWithoutStatementsSaysSo() throws {
    let program = try program()
    defer { program.cleanUp() }
    let shown = try program.run(
      "law", "show", "\(Self.rule)#Mp-At_58-Pr_1", "--as-of", "2025-05-13", "--discussed")
    #expect(shown.status == 0)
    #expect(shown.output.contains("発言は索引にない"), "\(shown.output)")
  }

  /// A meeting before the move spoke of the old place; who asks for the new one finds it.
  @Test func whatMovedIsFollowed() throws {
    let program = try program()
    defer { program.cleanUp() }
    let minutes = """
      緑川町電気通信審議会（第３回）議事録
      日時：令和４年４月13日（水）10時00分～12時00分
      出席者：山田太郎委員、佐藤花子委員
      １．議事
      ○山田委員　電気通信事業法施行規則第58条第1項第1号の基準は見直すべきである。
      ○佐藤委員　賛成する。
      """
    let file = try program.write("midori-3.txt", minutes)
    let ingest = try program.run("ingest", file)
    #expect(ingest.status == 0, "\(ingest.errors)")
    let old = "緑川町電気通信審議会/3#1"
    for place in ["58条2項1号", "58条"] {
      let asked = try program.run("provisions", "電気通信事業法施行規則" + place)
      #expect(asked.output.contains(old), "\(place): \(asked.output)")
    }
    // What stands there today is something else.
    #expect(try !program.run("provisions", "電気通信事業法施行規則58条1項1号").output.contains(old))
    let search = try program.run("search", "", "--law", Self.rule, "--article", "58")
    #expect(search.output.contains(old) && search.output.contains("86#4"), "\(search.output)")
    let shown = try program.run(
      "law", "show", "\(Self.rule)#Mp-At_58-Pr_2-It_1", "--as-of", "2025-05-13", "--discussed")
    #expect(shown.output.contains(old) && shown.output.contains("86#4"), "\(shown.output)")
    #expect(shown.errors.contains("第58条第1項第1号"), "\(shown.errors)")
    // The other way: from a day before the move.
    let before = try program.run(
      "law", "show", "\(Self.rule)#Mp-At_58-Pr_1-It_1", "--as-of", "2022-05-01", "--discussed")
    #expect(before.errors.contains("第58条第2項第1号"), "\(before.errors)")
  }
}
