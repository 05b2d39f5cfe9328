package import Deliberation
import Foundation
import GRDB
import JapaneseText

/// What a human decided about a promise: that it is settled, by what and why, or open again.
package struct UndertakingDecision: Hashable, Sendable {
  package var isClosed: Bool
  package var author: String
  package var created: String
  package var reason: String?
  /// The address of the statement that settled it.
  package var settledBy: String?
}

/// What is decided about promises, kept like every decision by the words of the source.
struct UndertakingDecisions {
  static let closed = "undertakingClosed"
  static let opened = "undertakingOpened"

  /// The `value` of a decision.
  struct Value: Codable {
    /// The words of the promise.
    var what: String
    var reason: String?
    var settledBy: String?
  }

  private var entries: [(anchor: DecisionAnchor, what: String, decision: UndertakingDecision)] = []

  init(database: Database) throws {
    for decision in try Anchors(database: database).decisions(kinds: [Self.closed, Self.opened]) {
      guard let anchor = decision.anchor,
        let value = try? JSONDecoder().decode(Value.self, from: Data(decision.value.utf8))
      else { continue }
      entries.append(
        (
          anchor, Self.words(value.what),
          UndertakingDecision(
            isClosed: decision.kind == Self.closed, author: decision.author,
            created: decision.created, reason: value.reason, settledBy: value.settledBy)
        ))
    }
  }

  /// The last decision on a promise, by its words and the place of its statement in the source, or
  /// where the source was corrected by the words of the statement.
  func decision(
    what: String, statement text: String, sha256: String?, span: TextSpan?
  ) -> UndertakingDecision? {
    guard !entries.isEmpty else { return nil }
    let promise = Self.words(what)
    return entries.last { entry in
      guard entry.what == promise else { return false }
      if entry.anchor.sourceHash == sha256 { return entry.anchor.span == span }
      let quoted = Self.words(entry.anchor.quoted)
      return quoted.unicodeScalars.count >= 20 && Self.words(text).hasPrefix(quoted)
    }?.decision
  }

  private static func words(_ text: String) -> String {
    String(text.scalars.filter { !$0.isSpace })
  }
}

extension RecordStore {
  /// Records that a promise is settled, or with `isClosed` false that it is open again; gives the
  /// promises decided on.
  ///
  /// The address names a statement, or one of its sentences where it makes several promises;
  /// `settledBy` the statement that settled it. Throws `StoreError` where an address names no
  /// statement, or the statement no promise.
  package func decide(
    undertakingAt address: String, isClosed: Bool, author: String, reason: String?,
    settledBy: String?
  ) throws(StoreError) -> [Undertaking] {
    try writing { database in
      let resolver = Resolver(database: database)
      let place = try resolver.resolve(address)
      let settler = try settledBy.map { try resolver.resolve($0).address }
      let record = try RecordReader(database: database).record(place.record)
      let statement: Deliberation.Statement?
      var sentence: TextSpan?
      switch place.part {
      case .statement(let number):
        statement = record.statements.first { $0.number == number }
      case .sentence(let number, let index):
        statement = record.statements.first { $0.number == number }
        if let spans = statement?.sentences, spans.indices.contains(index - 1) {
          sentence = spans[index - 1]
        }
      default: throw StoreError.unknownAddress("\(address) (a statement is needed, such as 86#4)")
      }
      let promises = (statement?.undertakings ?? []).filter { promise in
        sentence.map { $0.overlaps(promise.what) } ?? true
      }
      guard let statement, !promises.isEmpty, let span = statement.source.first?.span else {
        throw StoreError.unknownAddress("\(address) (nothing is undertaken there)")
      }
      for promise in promises {
        try UndertakingDecisions.decision(
          isClosed, on: promise, of: statement,
          anchor: DecisionAnchor(
            sourceHash: record.source.sha256, span: span,
            quoted: try UndertakingDecisions.quoted(span, record: place.record, database)),
          author: author, reason: reason, settledBy: settler
        ).insert(into: database)
      }
      return promises
    }
  }
}

extension UndertakingDecisions {
  fileprivate static func decision(
    _ isClosed: Bool, on promise: Undertaking, of statement: Deliberation.Statement,
    anchor: DecisionAnchor, author: String, reason: String?, settledBy: String?
  ) throws -> Decision {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let value = Value(
      what: statement.text.scalars.text(promise.what), reason: reason, settledBy: settledBy)
    return Decision(
      kind: isClosed ? closed : opened, anchor: anchor,
      value: String(decoding: try encoder.encode(value), as: UTF8.self), author: author)
  }

  /// The words of the source at a span.
  fileprivate static func quoted(
    _ span: TextSpan, record: Int64, _ database: Database
  ) throws -> String {
    guard
      let file = try Int64.fetchOne(
        database, sql: "SELECT file FROM record WHERE id = ?", arguments: [record])
    else { throw StoreError.unknownAddress("record \(record)") }
    return try FileRow.text(database, id: file).scalars.text(span)
  }
}
