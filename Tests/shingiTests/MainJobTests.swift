import Foundation
import Testing

/// The main job, run as a user runs it: the file of session 86 goes in, answers come out.
@Suite(.serialized) struct MainJobTests {
  static let minutes = Program.project.appending(path: "Corpus/minutes/ip-network-086.txt").path

  /// A program whose index holds session 86.
  private func programWithSession86() throws -> Program {
    let program = try Program()
    let ingest = try program.run("ingest", Self.minutes)
    #expect(ingest.status == 0, "\(ingest.errors)")
    return program
  }

  private func json(_ result: Program.Result) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(result.output.utf8))
  }

  @Test func countsStandOnTheLastLineOfIngest() throws {
    let program = try Program()
    defer { program.cleanUp() }
    let result = try program.run("ingest", Self.minutes)
    let last = result.output.split(separator: "\n").last.map(String.init) ?? ""
    #expect(last.contains("22"), "\(last)")
    #expect(result.status == 0)
  }

  @Test func theSameFileAgainChangesNothing() throws {
    let program = try programWithSession86()
    defer { program.cleanUp() }
    let before = try program.run("export", "86", "--format", "json")
    let again = try program.run("ingest", Self.minutes)
    #expect(again.status == 0)
    #expect(try program.run("export", "86", "--format", "json").output == before.output)
  }

  @Test func theRecordIsExportedAsTheContractSays() throws {
    let program = try programWithSession86()
    defer { program.cleanUp() }
    let record = try #require(
      try json(program.run("export", "86", "--format", "json")) as? [String: Any])
    let meeting = try #require(record["meeting"] as? [String: Any])
    #expect(meeting["address"] as? String == "IPネットワーク設備委員会/86")
    #expect(
      meeting["bodies"] as? [[String]] == [["情報通信審議会", "情報通信技術分科会", "IPネットワーク設備委員会"]])
    #expect(meeting["date"] as? String == "2025-05-13")
    #expect((record["attendance"] as? [Any])?.count == 28)
    let statements = try #require(record["statements"] as? [[String: Any]])
    #expect(statements.count == 22)
    #expect(statements[3]["speakerName"] as? String == "内田 真人")
    #expect(statements[3]["readByName"] as? String == "竹淵 翔矢")
    #expect(statements[3]["agenda"] as? [String] == ["1.2"])
  }

  /// A command line and the status with which it must end.
  struct Line: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32

    init(_ status: Int32, _ arguments: String...) {
      self.status = status
      self.arguments = arguments
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let lines: [Line] = [
    Line(0, "search", "端末機器"), Line(0, "search", "事故"), Line(0, "search", "省"),
    Line(0, "search", "ＤＤｏＳ"), Line(1, "search", "存在しない語句"),
    Line(0, "search", "省令", "--speaker", "相田"), Line(1, "search", "省令", "--speaker", "江崎"),
    Line(0, "agenda", "86"), Line(0, "agenda", "--find", "端末機器"), Line(0, "who", "報告基準"),
    Line(0, "meetings"), Line(0, "show", "86"), Line(0, "show", "86/1.2"),
    Line(0, "show", "86#12", "--context", "1"), Line(2, "show", "86#99"),
    Line(0, "summary", "86/1.2"), Line(0, "positions", "--speaker", "江崎"), Line(0, "provisions"),
    Line(0, "relations", "86#6"), Line(0, "undertakings"), Line(0, "people"), Line(0, "verify"),
    Line(0, "doctor"), Line(0, "rebuild"),
    Line(0, "search", "", "--law", "電気通信事業法施行規則", "--article", "58"),
    Line(0, "search", "", "--agenda", "86/1.2"), Line(2, "search", "事故", "--no-such-option"),
    Line(2, "no-such-command"), Line(2, "show", "86#"), Line(2, "search", "\"事故"),
    Line(2, "provisions", "法"),
  ]

  @Test(arguments: lines)
  func everyCommandEndsWithItsStatus(_ line: Line) throws {
    let program = try programWithSession86()
    defer { program.cleanUp() }
    let result = try program.run(line.arguments)
    #expect(result.status == line.status, "\(result.errors)\(result.output)")
    if line.status == 2 { #expect(!result.errors.isEmpty && result.output.isEmpty) }
  }

  @Test func itemTwoOfTheAgendaHasItsSpeakers() throws {
    let program = try programWithSession86()
    defer { program.cleanUp() }
    let who = try program.run("who", "", "--agenda", "86/1.2")
    for name in ["内田 真人", "江崎 浩", "朝枝 仁", "宮田 純子", "森川 博之", "田中 絵麻", "竹淵 翔矢"] {
      #expect(who.output.contains(name))
    }
    #expect(!who.output.contains("柴田"))
  }
}
