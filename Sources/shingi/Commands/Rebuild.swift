import ArgumentParser
import Deliberation
import Pipeline
import Store

/// Derives everything anew from the sources in the index.
struct Rebuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Derive everything anew from the sources in the index.",
    discussion: """
      For a new version of the program or of its lexicons and catalogues. Addresses and human \
      decisions stay as they are. Files that this version derived are left alone, unless --all.

      EXAMPLES
        shingi rebuild
        shingi rebuild --all
      """)

  @OptionGroup var index: IndexOption

  @Flag(help: "Also the files that this very version has derived.")
  var all = false

  func run() throws {
    let corpus = try CorpusData(folder: try CorpusData.locate())
    let store = try index.writer()
    let pipeline = MinutesPipeline(
      corpus: corpus.with(try LawTexts(laws: corpus.laws, store: store), store: store))
    var counts = (files: 0, rebuilt: 0, failed: 0)
    var changes: [RecordChange] = []
    try store.forEachFile { file in
      counts.files += 1
      Diagnostics.progress("\(counts.files)")
      guard all || !pipeline.isCurrent(file) else { return }
      do {
        let reading = try pipeline.read(file.bytes, path: file.path)
        changes += try store.rederive(reading.file, records: reading.records).records
        counts.rebuilt += 1
      } catch let error as IngestError {
        counts.failed += 1
        Diagnostics.endProgress()
        Diagnostics.write("Error: \(error); its record stays as it was")
      }
    }
    Diagnostics.endProgress()
    for change in changes where change.changed + change.added + change.withdrawn > 0 {
      Output.write(
        "\(change.address): changed \(change.changed) · added \(change.added) · withdrawn \(change.withdrawn)"
      )
    }
    Output.write("files \(counts.files) · rebuilt \(counts.rebuilt) · failed \(counts.failed)")
    if counts.failed > 0 { throw ExitCode.failed }
  }
}
