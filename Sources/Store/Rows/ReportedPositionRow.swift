import Deliberation
import GRDB
import JapaneseText

/// Rows of `reportedPosition`.
enum ReportedPositionRow {
  static let columns = [
    "statement", "position", "holder", "holderPerson", "how", "stance", "target",
    "targetStatements", "clauseFrom", "clauseTo", "evidenceFrom", "evidenceTo", "rule",
    "holderMention",
  ]

  static func values(
    _ reported: ReportedPosition, statement: Int64, ordinal: Int, persons: Persons.Entered
  ) -> [(any DatabaseValueConvertible)?] {
    let (person, mention) = persons.columns(reported.holderPerson)
    return [
      statement, ordinal, reported.holder, person, reported.how.rawValue,
      reported.stance.rawValue, reported.target, Packed.indices(reported.targetStatements),
      reported.clause.from, reported.clause.to, reported.evidence.from, reported.evidence.to,
      reported.rule, mention,
    ]
  }

  /// The columns that `reported(_:)` reads, of `reportedPosition p`.
  static let selection = """
    p.holder, p.holderPerson, p.how, p.stance, p.target, p.targetStatements, p.clauseFrom,
    p.clauseTo, p.evidenceFrom, p.evidenceTo, p.rule
    """

  static func reported(_ row: Row, from first: Int = 0) -> ReportedPosition {
    var reported = ReportedPosition(
      holder: row[first], how: ReportedHow(rawValue: row[first + 2]) ?? .explicit,
      stance: Stance(rawValue: row[first + 3]) ?? .comment,
      clause: TextSpan(row[first + 6], row[first + 7]),
      evidence: TextSpan(row[first + 8], row[first + 9]), rule: row[first + 10])
    let person: String? = row[first + 1]
    reported.holderPerson = person.map(PersonID.init)
    reported.target = row[first + 4]
    reported.targetStatements = Packed.indices(row[first + 5])
    return reported
  }
}
