import JapaneseText
import Markup

/// Pages of the dbsearch system of assemblies: one element of class `voice__text` for each speech,
/// its label in `data-voice-title` or in an element of class `voice__title` before it.
struct DBSearchPage {
  private struct Voice {
    let element: Element
    let label: String?
  }

  private let root: Element
  private var voices: [Voice] = []
  private var title: Element?
  private var date: Element?

  /// `nil` where the page has no voices.
  init?(_ root: Element) {
    self.root = root
    var label: String?
    var voices: [Voice] = []
    var title: Element?
    var date: Element?
    root.visit { element in
      if let name = element["data-voice-title"] { label = name }
      guard element["class"] != nil || element.name == "time" else { return true }
      let names = (element["class"] ?? "").utf8.split(separator: 0x20).map { Substring($0) }
      if names.contains("voice__title") { label = element.text }
      if names.contains("view__title") || names.contains("command__docname") { title = element }
      if names.contains("command__date") || element.name == "time", date == nil { date = element }
      guard names.contains("voice__text") else { return true }
      voices.append(Voice(element: element, label: label.map(Self.trimmed)))
      return false
    }
    guard !voices.isEmpty else { return nil }
    self.voices = voices
    self.title = title
    self.date = date
  }

  /// The fields of the meeting, then the speeches.
  func builder() -> SourceBuilder {
    var flow = HTMLFlow()
    if let house = root.firstDescendant("title") {
      let name = house.text.split(separator: "|").last.map { Self.trimmed(String($0)) } ?? ""
      let kept = name.hasSuffix("検索") ? String(name.dropLast(2)) : name
      if kept.hasSuffix("議会会議録") {
        flow.field("house", text: String(kept.dropLast(3)), line: house.line)
      }
    }
    if let title { flow.field("title", text: title.text, line: title.line) }
    if let date { flow.field("date", text: date.text, line: date.line) }
    for voice in voices {
      flow.speech(voice.element, label: voice.label?.scalars)
    }
    return flow.finished()
  }

  private static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " || $0 == "\t" } }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
