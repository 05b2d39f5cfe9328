import Deliberation
import GRDB
import JapaneseText

/// Rows of `relation`; the statements it leads to stand in `relationTarget`.
enum RelationRow {
  static let columns = ["statement", "position", "kind", "evidenceFrom", "evidenceTo", "rule"]

  static func values(
    _ relation: Relation, statement: Int64, ordinal: Int
  ) -> [(any DatabaseValueConvertible)?] {
    [
      statement, ordinal, relation.kind.rawValue, relation.evidence.from, relation.evidence.to,
      relation.rule,
    ]
  }

  /// The columns that `relation(_:)` reads, of `relation p`.
  static let selection = "p.kind, p.evidenceFrom, p.evidenceTo, p.rule"

  static func relation(_ row: Row, from first: Int = 0, to: [Int]) -> Relation {
    Relation(
      kind: RelationKind(rawValue: row[first]) ?? .refersTo, to: to,
      evidence: TextSpan(row[first + 1], row[first + 2]), rule: row[first + 3])
  }
}

/// Rows of `undertaking`.
enum UndertakingRow {
  static let columns = ["statement", "position", "actor", "whatFrom", "whatTo", "due", "rule"]

  static func values(
    _ undertaking: Undertaking, statement: Int64, ordinal: Int
  ) -> [(any DatabaseValueConvertible)?] {
    [
      statement, ordinal, undertaking.actor, undertaking.what.from, undertaking.what.to,
      undertaking.due, undertaking.rule,
    ]
  }

  /// The columns that `undertaking(_:)` reads, of `undertaking p`.
  static let selection = "p.actor, p.whatFrom, p.whatTo, p.due, p.rule"
  /// The number of columns of `selection`.
  static let width = 5

  static func undertaking(_ row: Row, from first: Int = 0) -> Undertaking {
    Undertaking(
      actor: row[first], what: TextSpan(row[first + 1], row[first + 2]), due: row[first + 3],
      rule: row[first + 4])
  }
}
