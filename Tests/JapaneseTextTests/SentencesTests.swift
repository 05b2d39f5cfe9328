import Foundation
import JapaneseText
import Testing

@Suite struct SentencesTests {
  @Test(arguments: [
    ["賛成する。", "ただし、費用が心配である。"],
    ["「賛成である。」という意見があった。", "以上。"],
    ["御異議ございませんか？", "なければ次に移ります！", "では。"],
    ["資料（別添。以下同じ。）のとおり。", "次。"],
    ["考える．", "しかし，3.5％である．", "以上"],
    ["考える.", "しかし,version 2.0 である."],
    ["①費用について。", "②期間について。"],
    ["そうですか。。", "はい。"],
    ["以上です。」", "次に。"],
    ["Yahoo！ニュースを見た。", "はい"],
    ["よろしいですか？と尋ねた。", "はい"],
    ["そうですね...難しい。", "はい"],
    ["１．日時は次のとおり。", "２．場所"],
    ["ア．費用", "イ．期間"].map { $0 + "。" },
    ["そうです。", "（注：速記による。）", "次に、案件２です。"],
    ["「閉じない括弧。", "それでも切れる。"],
    ["（『二重の「括弧。」である。』と言った。）", "終わり。"],
    ["ｱｲｳ｡", "ｴｵ｡"],
    ["一．日時は次のとおり。", "以上。"],
    ["本当ですか!?", "はい!"],
    ["第３条．", "以上"],
  ])
  func cuts(sentences: [String]) {
    let text = sentences.joined().scalars
    #expect(Sentences.spans(in: text).map { text.text($0) } == sentences)
    let spaced = ("　" + sentences.joined(separator: " \n\n　") + "\n").scalars
    #expect(Sentences.spans(in: spaced).map { spaced.text($0) } == sentences)
  }

  @Test func linesEndSentences() {
    let text = "見出し\n本文である\r\n\r\n「開いたまま\n次の行。二つ目。".scalars
    #expect(
      Sentences.spans(in: text).map { text.text($0) }
        == ["見出し", "本文である", "「開いたまま", "次の行。", "二つ目。"])
  }

  @Test func aBracketThatStaysOpenSwallowsNothing() {
    let text = ("「" + String(repeating: "話が続く。", count: 200) + "」終わり。").scalars
    #expect(Sentences.spans(in: text).count == 201)
  }

  @Test func pathologicalBracketsAreLinear() {
    let text = String(repeating: "（「『", count: 30_000).scalars
    #expect(Sentences.spans(in: text).count == 1)
  }

  @Test func staysWithinTheSpan() {
    let text = "一文目。二文目。三文目。".scalars
    #expect(Sentences.spans(in: text, within: TextSpan(4, 8)).map { text.text($0) } == ["二文目。"])
    #expect(
      Sentences.spans(in: text, within: TextSpan(2, 6)).map { text.text($0) } == ["目。", "二文"])
    #expect(Sentences.spans(in: []).isEmpty)
  }

  /// No scalar but white space is lost, and no sentence begins or ends with it.
  @Test func coversTheShippedSample() throws {
    let text = try Sample.text().scalars
    var covered = 0
    for span in Sentences.spans(in: text) {
      let isGapBlank = text[covered..<span.from].allSatisfy(\.isSpace)
      #expect(isGapBlank)
      #expect(!text[span.from].isSpace && !text[span.to - 1].isSpace)
      covered = span.to
    }
    let isRestBlank = text[covered...].allSatisfy(\.isSpace)
    #expect(isRestBlank)
  }

  @Test(.enabled(if: Gold.isPresent, "../shared is absent: the gold sentences were NOT compared"))
  func goldOfSession86() throws {
    var compared = 0
    for (text, sentences) in try Gold.read() {
      let scalars = text.scalars
      #expect(Sentences.spans(in: scalars).map { scalars.text($0) } == sentences)
      compared += sentences.count
    }
    #expect(compared == 67)
  }
}

/// The sample that the project ships.
enum Sample {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text() throws -> String {
    try String(
      contentsOf: root.appending(path: "Corpus/minutes/ip-network-086.txt"), encoding: .utf8)
  }
}

/// The annotation of session 86 beside the project: statement texts with their sentences.
enum Gold {
  struct Sentence: Decodable {
    var n: Int
    var text: String
  }

  struct Statement: Decodable {
    var n: Int
    var text: String
  }

  static let folder = Sample.root.deletingLastPathComponent()
    .appending(path: "shared/data/corpus/gold")
  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func read() throws -> [(String, [String])] {
    func lines<Line: Decodable>(_ name: String) throws -> [Line] {
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        .split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }
    let statements: [Statement] = try lines("session86.statements.jsonl")
    let sentences: [Sentence] = try lines("session86.sentences.jsonl")
    return statements.map { statement in
      (statement.text, sentences.filter { $0.n == statement.n }.map(\.text))
    }
  }
}
