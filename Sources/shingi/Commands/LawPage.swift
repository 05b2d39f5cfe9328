import Deliberation
import JapaneseText
import Pipeline
import Reports
import Statutes
import Store

/// A provision as text and as JSON.
struct LawPage {
  let revision: StoredRevision
  let elements: [LawElement]
  /// What was said about it; nil where nobody asked.
  let discussion: LawDiscussion?
  private let anchors: [String: String]

  init(
    text: LawText, revision: StoredRevision, elements: [LawElement], discussion: LawDiscussion?
  ) {
    self.revision = revision
    self.elements = elements
    self.discussion = discussion
    anchors = Dictionary(
      text.provisions.map { ($0.element, $0.anchor) }, uniquingKeysWith: { first, _ in first })
  }

  var text: String {
    let number = revision.number.isEmpty ? "" : "（\(revision.number)）"
    var lines = [
      "\(revision.title)\(number) \(revision.law)",
      revision.revision ?? "時点不明 \(revision.file)",
    ]
    for element in elements { append(element, depth: 0, to: &lines) }
    guard let discussion else { return lines.joined(separator: "\n") }
    if discussion.entries.isEmpty { lines.append("この条項を扱う発言は索引にない") }
    let inferred = discussion.inferred
    if !inferred.isEmpty {
      lines.append("推定（議事・応答・類似から。発言の語に条項を示すものはない）")
      lines += inferred.map { "  ▸ " + $0.line }
    }
    return lines.joined(separator: "\n")
  }

  private func append(_ element: LawElement, depth: Int, to lines: inout [String]) {
    let indent = String(repeating: "  ", count: depth)
    if let caption = element.caption { lines.append(indent + caption) }
    let isDocument = PassageID.isDocument(revision.law)
    let place = depth == 0 && !isDocument ? ElementID(element.id)?.words ?? "" : ""
    let head = element.title.isEmpty ? place : element.title
    let words = [head, element.text].filter { !$0.isEmpty }.joined(separator: "　")
    if !words.isEmpty {
      lines.append(indent + words.split(separator: "\n").joined(separator: "\n  " + indent))
    }
    for row in element.printedRows {
      let cells = row.map { cell in
        cell.isContinued && !cell.text.isEmpty
          ? "〃" : cell.text.split(separator: "\n").joined(separator: " ")
      }
      lines.append(indent + "  | " + cells.joined(separator: " | ") + " |")
    }
    for entry in discussion?.direct(at: element.id) ?? [] {
      lines.append(indent + "  ▸ " + entry.line)
    }
    let isGroup =
      isDocument
      ? element.id == "Mp" : (ElementID(element.id)?.steps.last?.level ?? .part) < .article
    for child in element.children {
      append(child, depth: isGroup ? depth : depth + 1, to: &lines)
    }
  }

  /// The page as JSON; a table has its cells as the text has them (`rows`) with what each takes
  /// (`spans`, as rows and columns), where any takes more than one place.
  func json(warning: String?) -> JSONValue {
    var members = [
      JSONMember("law", .string(revision.law)), JSONMember("title", .string(revision.title)),
      JSONMember("number", .string(revision.number)),
      JSONMember("revision", .text(revision.revision)),
      JSONMember("from", .text(revision.from?.description)),
      JSONMember("until", .text(revision.until?.description)),
      JSONMember("note", .text(warning)),
      JSONMember("elements", .array(elements.map(value))),
    ]
    if let discussion {
      members.append(JSONMember("statements", .array(discussion.entries.map(\.json))))
    }
    return .object(members)
  }

  private func value(_ element: LawElement) -> JSONValue {
    [
      "elm": .string(element.id), "anchor": .text(anchors[element.id]),
      "title": .string(element.title), "caption": .text(element.caption),
      "text": .string(element.text), "rows": .array(element.rows.map { .texts($0) }),
      "spans": .array(
        element.spans.map { row in
          .array(row.map { .array([.integer($0.rows), .integer($0.columns)]) })
        }),
      "children": .array(element.children.map(value)),
    ]
  }
}
