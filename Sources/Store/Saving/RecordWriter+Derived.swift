import Deliberation
import GRDB

extension RecordWriter {
  /// Writes positions, relations, undertakings and links; `ids` are those of the statements.
  func writeDerived(
    _ placed: Identities.Placed, ids: [Int64], _ persons: Persons.Entered
  ) throws {
    let positions = try Insertion(database, into: "position", PositionRow.columns)
    let reported = try Insertion(database, into: "reportedPosition", ReportedPositionRow.columns)
    let undertakings = try Insertion(database, into: "undertaking", UndertakingRow.columns)
    let links = try Insertion(database, into: "provisionLink", ProvisionLinkRow.columns)
    let relations = try Insertion(database, into: "relation", RelationRow.columns)
    let targets = try Insertion(
      database, into: "relationTarget", ["statement", "position", "target"])
    let decisions = try LinkDecisions(database: database)
    for (statement, id) in zip(placed.record.statements, ids) {
      for (ordinal, position) in statement.positions.enumerated() {
        try positions.add(PositionRow.values(position, statement: id, ordinal: ordinal))
      }
      for (ordinal, position) in statement.reported.enumerated() {
        try reported.add(
          ReportedPositionRow.values(position, statement: id, ordinal: ordinal, persons: persons))
      }
      for (ordinal, undertaking) in statement.undertakings.enumerated() {
        try undertakings.add(UndertakingRow.values(undertaking, statement: id, ordinal: ordinal))
      }
      let decided = decisions.applied(to: statement, sha256: placed.record.source.sha256)
      for (candidate, list) in [(false, decided.links), (true, decided.candidates)] {
        for (ordinal, link) in list.enumerated() {
          try links.add(
            ProvisionLinkRow.values(link, statement: id, candidate: candidate, ordinal: ordinal))
        }
      }
      for (ordinal, relation) in statement.relations.enumerated() {
        try relations.add(RelationRow.values(relation, statement: id, ordinal: ordinal))
        for target in Set(relation.to).sorted() {
          guard ids.indices.contains(target) else {
            throw StoreError.inconsistent(
              file: placed.record.source.file,
              detail: "statement \(statement.number) is related to one that is not there")
          }
          try targets.add([id, ordinal, ids[target]])
        }
      }
    }
  }

  /// Brings meetings, bodies and persons into line with the records that are there now.
  func refresh(_ touched: Touched) throws {
    let meetings = MeetingRows(database: database)
    let before = try Set(touched.meetings.flatMap(meetings.bodies))
    for meeting in touched.meetings.sorted() { try meetings.refresh(meeting) }
    for body in before.sorted() { try meetings.removeIfEmpty(body) }
    try Persons(database: database).settle(touched.names)
    try PersonRedirects(database: database).note(touched.mentions)
  }
}
