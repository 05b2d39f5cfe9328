import ArgumentParser
import Deliberation
import Reports
import Store

/// Prints the position summary of a meeting, an agenda item or a person.
struct Summary: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Summarise the positions on a meeting, an agenda item, a statement or a person's part.",
    discussion: """
      The summary is extractive: template words around verbatim clauses, each with its address. \
      Nothing stands in it that nobody said, and silence is never counted.

      EXAMPLES
        shingi summary 86/1.2
        shingi summary 86 --speaker 江崎
        shingi summary 86 --format html > 86.html
      """)

  @OptionGroup var index: IndexOption

  @Argument(help: "Meeting (86), agenda item (86/1.2) or statement (86#12).")
  var address: String

  @Option(help: "Only what this person said, with the answers to it.")
  var speaker: String?

  @Flag(help: "Only the agenda item itself, without what lies below it.")
  var only = false

  @Option(help: "How to print: md, html or json.")
  var format: SummaryFormat = .md

  func run() throws {
    let store = try index.reader()
    let place = try store.resolve(address)
    let record = try store.record(at: place.recordAddress)
    let source = SummarySource(
      record: record, address: place.recordAddress, selection: try selection(place, record))
    let summary = PositionSummary(of: [source])
    switch format {
    case .md: Output.write(summary.markdown)
    case .html: Output.write(summary.html)
    case .json: Output.write(summary.json.pretty)
    }
  }

  private func selection(_ place: Resolved, _ record: Record) throws -> SummarySelection {
    if let speaker {
      let indices = record.statements.indices.filter { index in
        let statement = record.statements[index]
        return statement.speakerName?.contains(speaker) == true || statement.surname == speaker
      }
      if indices.isEmpty { throw ExitCode.nothingFound }
      if let person = record.statements[indices[0]].speaker { return .person(person) }
      return .statements(Set(indices))
    }
    switch place.part {
    case nil: return .whole
    case .agenda(let path): return .agenda(path, only: only)
    case .statement(let number), .sentence(let number, _):
      return .statements(
        Set(
          record.statements.indices.filter { index in
            record.statements[index].number == number
          }))
    }
  }
}

/// The forms of a summary.
enum SummaryFormat: String, CaseIterable, ExpressibleByArgument {
  case md, html, json
}
