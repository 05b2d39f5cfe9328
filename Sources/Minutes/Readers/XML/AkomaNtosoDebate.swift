import JapaneseText
import Markup

/// Debates of Akoma Ntoso: headings and narrative as text, `speech` with the person that its `by`
/// refers to (`TLCPerson`), paragraphs as lines.
enum AkomaNtosoDebate {
  static func read(_ root: Element) -> JSONForm.Reading {
    var names: [String: String] = [:]
    for person in root.descendants("TLCPerson") {
      if let id = person["id"] ?? person["eId"] { names["#" + id] = person["showAs"] ?? id }
    }
    var meeting = StructuredMeeting()
    root.visit { element in
      switch element.name {
      case "meta": return false
      case "heading", "docTitle", "docDate", "narrative", "scene", "summary":
        if let value = value(element) {
          meeting.parts.append(.text(value))
        }
        return false
      case "speech", "question", "answer":
        let by = element["by"].map { names[$0] ?? String($0.drop { $0 == "#" }) }
        if let value = value(element) {
          let speaker = by.flatMap { StructuredValue($0, line: element.line) }
          meeting.parts.append(
            speaker == nil ? .text(value) : .speech(value, about: [("speaker", speaker)]))
        }
        return false
      default: return true
      }
    }
    return JSONForm.Reading(meetings: [meeting])
  }

  /// The paragraphs of an element as lines, white space collapsed.
  private static func value(_ element: Element) -> StructuredValue? {
    let paragraphs = element.descendants("p")
    let lines = (paragraphs.isEmpty ? [element] : paragraphs).map { paragraph in
      paragraph.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let line = (paragraphs.first ?? element).line
    return StructuredValue(lines.joined(separator: "\n"), line: line)
  }
}
