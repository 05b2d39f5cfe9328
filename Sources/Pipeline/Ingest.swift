import Deliberation
import Foundation
package import Store

/// What happened to one file of an ingest.
package enum IngestResult: Sendable {
  case saved(path: String, outcome: SaveOutcome, reading: MinutesPipeline.Reading)
  case failed(IngestError)
}

extension MinutesPipeline {
  /// Ingests files one after the other in the order given: reading and parsing run ahead on all
  /// cores, saving is one transaction a file.
  ///
  /// The index is the same for any number of workers.
  ///
  /// - Parameters:
  ///   - paths: Files; folders must have been listed before (`MinutesFiles`).
  ///   - store: The index.
  ///   - replacing: The address of the record that the (single) file replaces.
  ///   - strict: Whether a record with findings is refused.
  ///   - workers: How many files are read at a time; nil for one a core, at least two.
  ///   - report: Called after each file, in order.
  package func ingest(
    _ paths: [String], into store: RecordStore, replacing: String? = nil, strict: Bool = false,
    workers: Int? = nil,
    report: (IngestResult) -> Void
  ) async {
    let ahead = workers ?? max(2, ProcessInfo.processInfo.activeProcessorCount)
    await withTaskGroup(of: (Int, Result<Reading, IngestError>).self) { group in
      var next = 0
      func startOne() {
        guard next < paths.count else { return }
        let index = next
        next += 1
        group.addTask { (index, self.load(paths[index])) }
      }
      for _ in 0..<ahead { startOne() }
      var waiting: [Int: Result<Reading, IngestError>] = [:]
      var turn = 0
      while let (index, result) = await group.next() {
        waiting[index] = result
        while let ready = waiting.removeValue(forKey: turn) {
          report(save(ready, into: store, replacing: replacing, strict: strict))
          turn += 1
          startOne()
        }
      }
    }
  }

  /// Saves what was read.
  package func save(
    _ reading: Reading, into store: RecordStore, replacing: String? = nil, strict: Bool = false
  ) throws(IngestError) -> SaveOutcome {
    let path = reading.file.path
    let findings = reading.records.reduce(0) { $0 + $1.findings.count }
    if strict, findings > 0 { throw .findings(file: path, count: findings) }
    do {
      return try store.save(reading.file, records: reading.records, replacing: replacing)
    } catch {
      throw .store(file: path, reason: error.description)
    }
  }

  private func load(_ path: String) -> Result<Reading, IngestError> {
    let bytes: [UInt8]
    do {
      bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
    } catch {
      return .failure(.unreadable(path: path, reason: MinutesFiles.reason(error)))
    }
    return Result { () throws(IngestError) in try read(bytes, path: path) }
  }

  private func save(
    _ reading: Result<Reading, IngestError>, into store: RecordStore, replacing: String?,
    strict: Bool
  ) -> IngestResult {
    do {
      let reading = try reading.get()
      let outcome = try save(reading, into: store, replacing: replacing, strict: strict)
      return .saved(path: reading.file.path, outcome: outcome, reading: reading)
    } catch {
      return .failed(error)
    }
  }
}
