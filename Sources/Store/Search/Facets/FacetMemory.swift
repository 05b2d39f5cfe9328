import Deliberation
import GRDB
import Synchronization

/// The number of a state of the index: every transaction that changes something has the next.
///
/// It stands in the index itself, so that all readers, of this process and of others, agree on which
/// state their snapshots show; `PRAGMA data_version` tells each connection something else.
enum IndexState {
  static func current(_ database: Database) throws -> Int {
    try Int.fetchOne(
      database.cachedStatement(
        sql: "SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'state'")) ?? 0
  }

  static func advance(_ database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO setting (name, value) VALUES ('state', '1')
        ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)
        """
    ).execute()
  }
}

extension RecordStore {
  /// The number of the state of the index: what was made of a state holds while it does not change.
  package func state() throws(StoreError) -> Int { try reading(IndexState.current) }
}

/// Keeps the columns of the newest state of an index that somebody asked about.
final class FacetMemory: Sendable {
  private struct Content {
    var isOn = false
    var state = Int.min
    /// By the bases of the links that count.
    var columns: [[LinkBasis]: FacetColumns] = [:]
  }

  /// Choices of bases that are kept beside each other.
  private static let choices = 4

  private let content = Mutex(Content())

  /// Keeps columns from now on.
  func begin() { content.withLock { $0.isOn = true } }

  /// The columns of the state that a snapshot shows; nil where none are kept, or newer ones.
  ///
  /// Whoever comes first in a new state reads the columns; others wait for them.
  func columns(_ database: Database, bases: [LinkBasis]) throws -> FacetColumns? {
    guard content.withLock(\.isOn) else { return nil }
    let state = try IndexState.current(database)
    let bases = LinkBasis.allCases.filter(bases.contains)
    return try content.withLock { content in
      if state < content.state { return nil }
      if state > content.state {
        content.state = state
        content.columns = [:]
      }
      if let known = content.columns[bases] { return known }
      let base = content.columns[[]]
      let columns = try FacetColumns(database, bases: bases, sharing: base)
      if content.columns.count >= Self.choices { content.columns = base.map { [[]: $0] } ?? [:] }
      content.columns[bases] = columns
      return columns
    }
  }
}
