import Deliberation
import Foundation
import GRDB
import JapaneseText

/// A mention that went when its record was written anew, with where it stood.
struct LostMention: Hashable {
  var id: String
  var record: Int64
  var name: String
  var nameKey: String
  /// The addresses of the statements made under it.
  var statements: [Int64]
}

/// Old ids of persons: what a mention was called before its source was corrected or read better
/// leads to who stands there now.
struct PersonRedirects {
  let database: Database

  /// The mentions of a record that is about to be removed; in rows of an older index, which have
  /// none, the persons themselves.
  func lost(record: Int64) throws -> [LostMention] {
    var statements: [String: [Int64]] = [:]
    for row in try Row.fetchAll(
      database,
      sql: """
        SELECT coalesce(speakerMention, speaker), identity FROM statement
        WHERE record = ? AND speaker IS NOT NULL
        """, arguments: [record])
    {
      statements[row[0], default: []].append(row[1])
    }
    return try Row.fetchAll(
      database,
      sql: """
        SELECT id, name, nameKey FROM mention WHERE record = ?1
        UNION SELECT p.id, p.name, p.nameKey FROM attendee a JOIN person p ON p.id = a.person
          WHERE a.record = ?1 AND a.mention IS NULL
        UNION SELECT p.id, p.name, p.nameKey FROM statement s JOIN person p ON p.id = s.speaker
          WHERE s.record = ?1 AND s.speakerMention IS NULL
        ORDER BY 1
        """, arguments: [record]
    ).map { row in
      LostMention(
        id: row[0], record: record, name: row[1], nameKey: row[2],
        statements: statements[row[0]] ?? [])
    }
  }

  /// Notes for those that came not back who they are now: the one speaker of the same statements
  /// whose name looks like a better reading of the old one, else the one of the same name in the
  /// same record.
  func note(_ lost: [LostMention]) throws {
    let now = Date.now.formatted(.iso8601)
    for mention in lost {
      let isThere = try Bool.fetchOne(
        database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM mention WHERE id = ?)"),
        arguments: [mention.id])
      if isThere == true { continue }
      let speakers = try Row.fetchAll(
        database,
        sql: """
          SELECT DISTINCT m.id, m.name FROM statement s
          JOIN mention m ON m.record = s.record AND m.id = s.speakerMention
          WHERE s.identity IN (SELECT value FROM json_each(?))
          """, arguments: [Packed.indices(mention.statements.map { Int($0) })])
      var successors = Set<String>(
        speakers.compactMap { Self.isCorrection(of: mention.name, $0[1]) ? $0[0] : nil })
      if successors.isEmpty {
        successors = try String.fetchSet(
          database, sql: "SELECT id FROM mention WHERE record = ? AND nameKey = ?",
          arguments: [mention.record, mention.nameKey])
      }
      try database.execute(
        sql: "INSERT INTO personRedirect (id, successor, created) VALUES (?, ?, ?)",
        arguments: [mention.id, successors.count == 1 ? successors.first : nil, now])
    }
  }

  /// Whether two names share half of their characters: 赤石 岬 and 赤岩 岬 do, two persons seldom.
  private static func isCorrection(of old: String, _ new: String) -> Bool {
    let left = Array(PersonName.key(old).unicodeScalars)
    var right = Array(PersonName.key(new).unicodeScalars)
    let longest = max(left.count, right.count)
    let shared = left.count { scalar in
      guard let index = right.firstIndex(of: scalar) else { return false }
      right.remove(at: index)
      return true
    }
    return shared * 2 >= longest
  }
}
