import ArgumentParser
import Foundation
import Store

/// Answers queries from a file and measures itself, for `make bench-search`.
struct BenchSearchServe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search-serve",
    abstract: "Answer all queries of a file for each line of standard input.")

  @Argument(help: "The queries, as a JSON list.")
  var queries: String

  @Option(help: "The index.")
  var index: String

  @Option(help: "Answer so often at once, without waiting for input (for profiling).")
  var repeats: Int?

  private struct Run: Encodable {
    /// Seconds and CPU seconds of each query.
    var times: [Double] = []
    var cpuTimes: [Double] = []
    var counts: [Int] = []
    var best: [[Int]] = []
    var cpu = 0.0
  }

  func run() async throws {
    let store = try RecordStore(path: index, readOnly: true)
    let names = try JSONDecoder().decode(
      [String].self, from: Data(contentsOf: URL(fileURLWithPath: queries)))
    if let repeats {
      for _ in 0..<repeats { _ = try Self.run(store, names) }
      return
    }
    while readLine() != nil {
      let line = try JSONEncoder().encode(Self.run(store, names))
      print(String(decoding: line, as: UTF8.self))
      fflush(nil)
    }
  }

  private static func run(_ store: RecordStore, _ names: [String]) throws -> Run {
    var run = Run()
    let cpu = Usage.cpu()
    for name in names {
      let start = ContinuousClock.now
      let used = Usage.cpu()
      var query = try SearchQuery.parse(name)
      query.order = .relevance
      query.isExact = true
      let results = try store.search(query)
      let time = ContinuousClock.now - start
      run.times.append(
        Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
      run.cpuTimes.append(Usage.cpu() - used)
      run.counts.append(results.total)
      run.best.append(results.hits.map { Self.number($0.address) })
    }
    run.cpu = Usage.cpu() - cpu
    return run
  }

  /// The number of the line of an address, from 0: 試験部会/3#17.
  private static func number(_ address: String) -> Int {
    let parts = address.split { $0 == "/" || $0 == "#" }
    guard parts.count == 3, let meeting = Int(parts[1]), let statement = Int(parts[2]) else {
      return -1
    }
    return (meeting - 1) * 100 + statement - 1
  }
}
