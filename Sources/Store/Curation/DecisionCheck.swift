import Deliberation
import GRDB
import JapaneseText

/// Proves that every decision in force has its effect, or is an open finding.
///
/// Decisions without their words are findings by themselves (`Anchors.findings`). The others are
/// applied once more to the records as they are: nothing may change, and every one that does not
/// fit must be a finding of the record.
struct DecisionCheck {
  let database: Database

  func problems() throws -> [Problem] {
    let corrections = try Corrections(database)
    var problems = try persons()
    guard !corrections.isEmpty else { return problems }
    for row in try Row.fetchAll(
      database, sql: "SELECT id, path, sha256 FROM file WHERE superseded IS NULL ORDER BY path")
    {
      let decided = corrections.of(
        path: row[1], sha256: row[2], text: try FileRow.text(database, id: row[0]).scalars)
      guard !decided.isEmpty else { continue }
      problems += try check(decided, file: row[0])
    }
    return problems
  }

  private func check(_ decided: FileCorrections, file: Int64) throws -> [Problem] {
    let reader = RecordReader(database: database)
    let rows = try Row.fetchAll(
      database, sql: "SELECT id, address FROM record WHERE file = ? ORDER BY fileOrdinal",
      arguments: [file])
    let before = try rows.map { try reader.record($0[0]) }
    var after = before
    decided.correctStatements(of: &after)
    decided.correctPositions(of: &after)
    var problems: [Problem] = []
    for index in rows.indices {
      let address: String = rows[index][1]
      for (old, new) in zip(before[index].statements, after[index].statements) {
        var same = new
        if let speaker = new.speaker {
          same.speaker = try Persons(database: database).person(of: speaker) ?? speaker
        }
        if same != old {
          problems.append(
            Problem(
              check: "decision", place: "\(address)#\(old.number)",
              detail: "a decision about it is not applied; run shingi rebuild --all"))
        }
      }
      for finding in after[index].findings where !before[index].findings.contains(finding) {
        problems.append(Problem(check: "decision", place: address, detail: finding.message))
      }
    }
    return problems
  }

  /// Every decision about persons whose ids are known shows in who they are.
  private func persons() throws -> [Problem] {
    let persons = Persons(database: database)
    let decisions = try persons.decisions()
    var problems: [Problem] = []
    for (pairs, wantsOne) in [
      (decisions.merged, true), (decisions.apart.sorted { $0.first < $1.first }, false),
    ] {
      for pair in pairs {
        guard let one = try persons.person(of: pair.first),
          let other = try persons.person(of: pair.second), (one == other) != wantsOne
        else { continue }
        problems.append(
          Problem(
            check: "decision", place: "\(pair.first)",
            detail: wantsOne
              ? "decided to be \(pair.second), and is not"
              : "decided not to be \(pair.second), and is"))
      }
    }
    return problems
  }
}
