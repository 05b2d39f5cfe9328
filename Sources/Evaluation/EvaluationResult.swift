package import Deliberation
import JapaneseText
package import Reports

/// How near records come to their gold annotations: all figures pooled over the documents, each
/// with n and a 95 % interval.
///
/// Shares carry Wilson's interval, F1 a bootstrap over statements with a fixed seed. What each
/// figure means is said in `Evaluation.docc`.
package struct EvaluationResult: Hashable, Sendable {
  package var documents: Int
  package var figures: [Figure]
  /// Everything that is not as the gold has it, for a reader who wants to know why.
  package var differences: [Difference]

  /// Compares records with their gold.
  package static func compare(_ pairs: [(record: Record, gold: Gold)]) -> EvaluationResult {
    compare(pairs.map { Comparison(record: $0.record, gold: $0.gold) })
  }

  /// Compares records with their gold, and looks evidence up in the source where it is given.
  package static func compare(_ cases: [Comparison]) -> EvaluationResult {
    let measured = [
      HeadMeasures.measure(cases), TurnMeasures.measure(cases), StanceMeasures.measure(cases),
      LinkMeasures.measure(cases), SummaryMeasures.measure(cases),
      IntegrityMeasures.measure(cases),
    ]
    return EvaluationResult(
      documents: cases.count, figures: measured.flatMap(\.figures).filter { $0.value != nil },
      differences: measured.flatMap(\.differences))
  }

  /// The figure with a key (`turns`, `stanceLenient`); nil where nothing was there to measure.
  package func figure(_ key: String) -> Figure? { figures.first { $0.key == key } }

  /// One line a figure.
  package var report: Table {
    Table(
      columns: [
        TableColumn("figure", "key"), TableColumn("title", "figure"), TableColumn("unit", "unit"),
        TableColumn("value", "value", numeric: true), TableColumn("low", "low", numeric: true),
        TableColumn("high", "high", numeric: true), TableColumn("n", "n", numeric: true),
        TableColumn("precision", "precision", numeric: true),
        TableColumn("recall", "recall", numeric: true),
        TableColumn("right", "right", numeric: true),
        TableColumn("wrong", "wrong", numeric: true),
        TableColumn("missed", "missed", numeric: true),
      ],
      rows: figures.map { figure in
        [
          .string(figure.key), .string(figure.title), .string(figure.unit),
          rounded(figure.value), rounded(figure.interval?.low), rounded(figure.interval?.high),
          .integer(figure.n), rounded(figure.precision), rounded(figure.recall),
          .integer(figure.right), .integer(figure.wrong), .integer(figure.missed),
        ]
      })
  }

  /// The differences, one a line.
  package var differencesTable: Table {
    Table(
      columns: [
        TableColumn("figure", "figure"), TableColumn("place", "place"),
        TableColumn("expected", "expected"), TableColumn("found", "found"),
      ],
      rows: differences.map {
        [.string($0.figure), .string($0.place), .text($0.expected), .text($0.found)]
      })
  }

  /// The report with the number of documents, for machines.
  package var json: JSONValue {
    [
      "documents": .integer(documents), "figures": .array(report.objects),
      "differences": .array(differencesTable.objects),
    ]
  }

  /// Three digits: more would be noise at these n.
  private func rounded(_ value: Double?) -> JSONValue {
    value.map { .number(($0 * 1000).rounded() / 1000) } ?? .null
  }
}
