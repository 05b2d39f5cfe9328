import ArgumentParser
import Deliberation
import Foundation
import Minutes
import Pipeline
import Store

/// Reader and parser by family and by size, and the whole ingest.
struct BenchParse: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Measure reading and parsing by family and size, and the whole ingest of a folder.",
    discussion: """
      Megabytes are those of the text in UTF-8, whatever the file holds beside it. Reader and parser \
      run on one core; the ingest runs on all. Without the folder of documents, minutes of councils \
      that do not exist are made up with a fixed seed.
      """)

  @Option(help: "The folder with minutes/dev and bulk.")
  var data = "../shared/data"

  @Option(help: "Sizes in megabytes of text for the cost by size.")
  var sizes: [Int] = [1, 10, 100]

  @Flag(help: "Only the families.")
  var families = false

  @Flag(help: "Only the ingest.")
  var ingest = false

  func run() async throws {
    let folder = URL(filePath: data, directoryHint: .isDirectory)
    let documents = BenchDocuments(folder)
    if !ingest {
      print("documents: \(documents.isReal ? folder.standardizedFileURL.path : "made up")")
      measureFamilies(documents)
    }
    if !ingest && !families { measureSizes(documents) }
    if !families { try await measureIngest(documents) }
  }

  private func measureFamilies(_ documents: BenchDocuments) {
    print("\nreader + parser, one core\nfamily                 files   MB text    MB/s")
    var all = (bytes: 0, seconds: 0.0)
    for (family, files) in documents.families {
      let measured = BenchTime.repeated(seconds: 1.5) { files.reduce(0) { $0 + Self.parse($1) } }
      all.bytes += measured.bytes / measured.runs
      all.seconds += measured.seconds / Double(measured.runs)
      print(
        BenchTime.cell(family, 20), BenchTime.cell(files.count, 7),
        BenchTime.cell(Double(measured.bytes) / Double(measured.runs) / 1e6, 9),
        BenchTime.cell(Double(measured.bytes) / 1e6 / measured.seconds, 7))
    }
    print(
      BenchTime.cell("all", 20), BenchTime.cell("", 7),
      BenchTime.cell(Double(all.bytes) / 1e6, 9),
      BenchTime.cell(Double(all.bytes) / 1e6 / all.seconds, 7))
  }

  private func measureSizes(_ documents: BenchDocuments) {
    print(
      "\ncost by size: one file up to 10 MB, above that several (peak: resident of the process)")
    print("form         MB text   seconds    MB/s  peak MB")
    for form in BenchDocuments.Form.allCases {
      for size in sizes {
        let files = documents.recombined(form, megabytes: size)
        guard !files.isEmpty else { continue }
        BenchTime.resetPeak()
        let measured = BenchTime.once { files.reduce(0) { $0 + Self.parse($1) } }
        print(
          BenchTime.cell(form.rawValue, 10), BenchTime.cell(Double(measured.bytes) / 1e6, 9),
          BenchTime.cell(measured.seconds, 9),
          BenchTime.cell(Double(measured.bytes) / 1e6 / measured.seconds, 7),
          BenchTime.cell(BenchTime.peakMegabytes, 8))
      }
    }
  }

  private func measureIngest(_ documents: BenchDocuments) async throws {
    let temporary = FileManager.default.temporaryDirectory
      .appending(path: "shingi-bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: temporary) }
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    let files = try documents.files(in: temporary)
    let bytes = files.reduce(0) { sum, file in
      let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
      return sum + (size ?? 0)
    }
    let store = try RecordStore(path: temporary.appending(path: "bench.sqlite").path)
    let corpus = try CorpusData(folder: try CorpusData.locate())
    let pipeline = try MinutesPipeline.opened(corpus, store: store)
    var statements = 0
    var failed = 0
    BenchTime.resetPeak()
    let start = ContinuousClock.now
    await pipeline.ingest(files, into: store) { result in
      switch result {
      case .saved(_, _, let reading):
        statements += reading.records.reduce(0) { $0 + $1.statements.count }
      case .failed: failed += 1
      }
    }
    let seconds = BenchTime.seconds(since: start)
    print(
      """

      whole ingest, everything derived, \(ProcessInfo.processInfo.activeProcessorCount) cores
      files \(files.count) · MB \(BenchTime.cell(Double(bytes) / 1e6, 0)) · statements \(statements) \
      · failed \(failed)
      seconds \(BenchTime.cell(seconds, 0)) · peak MB \(BenchTime.cell(BenchTime.peakMegabytes, 0))
      """)
    try store.close()
  }

  /// The bytes of text of a file that was read and parsed.
  private static func parse(_ file: BenchDocuments.File) -> Int {
    guard let source = try? Readers.read(file.bytes, name: file.name) else { return 0 }
    let records = try? Parser.records(in: source, file: file.name, sha256: "0")
    precondition(records?.isEmpty == false, "\(file.name) is not read as minutes")
    return file.textBytes ?? source.scalars.reduce(0) { $0 + UTF8.width($1) }
  }
}
