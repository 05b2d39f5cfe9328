import Foundation
package import Store

extension MinutesPipeline {
  /// The pipeline for an index: with the laws that it holds and what was decided in it.
  ///
  /// Decisions that the program is shipped with (`Corpus/corrections/*.jsonl`) and that the index
  /// does not have yet are taken over and applied.
  ///
  /// - Throws: `IngestError.corpus` for a damaged file of corrections, `StoreError` from the index.
  package static func opened(_ corpus: CorpusData, store: RecordStore) throws -> MinutesPipeline {
    let corpus = corpus.with(try LawTexts(laws: corpus.laws, store: store), store: store)
    let shipped = try corpus.corrections()
    if !shipped.isEmpty {
      _ = try MinutesPipeline(corpus: corpus).decide(shipped, in: store)
    }
    return MinutesPipeline(corpus: corpus, corrections: try store.corrections())
  }

  /// Records decisions in the index and derives anew what they are about, all or nothing.
  ///
  /// - Returns: How many were new, and what became of the records.
  @discardableResult
  package func decide(
    _ decisions: [Decision], in store: RecordStore
  ) throws(StoreError) -> (added: Int, changes: [RecordChange]) {
    try store.decide(decisions) { file, corrections in
      let reading = try read(file.bytes, path: file.path, corrections: corrections)
      return (reading.file, reading.records)
    }
  }
}

extension CorpusData {
  /// The decisions of `corrections/*.jsonl`, by the names of the files; none where there is no such
  /// folder.
  ///
  /// - Throws: `IngestError.corpus` naming the file and the line that is wrong.
  package func corrections() throws(IngestError) -> [Decision] {
    let folder = folder.appending(path: "corrections")
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      return []
    }
    var decisions: [Decision] = []
    for name in names.sorted() where name.hasSuffix(".jsonl") {
      let file = folder.appending(path: name)
      do {
        decisions += try CurationLines.decisions(
          String(decoding: Data(contentsOf: file), as: UTF8.self))
      } catch {
        throw .corpus(file: file.path, reason: "\(error)")
      }
    }
    return decisions
  }
}
