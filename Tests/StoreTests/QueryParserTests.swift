import Deliberation
import JapaneseText
import Store
import Testing

/// Query strings and what is made of them.
@Suite("Query parser")
struct QueryParserTests {
  /// The tree as brackets: `(and 事故 (or 報告 "届 出") (not 訓練))`.
  static func dump(_ words: SearchExpression?) -> String {
    guard let words else { return "-" }
    switch words {
    case .word(let word): return word
    case .phrase(let phrase): return "\"\(phrase)\""
    case .prefix(let word): return word + "*"
    case .all(let parts): return "(and \(parts.map(dump).joined(separator: " ")))"
    case .any(let parts): return "(or \(parts.map(dump).joined(separator: " ")))"
    case .near(let parts, let n): return "(near/\(n) \(parts.map(dump).joined(separator: " ")))"
    case .not(let part): return "(not \(dump(part)))"
    }
  }

  /// The conditions that are set, in one line.
  static func dump(_ filter: SearchFilter) -> String {
    var parts: [String] = []
    let lists = [
      ("speaker", filter.speakers), ("role", filter.roles), ("org", filter.organisations),
      ("body", filter.bodies), ("meeting", filter.meetings), ("agenda", filter.agenda),
      ("stance", filter.stances.map(\.rawValue)), ("law", filter.laws),
      ("article", filter.articles), ("basis", filter.bases.map(\.rawValue)),
    ]
    for (name, values) in lists where !values.isEmpty {
      parts.append("\(name)=\(values.joined(separator: "|"))")
    }
    if filter.from != nil || filter.until != nil {
      parts.append(
        "date=\(filter.from?.description ?? "")..\(filter.until?.description ?? "")")
    }
    if filter.kinds != [.statement] {
      parts.append("kind=\(filter.kinds.map(\.rawValue).joined(separator: "|"))")
    }
    return parts.joined(separator: " ")
  }

  @Test(arguments: [
    ("事故", "事故"),
    ("事故 報告", "(and 事故 報告)"),
    ("事故　報告　基準", "(and 事故 報告 基準)"),
    ("事故 AND 報告", "(and 事故 報告)"),
    ("事故 OR 報告", "(or 事故 報告)"),
    ("事故 ＯＲ 報告", "(or 事故 報告)"),
    ("事故 | 報告", "(or 事故 報告)"),
    ("事故　｜　報告", "(or 事故 報告)"),
    ("事故 報告 OR 届出 OR 通知", "(or (and 事故 報告) 届出 通知)"),
    ("事故 (報告 OR 届出)", "(and 事故 (or 報告 届出))"),
    ("事故（報告 ＯＲ 届出）", "(and 事故 (or 報告 届出))"),
    ("（事故　ＯＲ　故障）　－訓練", "(and (or 事故 故障) (not 訓練))"),
    ("事故 -訓練", "(and 事故 (not 訓練))"),
    ("事故 −訓練", "(and 事故 (not 訓練))"),
    ("事故 NOT 訓練", "(and 事故 (not 訓練))"),
    ("事故 ＮＯＴ（訓練 OR 演習）", "(and 事故 (not (or 訓練 演習)))"),
    ("-事故", "(not 事故)"),
    ("事故 - 訓練", "(and 事故 - 訓練)"),
    ("IP-VPN", "IP-VPN"),
    ("\"事故 報告\"", "\"事故 報告\""),
    ("＂事故　報告＂", "\"事故　報告\""),
    ("“事故 OR 報告”", "\"事故 OR 報告\""),
    ("”事故”", "\"事故\""),
    ("「事故 報告」 基準", "(and \"事故 報告\" 基準)"),
    ("『事故』", "\"事故\""),
    ("「重大な事故」の基準", "「重大な事故」の基準"),
    ("\"（事故）：－\"", "\"（事故）：－\""),
    ("委員会（第86回） 事故", "(and 委員会（第86回） 事故)"),
    ("事故?", "事故?"),
    ("net*", "net*"),
    ("ｎｅｔ＊ 事故", "(and ｎｅｔ* 事故)"),
    ("\"net*\"", "\"net*\""),
    ("事故 NEAR/10 報告", "(near/10 事故 報告)"),
    ("事故　ＮＥＡＲ／１０　報告", "(near/10 事故 報告)"),
    ("事故 NEAR 報告", "(near/20 事故 報告)"),
    ("事故 NEAR/5 報告 NEAR/5 基準", "(near/5 事故 報告 基準)"),
    ("a 事故 NEAR/5 (報告 OR \"届 出\") b", "(and a (near/5 事故 (or 報告 \"届 出\")) b)"),
    ("a -(事故 NEAR/5 報告)", "(and a (not (near/5 事故 報告)))"),
    ("((事故))", "事故"),
    ("or and not near", "(and or and not near)"),
    ("ORACLE NOTE NEARBY", "(and ORACLE NOTE NEARBY)"),
    ("http://example.jp/a", "http://example.jp/a"),
    ("注：事故", "注：事故"),
    ("10:30", "10:30"),
    ("\"speaker:江崎\"", "\"speaker:江崎\""),
  ]) func trees(query: String, expected: String) throws {
    #expect(Self.dump(try SearchQuery.parse(query).words) == expected)
  }

