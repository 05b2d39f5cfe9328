package import JapaneseText
package import Statutes
package import Store
import Synchronization

/// The law texts of an index, as citations and answers need them.
package struct LawTexts: Sendable {
  /// The catalogue with the laws of the index, and with their outlines.
  package let catalogue: LawCatalogue
  package let revisions: [StoredRevision]
  private let reader: TextReader

  /// How a text relates to the day for which it was asked.
  package enum Standing: Hashable, Sendable {
    case inForce
    /// Nothing tells when the text was in force (時点不明).
    case undated
    /// Another revision was in force; its id, where the catalogue knows it.
    case otherRevision(String?)
  }

  /// - Parameters:
  ///   - laws: The catalogue that the program is shipped with.
  ///   - store: The index with the texts.
  /// - Throws: `StoreError` where the index cannot be read.
  package init(laws: LawCatalogue, store: RecordStore) throws(StoreError) {
    revisions = try store.lawRevisions()
    let known = laws.adding(LawTexts.entries(of: revisions, laws: laws))
    let reader = TextReader(store: store)
    self.reader = reader
    guard !revisions.isEmpty else {
      catalogue = known
      return
    }
    var catalogue = known
    let all = revisions
    catalogue.outlines = { date in
      { law in
        let found = LawTexts.choose(law, on: date, among: all, laws: known)
        guard let found, let index = reader.index(of: found.revision) else { return nil }
        return found.standing == .inForce ? index : TolerantOutline(index)
      }
    }
    self.catalogue = catalogue
  }

  /// The text of a law that counts on a day, or the nearest to it; nil where none is in the index.
  package func text(
    of law: String, on date: CalendarDate?
  ) -> (revision: StoredRevision, standing: Standing)? {
    LawTexts.choose(law, on: date, among: revisions, laws: catalogue)
  }

  /// The whole text of a revision.
  package func text(of revision: StoredRevision) throws(StoreError) -> LawText {
    try reader.text(of: revision)
  }

  /// The latest revision that the catalogue knows, where the index has texts of the law, but all of
  /// them are earlier.
  package func laterRevision(of law: String) -> String? {
    let held = revisions.filter { $0.law == law }
    guard let latest = catalogue.law(law)?.revisions.last, !held.isEmpty,
      !held.contains(where: {
        $0.revision == latest.id || ($0.from.map { $0 >= latest.from } ?? false)
      })
    else { return nil }
    return latest.id
  }

  static func choose(
    _ law: String, on date: CalendarDate?, among all: [StoredRevision], laws: LawCatalogue
  ) -> (revision: StoredRevision, standing: Standing)? {
    let own = all.filter { $0.law == law }
    let undated = own.last(where: \.isUndated)
    guard let date else {
      guard let latest = own.last(where: { !$0.isUndated }) ?? undated else { return nil }
      return (latest, latest.isUndated ? .undated : .inForce)
    }
    let known = laws.revision(of: law, on: date)
    if let known, let exact = own.last(where: { $0.revision == known }) { return (exact, .inForce) }
    if let given = own.last(where: { $0.until != nil && $0.mayHold(on: date) }) {
      return (given, .inForce)
    }
    let earlier = own.last { $0.from.map { $0 <= date } ?? false }
    if known == nil, let earlier, earlier.mayHold(on: date) { return (earlier, .inForce) }
    if let earlier { return (earlier, .otherRevision(known)) }
    if let undated { return (undated, .undated) }
    return own.first.map { ($0, .otherRevision(known)) }
  }

  /// Laws of the index as entries of a catalogue.
  private static func entries(of revisions: [StoredRevision], laws: LawCatalogue) -> [LawEntry] {
    let titles = Dictionary(
      laws.laws.map { ($0.title, $0.id) } + revisions.map { ($0.title, $0.law) },
      uniquingKeysWith: { first, _ in first })
    return Dictionary(grouping: revisions, by: \.law).sorted { $0.key < $1.key }.map { law, texts in
      let title = texts.last?.title ?? law
      var parents: [String] = []
      for ending in ["施行令", "施行規則"] where title.hasSuffix(ending) {
        let act = String(title.dropLast(ending.count))
        parents += [titles[act], ending == "施行規則" ? titles[act + "施行令"] : nil].compactMap(\.self)
      }
      let dated = texts.compactMap { text in
        text.from.map { LawRevision(id: text.revision ?? "", from: $0, through: text.until) }
      }
      return LawEntry(
        id: law, title: title, number: texts.last?.number ?? "", rank: LawRank(lawID: law),
        parents: parents, revisions: dated.filter { !$0.id.isEmpty })
    }
  }
}

/// Reads texts out of the index once.
private final class TextReader: Sendable {
  private let store: RecordStore
  private let indices = Mutex<[StoredRevision: LawIndex]>([:])

  init(store: RecordStore) { self.store = store }

  func text(of revision: StoredRevision) throws(StoreError) -> LawText {
    LawText(revision, provisions: try store.provisions(of: revision))
  }

  /// The outline of a text; nil where it cannot be read.
  func index(of revision: StoredRevision) -> LawIndex? {
    if let known = indices.withLock({ $0[revision] }) { return known }
    guard let text = try? text(of: revision) else { return nil }
    let index = LawIndex(text)
    indices.withLock { $0[revision] = index }
    return index
  }
}

extension CorpusData {
  /// The data with the law texts of an index beside the catalogue, and with their terms.
  package func with(_ texts: LawTexts, store: RecordStore) -> CorpusData {
    var data = self
    data.laws = texts.catalogue
    let shelf = LawTermShelf(texts: texts, store: store)
    data.terms = { shelf.terms(on: $0) }
    guard !texts.revisions.isEmpty else { return data }
    let near = SimilarityShelf(texts: texts)
    data.similar = { date in { near.index(of: $0, on: date) } }
    return data
  }
}
