import JapaneseText
import Minutes
import Testing

/// PDF, Word, and files that are not read.
@Suite struct FileReaderTests {
  @Test func readsAPDFWithItsPages() throws {
    let source = try Readers.read(try fixture("midori.pdf"), name: "midori.pdf")
    #expect(source.reader == "pdf/1")
    #expect(source.lines.last?.page == 4)
    #expect(source.lineTexts.contains("会長        青山 一郎"))
    // Kangxi radicals stay as they are.
    #expect(source.lineTexts.contains { $0.contains("⽰された資料1") })
    #expect(source.furniture.count == 7)
    #expect(source.brokenPromise == nil)
  }

  @Test func readsColumnsOneAfterTheOther() throws {
    let source = try Readers.read(try fixture("columns.pdf"), name: "x")
    #expect(source.lineTexts[19].hasPrefix("これは左の段"))
    #expect(source.lineTexts[20].hasPrefix("こちらは右の段"))
    #expect(source.notes == ["2 pages in columns put in reading order"])
  }

  @Test func refusesDamagedPDFs() throws {
    let whole = try fixture("midori.pdf")
    #expect(throws: ReadError.self) { try Readers.read(Array(whole.prefix(2000)), name: "x") }
    let patched = Array(whole.prefix(1000)) + Array("\n%%EOF\n".utf8)
    #expect(throws: ReadError.self) { try Readers.read(patched, name: "x") }
    let scan = #expect(throws: ReadError.self) {
      try Readers.read(try fixture("scan.pdf"), name: "x")
    }
    #expect(scan.map { "\($0)" }?.contains("OCR") == true)
  }

  @Test func readsWord() throws {
    let source = try Readers.read(try fixture("midori.docx"), name: "x")
    #expect(source.reader == "docx/1")
    #expect(
      source.lineTexts == [
        "第３回　みどり審議会　議事録", "１． 日時", "令和６年４月１２日（金）\t10:00～ ", "２． 出席者", "（ア） 委員",
        "会長", "青山 一郎", "ほか", "点の項目", "○青山会長", "それでは、始めます。", "以上",
      ])
    #expect(
      source.outline == ["1 第３回　みどり審議会　議事録", "1/1 日時", "1/2 出席者", "2/1 委員", "1- 点の項目"])
    #expect(source.lines.last?.page == 2)
    #expect(source.brokenPromise == nil)
  }

  @Test func refusesDamagedWord() throws {
    let whole = try fixture("midori.docx")
    #expect(throws: ReadError.self) { try Readers.read(Array(whole.prefix(700)), name: "x") }
  }

  @Test(arguments: [
    ("bomb.docx", "unpacks to more than 64 MiB"), ("entities.docx", "entities"),
    ("locked.pdf", "password"),
  ])
  func refusesHostileFiles(_ name: String, _ word: String) throws {
    let bytes = try fixture(name)
    let error = #expect(throws: ReadError.self) { try Readers.read(bytes, name: name) }
    let description = error?.description ?? ""
    #expect(description.contains(word), "\(description)")
  }

  @Test(arguments: [
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], [0x89, 0x50, 0x4E, 0x47, 13, 10],
    [0xFF, 0xD8, 0xFF, 0xE0], [0x1F, 0x8B, 8, 0], Array("PK\u{3}\u{4} xl/workbook.xml".utf8),
    Array("PK\u{3}\u{4} pictures".utf8), Array("{\\rtf1 }".utf8),
  ])
  func namesTheRemedyForOtherFormats(_ bytes: [UInt8]) {
    let error = #expect(throws: ReadError.self) { try Readers.read(bytes, name: "x.txt") }
    guard case .unsupported(_, let remedy)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!remedy.isEmpty)
  }

  @Test func refusesEmptyBlankAndBinaryFiles() {
    #expect(throws: ReadError.empty) { try Readers.read([], name: "x") }
    #expect(throws: ReadError.empty) { try read(" \r\n\u{3000}\t\n\u{FEFF}") }
    #expect(throws: ReadError.binary) { try Readers.read([0x41, 0, 1, 2, 0, 0, 0x42], name: "x") }
    #expect(throws: ReadError.binary) {
      try Readers.read(Array(repeating: 0x01, count: 100), name: "x")
    }
  }
}
