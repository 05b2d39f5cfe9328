import ArgumentParser
import Pipeline
import Web

/// Answers the questions of a language model over standard input and output.
struct ModelContext: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Serve the Model Context Protocol on standard input and output.",
    discussion: """
      For programs that let a language model ask questions: search, statements in their context, \
      positions, summaries, provisions. Every answer carries addresses and verbatim text; nothing \
      can be written. It ends when standard input ends.

      EXAMPLES
        shingi mcp --index Index/shingi.sqlite
        {"mcpServers": {"shingi": {"command": "shingi", "args": ["mcp"]}}}
      """)

  @OptionGroup var index: IndexOption

  func run() throws {
    let laws = try CorpusData.laws(in: try CorpusData.locate())
    let server = ContextServer(
      inquiry: Inquiry(store: try index.reader(), laws: laws), version: ShingiVersion.current)
    while let line = readLine() {
      if line.allSatisfy(\.isWhitespace) { continue }
      if let answer = server.answer(to: line) { Output.write(answer) }
    }
  }
}
