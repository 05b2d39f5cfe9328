import Pipeline
import Statutes

/// Titles in the place of e-Gov's ids, where the catalogue has them.
struct LawTitles {
  private let laws = try? CorpusData.laws(in: CorpusData.locate())

  /// A text that begins with the id of a law, with the title in its place.
  func named(_ text: String) -> String {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let id = parts.first, let title = laws?.law(id)?.title else { return text }
    return title + parts.dropFirst().joined()
  }
}
