import Deliberation
import Foundation
import JapaneseText

/// Decisions as JSON Lines, one a line, lossless: for review, for version control and for other
/// indexes.
///
/// Keys of a line: `kind`, `source` (`sha256`, `from`, `to`, `quoted`; null where it is about no
/// words), `subject`, `value` (or `valueText`, where its text is not in the usual form), `author`,
/// `created`.
package enum CurationLines {
  /// Why a line is no decision.
  package struct LineError: Error, CustomStringConvertible {
    package let line: Int
    package let reason: String

    package var description: String { "line \(line): \(reason)" }
  }

  package static func text(_ decisions: [Decision]) -> String {
    decisions.map { line($0) + "\n" }.joined()
  }

  private static func line(_ decision: Decision) -> String {
    var object: [String: Any] = [
      "kind": decision.kind, "author": decision.author, "created": decision.created,
    ]
    if let subject = decision.subject { object["subject"] = subject }
    if let anchor = decision.anchor {
      object["source"] = [
        "sha256": anchor.sourceHash, "from": anchor.span.from, "to": anchor.span.to,
        "quoted": anchor.quoted,
      ]
    }
    if let value = usual(decision.value) {
      object["value"] = value
    } else {
      object["valueText"] = decision.value
    }
    return written(object) ?? "{}"
  }

  /// The value where writing it again gives the same text.
  private static func usual(_ text: String) -> Any? {
    guard
      let value = try? JSONSerialization.jsonObject(
        with: Data(text.utf8), options: .fragmentsAllowed), written(value) == text
    else { return nil }
    return value
  }

  private static func written(_ value: Any) -> String? {
    let data = try? JSONSerialization.data(
      withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes, .fragmentsAllowed])
    return data.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads decisions; blank lines are left out.
  ///
  /// - Throws: `LineError` with the number of the line.
  package static func decisions(_ text: String) throws(LineError) -> [Decision] {
    var decisions: [Decision] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { !$0.isWhitespace }) {
      decisions.append(try decision(line, number: index + 1))
    }
    return decisions
  }

  private static func decision(_ line: Substring, number: Int) throws(LineError) -> Decision {
    guard
      let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    else { throw LineError(line: number, reason: "this is no JSON object") }
    guard let kind = object["kind"] as? String, let author = object["author"] as? String,
      let created = object["created"] as? String, !kind.isEmpty, !author.isEmpty
    else { throw LineError(line: number, reason: "kind, author and created are needed") }
    guard let value = object["valueText"] as? String ?? object["value"].flatMap(written) else {
      throw LineError(line: number, reason: "a value is needed")
    }
    var anchor: DecisionAnchor?
    if let source = object["source"] as? [String: Any] {
      guard let hash = source["sha256"] as? String, hash.utf8.count == 64,
        let from = source["from"] as? Int, let to = source["to"] as? Int, 0 <= from, from <= to,
        let quoted = source["quoted"] as? String
      else {
        throw LineError(line: number, reason: "source needs sha256, from, to and quoted")
      }
      anchor = DecisionAnchor(sourceHash: hash, span: TextSpan(from, to), quoted: quoted)
    }
    let subject = object["subject"] as? String
    guard anchor != nil || subject != nil else {
      throw LineError(line: number, reason: "a source or a subject is needed")
    }
    return Decision(
      kind: kind, anchor: anchor, subject: subject, value: value, author: author,
      created: created)
  }
}
