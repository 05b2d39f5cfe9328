import Markup
import Testing

@Suite struct MarkupXMLTests {
  @Test func keepsMixedContentInOrder() throws {
    let root = try MarkupParser.xml(Array("<a x='1'>前<b>中</b>後<c/>末<!-- 注 --></a>".utf8))
    #expect(root.name == "a")
    #expect(root["x"] == "1")
    #expect(root.children.count == 5)
    #expect(root.text == "前中後末")
    #expect(root.first("b")?.text == "中")
  }

  @Test func countsLinesFromOne() throws {
    let root = try MarkupParser.xml(Array("<a>\n<b>\n本文\n</b>\n<c/>\n</a>".utf8))
    #expect(root.line == 1)
    #expect(root.first("b")?.line == 2)
    #expect(root.first("c")?.line == 5)
    guard case .text(_, let line) = root.first("b")?.children.first else {
      Issue.record("no text")
      return
    }
    #expect(line == 2)
  }

  @Test func dropsNamespacePrefixes() throws {
    let root = try MarkupParser.xml(Array("<w:p xmlns:w='urn:x' w:val='7'><w:t>字</w:t></w:p>".utf8))
    #expect(root.name == "p")
    #expect(root["val"] == "7")
    #expect(root.first("t")?.text == "字")
  }

  @Test func readsDeclaredEncodings() throws {
    let shiftJIS: [UInt8] = [0x8B, 0x63]  // 議
    let bytes = Array("<?xml version='1.0' encoding='Shift_JIS'?><a>".utf8) + shiftJIS
    #expect(try MarkupParser.xml(bytes + Array("</a>".utf8)).text == "議")
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://localhost/x.dtd'> %x;]><a/>",
    "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;'>]><a b='&y;'/>",
  ])
  func refusesEntities(_ document: String) {
    #expect(throws: MarkupError.entities) { try MarkupParser.xml(Array(document.utf8)) }
  }

  @Test func refusesDeepNestingAndAcceptsTheLimit() throws {
    let deep = String(repeating: "<a>", count: 257) + String(repeating: "</a>", count: 257)
    #expect(throws: MarkupError.tooDeep(limit: 256)) { try MarkupParser.xml(Array(deep.utf8)) }
    let fine = String(repeating: "<a>", count: 256) + String(repeating: "</a>", count: 256)
    #expect(try MarkupParser.xml(Array(fine.utf8)).descendants("a").count == 255)
    let million = String(repeating: "<a>", count: 1_000_000)
    #expect(throws: MarkupError.self) { try MarkupParser.xml(Array(million.utf8)) }
  }

  @Test(arguments: ["<a><b></a>", "<a>&undeclared;</a>", "text", "<a>", "\u{0}", "<a>\u{1}</a>"])
  func refusesWhatIsNotWellFormed(_ document: String) {
    #expect(throws: MarkupError.self) { try MarkupParser.xml(Array(document.utf8)) }
    #expect(throws: MarkupError.empty) { try MarkupParser.xml([]) }
  }
}

@Suite struct MarkupHTMLTests {
  @Test func readsUnclosedTagsAndEntities() throws {
    let page = "<p>甲&nbsp;乙<p>丙<ul><li>一<li>二</ul><br>末&#x8b70;"
    let root = try MarkupParser.html(Array(page.utf8))
    #expect(root.name == "html")
    #expect(root.descendants("p").map(\.text) == ["甲\u{A0}乙", "丙"])
    #expect(root.descendants("li").map(\.text) == ["一", "二"])
    #expect(root.text.hasSuffix("末議"))
  }

  @Test func ignoresTheDeclaredCharset() throws {
    let page = "<html><head><meta charset=Shift_JIS></head><body>審議会</body></html>"
    #expect(try MarkupParser.html(Array(page.utf8)).firstDescendant("body")?.text == "審議会")
  }

  @Test func countsLines() throws {
    let page = "<html>\n<body>\n<!-- a\nb -->\n<p>一\n二</p>\n<p\nid=x>三</p>\n</body></html>"
    let paragraphs = try MarkupParser.html(Array(page.utf8)).descendants("p")
    #expect(paragraphs.map(\.line) == [5, 8])
  }

  @Test func flattensDeepNesting() throws {
    let deep =
      String(repeating: "<b>", count: 2_000) + "底" + String(repeating: "</b>", count: 2_000)
    #expect(try MarkupParser.html(Array(deep.utf8)).text == "底")
    let tooDeep =
      String(repeating: "<b>", count: 100_000) + String(repeating: "</i>", count: 100_000)
    #expect(throws: MarkupError.tooDeep(limit: 4096)) { try MarkupParser.html(Array(tooDeep.utf8)) }
  }

  @Test func readsLongTexts() throws {
    let long = String(repeating: "長い段落。", count: 1_000_000)
    let root = try MarkupParser.html(Array("<p>\(long)</p>".utf8))
    #expect(root.text.utf8.count == long.utf8.count)
    let xml = try MarkupParser.xml(Array("<p>\(long)</p>".utf8))
    #expect(xml.text.utf8.count == long.utf8.count)
  }
}
