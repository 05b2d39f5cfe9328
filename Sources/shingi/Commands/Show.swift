import ArgumentParser
import Deliberation
import Reports
import Store

/// Shows what an address names.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show a meeting, an agenda item or a statement, with where it stands in the source.",
    discussion: """
      EXAMPLES
        shingi show 86
        shingi show 86/1.2
        shingi show 86#12 --context 2
        shingi show 86#12 --format json
        shingi show p-0123456789ab
      """)

  @OptionGroup var index: IndexOption

  @Argument(
    help:
      "Meeting (86), agenda item (86/1.2), statement (86#12), sentence (86#12.3) or person (p-…)."
  )
  var address: String

  @Option(help: ArgumentHelp("How many statements to show before and behind.", valueName: "n"))
  var context = 0

  @Option(help: "How to print: text or json.")
  var format: ShowFormat = .text

  func validate() throws {
    guard context >= 0 else { throw ValidationError("--context takes a whole number from 0.") }
  }

  func run() throws {
    let store = try index.reader()
    if address.hasPrefix("p-") {
      var output = OutputOption()
      output.format = format == .json ? .json : .table
      output.lang = .ja
      try output.write(try People.table(store, address, output))
      return
    }
    let place = try store.resolve(address)
    let record = try store.record(at: place.recordAddress)
    let page = RecordPage(record: record, address: place.recordAddress)
    switch place.part {
    case nil:
      Output.write(
        format == .json
          ? RecordJSON.value(of: record, address: place.recordAddress).pretty : page.meeting)
    case .agenda(let path):
      let indices = record.statements.indices.filter { index in
        record.statements[index].agenda.contains { path.includes($0) }
      }
      print(Array(indices), page, heading: page.agendaItem(path))
    case .statement(let number):
      print(around(number, record), page, heading: nil, whole: true)
    case .sentence(let number, let sentence):
      print(around(number, record), page, heading: page.sentence(number, sentence), whole: true)
    }
  }

  /// The statement with a number and those around it.
  private func around(_ number: String, _ record: Record) -> [Int] {
    guard let at = record.statements.firstIndex(where: { $0.number == number }) else { return [] }
    let last = record.statements.count - 1
    return Array(max(0, at - context)...min(last, at + context))
  }

  private func print(_ indices: [Int], _ page: RecordPage, heading: String?, whole: Bool = false) {
    if format == .json {
      let values = indices.map { page.statementJSON($0) }
      Output.write((values.count == 1 ? values[0] : .array(values)).pretty)
      return
    }
    let parts = indices.map { whole ? page.statement($0) : page.turn($0) }
    Output.write(([heading].compactMap(\.self) + parts).joined(separator: "\n\n"))
  }
}

/// The forms of `show`.
enum ShowFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
