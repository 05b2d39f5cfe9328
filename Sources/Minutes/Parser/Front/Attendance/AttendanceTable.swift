import Deliberation
import JapaneseText

/// Lists whose form says what is what: a table under `No　氏名　会社名`, or organisations with the
/// people indented below them.
struct AttendanceTable: Sendable {
  /// A person with the organisation, as printed.
  struct Row: Sendable {
    var name: HeadLine
    var organisation: [HeadLine]
    /// Whether the organisation stands above the names as a heading.
    var isHeaded: Bool
  }

  var rows: [Row]
  /// The last line that belongs to the list.
  var end: Int

  /// The table that the lines of a list are, nil where they are none.
  static func read(_ pieces: [HeadLine]) -> AttendanceTable? {
    let words = Array(
      pieces.filter { !$0.isEmpty }.prefix { !ends.contains($0.trimmed(of: "()[]ー-").key) })
    return columns(words) ?? indented(words)
  }

  /// Rows of number, name and organisation under a line that names the columns.
  private static func columns(_ words: [HeadLine]) -> AttendanceTable? {
    guard let head = words.prefix(3).firstIndex(where: { isHead($0) }) else { return nil }
    var rows: [Row] = []
    var end = words[head].span.to
    for line in words[(head + 1)...] {
      guard let mark = ItemMark.read(line), mark.ordinal != nil, mark.end < line.count else {
        // A cell that goes on: the organisation wraps.
        guard let last = rows.indices.last, line.count <= 24, !line.key.contains("。"),
          line.line.indent > 4
        else { break }
        rows[last].organisation.append(line)
        end = line.span.to
        continue
      }
      let row = line.part(mark.end, line.count)
      let gaps = (1..<max(1, row.count)).filter { row.blanks(before: $0) > 1 }
      guard let split = gaps.max(by: { row.blanks(before: $0) < row.blanks(before: $1) }) else {
        break
      }
      let name = row.part(0, split)
      guard NameEvidence.isName(name) else { break }
      rows.append(Row(name: name, organisation: [row.part(split, row.count)], isHeaded: false))
      end = line.span.to
    }
    return rows.count >= 2 ? AttendanceTable(rows: rows, end: end) : nil
  }

  private static func isHead(_ line: HeadLine) -> Bool {
    line.count <= 16 && line.key.contains("氏名")
      && affiliations.contains { line.key.firstOffset(of: $0) != nil }
  }

  /// Organisations at the left edge, people indented below each of them.
  private static func indented(_ words: [HeadLine]) -> AttendanceTable? {
    var rows: [Row] = []
    var head: HeadLine?
    var heads = 0
    for (index, line) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1].line.indent : 0
      if let head, line.line.indent > head.line.indent {
        guard NameEvidence.isName(line) else { return nil }
        rows.append(Row(name: line, organisation: [head], isHeaded: true))
      } else if next > line.line.indent, line.count >= 2, !line.key.contains("、") {
        head = line
        heads += 1
      } else {
        return nil
      }
    }
    let isList = heads >= 3 && rows.count >= heads && !words.contains { isGroup($0) }
    guard isList, let last = words.last else { return nil }
    return AttendanceTable(rows: rows, end: last.span.to)
  }

  /// A heading like 委員 or （事務局） is read as a group and not as an organisation.
  private static func isGroup(_ line: HeadLine) -> Bool {
    NameEvidence.lexicon.groups.value(of: line.trimmed(of: "()[]【】<>〈〉").key) != nil
      || NameEvidence.exactRole(line.key) != nil
  }

  private static let ends = ["以上", "了", "ほか", "他"].map(HeadLine.fold)
  private static let affiliations = ["会社名", "所属", "団体名", "組織名", "勤務先", "会社"].map(HeadLine.fold)
}
