import ArgumentParser
import Deliberation
import Foundation
import Pipeline
import Store

/// Reads minutes into the index.
struct Ingest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read minutes into the index.",
    discussion: """
      Each file is one transaction: it is read as a whole or not at all. The same file again changes \
      nothing; a corrected file keeps the addresses of the statements that are still there.

      EXAMPLES
        shingi ingest minutes/ 86.txt
        curl -s https://example.jp/gijiroku.html | shingi ingest -
        shingi ingest --replaces 86 86-kakutei.pdf
      """)

  @OptionGroup var index: IndexOption

  @Option(help: ArgumentHelp("The record that the file takes the place of.", valueName: "address"))
  var replaces: String?

  @Option(help: "The name under which standard input is known.")
  var name = "standard-input"

  @Flag(help: "Refuse records in which anything is doubtful.")
  var strict = false

  @Flag(name: .shortAndLong, help: "Print nothing but errors and the counts.")
  var quiet = false

  @Argument(help: "Files and folders; - reads standard input.")
  var paths: [String]

  func validate() throws {
    guard !paths.isEmpty else { throw ValidationError("Name at least one file or folder.") }
    if replaces != nil, paths.count != 1 {
      throw ValidationError("--replaces goes with exactly one file.")
    }
  }

  func run() async throws {
    let corpus = try CorpusData(folder: try CorpusData.locate())
    let store = try index.writer()
    let pipeline = MinutesPipeline(
      corpus: corpus.with(try LawTexts(laws: corpus.laws, store: store), store: store))
    var counts = IngestCounts()
    let (files, errors) = MinutesFiles.list(paths.filter { $0 != "-" })
    for error in errors { counts.add(.failed(error), quiet: quiet) }
    if replaces != nil, files.count > 1 {
      throw ValidationError("--replaces goes with exactly one file, not a folder of several.")
    }
    if paths.contains("-") {
      counts.add(readStandardInput(pipeline, store), quiet: quiet)
    }
    await pipeline.ingest(files, into: store, replacing: replaces, strict: strict) { result in
      counts.add(result, quiet: quiet)
      Diagnostics.progress("\(counts.files)/\(files.count)")
    }
    Diagnostics.endProgress()
    Output.write(counts.line)
    if counts.failed > 0 { throw ExitCode.failed }
  }

  private func readStandardInput(_ pipeline: MinutesPipeline, _ store: RecordStore) -> IngestResult
  {
    let bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
    do {
      let reading = try pipeline.read(bytes, path: name)
      let outcome = try pipeline.save(reading, into: store, replacing: replaces, strict: strict)
      return .saved(path: name, outcome: outcome, reading: reading)
    } catch {
      return .failed(error)
    }
  }
}

/// What an ingest did, for its last line.
private struct IngestCounts {
  var files = 0
  var failed = 0
  var unchanged = 0
  var records = 0
  var statements = 0
  var events = 0
  var findings = 0

  mutating func add(_ result: IngestResult, quiet: Bool) {
    files += 1
    switch result {
    case .failed(let error):
      failed += 1
      Diagnostics.endProgress()
      Diagnostics.write("Error: \(error)")
    case .saved(_, let outcome, let reading):
      switch outcome.status {
      case .unchanged, .replaced: unchanged += 1
      case .added, .updated: break
      }
      for record in reading.records {
        records += 1
        statements += record.statements.count
        events += record.events.count
        findings += record.findings.count
        guard !quiet else { continue }
        write(record.findings, of: record.source.file)
      }
    }
  }

  /// The first findings of a record; `shingi findings` has them all.
  private func write(_ findings: [Finding], of file: String) {
    let shown = 10
    Diagnostics.endProgress()
    for finding in findings.prefix(shown) {
      let place = finding.line.map { ":\($0)" } ?? ""
      Diagnostics.write("\(file)\(place): \(finding.message)")
    }
    if findings.count > shown {
      Diagnostics.write("\(file): \(findings.count - shown) more: shingi findings")
    }
  }

  var line: String {
    var parts = [
      "files \(files)", "records \(records)", "statements \(statements)", "events \(events)",
      "findings \(findings)",
    ]
    if unchanged > 0 { parts.append("unchanged \(unchanged)") }
    if failed > 0 { parts.append("failed \(failed)") }
    return parts.joined(separator: " · ")
  }
}
