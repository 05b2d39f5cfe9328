import Deliberation
import Reports
import Store

/// The text of a file as its reader gave it, line by line: where every answer leads back to.
struct SourcePage: Page {
  let file: SourceFile
  let address: String

  var template: String { "source" }

  func title(_ words: Words) -> String {
    file.path.split(separator: "/").last.map(String.init) ?? ""
  }

  /// Lines as readers count them: at line feeds, carriage returns before them left out.
  private var lines: [String] {
    file.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0.last == "\r" ? $0.dropLast() : $0)
    }
  }

  func view(_ place: Surroundings) -> View {
    [
      "heading": title(place.words), "address": address,
      "meetingHref": place.links.meeting(address),
      "sha256": file.sha256, "reader": file.reader,
      "lines": lines.enumerated().map { index, text -> View in
        ["number": String(index + 1), "text": text]
      },
    ]
  }

  var json: JSONValue {
    [
      "file": .string(title(Words(.ja))), "sha256": .string(file.sha256),
      "reader": .string(file.reader), "text": .string(file.text),
    ]
  }
}
