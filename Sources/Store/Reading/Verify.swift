import Deliberation
import Foundation
import GRDB
import JapaneseText

/// Something in the index that is not as it must be.
package struct Problem: Hashable, Sendable, CustomStringConvertible {
  /// Which check found it (`span`, `quotedText`, `searchIndex`, `decision`, `integrity`,
  /// `foreignKey`, `identity`).
  package var check: String
  /// The address or the file.
  package var place: String
  package var detail: String

  package var description: String { "\(place): \(check): \(detail)" }
}

extension RecordStore {
  /// Proves the index: every span lies within its text, every statement stands in its source, every
  /// entry of the search index is that of its text, every decision has its words, and SQLite's own
  /// checks.
  ///
  /// - Returns: What is wrong; empty for a sound index.
  /// - Throws: `StoreError` where the file cannot be read at all.
  package func verify() throws(StoreError) -> [Problem] {
    try reading { database in
      let verification = Verification(database: database)
      return try verification.sqlite() + verification.records() + verification.searchIndex()
        + verification.identities() + verification.decisions()
    }
  }
}

/// The checks, each over the whole index in one snapshot.
struct Verification {
  let database: Database

  func sqlite() throws -> [Problem] {
    let messages = try String.fetchAll(database, sql: "PRAGMA integrity_check")
    let keys = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
    return messages.filter { $0 != "ok" }.map {
      Problem(check: "integrity", place: "index", detail: $0)
    }
      + keys.map { row in
        let table: String = row[0]
        let parent: String = row[2]
        return Problem(
          check: "foreignKey", place: table, detail: "a row points at no row of \(parent)")
      }
  }

  func records() throws -> [Problem] {
    let reader = RecordReader(database: database)
    var sources: (file: Int64, scalars: Scalars)?
    var problems: [Problem] = []
    for (id, address) in try reader.all() {
      let record = try reader.record(id)
      guard
        let file = try Row.fetchOne(
          database,
          sql:
            "SELECT f.id, f.sha256, f.path FROM file f JOIN record r ON r.file = f.id WHERE r.id = ?",
          arguments: [id])
      else { continue }
      if sources?.file != file[0] {
        sources = (file[0], try FileRow.text(database, id: file[0]).scalars)
      }
      var check = SpanCheck(source: sources?.scalars ?? [], record: address)
      check.check(record)
      problems += check.problems
    }
    for row in try Row.fetchAll(database, sql: "SELECT path, sha256, bytes FROM file") {
      let bytes: [UInt8] = [UInt8](row["bytes"] as Data)
      if SHA256.hex(bytes) != row["sha256"] {
        problems.append(
          Problem(check: "integrity", place: row["path"], detail: "the bytes have another SHA-256"))
      }
    }
    return problems
  }

  /// Every text has its terms in the index and nothing else stands there.
  func searchIndex() throws -> [Problem] {
    guard try SearchIndex.isUpToDate(database) else {
      return [
        Problem(check: "searchIndex", place: "index", detail: "it was built by another version")
      ]
    }
    var problems: [Problem] = []
    for collection in SearchCollection.allCases {
      let check = IndexCheck(database: database, collection: collection)
      for id in try check.differences() {
        problems.append(
          Problem(
            check: "searchIndex", place: "\(collection.table) \(id)",
            detail: "its entry is of other words"))
      }
    }
    return problems
  }

  /// Every derived row has an address that is in force, at the words that the row holds.
  func identities() throws -> [Problem] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT i.address, i.withdrawn, a.textHash, s.text FROM statement s
        JOIN identity i ON i.id = s.identity
        LEFT JOIN anchor a ON a.id = (SELECT max(id) FROM anchor WHERE identity = i.id)
        """
    ).compactMap { row in
      let hash: String? = row[2]
      let text: String = row[3]
      if row[1] == nil, hash == TextHash.of(text) { return nil }
      return Problem(
        check: "identity", place: row[0],
        detail: row[1] == nil ? "the anchor holds other words" : "the address is withdrawn")
    }
  }

  func decisions() throws -> [Problem] {
    try Anchors(database: database).findings().map {
      Problem(check: "decision", place: $0.file, detail: $0.finding.message)
    }
  }
}

/// Checks the spans of one record against its texts.
struct SpanCheck {
  let source: Scalars
  let record: String
  var problems: [Problem] = []

  init(source: Scalars, record: String) {
    self.source = source
    self.record = record
  }

  mutating func check(_ record: Deliberation.Record) {
    for attendee in record.attendance { checkSource(attendee.source, "attendance") }
    for item in record.agenda.flattened { checkSource(item.source, "/\(item.path)") }
    for event in record.events {
      checkSource(event.source, "event \(event.number)")
      checkQuoted(event.text, event.source, "event \(event.number)")
    }
    for statement in record.statements {
      let place = "#\(statement.number)"
      checkSource(statement.source, place)
      checkQuoted(statement.text, statement.source, place)
      let length = statement.text.unicodeScalars.count
      for span in Self.spans(of: statement) where span.from < 0 || span.to > length {
        add("span", place, "[\(span.from), \(span.to)) in a text of \(length)")
      }
    }
  }

  /// Every span inside a statement.
  private static func spans(of statement: Deliberation.Statement) -> [TextSpan] {
    statement.paragraphs + statement.sentences + statement.relations.map(\.evidence)
      + statement.positions.flatMap {
        [$0.clause, $0.evidence, $0.cue] + [$0.condition, $0.concession].compactMap(\.self)
      }
      + statement.reported.flatMap { [$0.clause, $0.evidence] }
      + statement.undertakings.map(\.what)
      + (statement.links + statement.candidates).compactMap(\.evidence)
  }

  private mutating func checkSource(_ segments: [SourceSegment], _ place: String) {
    for segment in segments
    where segment.span.from < 0 || segment.span.to > source.count
      || segment.span.from > segment.span.to
    {
      add(
        "span", place, "[\(segment.span.from), \(segment.span.to)) in a source of \(source.count)")
    }
  }

  /// The words are those of the segments, but for white space, which healing removes or moves.
  private mutating func checkQuoted(
    _ text: String, _ segments: [SourceSegment], _ place: String
  ) {
    guard !segments.isEmpty else { return }
    let printed = segments.flatMap { source[clamped($0.span)] }.filter { !$0.isSpace }
    let quoted = text.unicodeScalars.filter { !$0.isSpace }
    if !Self.isSubsequence(Array(quoted), of: printed) {
      add("quotedText", place, "the words do not stand in the source: \(text.prefix(30))")
    }
  }

  private func clamped(_ span: TextSpan) -> Range<Int> {
    let from = min(max(0, span.from), source.count)
    return from..<min(max(from, span.to), source.count)
  }

  /// Whether the characters stand in the printed ones in order; marks between may be left out.
  private static func isSubsequence(_ words: Scalars, of printed: Scalars) -> Bool {
    var at = 0
    for scalar in printed where at < words.count && scalar == words[at] { at += 1 }
    return at == words.count
  }

  private mutating func add(_ check: String, _ place: String, _ detail: String) {
    problems.append(Problem(check: check, place: record + place, detail: detail))
  }
}
