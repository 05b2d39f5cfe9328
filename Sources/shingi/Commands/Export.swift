import ArgumentParser
import Reports
import Store

/// Prints records for other programs.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print records as JSON, the contract with other programs.",
    discussion: """
      With an address one record; without one all records, as JSON Lines. --schema prints the JSON \
      Schema that every record is valid against.

      EXAMPLES
        shingi export 86 > 86.json
        shingi export --format jsonl | jq -r '.meeting.address'
        shingi export --schema
      """)

  @OptionGroup var index: IndexOption

  @Argument(help: "The record; all of them where it is left out.")
  var address: String?

  @Option(help: "json or jsonl (default: json for one record, jsonl for all).")
  var format: ExportFormat?

  @Flag(help: "Print the JSON Schema of a record.")
  var schema = false

  func run() throws {
    if schema {
      Output.write(RecordSchema.value.pretty)
      return
    }
    let store = try index.reader()
    if let address {
      let place = try store.resolve(address)
      let value = RecordJSON.value(
        of: try store.record(at: place.recordAddress), address: place.recordAddress)
      Output.write(format == .jsonl ? value.compact : value.pretty)
      return
    }
    var all: [JSONValue] = []
    var any = false
    try store.forEachRecord { address, record in
      any = true
      let value = RecordJSON.value(of: record, address: address)
      if format == .json { all.append(value) } else { Output.write(value.compact) }
    }
    if format == .json { Output.write(JSONValue.array(all).pretty) }
    if !any { throw ExitCode.nothingFound }
  }
}

/// The forms of an export.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case json, jsonl
}
