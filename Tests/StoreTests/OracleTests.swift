import Deliberation
import Foundation
import JapaneseText
import Store
import Testing

/// Search against brute force, with a folding of its own that shares nothing with the product's.
@Suite("Search oracle")
struct OracleTests {
  /// Folding for the characters of these tests only: Foundation's compatibility mapping per text,
  /// lower case, and blanks dropped between Japanese characters.
  static func folded(_ text: String) -> String {
    // Enclosed numbers stay themselves; the mapping would make plain digits of them.
    let plain = text.reduce(into: [String]()) { runs, character in
      if enclosed.contains(character)
        || runs.last.map({ $0.contains(where: enclosed.contains) }) != false
      {
        runs.append(String(character))
      } else {
        runs[runs.count - 1].append(character)
      }
    }.map { run in
      run.contains(where: enclosed.contains)
        ? run : run.precomposedStringWithCompatibilityMapping.lowercased()
    }.joined()
    var result = ""
    var pending = false
    for character in plain {
      if character.isWhitespace {
        pending = !result.isEmpty
        continue
      }
      if pending, let last = result.last, last.isASCII || character.isASCII { result += " " }
      pending = false
      result.append(character)
    }
    return result
  }

  static let enclosed = Set("①②③④⑤⑥⑦⑧⑨⑩")

  /// A generator of random numbers that gives the same each run.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var value = state
      value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
      value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
      return value ^ (value >> 31)
    }
  }

  /// Few characters, so that words repeat and overlap; widths and blanks among them.
  static let alphabet = Array("水門税事故電話のをはがIＰp3５。、 　ｶｱ会議")

  static func text(_ random: inout Seeded) -> String {
    let count = Int.random(in: 1...60, using: &random)
    return String((0..<count).compactMap { _ in alphabet.randomElement(using: &random) })
  }

  @Test(arguments: [UInt64(1), 2, 3]) func randomTexts(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let store = try RecordStore.inMemory()
    var texts: [String: String] = [:]
    for number in 1...6 {
      let turns = (0..<30).map { _ in ("青木 波", Self.text(&random)) }
      let fixture = Fixture("\(number).txt", number: number, turns: turns)
      _ = try store.save(fixture.file, records: [fixture.record])
      for (index, turn) in turns.enumerated() { texts["水路部会/\(number)#\(index + 1)"] = turn.1 }
    }
    // A corrected file takes its old words out of the index.
    let corrected = Fixture("6.txt", number: 6, turns: [("青木 波", Self.text(&random) + "終")])
    let outcome = try store.save(corrected.file, records: [corrected.record])
    texts = texts.filter { !$0.key.hasPrefix("水路部会/6#") }
    let number = try #require(try store.record(at: "6").statements.first?.number)
    texts["水路部会/6#\(number)"] = corrected.turns[0].text
    #expect(outcome.status == .updated)
    for _ in 0..<50 {
      let source = Array(texts.values.sorted().randomElement(using: &random) ?? "")
      let length = Int.random(in: 1...6, using: &random)
      let start = Int.random(in: 0...max(0, source.count - length), using: &random)
      let word = String(source[start..<min(source.count, start + length)])
        .trimmingCharacters(in: .whitespaces)
      if Self.folded(word).isEmpty { continue }
      try Self.compare(word, texts, store)
    }
    #expect(try store.verify() == [])
  }

  static func compare(_ word: String, _ texts: [String: String], _ store: RecordStore) throws {
    var query = SearchQuery(words: .word(word))
    query.limit = 200
    query.isExact = true
    let results = try store.search(query)
    let wanted = folded(word)
    let expected = texts.filter { folded($0.value).contains(wanted) }.keys.sorted()
    #expect(results.hits.map(\.address).sorted() == expected, "「\(word)」")
    #expect(results.total == expected.count, "「\(word)」")
    for hit in results.hits { #expect(!hit.snippet.hits.isEmpty, "「\(word)」 \(hit.text)") }
  }

  /// The shipped sample, cut into lines: every word of one to five characters of some lines.
  @Test func theShippedSample() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Corpus/minutes/ip-network-086.txt")
    let lines = try String(contentsOf: path, encoding: .utf8)
      .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
    let fixture = Fixture("86.txt", number: 86, turns: lines.map { ("青木 波", $0) })
    let store = try RecordStore.inMemory()
    _ = try store.save(fixture.file, records: [fixture.record])
    var texts: [String: String] = [:]
    for (index, line) in lines.enumerated() { texts["水路部会/86#\(index + 1)"] = line }
    var random = Seeded(state: 86)
    for _ in 0..<50 {
      let line = Array(lines.randomElement(using: &random) ?? "")
      let length = Int.random(in: 1...5, using: &random)
      let start = Int.random(in: 0...max(0, line.count - length), using: &random)
      let word = String(line[start..<min(line.count, start + length)])
        .trimmingCharacters(in: .whitespaces)
      // Dashes and wave dashes fold by what stands before them: left to the tests of folding.
      // So are single letters parted by blanks, which may be part of a longer row.
      let isLeftOut =
        word.contains { "-~～〜ー−".contains($0) }
        || word.contains(" ") && word.split(separator: " ").contains { $0.count == 1 }
      if Self.folded(word).isEmpty || isLeftOut { continue }
      try Self.compare(word, texts, store)
    }
  }
}
