import ArgumentParser
import Deliberation
import JapaneseText
import Pipeline
import Reports
import Statutes

/// Prints the citations in the text of a law.
struct LawCitations: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "citations",
    abstract: "Print every citation in the text of a law, one JSON object a line.",
    discussion: """
      Each has the element that holds the words (from); its span counts the words of that element, \
      or of the cell of its table.

      EXAMPLES
        shingi law citations 360M50001000025 --as-of 2025-05-13
        shingi law citations 電気通信事業法 | jq -r '.unresolved // "resolved"' | sort | uniq -c
      """)

  @OptionGroup var index: IndexOption

  @Argument(help: "The law, by e-Gov's id or its title.")
  var law: String

  @Option(help: "The day whose revisions count (default: today).")
  var asOf: String?

  @Option(help: "How to print: jsonl.")
  var format: CitationsFormat = .jsonl

  func run() throws {
    let shelf = try LawShelf(index: index)
    let day = try asOf.map { try LawShelf.day($0, "--as-of") } ?? LawShelf.today
    let law = try ProvisionNames(laws: shelf.laws, date: nil).provision(law).law
    let (revision, standing, texts) = try shelf.text(of: law, on: day)
    if let warning = LawShelf.warning(revision, standing, on: day) {
      Diagnostics.write("Note: \(warning)")
    }
    let text = try texts.text(of: revision)
    let own = LawIndex(text)
    let others = shelf.laws.outlines?(day)
    let found = Statutes.LawCitations.find(in: text, laws: shelf.laws, date: day) { id in
      id == law ? own : others?(id)
    }
    var elements: [String: LawElement] = [:]
    for part in text.parts {
      part.visit { if elements[$0.id] == nil { elements[$0.id] = $0 } }
    }
    var lines: [String] = []
    for item in found {
      guard let element = elements[item.element] else { continue }
      let words = item.cell.map { element.rows[$0.row][$0.column] } ?? element.text
      let from = Provision(law: law, element: item.element)
      lines.append(CitationJSON.value(of: item.citation, in: words.scalars, from: from).compact)
    }
    guard !lines.isEmpty else { throw ExitCode.nothingFound }
    Output.write(lines.joined(separator: "\n"))
  }
}

/// The forms of `law citations`.
enum CitationsFormat: String, CaseIterable, ExpressibleByArgument {
  case jsonl
}
