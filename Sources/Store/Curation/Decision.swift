package import JapaneseText
import Deliberation
import Foundation
import GRDB

/// What a human decided about something the machine found, or about a person or a provision.
package struct Decision: Hashable, Sendable {
  /// What kind of decision it is, in lowerCamelCase (`linkRejected`, `speaker`, `personsMerged`).
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
    self.created =
      created ?? Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }

  /// The same in every index that holds it: `d-` and ten hexadecimal digits of a SHA-256 of all
  /// that was decided, by whom and when.
  package var id: String {
    let place = anchor.map { [$0.sourceHash, "\($0.span.from)", "\($0.span.to)", $0.quoted] } ?? []
    let words = ([kind, subject ?? "", value, author, created] + place).joined(separator: "\u{1F}")
    return "d-" + SHA256.hex(words.utf8).prefix(10)
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

  /// Every decision, those that were taken back too, in the order in which they were made.
  package func decisions() throws(StoreError) -> [Decision] {
    try reading { database in try Anchors(database: database).all() }
  }
}

/// Decisions and the words to which they belong.
struct Anchors {
  /// The kind of the finding that a decision without its anchor becomes.
  static let lost = "decisionWithoutAnchor"

  let database: Database

  /// Every decision in the order of time.
  func all() throws -> [Decision] { try fetch("", []) }

  private func fetch(_ condition: String, _ arguments: StatementArguments) throws -> [Decision] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT kind, sourceHash, spanFrom, spanTo, quoted, subject, value, author, created
        FROM decision \(condition) ORDER BY created, id
        """, arguments: arguments
    ).map { row in
      let hash: String? = row[1]
      return Decision(
        kind: row[0],
        anchor: hash.map {
          DecisionAnchor(sourceHash: $0, span: TextSpan(row[2], row[3]), quoted: row[4])
        }, subject: row[5], value: row[6], author: row[7], created: row[8])
    }
  }

  /// Decisions that were not taken back, in the order of time; of some kinds only, where they are
  /// named.
  func decisions(kinds: [String]? = nil) throws -> [Decision] {
    let undoing = DecisionKind.undone.rawValue
    let all =
      if let kinds {
        try fetch(
          "WHERE kind IN (SELECT value FROM json_each(?))", [Packed.strings(kinds + [undoing])])
      } else {
        try all()
      }
    let undone = Set(
      all.lazy.filter { $0.kind == undoing }
        .compactMap { DecisionValue(json: $0.value).decision })
    return all.filter { decision in
      decision.kind != undoing && (kinds?.contains(decision.kind) ?? true)
        && (undone.isEmpty || !undone.contains(decision.id))
    }
  }

  /// Decisions whose words are not in the source any more, and those about persons who are not
  /// there, as findings.
  func findings() throws -> [FindingEntry] {
    var places: [String: Anchoring?] = [:]
    return try decisions().compactMap { decision in
      guard let anchor = decision.anchor else { return try lostPerson(decision) }
      if places[anchor.sourceHash] == nil {
        places[anchor.sourceHash] = try Anchoring(hash: anchor.sourceHash, database)
      }
      let anchoring = places[anchor.sourceHash] ?? nil
      if anchoring?.place(of: decision) != nil { return nil }
      let message = """
        the decision \(decision.kind) of \(decision.author) on 「\(anchor.quoted.prefix(40))」 has lost \
        its place: \(anchoring?.reason ?? "the source is not in the index")
        """
      return FindingEntry(
        record: nil, file: anchoring?.path ?? anchor.sourceHash,
        finding: Finding(kind: Self.lost, line: nil, message: message))
    }
  }

  private func lostPerson(_ decision: Decision) throws -> FindingEntry? {
    guard let kind = DecisionKind(rawValue: decision.kind), DecisionKind.ofPersons.contains(kind),
      let subject = decision.subject
    else { return nil }
    let persons = Persons(database: database)
    let ids = [subject, DecisionValue(json: decision.value).person].compactMap(\.self)
    let lost = try ids.filter { try persons.person(of: PersonID(rawValue: $0)) == nil }
    guard !lost.isEmpty else { return nil }
    return FindingEntry(
      record: nil, file: subject,
      finding: Finding(
        kind: Self.lost, line: nil,
        message: """
          the decision \(decision.kind) of \(decision.author) names nobody in the index: \
          \(lost.joined(separator: ", "))
          """))
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
