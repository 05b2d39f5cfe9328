import ArgumentParser
import Foundation
import Pipeline
import Store
import Web

/// Serves the index as a web site.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the index as a web site and JSON API.",
    discussion: """
      The site works without JavaScript, in Japanese and English; each page has its JSON beside it. \
      It answers on this machine alone unless --host says otherwise, and nothing is written unless \
      --edit is given: then the token that is printed opens the forms at /edit. Ctrl-C ends it.

      EXAMPLES
        shingi serve
        shingi serve --host 0.0.0.0 --port 80 --origin https://minutes.example.jp
        shingi serve --edit
      """)

  @OptionGroup var index: IndexOption

  @Option(help: "The address to listen at.")
  var host = "127.0.0.1"

  @Option(help: "The port; 0 takes any that is free.")
  var port = 8086

  @Option(help: ArgumentHelp("The origin of permanent links in citations.", valueName: "url"))
  var origin: String?

  @Flag(help: "Let whoever has the printed token confirm, reject and correct.")
  var edit = false

  @Flag(help: "Leave out the line for each request.")
  var quiet = false

  func validate() throws {
    guard (0...65535).contains(port) else { throw ValidationError("--port takes 0 to 65535.") }
  }

  func run() async throws {
    let store = edit ? try index.writer() : try index.reader()
    var settings = SiteSettings()
    settings.origin = origin.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    let corpus = try CorpusData.locate()
    if edit {
      settings.editing = Editing(token: Editing.newToken())
      let data = try CorpusData(folder: corpus)
      settings.correctSpeaker = { address, person, author in
        let decision = try store.speakerDecision(
          at: address, person.map { DecidedPerson(id: $0.id, name: $0.name) }, author: author)
        try MinutesPipeline.opened(data, store: store).decide([decision], in: store)
      }
    }
    let laws = try CorpusData.laws(in: corpus)
    try store.keepFacets()
    let site = try Site(store: store, laws: laws, settings: settings)
    let server = Server(site: site, host: host, port: port)
    let token = settings.editing?.token
    let host = host
    try await server.run(isQuiet: quiet) { port in
      let name = host.contains(":") ? "[\(host)]" : host
      Output.write("http://\(name):\(port)/")
      if let token { Output.write("http://\(name):\(port)/edit  token: \(token)") }
    }
  }
}
