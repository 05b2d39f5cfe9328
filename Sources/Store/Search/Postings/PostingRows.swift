import Foundation
import GRDB

/// Where some bytes of postings begin: in a row, which is followed by the next but one.
///
/// Rows are filled to the end whatever stands in them, so that a page of the file holds one row and
/// hardly anything is left over: those of documents and those of places by turns.
struct PostingAddress {
  /// Bytes of a row: with what SQLite adds, a page of the file (`RecordStore.configuration`).
  static let rowSize = 16_320

  var row: Int64
  var offset: Int

  init(row: Int64, offset: Int) {
    self.row = row
    self.offset = offset
  }

  /// The address as one number.
  var number: UInt64 { UInt64(row) << 16 | UInt64(offset) }

  init(number: UInt64) {
    row = Int64(number >> 16)
    offset = Int(number & 0xFFFF)
  }
}

/// Writes bytes into rows of the table of postings, into one of its columns.
struct PostingRowWriter {
  private let insert: GRDB.Statement
  private var row: Int64
  private let bytes = ByteWriter(capacity: PostingAddress.rowSize)
  /// The row behind the last that was written; 0 where none was.
  private(set) var end: Int64 = 0

  /// `insert`: Takes the id of a row and its bytes.
  init(_ insert: GRDB.Statement, firstRow: Int64) {
    self.insert = insert
    row = firstRow
  }

  /// Where the next bytes go.
  var address: PostingAddress { PostingAddress(row: row, offset: bytes.count) }

  mutating func append(_ content: UnsafeRawBufferPointer) throws {
    var rest = content[...]
    while !rest.isEmpty {
      let some = rest.prefix(PostingAddress.rowSize - bytes.count)
      bytes.append(UnsafeRawBufferPointer(rebasing: some))
      rest = rest.dropFirst(some.count)
      if bytes.count == PostingAddress.rowSize { try flush() }
    }
  }

  /// Writes the row that is not full yet.
  mutating func flush() throws {
    guard bytes.count > 0 else { return }
    try insert.execute(arguments: [row, Data(bytes.bytes)])
    bytes.removeAll()
    end = row + 1
    row += 2
  }
}
