import ArgumentParser
import Foundation
import Pipeline
import Store

/// Carries human decisions from index to index.
struct Curation: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Export and import human decisions as JSON Lines.",
    discussion: """
      The form is lossless: an import adds what is not there yet, applies it, and leaves the rest \
      alone. Files in Corpus/corrections have this form and are applied by every ingest.

      EXAMPLES
        shingi curation export > decisions.jsonl
        shingi curation import decisions.jsonl
      """,
    subcommands: [CurationExport.self, CurationImport.self])
}

/// Writes all decisions.
struct CurationExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print all decisions, one a line, those taken back too.")

  @OptionGroup var index: IndexOption

  func run() throws {
    let decisions = try index.reader().decisions()
    guard !decisions.isEmpty else { throw ExitCode.nothingFound }
    Output.write(CurationLines.text(decisions))
  }
}

/// Takes decisions over.
struct CurationImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take over decisions that the index does not have yet.")

  @OptionGroup var index: IndexOption

  @Argument(help: "Files of JSON Lines; - reads standard input.")
  var files: [String]

  func run() throws {
    var decisions: [Decision] = []
    for file in files { decisions += try Self.read(file) }
    let store = try index.writer()
    let pipeline = try MinutesPipeline.opened(
      try CorpusData(folder: try CorpusData.locate()), store: store)
    let added = try pipeline.decide(decisions, in: store).added
    Output.write("decisions \(decisions.count) · new \(added)")
  }

  private static func read(_ file: String) throws -> [Decision] {
    let data: Data
    if file == "-" {
      data = FileHandle.standardInput.readDataToEndOfFile()
    } else {
      do {
        data = try Data(contentsOf: URL(filePath: file))
      } catch {
        throw ValidationError("\(file): cannot be read; check the path and its permissions.")
      }
    }
    do {
      return try CurationLines.decisions(String(decoding: data, as: UTF8.self))
    } catch {
      throw ValidationError("\(file): \(error)")
    }
  }
}
