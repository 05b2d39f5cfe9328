import ArgumentParser

/// Measures speed, apart from the tests: one file a benchmark, run by `make bench-…`.
@main
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shingi-bench",
    abstract: "Measure how fast Shingi reads, searches and links.",
    subcommands: [
      BenchParse.self, BenchMemory.self, BenchCite.self, BenchSearchBuild.self,
      BenchSearchServe.self, BenchSearchUpdate.self,
    ])
}
