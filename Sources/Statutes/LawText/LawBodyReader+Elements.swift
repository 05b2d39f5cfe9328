import JapaneseText
import Markup

extension LawBodyReader {
  /// The elements below one, each with its id; groups without an id of their own are opened.
  ///
  /// `path` is the id of the parent, `root` that of the part, from which articles count (their
  /// numbers are unique in it, so that chapters are left out of the short form).
  static func children(of element: Element, path: String, root: String) -> [LawElement] {
    element.elements.compactMap { child in
      guard let mark = marks[child.name] else { return nil }
      let number = child["Num"] ?? ""
      guard !number.isEmpty || child.name == "Paragraph" else { return nil }
      let base = child.name == "Article" ? root : path
      let id = "\(base)-\(mark.prefix)_\(number.isEmpty ? "1" : number)"
      var made = LawElement(
        id: id, title: words(of: mark.title.flatMap(child.first)),
        caption: (child.first("ArticleCaption") ?? child.first("ParagraphCaption")).map(words))
      made.text = mark.sentence.flatMap(child.first).map(words) ?? ""
      made.isDeleted = child["Delete"] == "true" || isDeleted(child)
      made.children = children(of: child, path: id, root: root)
      made.rows = child.elements("TableStruct").flatMap(rows)
      let lists = child.elements.filter { $0.name == "List" || $0.name == "AmendProvision" }
      for list in lists { made.text += "\n" + words(of: list) }
      return made
    }
  }

  private static func isDeleted(_ element: Element) -> Bool {
    guard element.name == "Article", element.elements("Paragraph").count == 1 else { return false }
    let sentence = words(of: element.firstDescendant("ParagraphSentence"))
    return sentence == "削除"
  }

  /// The text of an element without ruby; columns are parted by a blank.
  static func words(of element: Element?) -> String {
    guard let element else { return "" }
    var text = ""
    append(element, to: &text)
    return text
  }

  private static func append(_ element: Element, to text: inout String) {
    for node in element.children {
      switch node {
      case .text(let part, _):
        text += trimmed(part)
      case .element(let child):
        if child.name == "Rt" || child.name == "Fig" { continue }
        if child.name == "Column", !text.isEmpty { text += "　" }
        append(child, to: &text)
      }
    }
  }

  /// Text without the line ends and the indentation of the XML; U+3000 inside stays.
  private static func trimmed(_ text: String) -> String {
    if !text.unicodeScalars.contains(where: { $0.isLineEnd || $0 == " " || $0 == "\t" }) {
      return text
    }
    return text.split(whereSeparator: { $0.isNewline }).map { line in
      var scalars = line.unicodeScalars[...]
      while let first = scalars.first, first == " " || first == "\t" { scalars.removeFirst() }
      while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
      return String(String.UnicodeScalarView(scalars))
    }.joined()
  }

  /// The rows of the tables in an element, column by column.
  static func rows(in element: Element) -> [[String]] {
    element.descendants("TableRow").map { row in
      row.elements("TableColumn").map { words(of: $0) }
    }
  }

  /// How an element is marked in ids and where its title and its sentences stand.
  private struct Mark {
    let prefix: String
    let title: String?
    let sentence: String?
  }

  private static let marks: [String: Mark] = {
    var marks: [String: Mark] = [
      "Part": Mark(prefix: "Pa", title: "PartTitle", sentence: nil),
      "Chapter": Mark(prefix: "Ch", title: "ChapterTitle", sentence: nil),
      "Section": Mark(prefix: "Se", title: "SectionTitle", sentence: nil),
      "Subsection": Mark(prefix: "Ss", title: "SubsectionTitle", sentence: nil),
      "Division": Mark(prefix: "Di", title: "DivisionTitle", sentence: nil),
      "Article": Mark(prefix: "At", title: "ArticleTitle", sentence: nil),
      "Paragraph": Mark(prefix: "Pr", title: "ParagraphNum", sentence: "ParagraphSentence"),
      "Item": Mark(prefix: "It", title: "ItemTitle", sentence: "ItemSentence"),
    ]
    for depth in 1...10 {
      marks["Subitem\(depth)"] = Mark(
        prefix: "Si\(depth)", title: "Subitem\(depth)Title", sentence: "Subitem\(depth)Sentence")
    }
    return marks
  }()
}
