import ArgumentParser
import Reports

/// In which form to print a list.
struct OutputOption: ParsableArguments {
  @Option(help: "How to print: table, json, jsonl, csv or md.")
  var format: TableFormat = .table

  @Option(help: "The language of headings: ja or en (CSV and JSON always have the keys).")
  var lang: Language = .ja

  /// Prints a table in the form asked for.
  ///
  /// - Throws: `ExitCode.nothingFound` where it has no rows.
  func write(_ table: Table) throws {
    var table = table
    if lang == .en { for index in table.columns.indices { table.columns[index].title = table.columns[index].key } }
    if !(table.rows.isEmpty && format == .table) {
      Output.write(
        table.rendered(as: format, width: Output.columns, bold: Output.allowsColour))
    }
    if table.rows.isEmpty { throw ExitCode.nothingFound }
  }
}

/// The languages of headings.
enum Language: String, CaseIterable, ExpressibleByArgument {
  case ja, en
}

extension TableFormat: ExpressibleByArgument {}
