import ArgumentParser
import Reports
import Store

/// Proves that the index is whole.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prove that every span, quotation, index entry and decision holds.",
    discussion: """
      EXAMPLE
        shingi verify
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption

  func run() throws {
    let problems = try index.reader().verify()
    guard !problems.isEmpty else {
      Output.write("ok")
      return
    }
    try output.write(
      Table(
        columns: [
          TableColumn("place", "箇所"), TableColumn("check", "検査"), TableColumn("detail", "問題"),
        ],
        rows: problems.map { [.string($0.place), .string($0.check), .string($0.detail)] }))
    throw ExitCode.failed
  }
}
