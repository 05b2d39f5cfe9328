import Deliberation
import Foundation
import GRDB
import JapaneseText

extension RecordStore {
  /// Adds the text of a law in one transaction; it takes the place of one of the same revision.
  ///
  /// - Throws: `StoreError`; the index is then as it was.
  package func save(
    _ law: StoredRevision, provisions: [StoredProvision]
  ) throws(StoreError) -> LawSaveStatus {
    try writing { database in
      try LawTextRows(database: database).save(law, provisions: provisions)
    }
  }

  /// The texts of a law (of all laws where none is named), by law, first day in force and revision.
  package func lawRevisions(of law: String? = nil) throws(StoreError) -> [StoredRevision] {
    try reading { database in try LawTextRows(database: database).revisions(of: law) }
  }

  /// How many elements each text has, in the order of `lawRevisions`.
  package func provisionCounts() throws(StoreError) -> [StoredRevision: Int] {
    try reading { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT \(LawTextRows.selection),
            (SELECT count(*) FROM provision p WHERE p.revision = r.id) FROM lawRevision r
          """)
      return Dictionary(
        rows.map { (LawTextRows.revision($0), $0[9]) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The elements of a text in the order in which they stand; empty where it is not in the index.
  package func provisions(of law: StoredRevision) throws(StoreError) -> [StoredProvision] {
    try reading { database in try LawTextRows(database: database).provisions(of: law) }
  }
}

/// The rows of `lawRevision`, `provision` and `provisionRow`.
struct LawTextRows {
  let database: Database

  static let selection = """
    r.law, r.revision, r.inForceFrom, r.inForceUntil, r.title, r.number, r.file, r.sha256,
    r.reader
    """

  static func revision(_ row: Row) -> StoredRevision {
    let from: String? = row[2]
    let until: String? = row[3]
    return StoredRevision(
      law: row[0], revision: row[1], from: from.flatMap { CalendarDate($0) },
      until: until.flatMap { CalendarDate($0) }, title: row[4], number: row[5], file: row[6],
      sha256: row[7], reader: row[8])
  }

  func revisions(of law: String?) throws -> [StoredRevision] {
    let condition = law == nil ? "" : "WHERE r.law = ?"
    return try Row.fetchAll(
      database,
      sql: """
        SELECT \(Self.selection) FROM lawRevision r \(condition)
        ORDER BY r.law, r.inForceFrom, r.revision
        """, arguments: law.map { [$0] } ?? []
    ).map(Self.revision)
  }

  func save(_ law: StoredRevision, provisions: [StoredProvision]) throws -> LawSaveStatus {
    let old = try id(of: law)
    if let old {
      let same = try Bool.fetchOne(
        database,
        sql: """
          SELECT sha256 = ? AND file = ? AND reader = ? AND inForceFrom IS ? AND inForceUntil IS ?
          FROM lawRevision WHERE id = ?
          """,
        arguments: [
          law.sha256, law.file, law.reader, law.from?.description, law.until?.description, old,
        ])
      if same == true { return .unchanged }
      try database.execute(sql: "DELETE FROM lawRevision WHERE id = ?", arguments: [old])
    }
    // Texts that cite this law are read anew for their delegations, for it tells their exact ids.
    try database.execute(
      sql: """
        DELETE FROM lawReading WHERE revision IN
          (SELECT revision FROM delegation WHERE targetLaw = ?)
        """, arguments: [law.law])
    try Insertion(
      database, into: "lawRevision",
      [
        "law", "revision", "inForceFrom", "inForceUntil", "title", "number", "file", "sha256",
        "added", "reader",
      ]
    ).add([
      law.law, law.revision, law.from?.description, law.until?.description, law.title, law.number,
      law.file, law.sha256, Date.now.formatted(.iso8601), law.reader,
    ])
    try insert(provisions, revision: database.lastInsertedRowID)
    return old == nil ? .added : .replaced
  }

  private func insert(_ provisions: [StoredProvision], revision: Int64) throws {
    let elements = try Insertion(
      database, into: "provision",
      [
        "revision", "ordinal", "element", "anchor", "parent", "title", "caption", "text", "deleted",
      ])
    let rows = try Insertion(
      database, into: "provisionRow", ["revision", "ordinal", "position", "cells", "spans"])
    for (ordinal, provision) in provisions.enumerated() {
      try elements.add([
        revision, ordinal, provision.element, provision.anchor, provision.parent, provision.title,
        provision.caption, provision.text, provision.isDeleted,
      ])
      for (position, cells) in provision.rows.enumerated() {
        let spans = provision.spans.indices.contains(position) ? provision.spans[position] : []
        try rows.add([
          revision, ordinal, position, Packed.strings(cells),
          provision.spans.isEmpty ? nil : Packed.cellSpans(spans),
        ])
      }
    }
  }

  /// The row of the text whose place this one takes.
  func id(of law: StoredRevision) throws -> Int64? {
    let days = law.from.map { "\($0)..\(law.until?.description ?? "")" }
    return try Int64.fetchOne(
      database, sql: "SELECT id FROM lawRevision WHERE law = ? AND slot = ?",
      arguments: [law.law, law.revision ?? days ?? ""])
  }

  func provisions(of law: StoredRevision) throws -> [StoredProvision] {
    guard let id = try id(of: law) else { return [] }
    var cells: [Int: [[String]]] = [:]
    var spans: [Int: [[CellSpan]]] = [:]
    for row in try Row.fetchAll(
      database,
      sql: """
        SELECT ordinal, cells, spans FROM provisionRow WHERE revision = ?
        ORDER BY ordinal, position
        """, arguments: [id])
    {
      cells[row[0], default: []].append(Packed.strings(row[1]))
      if let packed: String = row[2] {
        spans[row[0], default: []].append(Packed.cellSpans(packed))
      }
    }
    var provisions: [StoredProvision] = []
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT element, anchor, parent, title, caption, text, deleted FROM provision
        WHERE revision = ? ORDER BY ordinal
        """, arguments: [id])
    while let row = try rows.next() {
      provisions.append(
        StoredProvision(
          element: row[0], anchor: row[1], parent: row[2], title: row[3], caption: row[4],
          text: row[5], isDeleted: row[6], rows: cells[provisions.count] ?? [],
          spans: spans[provisions.count] ?? []))
    }
    return provisions
  }
}
