import ArgumentParser
import Deliberation
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
    if lang == .en {
      for index in table.columns.indices { table.columns[index].title = table.columns[index].key }
    }
    if !(table.rows.isEmpty && format == .table) {
      Output.write(
        table.rendered(as: format, width: Output.columns, bold: Output.allowsColour))
    }
    if table.rows.isEmpty { throw ExitCode.nothingFound }
  }
}

extension OutputOption {
  /// Whether Japanese words stand for keys.
  private var usesWords: Bool { format.isForPeople && lang == .ja }

  func word(_ stance: Stance) -> JSONValue {
    .string(usesWords ? SummaryWords.stance(stance) : stance.rawValue)
  }

  func word(_ kind: SpeakerKind) -> String {
    usesWords ? SummaryWords.kind(kind) : kind.rawValue
  }

  func word(_ kind: TargetKind) -> String {
    usesWords ? SummaryWords.targetKind(kind) : kind.rawValue
  }

  func word(_ modality: Modality) -> String {
    usesWords ? SummaryWords.modality(modality) : modality.rawValue
  }
}

/// The languages of headings.
enum Language: String, CaseIterable, ExpressibleByArgument {
  case ja, en
}

extension TableFormat: ExpressibleByArgument {
  /// Whether people read it, so that words stand for keys.
  var isForPeople: Bool { self == .table || self == .md }
}
