import Deliberation
import JapaneseText
import Store
import Testing

/// Words that may be written in several ways: what they find, what they leave, and what is marked.
@Suite("Alternatives")
struct AlternativesTests {
  /// The texts of one meeting, by number of statement from 1.
  static let texts = [
    "第五十八条の規定による。",  // 1
    "第58条の規定による。",  // 2
    "第 58 条の規定による。",  // 3
    "五十嵐委員の意見。",  // 4
    "10万人が利用する。",  // 5
    "100,000人が利用する。",  // 6
    "十万人が利用する。",  // 7
    "万人に開かれた制度。",  // 8
    "十分な説明を行う。",  // 9
    "10分休憩する。",  // 10
    "第三者の意見と一般の意見。千葉と三宅。",  // 11
    "佐々木委員と人々。",  // 12
    "佐佐木委員と人人。",  // 13
    "IP ネットワーク設備",  // 14
    "IPネットワーク設備",  // 15
    "第百五十八条",  // 16
    "第28条第1項第2号ハ",  // 17
    "第二十八条第一項第二号ハ",  // 18
    "第 28 条第 1 項第 2 号ハ",  // 19
    "学問のすゝめ",  // 20
    "学問のすすめ",  // 21
    "1.5万件と15,000件",  // 22
    "一万五千件",  // 23
    "令和元年の会議",  // 24
    "令和1年の会議",  // 25
    "3分の2以上の賛成",  // 26
    "三分の二以上の賛成",  // 27
    "58と3.58、IPv58",  // 28
  ]

  static func store() throws -> RecordStore {
    let store = try RecordStore.inMemory()
    let fixture = Fixture("1.txt", number: 1, turns: texts.map { ("青木 波", $0) })
    _ = try store.save(fixture.file, records: [fixture.record])
    return store
  }

  static func numbers(
    _ query: String, isExact: Bool = false, in store: RecordStore
  ) throws -> [Int] {
    var parsed = try SearchQuery.parse(query)
    parsed.isExact = isExact
    parsed.limit = 100
    return try store.search(parsed).hits.compactMap { Int($0.statement?.number ?? "") }.sorted()
  }

  @Test(arguments: [
    ("第58条", [1, 2, 3]), ("第五十八条", [1, 2, 3]), ("第５８条", [1, 2, 3]), ("58条", [1, 2, 3]),
    ("第58", [1, 2, 3]), ("58", [1, 2, 3, 28]), ("条の規定", [1, 2, 3]), ("58条の規定", [1, 2, 3]),
    ("50", []), ("五十", [1, 4, 16]), ("十嵐", [4]), ("五十嵐", [4]),
    ("10万", [5, 6, 7]), ("100,000", [5, 6, 7]), ("100000人", [5, 6, 7]), ("十万人", [5, 6, 7]),
    ("万人", [5, 7, 8]), ("十分", [9]), ("10分", [10]), ("第3者", []), ("第三者", [11]), ("千葉", [11]),
    ("1般", []), ("佐々木", [12, 13]), ("佐佐木", [12, 13]), ("人人", [12, 13]), ("人々", [12, 13]),
    ("IPネットワーク", [14, 15]), ("\"IP ネットワーク\"", [14, 15]), ("IP ネットワーク", [14, 15]),
    ("ipネットワーク設備", [14, 15]), ("第28条第1項第2号", [17, 18, 19]),
    ("第二十八条第一項第二号ハ", [17, 18, 19]), ("第 28 条", [17, 18, 19]), ("すゝめ", [20, 21]),
    ("すすめ", [20, 21]), ("15000件", [22, 23]), ("1.5万", [22, 23]), ("令和元年", [24, 25]),
    ("令和1年", [24, 25]),
    ("3分の2", [26, 27]), ("三分の二以上", [26, 27]),
    ("58 -条", [28]), ("第58条 NEAR/1 規定", [1, 2, 3]), ("五十八 NEAR/3 規定", [1]),
    ("28条 NEAR/1 1項", [17, 18]), ("28条 NEAR/2 1項", [17, 18, 19]), ("28条 NEAR/1 2号", []),
  ]) func find(query: String, expected: [Int]) throws {
    #expect(try Self.numbers(query, in: Self.store()) == expected)
  }

  @Test(arguments: [
    ("第58条", [2]), ("第五十八条", [1]), ("10万", [5]), ("佐々木", [12]), ("IPネットワーク", [15]),
    ("\"IP ネットワーク\"", [14]), ("第５８条", [2]), ("すゝめ", [20]),
  ]) func exactSearchesTheWordsAlone(query: String, expected: [Int]) throws {
    #expect(try Self.numbers(query, isExact: true, in: Self.store()) == expected)
  }

  @Test(arguments: [
    ("第58条", ["第五十八条", "第58条", "第 58 条"]), ("十万", ["10万", "100,000", "十万"]),
    ("佐佐木", ["佐々木", "佐佐木"]), ("IPネットワーク", ["IP ネットワーク", "IPネットワーク"]),
    ("第28条第1項", ["第28条第1項", "第二十八条第一項", "第 28 条第 1 項"]),
  ]) func everyAlternativeIsMarkedInTheOriginal(query: String, expected: [String]) throws {
    var parsed = try SearchQuery.parse(query)
    parsed.order = .oldest
    let hits = try Self.store().search(parsed).hits
    let marked = hits.map { hit in
      hit.snippet.hits.map { hit.snippet.text.scalars.text($0) }.joined(separator: "|")
    }
    #expect(marked == expected)
  }
}
