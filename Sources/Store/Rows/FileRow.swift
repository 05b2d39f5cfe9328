import Foundation
import GRDB

/// Rows of `file`.
enum FileRow {
  /// The text of a file: kept apart only where the bytes are not it in UTF-8.
  static func text(_ database: Database, id: Int64) throws -> String {
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT text, CASE WHEN text IS NULL THEN bytes END FROM file WHERE id = ?",
        arguments: [id])
    else { return "" }
    if let text: String = row[0] { return text }
    let bytes: Data = row[1] ?? Data()
    return String(decoding: bytes, as: UTF8.self)
  }

  static func file(_ row: Row) -> SourceFile {
    let bytes: Data = row["bytes"]
    let text: String? = row["text"]
    return SourceFile(
      path: row["path"], bytes: [UInt8](bytes), sha256: row["sha256"],
      text: text ?? String(decoding: bytes, as: UTF8.self), reader: row["reader"],
      parser: row["parser"], derivation: row["derivation"])
  }
}
