import ArgumentParser
import Pipeline
import Statutes
import Store

/// Derives the links of all records anew, or of those that new law texts can change.
struct Relink: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Derive the links to provisions anew, with the law texts and catalogues of now.",
    discussion: """
      After laws were added or catalogues changed. With --law only the meetings are derived anew that \
      name the law, or whose statements have links or candidates to it, to the Act above it or to the \
      orders and rules below; with an address only that meeting. What a human decided stays in force.

      EXAMPLES
        shingi law add all_xml.zip && shingi relink
        shingi relink --law 電気通信事業法
        shingi relink 86
      """)

  @OptionGroup var index: IndexOption

  @Option(help: "Only meetings that this law, by title or e-Gov's id, can concern.")
  var law: [String] = []

  @Argument(help: "Only these meetings (86).")
  var addresses: [String] = []

  func run() throws {
    let corpus = try CorpusData(folder: try CorpusData.locate())
    let store = try index.writer()
    let read = try LawTermsReading.run(in: store, laws: corpus.laws)
    let texts = try LawTexts(laws: corpus.laws, store: store)
    let data = corpus.with(texts, store: store)
    var seen = 0
    let done = try store.relink(only: try scope(store, data.laws)) { record in
      seen += 1
      Diagnostics.progress("\(seen)")
      data.link(&record)
    }
    Diagnostics.endProgress()
    Output.write(
      """
      records \(done.records) · statements with other links \(done.changed) · law texts \
      \(texts.revisions.count) · read for their terms \(read)
      """)
  }

  /// The records to be derived anew.
  private func scope(_ store: RecordStore, _ laws: LawCatalogue) throws -> RelinkScope {
    guard !law.isEmpty || !addresses.isEmpty else { return .all }
    let names = ProvisionNames(laws: laws)
    var family: Set<String> = []
    var titles: Set<String> = []
    for name in law {
      let id = try names.provision(name).law
      family.formUnion(laws.family(of: id))
      if let entry = laws.law(id) { titles.formUnion([entry.title] + entry.abbreviations) }
    }
    return .some(
      laws: family.sorted(), titles: titles.sorted(),
      addresses: try addresses.map { try store.resolve($0).recordAddress })
  }

  /// What a user types after texts of some laws were added.
  static func command(for laws: Set<String>) -> String {
    guard laws.count < 4 else { return "shingi relink" }
    return (["shingi relink"] + laws.sorted().map { "--law \($0)" }).joined(separator: " ")
  }
}
