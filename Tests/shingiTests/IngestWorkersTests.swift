import Deliberation
import Foundation
import Pipeline
import Store
import Testing

/// The index does not depend on how many files are read at a time.
struct IngestWorkersTests {
  @Test func anyNumberOfWorkersMakesTheSameIndex() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "shingi-workers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // The long ones first, so that several workers are done in another order.
    let files = try (1...9).map { number in
      let file = folder.appending(path: "\(number).txt")
      try Self.minutes(number, turns: 100 / number)
        .write(to: file, atomically: true, encoding: .utf8)
      return file.path
    }
    let corpus = try CorpusData(folder: Program.project.appending(path: "Corpus"))
    var indexes: [[Deliberation.Record]] = []
    for workers in [1, 2, 4] {
      let store = try RecordStore.inMemory()
      let pipeline = try MinutesPipeline.opened(corpus, store: store)
      await pipeline.ingest(files, into: store, workers: workers) { _ in }
      indexes.append(try store.records())
      #expect(try store.verify().isEmpty)
    }
    #expect(indexes[0].count == files.count)
    #expect(indexes[0].allSatisfy { $0.statements.count > 10 })
    #expect(indexes[1] == indexes[0])
    #expect(indexes[2] == indexes[0])
  }

  /// Minutes of a council that does not exist, the same people in each.
  private static func minutes(_ number: Int, turns: Int) -> String {
    let head = """
      架空審議会水路部会（第\(number)回）議事録

      １　日時　令和13年\(number)月10日　10時00分～12時00分
      ２　場所　架空会館
      ３　出席者
      （委員）
      青木 波（委員）
      白川 渚（委員）
      ４　議題
      （１）水門の開閉基準について
      ５　議事


      """
    let words = [
      "○青木委員　水門の開閉基準については、見直すことに賛成である。費用の負担を示していただきたい。",
      "○白川委員　青木委員の御意見に賛同する。ただし、時期については懸念が残ると考える。",
    ]
    return head + (0..<max(12, turns)).map { words[$0 % 2] + "\n" }.joined()
  }
}
