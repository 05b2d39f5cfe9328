import ArgumentParser
import Deliberation
import Foundation
import Pipeline
import Reports
import Store

/// Prints the position summary of meetings, agenda items, persons, provisions or search results.
struct Summary: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Summarise the positions on a meeting, an agenda item, a person, a provision or a search.",
    discussion: """
      The summary is extractive: template words around verbatim clauses, each with its address. \
      Nothing stands in it that nobody said, and silence is never counted. Several records stand one \
      after another by date. Without an address the conditions choose among all meetings.

      EXAMPLES
        shingi summary 86/1.2
        shingi summary 86 --speaker 江崎
        shingi summary 86 --by speaker
        shingi summary 86 --matrix --format svg > 86.svg
        shingi summary 電気通信事業法28条
        shingi summary --query 報告基準 --from 2024-04
        shingi summary 86 --format docx --output 86.docx
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var filter: FilterOptions

  @Argument(
    help: """
      Meetings (86), agenda items (86/1.2), statements (86#12), or provisions (電気通信事業法28条, or \
      LAW#ELEMENT by e-Gov's ids) on which statements of any meeting touch.
      """)
  var address: [String] = []

  @Option(help: ArgumentHelp("Only statements with these words.", valueName: "query"))
  var query = ""

  @Option(help: "The sections: agenda, or speaker (what each person said on each item).")
  var by = SummaryGrouping.agenda

  @Flag(help: "Print a matrix instead: speakers by agenda items, with the stances in each cell.")
  var matrix = false

  @Option(
    help:
      "How to print: md, html, json or docx (by pandoc); of a matrix: table, csv, md, json or svg.")
  var format: SummaryFormat?

  @Option(help: ArgumentHelp("Where to write, instead of standard output.", valueName: "file"))
  var output: String?

  func validate() throws {
    let forms = matrix ? SummaryFormat.ofMatrix : SummaryFormat.ofSummary
    if let format, !forms.contains(format) {
      let names = forms.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        "--format \(format.rawValue) is not for a \(matrix ? "matrix" : "summary"); choose \(names)."
      )
    }
    if format == .docx, output == nil {
      throw ValidationError("--format docx needs a file to write to: --output FILE.")
    }
    if address.isEmpty, !filter.isSet, query.allSatisfy(\.isWhitespace) {
      throw ValidationError(
        "say of what: an address (86, 86/1.2), a provision, or a condition such as --query or --speaker."
      )
    }
  }

  func run() throws {
    let store = try index.reader()
    let sources = try choice(store).sources(address)
    if sources.isEmpty { throw ExitCode.nothingFound }
    if matrix {
      try write(try rendered(sources.map(PositionMatrix.init)))
      return
    }
    let summary = PositionSummary(of: sources, by: by)
    switch format ?? .md {
    case .html: try write(summary.html)
    case .json: try write(summary.json.pretty)
    case .docx: try Pandoc.write(summary.html, to: output ?? "")
    default: try write(summary.markdown)
    }
  }

  private func choice(_ store: RecordStore) throws -> SummaryChoice {
    SummaryChoice(
      store: store, conditions: try filter.query(query, in: index),
      hasConditions: filter.isSet || !query.allSatisfy(\.isWhitespace), subject: subject,
      provisions: { [index, filter] in
        try ProvisionNames(laws: try LawShelf(index: index).laws, bodies: filter.body)
          .address(of: $0)
      })
  }

  /// What the conditions ask for, in words.
  private var subject: String? {
    var words: [String] = []
    if !filter.speaker.isEmpty { words.append("発言者：" + filter.speaker.joined(separator: "、")) }
    if !filter.law.isEmpty { words.append("条文：" + filter.law.joined(separator: "、")) }
    if !filter.article.isEmpty { words.append("条：" + filter.article.joined(separator: "、")) }
    if !query.allSatisfy(\.isWhitespace) { words.append("検索語：\(query)") }
    return words.isEmpty ? nil : words.joined(separator: "　") + "　該当する発言"
  }

  private func rendered(_ matrices: [PositionMatrix]) throws -> String {
    let format = format ?? .table
    if matrices.count > 1, format == .csv || format == .svg {
      throw ValidationError(
        "--format \(format.rawValue) holds one meeting, and \(matrices.count) are asked for; name one."
      )
    }
    return matrices.map { matrix in
      switch format {
      case .csv: return matrix.table.rendered(as: .csv)
      case .json: return matrix.table.rendered(as: .json)
      case .svg: return matrix.svg
      case .md:
        return "# \(Markdown.escaped(matrix.title))\n\n\(matrix.table.rendered(as: .md))\n"
          + "\(PositionMatrix.note)\n"
      default:
        let isTerminal = output == nil
        return matrix.text(
          width: isTerminal ? Output.columns : nil, bold: isTerminal && Output.allowsColour)
      }
    }.joined(separator: "\n")
  }

  private func write(_ text: String) throws {
    guard let output else { return Output.write(text) }
    do {
      try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
    } catch {
      throw ValidationError("\(output) cannot be written: \(error.localizedDescription)")
    }
  }
}

/// The forms of a summary and of a matrix.
enum SummaryFormat: String, CaseIterable, ExpressibleByArgument {
  case md, html, json, docx, table, csv, svg

  static let ofSummary: [SummaryFormat] = [.md, .html, .json, .docx]
  static let ofMatrix: [SummaryFormat] = [.table, .csv, .md, .json, .svg]
}

extension SummaryGrouping: ExpressibleByArgument {}

extension FilterOptions {
  /// Whether any condition is set.
  var isSet: Bool {
    let lists = [speaker, role, org, body, meeting, agenda, law, article]
    return lists.contains { !$0.isEmpty } || from != nil || until != nil || !stance.isEmpty
      || !basis.isEmpty
  }
}
