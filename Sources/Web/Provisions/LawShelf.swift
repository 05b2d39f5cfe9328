package import JapaneseText
package import Pipeline
package import Statutes
package import Store
import Synchronization

/// The laws as the site knows them: the catalogue, and the texts in the index.
package final class LawShelf: Sendable {
  private let store: RecordStore
  private let catalogue: LawCatalogue
  private let texts = Mutex<LawTexts?>(nil)

  package init(store: RecordStore, catalogue: LawCatalogue) {
    self.store = store
    self.catalogue = catalogue
  }

  /// The texts of the index; read anew where some were added since.
  ///
  /// - Throws: `StoreError` where the index cannot be read.
  package func current() throws(StoreError) -> LawTexts {
    let revisions = try store.lawRevisions()
    if let known = texts.withLock({ $0 }), known.revisions == revisions { return known }
    let fresh = try LawTexts(laws: catalogue, store: store)
    texts.withLock { $0 = fresh }
    return fresh
  }

  /// What names laws and provisions in words.
  package func names(on date: CalendarDate? = nil) throws(StoreError) -> ProvisionNames {
    ProvisionNames(laws: try current().catalogue, date: date)
  }
}
