import ArgumentParser
import Deliberation
import Foundation
import JapaneseText
import Pipeline
import Statutes
import Store

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Fetches the text of a law from e-Gov.
struct LawFetch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetch the text of a law from e-Gov's API and add it.",
    discussion: """
      The only command that uses the network. The revision in force on the day comes from e-Gov, \
      without a day the current one.

      EXAMPLES
        shingi law fetch 360M50001000025
        shingi law fetch 電気通信事業法 --as-of 2025-05-13
      """)

  @OptionGroup var index: IndexOption

  @Argument(help: "The law, by e-Gov's id or its title, or a law_revision_id.")
  var law: String

  @Option(help: "The day on which the text is to be in force.")
  var asOf: String?

  @Option(help: ArgumentHelp("The address of the API.", valueName: "url"))
  var base = "https://laws.e-gov.go.jp/api/2"

  @Option(help: "How long to wait for an answer, in seconds.")
  var timeout = 30.0

  func validate() throws {
    guard let url = URL(string: base), ["http", "https"].contains(url.scheme ?? "") else {
      throw ValidationError("--base: \"\(base)\" is no http address.")
    }
    if asOf != nil, LawRevision.firstDay(of: law) != nil {
      throw ValidationError("a law_revision_id names its own day; drop --as-of.")
    }
    guard timeout > 0 else { throw ValidationError("--timeout takes a number above 0.") }
  }

  func run() async throws {
    let catalogue = try CorpusData.laws(in: try CorpusData.locate())
    let day = try asOf.map { try LawShelf.day($0, "--as-of") }
    let id = try id(catalogue)
    let bytes = try await fetch(id, on: day)
    let isRevision = LawRevision.firstDay(of: id) != nil
    let adding = LawAdding(laws: catalogue, revision: isRevision ? id : nil)
    let store = try index.writer()
    let outcome = try adding.add(bytes, name: "\(id).xml", to: store)
    guard case .saved(let revision, let status) = outcome else { return }
    Output.write(
      "\(revision.title) \(revision.revision ?? "時点不明"): "
        + (status == .unchanged ? "was there already" : "added"))
    guard status != .unchanged else { return }
    try LawTermsReading.run(in: store, laws: catalogue)
    Diagnostics.write("links do not use it yet: \(Relink.command(for: [revision.law]))")
  }

  /// e-Gov's id: as it was given, else that of the law of the name.
  private func id(_ catalogue: LawCatalogue) throws -> String {
    if law.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }) { return law }
    return try ProvisionNames(laws: catalogue, date: nil).provision(law).law
  }

  /// The answer of the API; what may pass (no connection, a busy server) is tried three times.
  private func fetch(_ id: String, on day: CalendarDate?) async throws -> [UInt8] {
    var address = base.hasSuffix("/") ? base : base + "/"
    address += "law_data/\(id)?response_format=xml&law_full_text_format=xml"
    if let day { address += "&asof=\(day)" }
    guard let url = URL(string: address) else { throw LawFetchError("\(address) is no address") }
    var request = URLRequest(url: url, timeoutInterval: timeout)
    request.setValue("shingi/\(ShingiVersion.current)", forHTTPHeaderField: "User-Agent")
    var last = LawFetchError("e-Gov gave no answer")
    for attempt in 0..<3 {
      if attempt > 0 { try await Task.sleep(for: .milliseconds(250 << attempt)) }
      do {
        let (data, response) = try await URLSession.shared.data(for: request)
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        switch status {
        case 200: return [UInt8](data)
        case 404:
          throw LawFetchError(
            "e-Gov has no law \(id)\(day.map { " in force on \($0)" } ?? ""); check the id")
        case 400..<500 where status != 429:
          throw LawFetchError("e-Gov refused the request for \(id) (HTTP \(status))")
        default: last = LawFetchError("e-Gov is not able to answer now (HTTP \(status)); try later")
        }
      } catch let error as URLError {
        last = LawFetchError(
          """
          \(url.host() ?? base) cannot be reached (\(error.localizedDescription)); check the network, \
          or add a file with: shingi law add FILE
          """)
      }
    }
    throw last
  }
}

/// Why a text could not be fetched.
struct LawFetchError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
