import Foundation
import GRDB

/// The documents of a segment, in the order of their ids.
struct SegmentDocuments: Sendable {
  var ids: [Int64] = []
  /// The classes of the lengths of their folded texts.
  var lengths: [UInt8] = []
  /// The kinds of passages; empty for statements.
  var kinds: [UInt8] = []

  var count: Int { ids.count }
}

/// Writes one segment: terms in ascending order, each with its postings.
struct SegmentWriter {
  private let database: Database
  private let collection: SearchCollection
  private let documents: SegmentDocuments
  private let schema: String
  private var encoder: PostingEncoder
  private let firstPage: Int64
  private let firstPosting: Int64
  private var directory: [UInt64] = []
  private var page = TermPage()
  private let pageBytes = ByteWriter()
  private let insertPage: GRDB.Statement
  private var documentRows: PostingRowWriter
  private var placeRows: PostingRowWriter

  /// `schema`: The part of the database in which to write: `main` or `temp`.
  init(
    _ database: Database, _ collection: SearchCollection, _ documents: SegmentDocuments,
    schema: String = "main"
  ) throws {
    self.database = database
    self.schema = schema
    self.collection = collection
    self.documents = documents
    encoder = PostingEncoder(lengths: documents.lengths)
    firstPage = try Self.next(database, "SELECT max(id) FROM \(schema).searchTerm")
    firstPosting = try Self.next(database, "SELECT max(id) FROM \(schema).posting")
    insertPage = try database.cachedStatement(
      sql: "INSERT INTO \(schema).searchTerm (id, content) VALUES (?, ?)")
    let insert = "INSERT INTO \(schema).posting (id, documents, places) VALUES "
    documentRows = PostingRowWriter(
      try database.cachedStatement(sql: insert + "(?, ?, x'')"), firstRow: firstPosting)
    placeRows = PostingRowWriter(
      try database.cachedStatement(sql: insert + "(?, x'', ?)"), firstRow: firstPosting + 1)
  }

  private static func next(_ database: Database, _ sql: String) throws -> Int64 {
    try (Int64.fetchOne(database, sql: sql) ?? 0) + 1
  }

  /// Adds a term behind all that were added before; the list is not empty.
  mutating func add(_ term: UInt64, _ list: PostingList) throws {
    if page.size > TermPage.full { try flush() }
    let count = list.documents.count
    if count <= PostingEncoder.blockSize {
      _ = encoder.encode(list, 0..<count, firstPlace: 0)
      page.add(term, count: count, encoder)
      return
    }
    var parts: [PostingPart] = []
    var place = 0
    for start in stride(from: 0, to: count, by: PostingEncoder.partSize) {
      let range = start..<min(start + PostingEncoder.partSize, count)
      place = encoder.encode(list, range, firstPlace: place)
      parts.append(
        PostingPart(
          last: list.documents[range.upperBound - 1], impact: encoder.impact,
          documents: documentRows.address, documentsSize: encoder.documents.count,
          places: placeRows.address, placesSize: encoder.places.bytes.count))
      try documentRows.append(encoder.documents)
      try placeRows.append(encoder.places.bytes)
    }
    page.add(term, count: count, parts: parts)
  }

  /// Writes what is left and the segment itself.
  mutating func finish() throws {
    try flush()
    try documentRows.flush()
    try placeRows.flush()
    let postings = max(documentRows.end, placeRows.end, firstPosting) - firstPosting
    try database.execute(
      sql: """
        INSERT INTO \(schema).searchSegment (collection, stamp, documents, removedCount, firstID,
          lastID, firstPage, pages, firstPosting, postings, directory, ids, lengths, kinds)
        VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        collection.rawValue, Int64.random(in: .min ... .max), documents.count,
        documents.ids.first ?? 0, documents.ids.last ?? 0, firstPage, directory.count,
        firstPosting, postings, Blob.data(directory), Blob.data(documents.ids),
        Blob.data(documents.lengths), Blob.data(documents.kinds),
      ])
  }

  private mutating func flush() throws {
    guard let first = page.terms.first else { return }
    pageBytes.removeAll()
    page.write(to: pageBytes)
    try insertPage.execute(
      arguments: [firstPage + Int64(directory.count), Data(pageBytes.bytes)])
    directory.append(first)
    page.removeAll()
  }
}
