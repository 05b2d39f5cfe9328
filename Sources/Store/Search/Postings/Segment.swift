import Foundation
import GRDB
import Synchronization

/// A segment of the index as it stands in one snapshot.
struct Segment {
  /// What never changes of a segment.
  struct Fixed: Sendable {
    var documents: SegmentDocuments
    var directory: [UInt64]
  }

  let id: Int64
  /// The part of the database in which it stands: `main` or `temp`.
  let schema: String
  let fixed: Fixed
  let firstPage: Int64
  let firstPosting: Int64
  let postings: Int
  let removedCount: Int
  /// One bit a document; empty where none was removed.
  let removed: [UInt64]

  var count: Int { fixed.documents.count }
  var documents: SegmentDocuments { fixed.documents }
  var pages: Int { fixed.directory.count }

  func isRemoved(_ document: Int) -> Bool {
    !removed.isEmpty && removed[document >> 6] >> UInt64(document & 63) & 1 == 1
  }

  /// The segments of a collection, the largest first.
  static func all(
    _ database: Database, _ collection: SearchCollection, schema: String = "main"
  ) throws -> [Segment] {
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT id, stamp, removedCount, firstPage, firstPosting, postings
          FROM \(schema).searchSegment
          WHERE collection = ? ORDER BY documents DESC, id
          """), arguments: [collection.rawValue])
    var segments: [Segment] = []
    while let row = try rows.next() {
      let id: Int64 = row[0]
      let removedCount: Int = row[2]
      segments.append(
        Segment(
          id: id, schema: schema, fixed: try fixed(database, schema, id: id, stamp: row[1]),
          firstPage: row[3],
          firstPosting: row[4], postings: row[5], removedCount: removedCount,
          removed: removedCount > 0 ? try removed(database, schema, id: id) : []))
    }
    return segments
  }

  private static func removed(
    _ database: Database, _ schema: String, id: Int64
  ) throws -> [UInt64] {
    let data = try Data.fetchOne(
      database.cachedStatement(sql: "SELECT removed FROM \(schema).searchSegment WHERE id = ?"),
      arguments: [id])
    return Blob.values(data)
  }

  private static func fixed(
    _ database: Database, _ schema: String, id: Int64, stamp: Int64
  ) throws -> Fixed {
    if let known = SegmentMemory.shared[stamp] { return known }
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: "SELECT directory, ids, lengths, kinds FROM \(schema).searchSegment WHERE id = ?"),
        arguments: [id])
    else { return Fixed(documents: SegmentDocuments(), directory: []) }
    let fixed = Fixed(
      documents: SegmentDocuments(
        ids: Blob.values(row[1]), lengths: Blob.values(row[2]), kinds: Blob.values(row[3])),
      directory: Blob.values(row[0]))
    SegmentMemory.shared[stamp] = fixed
    return fixed
  }

  /// What the segment has of a term; nil where none of its documents bears it.
  func entry(_ term: UInt64, _ database: Database) throws -> TermEntry? {
    let directory = fixed.directory
    var low = 0
    var high = directory.count
    while low < high {
      let middle = (low + high) / 2
      if directory[middle] <= term { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    return try Blob.read(
      database.cachedStatement(sql: "SELECT content FROM \(schema).searchTerm WHERE id = ?"),
      id: firstPage + Int64(low - 1)
    ) { bytes in
      guard let start = bytes.baseAddress else { return nil }
      let page = TermPageReader(start)
      return page.index(of: term).map(page.entry)
    }
  }

  /// The first document whose id is not below an id.
  func document(from id: Int64) -> Int {
    let ids = fixed.documents.ids
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Remembers what never changes of segments, of all indexes that this process has open.
///
/// A stamp stands for the same content always and everywhere, so nothing here can be out of date.
final class SegmentMemory: Sendable {
  static let shared = SegmentMemory()

  /// More documents than this are not kept.
  private static let limit = 20_000_000

  private struct Content {
    var segments: [Int64: Segment.Fixed] = [:]
    var documents = 0
  }

  private let content = Mutex(Content())

  subscript(stamp: Int64) -> Segment.Fixed? {
    get { content.withLock { $0.segments[stamp] } }
    set {
      content.withLock { content in
        if let old = content.segments.removeValue(forKey: stamp) {
          content.documents -= old.documents.count
        }
        guard let newValue else { return }
        if content.documents + newValue.documents.count > Self.limit
          || content.segments.count > 1_000
        {
          content = Content()
        }
        content.segments[stamp] = newValue
        content.documents += newValue.documents.count
      }
    }
  }
}
