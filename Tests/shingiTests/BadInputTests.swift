import Foundation
import Testing

/// Bad input gets one clear line that names the file, and leaves the index as it was.
@Suite struct BadInputTests {
  static let minutes = Program.project.appending(path: "Corpus/minutes/ip-network-086.txt").path

  /// A file that is refused.
  struct BadFile: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: Data
    var testDescription: String { name }
  }

  static let agendaPage = """
    緑川町総合計画審議会（第３回）議事次第
    日時：令和６年４月10日（水）10時00分～12時00分
    １．開会
    ２．計画案について
    ３．閉会
    配布資料
    資料１ 計画案（PDF：120KB）
    """

  static let cases: [BadFile] = [
    BadFile(name: "empty.txt", bytes: Data()),
    BadFile(name: "blank.txt", bytes: Data("\n\n  \n".utf8)),
    BadFile(name: "junk.bin", bytes: junk),
    BadFile(name: "truncated.pdf", bytes: Data("%PDF-1.7\n1 0 obj\n<< /Type /Catalog".utf8)),
    BadFile(name: "mixed.txt", bytes: mixed),
    BadFile(name: "letter.txt", bytes: Data("明日の昼食は外で取ることにした。\n".utf8)),
    BadFile(name: "agenda.txt", bytes: Data(agendaPage.utf8)),
  ]

  /// Bytes without any form, the same in every run.
  static var junk: Data {
    var state: UInt32 = 86
    var bytes = Data()
    for _ in 0..<4096 {
      state = state &* 1_664_525 &+ 1_013_904_223
      bytes.append(UInt8(state >> 24))
    }
    return bytes
  }

  /// A line in UTF-8, then one in Shift_JIS.
  static var mixed: Data {
    var bytes = Data("○山田委員　賛成です。\n".utf8)
    bytes.append(contentsOf: [0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x0A])
    return bytes
  }

  @Test(arguments: cases)
  func aBadFileIsRefusedAndTheIndexStays(_ file: BadFile) throws {
    let program = try Program()
    defer { program.cleanUp() }
    _ = try program.run("ingest", Self.minutes)
    let before = try program.run("export", "--format", "jsonl").output
    let result = try program.run("ingest", try program.write(file.name, file.bytes))
    #expect(result.status == 2)
    #expect(result.errors.contains(file.name), "\(result.errors)")
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