  @Test(arguments: [
    ("speaker:江崎", "speaker=江崎"),
    ("ｓｐｅａｋｅｒ：江崎", "speaker=江崎"),
    ("speaker: 江崎", "speaker=江崎"),
    ("発言者：江崎　役職：主査", "speaker=江崎 role=主査"),
    ("speaker:\"江崎 浩\" speaker:内田", "speaker=江崎 浩|内田"),
    ("speaker:「江崎 浩」", "speaker=江崎 浩"),
    ("role:＊課長", "role=*課長"),
    ("org:架空大学 body:水路部会", "org=架空大学 body=水路部会"),
    ("会議:86 議事：86/1.2", "meeting=86 agenda=86/1.2"),
    ("stance:反対,懸念", "stance=oppose|concern"),
    ("STANCE:Oppose", "stance=oppose"),
    ("立場：条件付き賛成", "stance=conditionalSupport"),
    ("law:電気通信事業法 article:28", "law=電気通信事業法 article=28"),
    ("basis:explicit kind:event", "basis=explicit kind=event"),
    ("kind:経過、資料", "kind=event|document"),
    ("kind:all", "kind=statement|event|agenda|document|attendance"),
    ("date:2025", "date=2025-01-01..2025-12-31"),
    ("date:2025-05", "date=2025-05-01..2025-05-31"),
    ("date:2025/2", "date=2025-02-01..2025-02-28"),
    ("date:2025-05-13", "date=2025-05-13..2025-05-13"),
    ("date:2025/5/3", "date=2025-05-03..2025-05-03"),
    ("date:令和7年", "date=2025-01-01..2025-12-31"),
    ("日付：令和７年５月", "date=2025-05-01..2025-05-31"),
    ("date:令和七年五月十三日", "date=2025-05-13..2025-05-13"),
    ("date:R7.5.13", "date=2025-05-13..2025-05-13"),
    ("date:R7.4..R7.6", "date=2025-04-01..2025-06-30"),
    ("date:令和7年4月〜6月", "date=2025-04-01..2025-06-30"),
    ("date:2024-11..2025-02-10", "date=2024-11-01..2025-02-10"),
    ("date:R7..", "date=2025-01-01.."),
    ("date:..2025-06", "date=..2025-06-30"),
    ("date:令和7年から", "date=2025-01-01.."),
    ("date:令和7年まで", "date=..2025-12-31"),
    ("date:平成31年..令和元年", "date=2019-01-01..2019-12-31"),
    ("date:令和6年度", "date=2024-04-01..2025-03-31"),
    ("date:2024年度", "date=2024-04-01..2025-03-31"),
    ("from:2025-05 until:R7.6", "date=2025-05-01..2025-06-30"),
    ("date:2025 date:2025-05..", "date=2025-05-01..2025-12-31"),
  ]) func fields(query: String, expected: String) throws {
    let parsed = try SearchQuery.parse(query)
    #expect(parsed.words == nil)
    #expect(Self.dump(parsed.filter) == expected)
  }

  @Test func fieldsAndWordsMix() throws {
    let query = try SearchQuery.parse("事故 speaker:江崎 (報告 OR 届出) date:R7 -訓練")
    #expect(Self.dump(query.words) == "(and 事故 (or 報告 届出) (not 訓練))")
    #expect(Self.dump(query.filter) == "speaker=江崎 date=2025-01-01..2025-12-31")
  }

  /// A bad query, the place of its error, and the query set right (empty: nobody can tell).
  struct Bad: Sendable, CustomTestStringConvertible {
    let query: String
    let offset: Int
    let correction: String

    init(_ query: String, _ offset: Int, _ correction: String = "") {
      self.query = query
      self.offset = offset
      self.correction = correction
    }

