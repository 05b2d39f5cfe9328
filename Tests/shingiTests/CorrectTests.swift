import Foundation
import Testing

/// Human decisions from the command line, on the shipped sample.
@Suite struct CorrectTests {
  @Test func decisionsFromMakingToCarryingOver() throws {
    let program = try Program()
    defer { program.cleanUp() }
    #expect(
      try program.run(["ingest", Program.project.appending(path: "Corpus/minutes").path, "--quiet"])
        .status == 0)
    // 86#5 is 江崎's or not; the human says 相田.
    let made = try program.run(["correct", "speaker", "86#5", "相田", "--by", "試験"])
    #expect(made.status == 0)
    #expect(made.output.hasPrefix("d-"))
    #expect(try program.run(["show", "86#5"]).output.contains("相田 仁"))
    #expect(try program.run(["rebuild", "--all"]).status == 0)
    #expect(try program.run(["show", "86#5"]).output.contains("相田 仁"))
    #expect(try program.run(["verify"]).output == "ok\n")
    let listed = try program.run(["correct", "--list", "--format", "csv"])
    #expect(listed.output.contains("inForce"))
    let id = String(made.output.prefix { $0 != " " })
    let exported = try program.run(["curation", "export"])
    #expect(exported.output.split(separator: "\n").count == 1)
    #expect(try program.run(["correct", "--undo", id, "--by", "試験"]).status == 0)
    #expect(try !program.run(["show", "86#5"]).output.contains("相田 仁（"))
    #expect(try program.run(["curation", "export"]).output.hasPrefix(exported.output))
    #expect(try program.run(["correct", "--undo", id, "--by", "試験"]).status == 2)
    #expect(try program.run(["correct", "stance", "86#4", "maybe", "--by", "試験"]).status == 2)
    #expect(try program.run(["correct", "speaker", "86#4", "無名氏", "--by", "試験"]).status == 2)
  }

  @Test func personsAnswerByTheirIds() throws {
    let program = try Program()
    defer { program.cleanUp() }
    #expect(
      try program.run(["ingest", Program.project.appending(path: "Corpus/minutes").path, "--quiet"])
        .status == 0)
    let csv = try program.run(["people", "江崎", "--format", "csv"]).output
    let id = try #require(csv.split(whereSeparator: \.isNewline).last?.split(separator: ",").first)
    #expect(try program.run(["show", String(id)]).output.contains("江崎 浩"))
    #expect(try program.run(["search", "", "--speaker", String(id), "--count"]).status == 0)
    #expect(try program.run(["people", "--proposed"]).status == 1)
  }
}
