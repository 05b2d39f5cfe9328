import Testing

@testable import Store

@Suite("Alignment and numbers")
struct AlignmentTests {
  private static func entries(_ texts: [String]) -> [Alignment.Entry] {
    texts.map { Alignment.Entry(hash: $0, text: $0) }
  }

  @Test(arguments: [
    (["あ", "い", "う"], ["あ", "い", "う"], [0, 1, 2]),
    (["あ", "い", "う"], ["い", "う"], [1, 2]),
    (["あ", "い"], ["あ", "えお", "い"], [0, -1, 1]),
    (["同じ", "あ", "同じ", "い"], ["同じ", "同じ", "い"], [0, 2, 3]),
    (["水門の基準を見直す", "い"], ["水門の基準は見直す", "い"], [0, 1]),
    (["全く別の話をした", "い"], ["水門の基準を見直す", "い"], [-1, 1]),
    (["甲の長い発言", "乙", "丙"], ["乙", "丙", "甲の長い発言"], [1, 2, 0]),
    ([], ["あ"], [-1]), (["あ"], [], []),
  ]) func pairs(old: [String], new: [String], expected: [Int]) {
    let pairs = Alignment.pairs(old: Self.entries(old), new: Self.entries(new))
    #expect(pairs.map { $0 ?? -1 } == expected)
  }

  @Test func longTextsAreAlignedByFixedPoints() {
    let old = (0..<3_000).map { "文\($0)" }
    var new = old
    new.insert("新しい", at: 1_500)
    new.remove(at: 10)
    new[2_000] = "変わった"
    new.swapAt(100, 2_500)
    let pairs = Alignment.commonSubsequence(old, new)
    #expect(pairs.count >= 2_995)
    #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new })
    #expect(pairs.allSatisfy { old[$0.old] == new[$0.new] })
  }

  @Test(
    arguments: [
      ([nil, nil], [], ["1", "2"]),
      (["1", nil, "2"], ["1", "2"], ["1", "1a", "2"]),
      (["1", nil, nil, "2", nil], ["1", "2"], ["1", "1a", "1b", "2", "3"]),
      ([nil, "1"], ["1"], ["0a", "1"]),
      (["1", nil, "1a"], ["1", "1a", "2"], ["1", "1b", "1a"]),
      (["1", nil], ["1", "2", "3"], ["1", "4"]),
    ] as [([String?], [String], [String])])
  func numbers(kept: [String?], used: [String], expected: [String]) {
    #expect(StatementNumbers.assign(kept: kept, used: Set(used)) == expected)
  }
}