    var testDescription: String { query }
  }

  @Test(arguments: [
    Bad("", 0), Bad("　 ", 0), Bad("\"事故", 0, "\"事故\""), Bad("報告 「事故", 3, "報告 「事故」"),
    Bad("(事故", 0, "(事故)"), Bad("事故 （報告 OR 届出", 3, "事故 （報告 OR 届出)"), Bad("事故)", 2, "事故"),
    Bad("事故 OR", 3, "事故"), Bad("OR 事故", 0, "事故"), Bad("事故 AND", 3, "事故"), Bad("AND 事故", 0, "事故"),
    Bad("事故 AND OR 報告", 3, "事故 OR 報告"), Bad("事故 OR OR 報告", 3, "事故 OR 報告"),
    Bad("事故 NOT", 3, "事故"), Bad("事故 OR -訓練", 6, "事故 -訓練"), Bad("事故 (-訓練)", 3),
    Bad("()", 0), Bad("事故 ()", 3, "事故"), Bad("事故 NEAR/5", 3, "事故"), Bad("NEAR/5 事故", 0, "事故"),
    Bad("事故 NEAR/x 報告", 3, "事故 NEAR/20 報告"), Bad("事故 NEAR/9999 報告", 3, "事故 NEAR/20 報告"),
    Bad("a NEAR/5 b NEAR/6 c", 11, "a NEAR/5 b NEAR/5 c"), Bad("事故 NEAR/5 -訓練", 10),
    Bad("*課長", 0, "課長"), Bad("事*故", 1, "事故"),
    Bad("kind:鳥", 0), Bad("kind:evnt", 0, "kind:event"), Bad("stance:opose", 0, "stance:oppose"),
    Bad("事故 stance:賛", 3), Bad("from:昨日", 0), Bad("date:2025-13", 0), Bad("date:2025-02-30", 0),
    Bad("date:R7.6..R7.4", 0), Bad("speaker:", 0), Bad("事故 speaker:", 3, "事故"),
    Bad("speker:江崎", 0, "speaker:江崎"), Bad("事故 metting:86", 3, "事故 meeting:86"),
    Bad("-law:電波法", 0), Bad("-kind:event", 0), Bad("事故 OR speaker:江崎", 6), Bad("(speaker:江崎)", 1),
    Bad(String(repeating: "事", count: 1001), 1000), Bad("\"\"", 0), Bad("\"　\"", 0),
  ]) func aBadQueryNamesPlaceAndCorrection(_ bad: Bad) {
    do {
      let query = try SearchQuery.parse(bad.query)
      Issue.record("\(bad.query) was accepted as \(Self.dump(query.words))")
    } catch {
      #expect(error.offset == bad.offset)
      #expect(error.japanese.contains("\(bad.offset + 1) 文字目"))
      #expect(error.english.contains("character \(bad.offset + 1)"))
      #expect(error.description.contains(error.japanese))
      #expect(error.description.contains(error.english))
      #expect((error.correction ?? "") == bad.correction)
      if let correction = error.correction {
        #expect(throws: Never.self, "\(correction)") { try SearchQuery.parse(correction) }
      }
    }
  }

  @Test func thePlaceIsMarkedUnderTheQuery() {
    do {
      _ = try SearchQuery.parse("IP 事故 ＯＲ")
      Issue.record("accepted")
    } catch {
      #expect(error.caret == "IP 事故 ＯＲ\n   　　 ^^^^")
    }
  }

  /// Whatever is typed, the parser ends, and each correction is understood.
  @Test func randomQueriesEndSafely() {
    let pieces = [
      "事故", "報告", " ", "　", "OR", "AND", "NOT", "-", "(", ")", "（", "）", "\"", "「", "」", "NEAR/3",
      "NEAR", "*", "speaker:", "date:", "R7", "..", "kind:", "event", ":", "|", "ＯＲ",
    ]
    var random = OracleTests.Seeded(state: 5)
    for _ in 0..<3_000 {
      let count = Int.random(in: 1...9, using: &random)
      let query = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      do {
        let parsed = try SearchQuery.parse(query)
        if let words = parsed.words {
          let again = (try? SearchQuery.parse(words.query))?.words
          #expect(again?.query == words.query, "\(query): \(words.query)")
        }
      } catch {
        guard let correction = error.correction else { continue }
        #expect(throws: Never.self, "\(query): \(correction)") { try SearchQuery.parse(correction) }
      }
    }
  }
}
