import Deliberation
package import JapaneseText
package import Statutes
package import Store
import Synchronization

extension LawTexts {
  /// Reads the terms and delegations of every text that was not read by this version.
  ///
  /// - Parameters:
  ///   - store: The index, opened for writing.
  ///   - report: Called with the number of texts read so far and of all.
  /// - Returns: How many texts were read.
  /// - Throws: `StoreError`; the texts before the one that failed are read.
  package func readTerms(
    into store: RecordStore, report: (Int, Int) -> Void = { _, _ in }
  ) throws(StoreError) -> Int {
    var unread: [StoredRevision] = []
    for revision in revisions
    where try store.lawTerms(of: revision, version: LawTerms.version) == nil {
      unread.append(revision)
    }
    for (index, revision) in unread.enumerated() {
      let text = try text(of: revision)
      let none: LawOutlines = { _ in nil }
      let outlines = catalogue.outlines?(revision.from) ?? none
      let terms = LawTerms(of: text, laws: catalogue, date: revision.from, outlines: outlines)
      try store.save(terms, of: revision, version: LawTerms.version)
      report(index + 1, unread.count)
    }
    return unread.count
  }
}

/// Gives the terms of the laws that were in force on a day, as far as the index has read them.
package struct LawTermShelf: Sendable {
  private let texts: LawTexts
  private let store: RecordStore
  private let known: Known

  package init(texts: LawTexts, store: RecordStore) {
    self.texts = texts
    self.store = store
    known = Known()
  }

  /// The terms of the texts that count on a day; those of laws without a text of that day are left
  /// out, for articles move.
  package func terms(on date: CalendarDate?) -> LawTermIndex {
    var chosen: [StoredRevision] = []
    for law in Set(texts.revisions.map(\.law)).sorted() {
      guard let found = texts.text(of: law, on: date), found.standing == .inForce else { continue }
      chosen.append(found.revision)
    }
    if let index = known[chosen] { return index }
    let lists = chosen.compactMap { revision -> (law: String, terms: LawTerms)? in
      guard
        let stored = try? store.lawTerms(of: revision, version: LawTerms.version)
      else { return nil }
      return (revision.law, stored)
    }
    let index = LawTermIndex(lists)
    known.set(index, for: chosen)
    return index
  }
}

/// The indexes that were made, by the texts in them.
private final class Known: Sendable {
  private let indexes = Mutex<[[StoredRevision]: LawTermIndex]>([:])

  subscript(chosen: [StoredRevision]) -> LawTermIndex? { indexes.withLock { $0[chosen] } }

  func set(_ index: LawTermIndex, for chosen: [StoredRevision]) {
    indexes.withLock { $0[chosen] = index }
  }
}
