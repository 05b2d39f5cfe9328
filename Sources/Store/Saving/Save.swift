package import Deliberation
import Foundation
import GRDB
import JapaneseText

extension RecordStore {
  /// Stores a file of minutes and the records found in it, in one transaction.
  ///
  /// The same path and bytes with the same versions change nothing. A corrected file (the same
  /// path with other bytes, or `replacing` an address) keeps the addresses of the statements that
  /// are still there; what came between 12 and 13 becomes 12a; what is gone is withdrawn.
  ///
  /// Persons, bodies and everything derived are the same in any order of ingest. The ordinal of a
  /// second record of a meeting (`~2`), the sequence of several unnumbered meetings on one day, and
  /// which of two bodies with equal leaf names has the short address go by the order of ingest,
  /// because an address that was given out stays.
  ///
  /// - Parameters:
  ///   - file: The file with its bytes and its text.
  ///   - records: The records found in it, everything derived.
  ///   - replacing: The address of a record that this file takes the place of, although it was read
  ///     from another path.
  /// - Returns: What became of the file and of the addresses of its records.
  /// - Throws: `StoreError`; the index is then as it was.
  package func save(
    _ file: SourceFile, records: [Deliberation.Record], replacing: String? = nil
  ) throws(StoreError) -> SaveOutcome {
    let replaced = try replacing.map { text throws(StoreError) in try resolve(text) }
    return try writing { database in
      try Saving(database: database, file: file, force: false)
        .run(records: records, replacing: replaced?.record)
    }
  }

  /// Replaces everything derived from a file that the index already holds, for `rebuild`.
  ///
  /// Addresses are kept as by `save`; decisions are not touched.
  ///
  /// - Throws: `StoreError`; the index is then as it was.
  package func rederive(
    _ file: SourceFile, records: [Deliberation.Record]
  ) throws(StoreError) -> SaveOutcome {
    try writing { database in
      try Saving(database: database, file: file, force: true).run(records: records, replacing: nil)
    }
  }
}

/// One save: from a file and its records to rows, inside the transaction of `database`.
struct Saving {
  let database: Database
  let file: SourceFile
  /// Whether to write again what seems unchanged.
  let force: Bool
  let identities: Identities
  let now: String

  init(database: Database, file: SourceFile, force: Bool) {
    self.database = database
    self.file = file
    self.force = force
    now = Date.now.formatted(.iso8601)
    identities = Identities(database: database, now: now)
  }

  func run(records: [Deliberation.Record], replacing: Int64?) throws -> SaveOutcome {
    let known = try inForce()
    if replacing == nil, !force, let status = try nothingToDo(known) {
      return SaveOutcome(status: status, records: [])
    }
    let fileID = try writeFile(known)
    if let replacing { try replace(replacing) }
    let priors = try identities.priors(path: file.path)
    var placed = try Placement(identities: identities, file: file, priors: priors)
      .place(records, replacing: replacing)
    let used = Set(placed.map(\.id))
    var changes: [RecordChange] = []
    for prior in priors where !prior.withdrawn && !used.contains(prior.id) {
      let count = try statementCount(prior.id)
      try identities.withdrawRecord(prior.id)
      changes.append(
        RecordChange(
          address: prior.address, kept: 0, changed: 0, added: 0, withdrawn: count))
    }
    let writer = RecordWriter(database: database)
    let oldTexts = OldTexts(database: database)
    for index in placed.indices {
      try identities.place(&placed[index], file: fileID, texts: oldTexts.texts)
    }
    var touched = Touched()
    for id in Set(priors.map(\.id)).union(used).sorted() {
      try writer.remove(record: id, touched: &touched)
    }
    for place in placed { try writer.write(place, file: fileID, touched: &touched) }
    try writer.refresh(touched)
    return SaveOutcome(
      status: known == nil && replacing == nil ? .added : .updated,
      records: placed.map(\.change) + changes)
  }

  private struct Known {
    var id: Int64
    var sha256: String
    var versions: [String]
  }

