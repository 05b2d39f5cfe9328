import Deliberation
import Evaluation
import Foundation
import JapaneseText
import Reports
import Testing

@Suite struct GoldTests {
  @Test func session86StandsInTheCorpus() throws {
    let bytes = try GoldRecord.bytes(GoldRecord.session86)
    let gold = try Gold(json: bytes, name: "ip-network-086.json")
    let file = try GoldRecord.bytes(GoldRecord.corpus.appending(path: gold.source.file))
    #expect(SHA256.hex(file) == gold.source.sha256)
    let text = try #require(String(validating: file, as: UTF8.self))
    let compared = ComparedText(text).scalars
    var at = 0
    for statement in gold.statements {
      let words = try #require(statement.text)
      let found = try #require(
        compared.firstOffset(of: words.scalars, from: at), "\(statement.number)")
      at = found + words.scalars.count
    }
    let scalars = text.scalars
    for event in try JSONValue(json: bytes)["events"]?.arrayValue ?? [] {
      let segment = event["source"]?.arrayValue?.first
      let span = TextSpan(
        segment?["from"]?.integerValue ?? 0, segment?["to"]?.integerValue ?? 0)
      #expect(scalars.text(span) == event["text"]?.stringValue)
    }
    #expect(gold.events?.filter(\.isCore).count == 9)
    #expect(gold.attendance?.count == 28)
  }

  @Test func everyGoldFileLoads() throws {
    for url in try GoldFiles.all() {
      #expect(throws: Never.self) {
        try Gold(json: GoldRecord.bytes(url), name: url.lastPathComponent)
      }
    }
  }

  @Test(
    arguments: [
      (#"{"gold": 2}"#, "gold: is not 1"),
      (#"{"gold": 1"#, "1:11: not JSON"),
      (#"{"gold": 1, "meeting": {}}"#, "meeting.source: is missing"),
      (
        GoldTests.file(#"{"n": "1", "text": "賛成。", "agenda": ["0"]}"#),
        #"statements[0].agenda[0]: "0" is no path"#
      ),
      (
        GoldTests.file(
          #"""
          {"n": "1", "text": "賛成。", "positions": [
          {"stance": "yes", "clause": [0, 3], "evidence": [0, 3]}]}
          """#), #"statements[0].positions[0].stance: "yes" is no Stance"#
      ),
      (
        GoldTests.file(
          #"""
          {"n": "1", "text": "賛成。", "positions": [
          {"stance": "support", "clause": [0, 4], "evidence": [0, 3]}]}
          """#), "statements[0].positions[0].clause: [0, 4] lies outside"
      ),
      (
        GoldTests.file(
          #"{"n": "1", "text": "賛成。", "relations": [{"kind": "agreesWith", "to": ["1"]}]}"#),
        "statements[0].relations: 1 is no statement before"
      ),
      (GoldTests.file(#"{"n": "1"}"#), "statements[0].textSHA256: is missing"),
    ])
  func namesThePlaceOfAFault(json: String, message: String) {
    let error = #expect(throws: GoldError.self) { try Gold(json: Array(json.utf8), name: "x.json") }
    let text = "\(error.map(\.description) ?? "")"
    #expect(text.hasPrefix("x.json: ") && text.contains(message), "\(text)")
  }

  private static func file(_ statement: String) -> String {
    """
    {"gold": 1, "meeting": {"source": {"file": "a.txt", "sha256": "00"}},
     "statements": [\(statement)]}
    """
  }

  @Test func whatIsNotAnnotatedIsNotMeasured() throws {
    let head = #"{"gold": 1, "meeting": {"source": {"file": "a.txt", "sha256": "00"}}"#
    let record = try GoldRecord().record()
    let silent = try Gold(json: Array((head + "}").utf8), name: "a.json")
    #expect(EvaluationResult.compare([(record, silent)]).figure("turns") == nil)
    let empty = try Gold(json: Array((head + #", "statements": []}"#).utf8), name: "a.json")
    #expect(EvaluationResult.compare([(record, empty)]).figure("turns")?.wrong == 22)
  }

  @Test func unreadDocumentIsMissedWholly() throws {
    let gold = try Gold(json: GoldRecord.bytes(GoldRecord.session86), name: "x.json")
    let evaluation = EvaluationResult.compare([Comparison(unread: gold)])
    #expect(evaluation.figure("turns")?.missed == 22)
    #expect(evaluation.figure("stanceLenient")?.missed == 53)
    #expect(evaluation.figure("speakers")?.wrong == 0)
    #expect(evaluation.figure("relations")?.value == 0)
  }

  /// A document that is not shipped: hashes instead of words, spans of the compared form.
  @Test func hashesServeInsteadOfText() throws {
    let words = "Ａ案 に、賛成で ある。"
    let hash = SHA256.hex(Array("A案に、賛成である。".utf8))
    let json = GoldTests.file(
      """
      {"n": "1", "textSHA256": "\(hash)", "source": [{"from": 0, "to": 12, "line": 1}],
       "speakerName": null, "agenda": [], "positions": [
       {"stance": "support", "clause": [4, 9], "evidence": [0, 10]}]}
      """)
    let gold = try Gold(json: Array(json.utf8), name: "external.json")
    var record = Record(
      source: RecordSource(file: "a.txt", sha256: "00", reader: "text/1", parser: "1"))
    let whole = TextSpan(0, words.unicodeScalars.count)
    var statement = Statement(
      order: 1, label: "山川委員", kind: .member, level: .verbatim, text: words,
      paragraphs: [whole], sentences: [whole], source: [])
    statement.positions = [
      Position(
        stance: .support, targetKind: .topic, target: nil, clause: whole, evidence: whole,
        cue: whole, rule: "test")
    ]
    record.statements = [statement]
    let evaluation = EvaluationResult.compare([(record, gold)])
    #expect(evaluation.differences == [])
    #expect(evaluation.figure("stanceStrict")?.value == 1)
    #expect(evaluation.figure("header") == nil)
  }

  /// Further values that are as right, in the head and in a statement.
  @Test(arguments: [
    ("1.2", "10:00", true), ("1", "10:00", true), ("2", "10:00", false), ("1", "10:05", true),
    ("1", "11:00", false),
  ])
  func acceptedValuesAreRight(_ path: String, _ from: String, _ isRight: Bool) throws {
    let json = """
      {"gold": 1, "meeting": {"source": {"file": "a.txt", "sha256": "00"},
       "bodies": [["甲会"]], "times": [["10:00", null]], "place": "本庁",
       "accept": {"bodies": [[["甲市", "甲会"]]], "times": [[["10:05", null]]], "place": [null]}},
       "statements": [{"n": "1", "text": "賛成。", "speakerName": null, "agenda": ["1"],
       "accept": {"speakerName": ["山川 一"], "agenda": [["1.2"]]}}]}
      """
    let gold = try Gold(json: Array(json.utf8), name: "accept.json")
    var record = Record(
      source: RecordSource(file: "a.txt", sha256: "00", reader: "text/1", parser: "1"))
    record.meeting.bodies = [["甲市", "甲会"]]
    record.meeting.times = [MeetingTime(from: from, to: nil)]
    let whole = TextSpan(0, 3)
    var statement = Statement(
      order: 1, label: nil, speakerName: "山川 一", kind: .member, level: .verbatim, text: "賛成。",
      paragraphs: [whole], sentences: [whole], source: [])
    statement.agenda = [try #require(AgendaPath(path))]
    record.statements = [statement]
    let evaluation = EvaluationResult.compare([(record, gold)])
    #expect((evaluation.differences == []) == isRight)
  }
}
