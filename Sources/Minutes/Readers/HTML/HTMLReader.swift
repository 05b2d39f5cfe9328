import JapaneseText
import Markup

/// Web pages: the text is what a browser would show, a line for each block, `<br>` and table cell.
enum HTMLReader {
  static func recognises(_ utf8: [UInt8]) -> Bool { HTMLRecognition.recognises(utf8) }

  /// Throws `.unsupported` for a frameset, naming the files of the frames, and `.malformed` for a
  /// page without words.
  static func read(_ file: DecodedFile) throws(ReadError) -> SourceText {
    let root: Element
    do {
      root = try MarkupParser.html(file.utf8)
    } catch {
      throw .malformed(format: "HTML", detail: "\(error)")
    }
    return try read(root, encoding: file.encoding)
  }

  private static func read(_ root: Element, encoding: String) throws(ReadError) -> SourceText {
    if let frameset = root.firstDescendant("frameset") { throw frames(of: frameset) }
    var builder = DBSearchPage(root)?.builder() ?? page(root)
    guard builder.scalars.contains(where: { !$0.isSpace }) else {
      throw .malformed(
        format: "HTML", detail: "the page shows no words without its scripts or frames")
    }
    if encoding != "UTF-8" { builder.notes.append("decoded from \(encoding)") }
    return builder.source(reader: "html/1")
  }

  /// The title, where the content has no heading, then the content.
  private static func page(_ root: Element) -> SourceBuilder {
    let content = content(of: root)
    var flow = HTMLFlow()
    let isVoices = content.element.descendants("a").contains {
      $0["name"]?.hasPrefix("HUID") ?? false
    }
    if content.heading == nil, !isVoices, let title = title(of: root) { flow.title(title) }
    flow.add(content.element, isInContent: content.isMain)
    flow.markAnchoredSpeeches()
    return flow.finished()
  }

  private static func frames(of frameset: Element) -> ReadError {
    let files = frameset.descendants("frame").compactMap { $0["src"] }.prefix(8)
    return .unsupported(
      format: "a frameset page",
      remedy: "give the pages of its frames: \(files.joined(separator: ", "))")
  }

  /// The one main part of the page where it has one, else the whole page.
  private static func content(
    of root: Element
  ) -> (element: Element, isMain: Bool, heading: Element?) {
    var mains: [Element] = []
    root.visit { element in
      let isMain = element.name == "main" || element["role"] == "main"
      if isMain { mains.append(element) }
      return !isMain
    }
    if mains.count == 1, mains[0].text.unicodeScalars.contains(where: { !$0.isSpace }) {
      return (mains[0], true, heading(in: mains[0]))
    }
    return (root, false, heading(in: root))
  }

  private static func heading(in element: Element) -> Element? {
    element.firstDescendant("h1") ?? element.firstDescendant("h2")
  }

  private static func title(of root: Element) -> Node? {
    root.firstDescendant("title")?.children.first { node in
      node.text?.unicodeScalars.contains { !$0.isSpace } ?? false
    }
  }
}
