import Foundation
import Testing

/// Bad input gets one clear line that names the file, and leaves the index as it was.
@Suite struct BadInputTests {
  static let minutes = Program.project.appending(path: "Corpus/minutes/ip-network-086.txt").path

  static let cases: [(name: String, bytes: Data)] = [
    ("empty.txt", Data()),
    ("blank.txt", Data("\n\n  \n".utf8)),
    ("junk.bin", Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) })),
    ("truncated.pdf", Data("%PDF-1.7\n1 0 obj\n<< /Type /Catalog".utf8)),
    ("mixed.txt", Data("○山田委員　賛成です。\n".utf8) + Data([0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x0A])),
    ("letter.txt", Data("明日の昼食は外で取ることにした。\n".utf8)),
    (
      "agenda.txt",
      Data(
        """
        緑川町総合計画審議会（第３回）議事次第
        日時：令和６年４月10日（水）10時00分～12時00分
        １．開会
        ２．計画案について
        ３．閉会
        配布資料
        資料１ 計画案（PDF：120KB）
        """.utf8)
    ),
  ]

  @Test(arguments: cases.map(\.name))
  func aBadFileIsRefusedAndTheIndexStays(_ name: String) throws {
    let program = try Program()
    defer { program.cleanUp() }
    _ = try program.run("ingest", Self.minutes)
    let before = try program.run("export", "--format", "jsonl").output
    let bytes = try #require(Self.cases.first { $0.name == name }?.bytes)
    let result = try program.run("ingest", try program.write(name, bytes))
    #expect(result.status == 2)
    #expect(result.errors.contains(name), "\(result.errors)")
    #expect(try program.run("export", "--format", "jsonl").output == before)
  }

  @Test func oneBadFileDoesNotStopTheFolder() throws {
    let program = try Program()
    defer { program.cleanUp() }
    let folder = program.folder.appending(path: "in").path
    _ = try program.write("in/a-bad.txt", Data([0xFF, 0x00, 0x01]))
    _ = try program.write("in/good.txt", try Data(contentsOf: URL(filePath: Self.minutes)))
    let result = try program.run("ingest", folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("a-bad.txt"))
    #expect(try program.run("show", "86#1").status == 0)
  }

  @Test func aMissingFileIsNamed() throws {
    let program = try Program()
    defer { program.cleanUp() }
    let result = try program.run("ingest", "no/such/file.txt")
    #expect(result.status == 2)
    #expect(result.errors.contains("no/such/file.txt"))
  }

  @Test(.enabled(if: getuid() != 0, "root may read every folder"))
  func aFolderWithoutPermissionIsNamed() throws {
    let program = try Program()
    defer { program.cleanUp() }
    let closed = program.folder.appending(path: "closed").path
    try FileManager.default.createDirectory(
      atPath: closed, withIntermediateDirectories: true, attributes: [.posixPermissions: 0])
    let result = try program.run("ingest", closed)
    #expect(result.status == 2)
    #expect(result.errors.contains("closed"))
  }

  @Test func standardInputIsRead() throws {
    let program = try Program()
    defer { program.cleanUp() }
    let bytes = try Data(contentsOf: URL(filePath: Self.minutes))
    #expect(try program.run(["ingest", "-"], input: bytes).status == 0)
    #expect(try program.run("show", "86#4").output.contains("内田 真人"))
  }

  @Test func aFileThatIsNoIndexIsNamed() throws {
    var program = try Program()
    defer { program.cleanUp() }
    program.environment["SHINGI_INDEX"] = try program.write("not-an-index", "hello")
    let result = try program.run("search", "事故")
    #expect(result.status == 2)
    #expect(result.errors.contains("not-an-index"))
  }
}
