import Foundation
import JapaneseText
import Minutes
import Testing

/// Reads a text given as a string.
func read(_ text: String) throws -> SourceText {
  try Readers.read(Array(text.utf8), name: "test")
}

/// A fixture file of the readers.
func fixture(_ name: String) throws -> [UInt8] {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/readers")
  return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
}

extension SourceText {
  /// The words of the lines.
  var lineTexts: [String] { lines.map { text($0.span) } }

  /// The words under the marks that `kind` picks.
  func marked(_ kind: (SourceMarkKind) -> Bool) -> [String] {
    marks.filter { kind($0.kind) }.map { text($0.span) }
  }

  func fields(_ name: String) -> [String] { marked { $0 == .field(name: name) } }

  var speeches: [String] { marked { $0 == .speech } }
  var furniture: [String] { marked { $0 == .furniture } }

  /// `1 words` for headings, `1- words` or `1/3 words` for items of lists, in order.
  var outline: [String] {
    marks.compactMap { mark in
      switch mark.kind {
      case .heading(let level): "\(level) \(text(mark.span))"
      case .listItem(let level, let ordinal):
        "\(level)\(ordinal.map { "/\($0)" } ?? "-") \(text(mark.span))"
      default: nil
      }
    }
  }

  /// What every source text promises; the words of the first broken promise, or `nil`.
  var brokenPromise: String? {
    var end = 0
    var page = 1
    for line in lines {
      if line.span.from < end || line.span.to < line.span.from { return "lines overlap" }
      if !scalars[end..<line.span.from].allSatisfy(\.isLineEnd) { return "words between lines" }
      if scalars[line.span.range].contains(where: { $0 == "\n" || $0 == "\r" || $0 == "\u{0C}" }) {
        return "a line end within line \(line.number)"
      }
      if line.number < 1 { return "a line number below 1" }
      if let here = line.page {
        if here < page { return "pages go back" }
        page = here
      }
      end = line.span.to
    }
    if !scalars[end...].allSatisfy(\.isLineEnd) { return "words after the last line" }
    var start = 0
    for mark in marks {
      if mark.span.from < start { return "marks out of order" }
      if mark.span.to < mark.span.from || mark.span.to > scalars.count {
        return "a mark outside the text"
      }
      start = mark.span.from
    }
    return nil
  }
}
