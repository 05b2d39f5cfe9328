import JapaneseText
import Markup

extension LawBodyReader {
  /// The element of a part or of what stands in it, with all below it; every word that is neither
  /// title nor caption nor sentence is kept in `text` or in `rows`.
  static func fill(_ made: inout LawElement, from element: Element, root: String, without: String?)
  {
    let mark = marks[element.name]
    var tables = TableRows()
    var used: [String: Int] = [:]
    var groups = 0
    for child in element.elements {
      let name = child.name
      if name == without || name == mark?.title { continue }
      switch name {
      case "ArticleCaption", "ParagraphCaption":
        made.caption = (made.caption ?? "") + words(of: child)
      case "TableStruct", "Table": tables.add(child)
      case _ where name == mark?.sentence:
        made.text = made.text.isEmpty ? words(of: child) : made.text + "\n" + words(of: child)
      case "SupplProvisionAppdxTable", "SupplProvisionAppdxStyle", "SupplProvisionAppdx":
        groups += 1
        var appendix = LawElement(
          id: "\(made.id)-Spat_\(groups)", title: words(of: child.first(name + "Title")))
        fill(&appendix, from: child, root: appendix.id, without: name + "Title")
        made.children.append(appendix)
      case _ where marks[name] != nil:
        made.children.append(self.child(child, of: made.id, root: root, used: &used))
      default:
        let text = words(of: child)
        guard !text.isEmpty else { continue }
        made.text += made.text.isEmpty ? text : "\n" + text
      }
    }
    made.rows = tables.rows
    made.spans = tables.spans
  }

  /// A chapter, an article, a paragraph, an item with its id: by its number, or where the text
  /// numbers none by its place; a number that stands twice gets `x2`.
  ///
  /// `path` is the id of the parent, `root` that of the part, from which articles count (their
  /// numbers are unique in it, so that chapters are left out of the short form).
  private static func child(
    _ element: Element, of path: String, root: String, used: inout [String: Int]
  ) -> LawElement {
    let mark = marks[element.name]
    var number = element["Num"] ?? ""
    if number.isEmpty {
      used["#" + element.name, default: 0] += 1
      number = "\(used["#" + element.name] ?? 1)"
    }
    let key = "\(element.name) \(number)"
    used[key, default: 0] += 1
    if let times = used[key], times > 1 { number += "x\(times)" }
    let base = element.name == "Article" ? root : path
    var made = LawElement(
      id: "\(base)-\(mark?.prefix ?? element.name)_\(number)",
      title: words(of: mark?.title.flatMap(element.first)))
    made.isDeleted = element["Delete"] == "true" || isDeleted(element)
    fill(&made, from: element, root: root, without: nil)
    return made
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
