import Deliberation
import Foundation
import JapaneseText
import Statutes
import Testing

/// A row of a table in `Cases/`.
struct CitationCase: Sendable, CustomTestStringConvertible {
  let line: Int
  let form: String
  let place: String
  let text: String
  let expected: [String]

  var testDescription: String { "\(line) \(form): \(text)" }

  /// The context that the second column describes.
  func context(_ keys: [String: String]) -> CitationContext {
    var context = CitationContext(date: CalendarDate("2025-05-13"))
    if place.hasPrefix("body=") {
      context.bodies = [[String(place.dropFirst(5)), "架空委員会"]]
    } else if place.hasPrefix("on:") {
      context.date = CalendarDate(String(place.dropFirst(3)))
    } else if place.hasPrefix("def:") {
      let parts = place.dropFirst(4).split(separator: "=").map(String.init)
      context.definitions = [parts[0]: keys[parts[1]] ?? parts[1]]
    } else if place != "-" {
      let parts = place.split(separator: "#").map(String.init)
      context.law = keys[parts[0]]
      context.element = parts[1]
    }
    return context
  }

  /// Found citations in the words of the last column.
  static func printed(_ found: [Citation], in text: Scalars, keys: [String: String]) -> [String] {
    let names = Dictionary(keys.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return found.map { citation in
      let words = text.text(citation.span).replacing("\n", with: "↵")
      var targets = citation.targets.map { target in
        let law = names[target.provision.law] ?? target.provision.law
        return "\(law)#\(target.provision.element ?? "")"
          + (target.provision.row.map { "%" + $0.label } ?? "")
      }.joined(separator: ",")
      if let reason = citation.unresolved { targets += "!\(reason.rawValue)" }
      if citation.isEach { targets += "*" }
      if let part = citation.part { targets += "@\(part.rawValue)" }
      return "\(words) => \(targets)"
    }
  }
}

/// The table of cases with the keys of its laws.
struct CitationTable: Sendable {
  let keys: [String: String]
  let cases: [CitationCase]

  static let shared: CitationTable = load()

  private static func load() -> CitationTable {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Cases")
    var keys: [String: String] = [:]
    var cases: [CitationCase] = []
    for name in ["citations.tsv", "forms.tsv"] {
      let path = folder.appendingPathComponent(name)
      let lines = (try? String(contentsOf: path, encoding: .utf8))?.split(
        separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in (lines ?? []).enumerated() where !line.hasPrefix("#") && !line.isEmpty {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 4 else { continue }
        if fields[0] == "law" {
          keys[fields[1]] = fields[2]
        } else {
          cases.append(
            CitationCase(
              line: index + 1, form: fields[0], place: fields[1],
              text: fields[2].replacing("↵", with: "\n"),
              expected: fields[3] == "-" ? [] : fields[3].components(separatedBy: " ; ")))
        }
      }
    }
    return CitationTable(keys: keys, cases: cases)
  }
}
