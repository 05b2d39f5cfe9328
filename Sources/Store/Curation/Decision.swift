package import JapaneseText
import Deliberation
import Foundation
import GRDB

/// What a human decided about something the machine found, or about a person or a provision.
package struct Decision: Hashable, Sendable {
  /// What kind of decision it is, in lowerCamelCase (`linkRejected`, `speaker`, `personMerged`).
  package var kind: String
  /// The words of the source that it is about; nil where it is about `subject` alone.
  package var anchor: DecisionAnchor?
  /// The id of a person or the address of a provision.
  package var subject: String?
  /// What was decided, as JSON.
  package var value: String
  package var author: String
  /// When, in ISO 8601.
  package var created: String

  package init(
    kind: String, anchor: DecisionAnchor? = nil, subject: String? = nil, value: String,
    author: String, created: String? = nil
  ) {
    self.kind = kind
    self.anchor = anchor
    self.subject = subject
    self.value = value
    self.author = author
    self.created = created ?? Date.now.formatted(.iso8601)
  }
}

/// The words of a source to which a decision belongs: never a derived row.
package struct DecisionAnchor: Hashable, Sendable {
  /// SHA-256 of the file.
  package var sourceHash: String
  /// Scalar offsets in the reader's text.
  package var span: TextSpan
  /// The words that stand there.
  package var quoted: String

  package init(sourceHash: String, span: TextSpan, quoted: String) {
    self.sourceHash = sourceHash
    self.span = span
    self.quoted = quoted
  }
}

extension RecordStore {
  /// Adds a decision; earlier ones stay, the last on an anchor is in force.
  package func add(_ decision: Decision) throws(StoreError) {
    try writing { database in try decision.insert(into: database) }
  }

  /// Every decision in the order in which they were made.
  package func decisions() throws(StoreError) -> [Decision] {
    try reading { database in try Anchors(database: database).decisions() }
  }
}

/// Decisions and the words to which they belong.
struct Anchors {
  /// The kind of the finding that a decision without its anchor becomes.
  static let lost = "decisionWithoutAnchor"

  let database: Database

  /// Decisions in the order in which they were made; of some kinds only, where they are named.
  func decisions(kinds: [String]? = nil) throws -> [Decision] {
    let condition = kinds == nil ? "" : "WHERE kind IN (SELECT value FROM json_each(?))"
    return try Row.fetchAll(
      database,
      sql: """
        SELECT kind, sourceHash, spanFrom, spanTo, quoted, subject, value, author, created
        FROM decision \(condition) ORDER BY id
        """, arguments: kinds.map { [Packed.strings($0)] } ?? []
    ).map { row in
      let hash: String? = row[1]
      return Decision(
        kind: row[0],
        anchor: hash.map {
          DecisionAnchor(sourceHash: $0, span: TextSpan(row[2], row[3]), quoted: row[4])
        }, subject: row[5], value: row[6], author: row[7], created: row[8])
    }
  }

  /// Decisions whose words are not in the source any more, as findings.
  func findings() throws -> [FindingEntry] {
    var texts: [String: [Unicode.Scalar]?] = [:]
    return try decisions().compactMap { decision in
      guard let anchor = decision.anchor else { return nil }
      if texts[anchor.sourceHash] == nil {
        let file = try Int64.fetchOne(
          database, sql: "SELECT id FROM file WHERE sha256 = ? AND superseded IS NULL",
          arguments: [anchor.sourceHash])
        texts[anchor.sourceHash] = try file.map { try FileRow.text(database, id: $0).scalars }
      }
      let text = texts[anchor.sourceHash] ?? nil
      if text?.text(anchor.span) == anchor.quoted { return nil }
      let message = """
        the decision \(decision.kind) of \(decision.author) on 「\(anchor.quoted)」 has lost its place: \
        \(text == nil ? "the source was corrected" : "other words stand there")
        """
      return FindingEntry(
        record: nil, file: anchor.sourceHash,
        finding: Finding(kind: Self.lost, line: nil, message: message))
    }
  }
}

extension Decision {
  /// Writes the decision inside the transaction of `database`.
  func insert(into database: Database) throws {
    try Insertion(
      database, into: "decision",
      [
        "kind", "sourceHash", "spanFrom", "spanTo", "quoted", "subject", "value", "author",
        "created",
      ]
    ).add([
      kind, anchor?.sourceHash, anchor?.span.from, anchor?.span.to, anchor?.quoted, subject,
      value, author, created,
    ])
  }
}
