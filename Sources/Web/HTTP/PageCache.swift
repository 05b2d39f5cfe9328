import Hummingbird
import Synchronization

/// Keeps pages that were made, for the next who asks the same of the same state of the index.
///
/// What was asked longest ago goes first where they take more than `limit` bytes.
final class PageCache: Sendable {
  /// What a page depends on beside the index.
  struct Key: Hashable, Sendable {
    /// Path and query.
    var address: String
    var language: Language
    /// The origin of permanent links.
    var origin: String
  }

  private struct Entry {
    var response: Response
    var size: Int
    var used: Int
  }

  private struct Content {
    var state = Int.min
    var entries: [Key: Entry] = [:]
    var size = 0
    var uses = 0
  }

  /// Bytes.
  private let limit: Int
  private let content = Mutex(Content())

  init(limit: Int = 32 * 1024 * 1024) { self.limit = limit }

  /// The page that was made of a state; nil where there is none.
  func page(_ key: Key, state: Int) -> Response? {
    content.withLock { content in
      guard content.state == state, let place = content.entries.index(forKey: key) else {
        return nil
      }
      content.uses += 1
      content.entries.values[place].used = content.uses
      return content.entries.values[place].response
    }
  }

  /// Keeps a page of a state; pages of older states go.
  func keep(_ response: Response, _ key: Key, state: Int) {
    let size = (response.body.contentLength ?? limit) + key.address.utf8.count + 256
    guard size < limit / 8 else { return }
    content.withLock { content in
      guard state >= content.state else { return }
      if state > content.state { content = Content(state: state) }
      if let old = content.entries.removeValue(forKey: key) { content.size -= old.size }
      content.uses += 1
      content.entries[key] = Entry(response: response, size: size, used: content.uses)
      content.size += size
      if content.size > limit { shrink(&content) }
    }
  }

  /// Lets a quarter of the pages go, those first that were asked longest ago: the work of ordering
  /// them is spread over many pages.
  private func shrink(_ content: inout Content) {
    for (key, entry) in content.entries.sorted(by: { $0.value.used < $1.value.used }) {
      if content.size <= limit / 4 * 3 { return }
      content.entries[key] = nil
      content.size -= entry.size
    }
  }
}
