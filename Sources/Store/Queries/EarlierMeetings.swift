import Deliberation
import GRDB
import JapaneseText

/// Resolves words for an earlier meeting of the same body (前回, 前々回) when they are asked for, so
/// that the order of ingest does not matter.
struct EarlierMeetings {
  let database: Database

  /// The meeting and, where the words name a speaker, that speaker's statements in it; nil where the
  /// meeting is not in the index or the words do not say which it is.
  func found(
    _ relation: Relation, in text: String, from: StatementReference
  ) throws -> (meeting: MeetingReference, statements: [StatementReference])? {
    let scalars = text.scalars
    let words = scalars.text(
      TextSpan(max(0, relation.evidence.from - Self.reach), relation.evidence.to))
    let back = words.contains("前々回") ? 2 : words.contains("前回") ? 1 : 0
    guard back > 0, let date = from.meeting.date else { return nil }
    let earlier = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT DISTINCT n.address, r.id, o.number, n.number
          FROM meeting o CROSS JOIN meetingBody a ON a.meeting = o.id
          CROSS JOIN meetingBody b ON b.body = a.body CROSS JOIN record r ON r.meeting = b.meeting
          JOIN meeting n ON n.id = r.meeting
          WHERE o.address = ? AND r.date < ? ORDER BY r.date DESC, r.id
          """), arguments: [from.meeting.address, date.description])
    var meetings: [String] = []
    for row in earlier where meetings.last != row[0] { meetings.append(row[0]) }
    guard meetings.count >= back,
      let row = earlier.first(where: { ($0[0] as String) == meetings[back - 1] })
    else { return nil }
    // Where meetings are counted, none may be missing in between.
    if let here: Int = row[2], let there: Int = row[3], here - there != back { return nil }
    let record: Int64 = row[1]
    let evidence = scalars.text(relation.evidence)
    let statements = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT \(StatementQuery.selection)
          FROM statement s \(StatementQuery.tables)
          WHERE s.record = ? AND length(s.surname) > 1 AND instr(?, s.surname) > 0
            AND length(s.text) > 40
          ORDER BY s.position LIMIT 20
          """), arguments: [record, evidence]
    ).map { StatementQuery.reference($0) }
    guard
      let meeting = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT \(HitReader.meetingSelection)
            FROM record r JOIN meeting m ON m.id = r.meeting WHERE r.id = ?
            """), arguments: [record])
    else { return nil }
    return (HitReader.meeting(meeting, from: 0), statements)
  }

  /// How far before the evidence the words for the meeting may stand.
  private static let reach = 16
}
