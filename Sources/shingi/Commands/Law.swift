import ArgumentParser
import Deliberation
import Foundation
import JapaneseText
import Pipeline
import Statutes
import Store

/// The texts of laws in the index.
struct Law: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add, list and show the texts of laws, and the citations in them.",
    discussion: """
      Shingi ships no text of a law. Texts come from files of e-Gov (XML, zip archives) or from its \
      API; several revisions of a law stand side by side, and the one in force on the day counts. \
      Guidelines, plans and drafts are rules too, with ids of their own (doc:TITLE).

      EXAMPLES
        shingi law fetch 360M50001000025 --as-of 2025-05-13
        shingi law add all_xml.zip
        shingi law add guideline.md --title 事故報告ガイドライン --date 2025-04-01
        shingi law show 電気通信事業法施行規則58条2項1号 --as-of 2025-05-13
      """,
    subcommands: [
      LawAdd.self, LawFetch.self, LawList.self, LawShow.self, LawCitations.self,
    ])
}

/// The catalogue with the law texts of the index, where there is one.
struct LawShelf {
  let laws: LawCatalogue
  /// nil where there is no index.
  let texts: LawTexts?

  init(index: IndexOption) throws {
    let catalogue = try CorpusData.laws(in: try CorpusData.locate())
    guard FileManager.default.fileExists(atPath: index.path) else {
      guard index.index == nil else { throw StoreError.missing(path: index.path) }
      laws = catalogue
      texts = nil
      return
    }
    let texts = try LawTexts(laws: catalogue, store: try index.reader())
    self.texts = texts
    laws = texts.catalogue
  }

  /// The text of a law on a day.
  ///
  /// - Throws: `ValidationError` with the way to get it where the index has none.
  func text(
    of law: String, on date: CalendarDate?
  ) throws -> (revision: StoredRevision, standing: LawTexts.Standing, texts: LawTexts) {
    guard let texts, let found = texts.text(of: law, on: date) else {
      let title = laws.law(law)?.title ?? law
      let way = PassageID.isDocument(law) ? "add FILE" : "fetch \(law)"
      throw ValidationError(
        "the text of \(title) is not in the index; get it with: shingi law \(way)")
    }
    return (found.revision, found.standing, texts)
  }

  /// Says on standard error where a later revision is known than those of the index.
  func noteLaterRevisions(of ids: [String]) {
    guard let texts else { return }
    for id in Set(ids).sorted() {
      guard let later = texts.laterRevision(of: id) else { continue }
      Diagnostics.write(
        """
        Note: \(laws.law(id)?.title ?? id) has a later revision than those in the index (\(later)): \
        shingi law fetch \(id)
        """)
    }
  }

  /// The same for commands that need no texts: nothing where the index is not there.
  static func noteLaterRevisions(of ids: [String], in index: IndexOption) throws {
    guard !ids.isEmpty else { return }
    try LawShelf(index: index).noteLaterRevisions(of: ids)
  }

  /// One day in any of its forms.
  static func day(_ text: String, _ option: String) throws -> CalendarDate {
    guard let day = try FilterOptions.dates(text, option).from else {
      throw ValidationError("\(option): \"\(text)\" is no day; write 2025-05-13.")
    }
    return day
  }

  static var today: CalendarDate? {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: Date.now)
    return CalendarDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
  }

  /// What is to be said about a text that may not be the one in force on a day; nil where it is.
  static func warning(
    _ revision: StoredRevision, _ standing: LawTexts.Standing, on date: CalendarDate?
  ) -> String? {
    let day = date.map { " on \($0)" } ?? ""
    switch standing {
    case .inForce: return nil
    case .undated:
      return """
        時点不明: nothing tells when this text (\(revision.file)) was in force; another may have \
        been\(day)
        """
    case .otherRevision(let id?):
      return """
        in force\(day) was \(id), which is not in the index; this is \
        \(revision.revision ?? "a text of no known time"): shingi law fetch \(revision.law)\
        \(date.map { " --as-of \($0)" } ?? "")
        """
    case .otherRevision(nil):
      return "which revision was in force\(day) is not known; this is the nearest in the index"
    }
  }
}