  private func inForce() throws -> Known? {
    try Row.fetchOne(
      database,
      sql: """
        SELECT id, sha256, reader, parser, derivation FROM file
        WHERE path = ? AND superseded IS NULL
        """, arguments: [file.path]
    ).map { Known(id: $0[0], sha256: $0[1], versions: [$0[2], $0[3], $0[4]]) }
  }

  private func nothingToDo(_ known: Known?) throws -> SaveOutcome.Status? {
    if let known {
      let same =
        known.sha256 == file.sha256
        && known.versions == [file.reader, file.parser, file.derivation]
      return same ? .unchanged(path: file.path) : nil
    }
    if let successor = try String.fetchOne(
      database,
      sql: """
        SELECT r.successor FROM file f JOIN replacement r ON r.path = f.path
        WHERE f.path = ? AND f.sha256 = ? ORDER BY r.id DESC
        """, arguments: [file.path, file.sha256])
    {
      return .replaced(by: successor)
    }
    return try String.fetchOne(
      database, sql: "SELECT path FROM file WHERE sha256 = ? AND superseded IS NULL ORDER BY path",
      arguments: [file.sha256]
    ).map { .unchanged(path: $0) }
  }

  /// Puts the file in force for its path.
  private func writeFile(_ known: Known?) throws -> Int64 {
    if let known, known.sha256 != file.sha256 {
      try database.execute(
        sql: "UPDATE file SET superseded = ? WHERE id = ?", arguments: [now, known.id])
    }
    let bytes = Data(file.bytes)
    let text = file.text.utf8.elementsEqual(file.bytes) ? nil : file.text
    try database.execute(
      sql: """
        INSERT INTO file (path, sha256, bytes, text, reader, parser, derivation, ingested)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (path, sha256) DO UPDATE SET text = excluded.text, reader = excluded.reader,
          parser = excluded.parser, derivation = excluded.derivation, superseded = NULL
        """,
      arguments: [
        file.path, file.sha256, bytes, text, file.reader, file.parser, file.derivation, now,
      ])
    guard
      let id = try Int64.fetchOne(
        database, sql: "SELECT id FROM file WHERE path = ? AND sha256 = ?",
        arguments: [file.path, file.sha256])
    else { throw StoreError.inconsistent(file: file.path, detail: "the file was not stored") }
    return id
  }

  /// Hands a record over to the path being saved.
  private func replace(_ record: Int64) throws {
    guard
      let old = try String.fetchOne(
        database, sql: "SELECT path FROM identity WHERE id = ?", arguments: [record]),
      old != file.path
    else { return }
    try database.execute(
      sql: "INSERT INTO replacement (path, record, successor, created) VALUES (?, ?, ?, ?)",
      arguments: [old, record, file.path, now])
    try database.execute(
      sql: "UPDATE identity SET path = ?, withdrawn = NULL WHERE id = ?",
      arguments: [file.path, record])
    try database.execute(
      sql: """
        UPDATE file SET superseded = ? WHERE path = ? AND superseded IS NULL AND NOT EXISTS (
          SELECT 1 FROM identity WHERE path = ? AND kind = 'record' AND withdrawn IS NULL)
        """, arguments: [now, old, old])
  }

  private func statementCount(_ record: Int64) throws -> Int {
    try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM identity
        WHERE parent = ? AND kind = 'statement' AND withdrawn IS NULL
        """, arguments: [record]) ?? 0
  }
}

/// The words of statements as they were: from the derived rows, else from the source they stood in.
struct OldTexts {
  let database: Database

  func texts(record: Int64) throws -> [Int64: String] {
    var texts: [Int64: String] = [:]
    for row in try Row.fetchAll(
      database, sql: "SELECT identity, text FROM statement WHERE record = ?", arguments: [record])
    {
      texts[row[0]] = row[1]
    }
    guard texts.isEmpty else { return texts }
    var sources: [Int64: [Unicode.Scalar]] = [:]
    for known in try Identities(database: database, now: "").known(in: record, kind: "statement") {
      let file = known.place.file
      if sources[file] == nil { sources[file] = try FileRow.text(database, id: file).scalars }
      texts[known.id] = sources[file]?.text(known.place.span)
    }
    return texts
  }
}
