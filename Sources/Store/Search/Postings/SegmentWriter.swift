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
  /// Bytes of a page of terms, about.
  private static let pageSize = 16_000

  private let database: Database
  private let collection: SearchCollection
  private let documents: SegmentDocuments
  private let schema: String
  private let encoder: PostingEncoder
  private let firstPage: Int64
  private let firstPosting: Int64
  private var postings = 0
  private var directory: [UInt64] = []
  private var page = TermPage()
  private let insertPage: GRDB.Statement
  private let insertPosting: GRDB.Statement

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
    insertPosting = try database.cachedStatement(
      sql: "INSERT INTO \(schema).posting (id, documents, places) VALUES (?, ?, ?)")
  }

  private static func next(_ database: Database, _ sql: String) throws -> Int64 {
    try (Int64.fetchOne(database, sql: sql) ?? 0) + 1
  }

  /// Adds a term behind all that were added before; the list is not empty.
  mutating func add(_ term: UInt64, _ list: PostingList) throws {
    if page.size > Self.pageSize { try flush() }
    if list.documents.count <= PostingEncoder.blockSize {
      let (documents, places) = encoder.encode(
        list, 0..<list.documents.count, firstPlace: 0)
      page.add(term, block: documents, places: places)
      return
    }
    var parts: [TermPage.Part] = []
    var place = 0
    var highest: UInt8 = 0
    for start in stride(from: 0, to: list.documents.count, by: PostingEncoder.partSize) {
      let range = start..<min(start + PostingEncoder.partSize, list.documents.count)
      let (documents, places) = encoder.encode(list, range, firstPlace: place)
      let impact = Self.impact(documents, blocks: (range.count + 127) / 128)
      let row = firstPosting + Int64(postings)
      try Self.write(insertPosting, row, documents, places)
      parts.append(
        TermPage.Part(last: list.documents[range.upperBound - 1], row: row, impact: impact))
      highest = max(highest, impact)
      postings += 1
      if !list.places.isEmpty {
        for index in range { place += Int(list.frequencies[index]) }
      }
    }
    page.add(term, count: list.documents.count, parts: parts)
  }

  /// Writes what is left and the segment itself.
  mutating func finish() throws {
    try flush()
    try database.execute(
      sql: """
        INSERT INTO \(schema).searchSegment (collection, stamp, documents, removedCount, firstID, lastID,
          firstPage, pages, firstPosting, postings, directory, ids, lengths, kinds)
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
    try Self.write(insertPage, firstPage + Int64(directory.count), page.content)
    directory.append(first)
    page = TermPage()
  }

  private static func write(_ statement: GRDB.Statement, _ id: Int64, _ blobs: [UInt8]...) throws {
    try statement.execute(
      arguments: [id] + StatementArguments(blobs.map { Blob.data($0) }))
  }

  /// The highest impact of some blocks.
  private static func impact(_ documents: [UInt8], blocks: Int) -> UInt8 {
    (0..<blocks).reduce(0) { highest, block in
      max(highest, documents[PostingEncoder.headSize + block * BlockEntry.size + 15])
    }
  }
}
