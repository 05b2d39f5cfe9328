import ArgumentParser
import Deliberation
import Evaluation
import Foundation
import JapaneseText
import Pipeline
import Reports
import Store

/// Measures the program against annotation by hand.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the program against gold annotations.",
    discussion: """
      Reads every annotated document anew, compares it with its annotation, and prints all figures \
      with n and a 95 % interval, pooled over the documents. The index is not used. Documents are \
      looked for by their SHA-256 in Corpus/ and in the folders named with --documents.

      EXAMPLES
        shingi evaluate Corpus/gold
        shingi evaluate Corpus/gold --differences
        shingi evaluate Corpus/gold/external --documents ../shared/data/minutes/dev
      """)

  @OptionGroup var output: OutputOption

  @Argument(help: "Annotation files, or folders of them.")
  var gold: [String]

  @Option(help: ArgumentHelp("A folder with annotated documents.", valueName: "folder"))
  var documents: [String] = []

  @Flag(help: "List everything that is not as the annotation has it.")
  var differences = false

  func run() throws {
    let corpus = try CorpusData(folder: try CorpusData.locate())
    let pipeline = MinutesPipeline(corpus: corpus)
    let library = DocumentLibrary(folders: [corpus.folder.path] + documents)
    var cases: [Comparison] = []
    var failed = false
    var absent: [String] = []
    for file in try annotationFiles() {
      let name = URL(filePath: file).lastPathComponent
      let gold = try Gold(json: [UInt8](Data(contentsOf: URL(filePath: file))), name: name)
      guard let document = library.path(sha256: gold.source.sha256) else {
        absent.append(gold.source.file)
        continue
      }
      do {
        let bytes = try [UInt8](Data(contentsOf: URL(filePath: document)))
        let reading = try pipeline.read(bytes, path: document)
        let comparison = gold.best(of: reading.records).map { record in
          Comparison(record: record, gold: gold, source: reading.file.text.scalars)
        }
        cases.append(comparison ?? Comparison(unread: gold))
      } catch let error as IngestError {
        Diagnostics.write("Error: \(error)")
        cases.append(Comparison(unread: gold))
        failed = true
      }
    }
    if !absent.isEmpty {
      Diagnostics.write(
        "\(absent.count) annotated documents are not at hand (\(absent[0]) …): "
          + "name their folder with --documents")
    }
    let evaluation = EvaluationResult.compare(cases)
    if output.format == .json {
      Output.write(evaluation.json.pretty)
    } else {
      try output.write(differences ? evaluation.differencesTable : evaluation.report)
    }
    if failed { throw ExitCode.failed }
  }

  private func annotationFiles() throws -> [String] {
    let (files, errors) = MinutesFiles.list(gold)
    if let error = errors.first { throw error }
    return files.filter { $0.hasSuffix(".json") }
  }
}

/// Documents by the hash of their bytes.
private struct DocumentLibrary {
  private var paths: [String: String] = [:]

  init(folders: [String]) {
    for file in MinutesFiles.list(folders).files {
      guard let bytes = try? Data(contentsOf: URL(filePath: file)) else { continue }
      paths[SHA256.hex(bytes)] = file
    }
  }

  func path(sha256: String) -> String? { paths[sha256] }
}

extension Gold {
  /// The record of a file that the annotation is about: that of its number and date, else the first.
  fileprivate func best(of records: [Record]) -> Record? {
    records.first { record in
      (meeting.date == nil || meeting.date == .some(record.meeting.date))
        && (meeting.number == nil || meeting.number == .some(record.meeting.number))
    } ?? records.first
  }
}
