import ArgumentParser
import Pipeline
import Statutes
import Store

/// Derives the links of all records anew.
struct Relink: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Derive the links to provisions anew, with the law texts and catalogues of now.",
    discussion: """
      After laws were added or catalogues changed. The terms that new law texts define, their captions, \
      and which provisions of other laws they fill in are read first. What a human decided stays in \
      force.

      EXAMPLES
        shingi law add all_xml.zip && shingi relink
      """)

  @OptionGroup var index: IndexOption

  func run() throws {
    let corpus = try CorpusData(folder: try CorpusData.locate())
    let store = try index.writer()
    let texts = try LawTexts(laws: corpus.laws, store: store)
    let read = try texts.readTerms(into: store) { done, all in
      Diagnostics.progress("law texts \(done)/\(all)")
    }
    let data = corpus.with(texts, store: store)
    var seen = 0
    let done = try store.relink { record in
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
}
