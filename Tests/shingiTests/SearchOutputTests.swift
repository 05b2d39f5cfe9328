import Foundation
import Testing

/// What the search commands print for session 86, kept as golden files; `SHINGI_UPDATE_GOLDEN=1`
/// writes them anew.
@Suite(.serialized) struct SearchOutputTests {
  static let golden = Program.project.appending(path: "Tests/shingiTests/Golden/search")

  /// A command line and the file with what it prints.
  struct Line: Sendable, CustomTestStringConvertible {
    let name: String
    let arguments: [String]

    init(_ name: String, _ arguments: String...) {
      self.name = name
      self.arguments = arguments
    }

    var testDescription: String { name }
  }

  static let lines = [
    Line("words", "search", "事故 報告 -端末", "--mark", "--snippet", "40"),
    Line("numbers", "search", "二時間", "--mark", "--snippet", "20"),
    Line("near", "search", "重大 NEAR/3 事故", "--format", "jsonl", "--snippet", "20"),
    Line("facets", "search", "事故", "--facets", "--limit", "3"),
    Line("facets-json", "search", "事故", "--facet", "stance", "--format", "json"),
    Line("page", "search", "事故", "--limit", "2", "--after", "86#4", "--snippet", "20"),
    Line("count", "search", "事故 端末", "--within", "meeting", "--count"),
    Line("beside", "search", "kind:event 説明", "--limit", "2", "--snippet", "30"),
    Line("who", "who", "事故 OR 端末", "--format", "csv"),
    Line("synonyms", "search", "法令遵守"),
    Line("error", "search", "事故 （報告 ＯＲ"),
    Line("field", "search", "speker:江崎"),
  ]

  @Test(arguments: lines)
  func isAsReviewed(_ line: Line) throws {
    let program = try Program()
    defer { program.cleanUp() }
    _ = try program.run("ingest", MainJobTests.minutes)
    let result = try program.run(line.arguments)
    let text =
      "$ shingi \(line.arguments.joined(separator: " "))\n\(result.output)"
      + "-- standard error, status \(result.status)\n\(result.errors)"
    let file = Self.golden.appending(path: line.name + ".txt")
    if ProcessInfo.processInfo.environment["SHINGI_UPDATE_GOLDEN"] != nil {
      try FileManager.default.createDirectory(at: Self.golden, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(text == (try? String(contentsOf: file, encoding: .utf8)))
  }

  @Test func aSavedSearchShowsEachStatementOnce() throws {
    let program = try Program()
    defer { program.cleanUp() }
    _ = try program.run("ingest", MainJobTests.minutes)
    let query = "基準 NEAR/20 (報告 OR 届出)"
    #expect(try program.run("watch", "add", "a", query, "--speaker", "江崎").status == 0)
    #expect(try program.run("watch", "add", "a", query).status == 2)
    let counted = try program.run("search", query, "--speaker", "江崎", "--count").output
    let first = try program.run("watch", "run", "a", "--format", "jsonl")
    #expect(first.status == 0)
    #expect("\(first.output.split(separator: "\n").count)\n" == counted)
    _ = try program.run("ingest", MainJobTests.minutes)
    #expect(try program.run("watch", "run").status == 1)
    #expect(try program.run("watch", "add", "b", "事故", "--seen").status == 0)
    #expect(try program.run("watch", "run", "b").status == 1)
    #expect(try program.run("watch", "list", "--format", "csv").output.contains("NEAR/20"))
    #expect(try program.run("watch", "remove", "a").status == 0)
    #expect(try program.run("watch", "run", "a").status == 2)
  }
}
