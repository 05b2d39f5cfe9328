package import Deliberation
package import JapaneseText

/// Which statement of the record is which of the gold.
///
/// Statements whose compared texts are equal are paired in order (a longest common subsequence).
/// Between them, what is alike is paired too, so that one lost character does not hide what was
/// found on the statement; only equal texts count as right turns.
package struct Alignment: Sendable {
  /// For each statement of the gold the index of its statement in the record.
  package let recordIndex: [Int?]
  /// Whether the texts of a pair are equal, by the gold's index.
  package let isExact: [Bool]
  /// The compared texts of the record's statements.
  package let texts: [ComparedText]

  package init(_ record: Record, _ gold: Gold) {
    texts = record.statements.map { ComparedText($0.text) }
    let found = texts.map { SHA256.hex(Array($0.text.utf8)) }
    let wanted = gold.statements.map(\.textSHA256)
    var pairs = Alignment.commonSubsequence(wanted.count, found.count) {
      wanted[$0] == found[$1] ? 1 : 0
    }
    var exact = Array(repeating: false, count: wanted.count)
    for (index, pair) in pairs.enumerated() where pair != nil { exact[index] = true }
    var start = (gold: 0, record: 0)
    for end in wanted.indices + [wanted.count] where end == wanted.count || exact[end] {
      let recordEnd = end == wanted.count ? found.count : pairs[end] ?? found.count
      let rows = start.gold..<end
      let columns = start.record..<recordEnd
      if !rows.isEmpty, !columns.isEmpty, rows.count * columns.count <= 40_000 {
        let alike = Alignment.alike(rows, columns, record: record, gold: gold, texts: texts)
        for (offset, column) in alike.enumerated() {
          pairs[rows.lowerBound + offset] = column.map { columns.lowerBound + $0 }
        }
      }
      start = (end + 1, recordEnd + 1)
    }
    recordIndex = pairs
    isExact = exact
  }

  /// Record's index → gold's index.
  package var goldIndex: [Int: Int] {
    var indices: [Int: Int] = [:]
    for (gold, record) in recordIndex.enumerated() {
      if let record { indices[record] = gold }
    }
    return indices
  }

  /// The pairing in order with the greatest sum of weights; pairs of weight 0 are none.
  static func commonSubsequence(
    _ rows: Int, _ columns: Int, weight: (Int, Int) -> Double
  ) -> [Int?] {
    var best = Array(repeating: Array(repeating: 0.0, count: columns + 1), count: rows + 1)
    var weights = Array(repeating: Array(repeating: 0.0, count: columns), count: rows)
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for column in stride(from: columns - 1, through: 0, by: -1) {
        let here = weight(row, column)
        weights[row][column] = here
        best[row][column] = max(
          best[row + 1][column], best[row][column + 1],
          here > 0 ? here + best[row + 1][column + 1] : 0)
      }
    }
    var pairs: [Int?] = Array(repeating: nil, count: rows)
    var row = 0
    var column = 0
    while row < rows, column < columns {
      let here = weights[row][column]
      if here > 0, best[row][column] == here + best[row + 1][column + 1] {
        pairs[row] = column
        row += 1
        column += 1
      } else if best[row][column] == best[row + 1][column] {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }

  /// Pairs of a gap whose words are alike by more than half, or which stand at the same place of the
  /// same source where the gold gives no words.
  private static func alike(
    _ rows: Range<Int>, _ columns: Range<Int>, record: Record, gold: Gold, texts: [ComparedText]
  ) -> [Int?] {
    let found = columns.map { pairs(of: texts[$0]) }
    let wanted = rows.map { gold.statements[$0].text.map(pairs) }
    let sameText =
      gold.source.sha256 == record.source.sha256 && gold.source.reader == record.source.reader
    return commonSubsequence(rows.count, columns.count) { row, column in
      if let words = wanted[row] {
        let shared = words.intersection(found[column]).count
        let likeness = Double(2 * shared) / Double(max(1, words.count + found[column].count))
        return likeness > 0.5 ? likeness : 0
      }
      guard sameText else { return 0 }
      let theirs = gold.statements[rows.lowerBound + row].source
      let ours = record.statements[columns.lowerBound + column].source.map(\.span)
      let isSame = theirs.contains { span in ours.contains { $0.isMostly(span) } }
      return isSame ? 1 : 0
    }
  }

  /// The pairs of neighbouring scalars of a text.
  private static func pairs(of text: ComparedText) -> Set<UInt64> {
    Set(
      zip(text.scalars, text.scalars.dropFirst()).map {
        UInt64($0.value) << 32 | UInt64($1.value)
      })
  }
}

extension TextSpan {
  /// Whether one contains the other or they share at least half of the shorter: the rule by which
  /// spans of record and gold are the same words.
  package func isMostly(_ other: TextSpan) -> Bool {
    if contains(other) || other.contains(self) { return !isEmpty && !other.isEmpty }
    let shared = min(to, other.to) - max(from, other.from)
    return shared > 0 && 2 * shared >= min(count, other.count)
  }
}
