import Foundation
import Testing

/// Whole archives of laws (`all_xml.zip`): streamed, and refused as a whole where they are unsound.
@Suite struct LawArchiveTests {
  private static func members(_ count: Int) -> [ZipFile.Member] {
    (1...count).map { number in
      let three = String(repeating: "0", count: 3 - "\(number)".count) + "\(number)"
      let revision = "506AC0000000\(three)_20250601_000000000000000"
      return ZipFile.Member(
        "\(revision)/\(revision).xml",
        LawFixtures.xml(
          title: "標識第\(number)号法", number: "令和六年法律第\(number)号", words: "灯台\(number)を置く。"))
    }
  }

  @Test func everyMemberIsAdded() throws {
    let program = try Program()
    defer { program.cleanUp() }
    let list = [ZipFile.Member("all_law_list.csv", "法令番号,法令名\n"), .init("empty/", "")]
    let other = [ZipFile.Member("note.xml", "<note>法令ではない</note>")]
    let file = try program.write("all_xml.zip", ZipFile.data(list + Self.members(40) + other))
    let result = try program.run("law", "add", file)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("texts 41 · added 40 · passed over 1"), "\(result.output)")
    let shown = try program.run("law", "show", "506AC0000000037#Mp-At_2", "--as-of", "2025-07-01")
    #expect(shown.output.contains("灯台37を置く。"))
    #expect(try program.run("law", "add", file).output.contains("unchanged 40"))
  }

  /// An archive that is not to be unpacked.
  struct Bad: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: Data
    let message: String
  }

  static let bad: [Bad] = {
    let whole = ZipFile.data(members(3))
    var damaged = whole
    damaged[400] ^= 0x55
    return [
      Bad(testDescription: "cut off", bytes: whole.prefix(whole.count / 2), message: "damaged"),
      Bad(testDescription: "a wrong byte", bytes: damaged, message: "damaged"),
      Bad(testDescription: "no archive", bytes: Data("PK".utf8), message: "damaged"),
      Bad(
        testDescription: "a name that leads out",
        bytes: ZipFile.data([.init("../../etc/x.xml", "<Law/>")]), message: "leads out"),
      Bad(
        testDescription: "an absolute name",
        bytes: ZipFile.data([.init("/etc/x.xml", "<Law/>")]), message: "leads out"),
      Bad(
        testDescription: "a bomb",
        bytes: ZipFile.data([.init("x.xml", "<Law/>", statedSize: 2_000_000_000)]),
        message: "zip bomb"),
      Bad(
        testDescription: "a password", bytes: ZipFile.data([.init("x.xml", "<Law/>", flags: 1)]),
        message: "password"),
      Bad(testDescription: "no XML", bytes: ZipFile.data([.init("x.csv", "1")]), message: "no XML"),
    ]
  }()

  @Test(arguments: bad)
  func aBadArchiveChangesNothing(_ bad: Bad) throws {
    let program = try Program()
    defer { program.cleanUp() }
    _ = try program.run(
      "law", "add", try program.write("\(LawFixtures.revision).xml", LawFixtures.xml()))
    let before = try program.run("law", "list", "--format", "csv").output
    let result = try program.run("law", "add", try program.write("bad.zip", bad.bytes))
    #expect(result.status == 2)
    #expect(
      result.errors.contains("bad.zip") && result.errors.contains(bad.message), "\(result.errors)")
    #expect(try program.run("law", "list", "--format", "csv").output == before)
  }
}
