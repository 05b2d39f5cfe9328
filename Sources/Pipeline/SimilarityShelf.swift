import JapaneseText
import Statutes
import Store
import Synchronization

/// Gives the similarity indexes of the laws that were in force on a day, each made when it is asked
/// for first; the last few are kept.
struct SimilarityShelf: Sendable {
  private let texts: LawTexts
  private let known = Known()

  init(texts: LawTexts) { self.texts = texts }

  /// The index of a law; nil where the index holds no text of that day.
  func index(of law: String, on date: CalendarDate?) -> SimilarityIndex? {
    guard let found = texts.text(of: law, on: date), found.standing == .inForce else { return nil }
    if let index = known[found.revision] { return index }
    guard let text = try? texts.text(of: found.revision) else { return nil }
    let index = SimilarityIndex(text)
    known.set(index, for: found.revision)
    return index
  }

  private final class Known: Sendable {
    private static let most = 12
    private let indexes = Mutex<[(revision: StoredRevision, index: SimilarityIndex)]>([])

    subscript(revision: StoredRevision) -> SimilarityIndex? {
      indexes.withLock { $0.first { $0.revision == revision }?.index }
    }

    func set(_ index: SimilarityIndex, for revision: StoredRevision) {
      indexes.withLock { indexes in
        if indexes.count == Self.most { indexes.removeFirst() }
        indexes.append((revision, index))
      }
    }
  }
}
