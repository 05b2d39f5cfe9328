import ArgumentParser
import Deliberation
import Foundation
import JapaneseText
import Pipeline
import Statutes

/// Measures how fast citations are found in law texts, and how fast a record is linked.
struct BenchCite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite", abstract: "Find citations in law texts; link one record.",
    discussion: "CPU seconds of this process on one core, the best of several rounds.")

  @Argument(help: "Law XML files, or folders of them.")
  var paths: [String]

  @Option(help: "The record to link.")
  var minutes = "Corpus/minutes/ip-network-086.txt"

  @Option(help: "How many rounds.")
  var rounds = 5

  func run() throws {
    let corpus = try CorpusData(folder: try CorpusData.locate())
    let (sources, _) = LawSource.list(paths)
    var texts: [LawText] = []
    for source in sources {
      guard let data = try? Data(contentsOf: URL(filePath: source.path)),
        let text = try? LawXML.read([UInt8](data), name: source.name)
      else { continue }
      texts.append(text)
    }
    find(in: texts, laws: corpus.laws)
    try link(corpus)
  }

  /// Finding alone over the sentences as one free text, then with every target resolved.
  private func find(in texts: [LawText], laws: LawCatalogue) {
    var sentences: Scalars = []
    for text in texts {
      for part in text.parts {
        part.visit { sentences += $0.text.scalars + ["\n"] }
      }
    }
    let megabytes = Double(String(sentences).utf8.count) / 1e6
    var count = 0
    let seconds = best {
      count = Citations.find(in: sentences, context: CitationContext(), laws: laws).count
    }
    print(
      "find     \(count) citations · \(form(megabytes)) MB · \(form(megabytes / seconds)) MB/s")
    var indexes: [String: LawIndex] = [:]
    for text in texts { indexes[text.law ?? ""] = LawIndex(text) }
    let fixed = indexes
    let resolving = best {
      count = texts.reduce(0) { sum, text in
        sum + LawCitations.find(in: text, laws: laws, date: nil, outlines: { fixed[$0] }).count
      }
    }
    print(
      "resolve  \(count) citations · \(form(megabytes)) MB · \(form(megabytes / resolving)) MB/s")
  }

  private func link(_ corpus: CorpusData) throws {
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: minutes)))
    let reading = try MinutesPipeline(corpus: corpus).read(bytes, path: minutes)
    guard var record = reading.records.first else { return }
    let seconds = best { corpus.link(&record) }
    print("link     \(record.statements.count) statements · \(form(seconds * 1000)) ms")
  }

  private func best(_ body: () -> Void) -> Double {
    (0..<max(1, rounds)).map { _ in
      let start = clock()
      body()
      return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }.min() ?? 0
  }

  private func form(_ value: Double) -> String { String(format: "%.1f", value) }
}
