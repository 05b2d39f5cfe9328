import Deliberation
import GRDB
import JapaneseText

/// Rows of `position`.
enum PositionRow {
  static let columns = [
    "statement", "position", "stance", "targetKind", "target", "targetStatements", "targetAgenda",
    "addressee", "clauseFrom", "clauseTo", "evidenceFrom", "evidenceTo", "cueFrom", "cueTo",
    "conditionFrom", "conditionTo", "concessionFrom", "concessionTo", "hedged", "modality", "rule",
  ]

  static func values(
    _ position: Position, statement: Int64, ordinal: Int
  ) -> [(any DatabaseValueConvertible)?] {
    [
      statement, ordinal, position.stance.rawValue, position.targetKind.rawValue, position.target,
      Packed.indices(position.targetStatements), Packed.paths(position.targetAgenda),
      position.addressee, position.clause.from, position.clause.to, position.evidence.from,
      position.evidence.to, position.cue.from, position.cue.to, position.condition?.from,
      position.condition?.to, position.concession?.from, position.concession?.to, position.hedged,
      position.modality?.rawValue, position.rule,
    ]
  }

  /// The columns that `position(_:)` reads, of `position p`.
  static let selection = """
    p.stance, p.targetKind, p.target, p.targetStatements, p.targetAgenda, p.addressee,
    p.clauseFrom, p.clauseTo, p.evidenceFrom, p.evidenceTo, p.cueFrom, p.cueTo, p.conditionFrom,
    p.conditionTo, p.concessionFrom, p.concessionTo, p.hedged, p.modality, p.rule
    """

  static func position(_ row: Row, from first: Int = 0) -> Position {
    var position = Position(
      stance: Stance(rawValue: row[first]) ?? .comment,
      targetKind: TargetKind(rawValue: row[first + 1]) ?? .topic, target: row[first + 2],
      clause: TextSpan(row[first + 6], row[first + 7]),
      evidence: TextSpan(row[first + 8], row[first + 9]),
      cue: TextSpan(row[first + 10], row[first + 11]), rule: row[first + 18])
    position.targetStatements = Packed.indices(row[first + 3])
    position.targetAgenda = Packed.paths(row[first + 4])
    position.addressee = row[first + 5]
    position.condition = row.span(first + 12, first + 13).map(TextSpan.init)
    position.concession = row.span(first + 14, first + 15).map(TextSpan.init)
    position.hedged = row[first + 16]
    let modality: String? = row[first + 17]
    position.modality = modality.flatMap { Modality(rawValue: $0) }
    return position
  }
}
