import Deliberation
import GRDB
package import JapaneseText

/// Finds where the words of a decision stand now: at their place in the source from which they were
/// quoted, else once in the text that took the place of that source.
package struct Anchoring: Sendable {
  /// Words shorter than this (without blanks) are not looked for in a corrected text: they could be
  /// anybody's.
  static let shortest = 20

  /// The path of the file in force.
  let path: String
  /// Whether it is the very source from which the words were quoted.
  let isSame: Bool
  let text: Scalars
  /// The text without blanks, with the offset of each character; only for a corrected source.
  private let bare: (scalars: Scalars, offsets: [Int])

  /// Why an anchor has no place.
  var reason: String {
    isSame ? "other words stand there" : "the source was corrected, and they are not in it once"
  }

  /// For decisions of one source; `isSame` where `text` is that very source.
  package init(text: Scalars, path: String, isSame: Bool) {
    self.text = text
    self.path = path
    self.isSame = isSame
    guard !isSame else {
      bare = ([], [])
      return
    }
    let offsets = text.indices.filter { !text[$0].isSpace }
    bare = (offsets.map { text[$0] }, offsets)
  }

  /// The text in which the words of a source stand now; nil where it left the index.
  init?(hash: String, _ database: Database) throws {
    guard let file = try Self.file(of: hash, database) else { return nil }
    self.init(
      text: try FileRow.text(database, id: file.id).scalars, path: file.path, isSame: file.isSame)
  }

  /// The path of the file in which the words of a source stand now.
  static func path(of hash: String, _ database: Database) throws -> String? {
    try file(of: hash, database)?.path
  }

  private static func file(
    of hash: String, _ database: Database
  ) throws -> (id: Int64, path: String, isSame: Bool)? {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT id, path, 1 FROM file WHERE sha256 = ?1 AND superseded IS NULL
        UNION ALL
        SELECT n.id, n.path, 0 FROM file o JOIN file n ON n.superseded IS NULL AND (n.path = o.path
          OR n.path IN (SELECT successor FROM replacement WHERE path = o.path))
        WHERE o.sha256 = ?1 ORDER BY 3 DESC, 1 DESC LIMIT 1
        """, arguments: [hash])
    return row.map { ($0[0], $0[1], $0[2]) }
  }

  /// Where the words of a decision stand; nil where they do not, or not only once.
  package func place(of decision: Decision) -> TextSpan? {
    guard let anchor = decision.anchor else { return nil }
    if isSame {
      guard anchor.span.to <= text.count else { return nil }
      return text.text(anchor.span) == anchor.quoted ? anchor.span : nil
    }
    let words = anchor.quoted.scalars.filter { !$0.isSpace }
    let isLabel = decision.kind == DecisionKind.label.rawValue
    guard !words.isEmpty, isLabel || words.count >= Self.shortest,
      let first = find(words, from: 0)
    else { return nil }
    // A label is meant wherever it stands; other words must leave no doubt.
    if !isLabel, find(words, from: first + 1) != nil { return nil }
    return TextSpan(bare.offsets[first], bare.offsets[first + words.count - 1] + 1)
  }

  private func find(_ words: Scalars, from start: Int) -> Int? {
    guard let head = words.first, bare.scalars.count >= words.count else { return nil }
    var index = start
    while index + words.count <= bare.scalars.count {
      if bare.scalars[index] == head, bare.scalars.starts(words, at: index) { return index }
      index += 1
    }
    return nil
  }
}
