import Foundation
import GRDB

/// The index: one SQLite file that holds the sources, the addresses, what was derived from the
/// sources, what humans decided, and the search index (DESIGN §8).
///
/// A value of this type is the only way to the file. Writers are one at a time and each file of
/// minutes is one transaction; readers see the state before or after it and never wait for it (WAL).
package struct RecordStore: Sendable {
  /// The path of the SQLite file; `:memory:` for one that lives in memory only.
  package let path: String
  let database: any DatabaseWriter
  /// By what statements are counted, where it is kept in memory.
  let facetMemory = FacetMemory()

  /// Opens the index at a path, and makes it where there is none (unless for reading only).
  ///
  /// - Throws: `StoreError` where the file is missing (reading only), no index, written by a newer
  ///   Shingi, locked, or cannot be made.
  package init(path: String, readOnly: Bool = false) throws(StoreError) {
    self.path = path
    let exists = FileManager.default.fileExists(atPath: path)
    guard exists || !readOnly else { throw .missing(path: path) }
    do {
      if exists { try Self.checkIsIndex(path) }
      let configuration = Self.configuration(readOnly: readOnly)
      if !readOnly {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      }
      let pool = try DatabasePool(path: path, configuration: configuration)
      try Self.prepare(pool, path: path, readOnly: readOnly)
      database = pool
    } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    } catch {
      throw .cannotOpen(path: path, detail: error.localizedDescription)
    }
  }

  /// A fresh index in memory, for tests and for looking at files without keeping them.
  package static func inMemory() throws(StoreError) -> RecordStore {
    do {
      let queue = try DatabaseQueue(configuration: configuration(readOnly: false))
      try prepare(queue, path: ":memory:", readOnly: false)
      return RecordStore(path: ":memory:", database: queue)
    } catch {
      throw StoreError(error, path: ":memory:")
    }
  }

  private init(path: String, database: any DatabaseWriter) {
    self.path = path
    self.database = database
  }

  /// Ends all work and closes the file.
  package func close() throws(StoreError) {
    do { try database.close() } catch { throw StoreError(error, path: path) }
  }

  private static func configuration(readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = max(5, ProcessInfo.processInfo.activeProcessorCount + 2)
    configuration.prepareDatabase { database in
      // Debian builds SQLite with SECURE_DELETE on, which costs much on derived tables.
      try database.execute(sql: "PRAGMA secure_delete = OFF")
      try database.execute(sql: "PRAGMA cache_size = -65536")
      // Counts for a new file only. Several statements fit on a page, with little room left over.
      try database.execute(sql: "PRAGMA page_size = 16384")
    }
    return configuration
  }

  /// Refuses a file that is something else before anything is written to it.
  private static func checkIsIndex(_ path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    if size == 0 { return }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let id = try queue.read { try Int32.fetchOne($0, sql: "PRAGMA application_id") }
    try queue.close()
    if id != Migrations.applicationID { throw StoreError.notAnIndex(path: path) }
  }

  private static func prepare(
    _ database: any DatabaseWriter, path: String, readOnly: Bool
  ) throws {
    let migrator = Migrations.migrator
    if try database.read(migrator.hasBeenSuperseded) { throw StoreError.newerSchema(path: path) }
    if readOnly {
      guard try database.read(migrator.hasCompletedMigrations),
        try database.read(SearchIndex.isUpToDate)
      else {
        throw StoreError.olderSchema(path: path)
      }
      return
    }
    if try !database.read(migrator.hasCompletedMigrations) {
      try database.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)")
      }
      try migrator.migrate(database)
    }
    try database.write(SearchIndex.bringUpToDate)
  }

  /// Reads in one snapshot of the index.
  func reading<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try database.read(body) } catch { throw StoreError(error, path: path) }
  }

  /// Writes in one transaction: all of it, or nothing.
  func writing<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try database.write { database in
        let changes = database.totalChangesCount
        let value = try body(database)
        if database.totalChangesCount > changes { try IndexState.advance(database) }
        return value
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }
}
