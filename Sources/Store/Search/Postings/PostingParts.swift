import GRDB

/// Up to `PostingEncoder.partSize` postings of a term, which stand in rows of their own.
struct PostingPart {
  /// Bytes of its description in a page of terms.
  static let size = 29

  /// The last document.
  var last: UInt32
  /// The highest impact, as a byte.
  var impact: UInt8
  var documents: PostingAddress
  var documentsSize: Int
  var places: PostingAddress
  var placesSize: Int

  func write(to writer: ByteWriter) {
    writer.append(last)
    writer.append(impact)
    writer.append(documents.number)
    writer.append(UInt32(documentsSize))
    writer.append(places.number)
    writer.append(UInt32(placesSize))
  }
}

extension PostingPart {
  init(_ bytes: UnsafeRawPointer) {
    last = bytes.number(0, as: UInt32.self)
    impact = bytes.load(fromByteOffset: 4, as: UInt8.self)
    documents = PostingAddress(number: bytes.number(5, as: UInt64.self))
    documentsSize = Int(bytes.number(13, as: UInt32.self))
    places = PostingAddress(number: bytes.number(17, as: UInt64.self))
    placesSize = Int(bytes.number(25, as: UInt32.self))
  }
}

/// The postings of one term that stand in rows of their own, for all cursors over them: those that
/// were read last are kept.
final class PostingParts {
  let parts: [PostingPart]
  /// Of the cursor that is ahead and of the one that is behind.
  private var documents: [(part: Int, blob: Blob)] = []
  private var places: (part: Int, blob: Blob)?

  init(_ parts: [PostingPart]) { self.parts = parts }

  /// The blocks of documents of a part; `schema` is `main` or `temp`.
  func documents(_ part: Int, _ database: Database, _ schema: String) throws -> Blob {
    if let known = documents.first(where: { $0.part == part }) { return known.blob }
    let blob = try Self.read(
      database.cachedStatement(sql: "SELECT documents FROM \(schema).posting WHERE id = ?"),
      parts[part].documents, parts[part].documentsSize)
    if documents.count > 1 { documents.removeFirst() }
    documents.append((part, blob))
    return blob
  }

  /// The blocks of places of a part.
  func places(_ part: Int, _ database: Database, _ schema: String) throws -> Blob {
    if let places, places.part == part { return places.blob }
    let blob = try Self.read(
      database.cachedStatement(sql: "SELECT places FROM \(schema).posting WHERE id = ?"),
      parts[part].places, parts[part].placesSize)
    places = (part, blob)
    return blob
  }

  private static func read(
    _ statement: GRDB.Statement, _ address: PostingAddress, _ size: Int
  ) throws -> Blob {
    let blob = Blob(count: size)
    var row = address.row
    var offset = address.offset
    var filled = 0
    while filled < size {
      let count = try Blob.read(statement, id: row) { bytes in
        let count = max(0, min(size - filled, bytes.count - offset))
        if count > 0 {
          blob.write(UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + count)]), at: filled)
        }
        return count
      }
      guard count > 0 else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
      filled += count
      offset = 0
      row += 2
    }
    return blob
  }
}
