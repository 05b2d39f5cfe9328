import Deliberation
import JapaneseText
import Store
import Testing

/// Random texts and queries against brute force that never folds or reads a number: texts are made
/// of tokens whose meaning is known, so what must be found is known by construction.
@Suite("Search oracle with alternatives")
struct AlternativeOracleTests {
  /// What can stand in a text: its spellings, and what all of them mean.
  struct Token: Sendable {
    var spellings: [String]
    /// Equal for tokens that mean the same; the literal words where nothing else does.
    var meaning: String
  }

  /// Numbers before counters, in spellings that share no characters with each other's neighbours.
  static let tokens = [
    Token(spellings: ["第58条", "第五十八条", "第５８条", "第 58 条"], meaning: "<58条>"),
    Token(spellings: ["第8条", "第八条"], meaning: "<8条>"),
    Token(spellings: ["10万円", "100,000円", "十万円", "１０万円"], meaning: "<100000円>"),
    Token(spellings: ["三十人", "30人", "30 人"], meaning: "<30人>"),
    Token(spellings: ["五十嵐氏"], meaning: "五十嵐氏"),
    Token(spellings: ["十分に"], meaning: "十分に"),
    Token(spellings: ["第三者は"], meaning: "第三者は"),
    Token(spellings: ["千葉の"], meaning: "千葉の"),
    Token(spellings: ["佐々木", "佐佐木"], meaning: "<佐佐木>"),
    Token(spellings: ["IP電話", "IP 電話", "ＩＰ電話"], meaning: "<IP電話>"),
    Token(spellings: ["水門と"], meaning: "水門と"),
    Token(spellings: ["税を"], meaning: "税を"),
    Token(spellings: ["、"], meaning: "、"),
  ]

  struct Text {
    var written: String
    var meanings: [String]
  }

  static func text(_ random: inout OracleTests.Seeded) -> Text {
    var text = Text(written: "", meanings: [])
    for _ in 0..<Int.random(in: 1...7, using: &random) {
      guard let token = tokens.randomElement(using: &random) else { continue }
      // A comma between tokens, so that no word reaches over two of them.
      text.written += (token.spellings.randomElement(using: &random) ?? "") + "、"
      text.meanings.append(token.meaning)
    }
    return text
  }

  /// A tree of words, each with the texts that it must find.
  struct Question {
    var words: SearchExpression
    var holds: (Text) -> Bool
  }

  static func question(_ depth: Int, _ random: inout OracleTests.Seeded) -> Question {
    switch depth == 0 ? 0 : Int.random(in: 0...4, using: &random) {
    case 1:
      let parts = (0..<2).map { _ in question(depth - 1, &random) }
      return Question(words: .all(parts.map(\.words))) { text in parts.allSatisfy { $0.holds(text) }
      }
    case 2:
      let parts = (0..<2).map { _ in question(depth - 1, &random) }
      return Question(words: .any(parts.map(\.words))) { text in parts.contains { $0.holds(text) } }
    case 3:
      let (left, right) = (question(depth - 1, &random), question(depth - 1, &random))
      return Question(words: .all([left.words, .not(right.words)])) {
        left.holds($0) && !right.holds($0)
      }
    default:
      let token = tokens[Int.random(in: 0..<tokens.count, using: &random)]
      let word = token.spellings.randomElement(using: &random) ?? ""
      return Question(words: Bool.random(using: &random) ? .word(word) : .phrase(word)) { text in
        text.meanings.contains(token.meaning) || token.meaning == "、"
      }
    }
  }

  @Test(arguments: [UInt64(11), 12, 13, 14]) func randomQueries(seed: UInt64) throws {
    var random = OracleTests.Seeded(state: seed)
    let store = try RecordStore.inMemory()
    var texts: [String: Text] = [:]
    for number in 1...4 {
      let made = (0..<25).map { _ in Self.text(&random) }
      let fixture = Fixture(
        "\(number).txt", number: number, turns: made.map { ("青木 波", $0.written) })
      _ = try store.save(fixture.file, records: [fixture.record])
      for (index, text) in made.enumerated() { texts["水路部会/\(number)#\(index + 1)"] = text }
    }
    for _ in 0..<60 {
      let question = Self.question(2, &random)
      var query = SearchQuery(words: question.words)
      query.limit = 1_000
      let found = try store.search(query)
      let expected = texts.filter { question.holds($0.value) }.keys.sorted()
      #expect(found.hits.map(\.address).sorted() == expected, "\(question.words.query)")
      #expect(found.total == expected.count)
      // The query written down and read again asks the same.
      if question.words.query.contains("OR -") == false,
        let again = try? SearchQuery.parse(question.words.query)
      {
        #expect(try store.count(again) == expected.count, "\(question.words.query)")
      }
    }
    #expect(try store.verify() == [])
  }

  /// NEAR against distances counted in texts of known make.
  @Test(arguments: 0...12) func nearness(distance: Int) throws {
    let store = try RecordStore.inMemory()
    let gaps = Array(0...12)
    let fixture = Fixture(
      "1.txt", number: 1,
      turns: gaps.map { ("青木 波", "水門" + String(repeating: "の", count: $0) + "第五十八条。") })
    _ = try store.save(fixture.file, records: [fixture.record])
    for words in ["水門 NEAR/\(distance) 58条", "第58条 NEAR/\(distance) 水門"] {
      let shift = words.hasPrefix("水門") ? 1 : 0
      let expected = gaps.filter { $0 + shift <= distance }.count
      #expect(try store.count(try SearchQuery.parse(words)) == expected, "\(words)")
    }
  }
}
