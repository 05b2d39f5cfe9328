import Deliberation
import JapaneseText
import Statutes
import Testing

/// The catalogues: what is shipped is right in itself, and what is wrong is refused with its reason.
@Suite struct CatalogueTests {
  @Test func shippedFilesLoad() throws {
    let laws = try Corpus.laws()
    let topics = try Corpus.topics(laws)
    #expect(laws.laws.count > 300)
    #expect(topics.topics.count > 100)
    // No entry may repeat a whole sentence of the sample.
    let gold = try GoldSession.load("Corpus/gold/ip-network-086.json")
    let sentences = gold.statements.flatMap { turn in
      Sentences.spans(in: turn.text.scalars).map { turn.text.scalars.text($0) }
    }
    for topic in topics.topics {
      #expect(!topic.terms.contains { term in sentences.contains { $0 == term } })
      #expect(topic.terms.allSatisfy { $0.count <= 30 })
    }
  }

  @Test func revisionsInForce() throws {
    let laws = try Corpus.laws()
    func revision(_ law: String, _ day: String) -> String? {
      laws.revision(of: law, on: CalendarDate(day))
    }
    #expect(
      revision("360M50001000025", "2025-05-13") == "360M50001000025_20250401_507M60000008020")
    // Of two revisions of one day the higher amending number is the one in force.
    #expect(
      revision("359AC0000000086", "2022-06-17") == "359AC0000000086_20220617_504AC0000000070")
    #expect(
      revision("359AC0000000086", "2023-06-16") == "359AC0000000086_20230616_504AC0000000070")
    #expect(revision("359AC0000000086", "2000-01-01") == nil)
    #expect(revision("359AC0000000086", "2025-12-01") == nil)
    #expect(laws.revision(of: "359AC0000000086", on: nil) == nil)
  }

  @Test func addedLawsAreCitable() throws {
    let lighthouse = LawEntry(
      id: "507AC0000000999", title: "海路標識法", number: "令和七年法律第九百九十九号", rank: .act)
    let text = "海路標識法第3条第2項の届出。".scalars
    let shipped = try Corpus.laws()
    let without = Citations.find(in: text, context: CitationContext(), laws: shipped)
    let with = Citations.find(
      in: text, context: CitationContext(), laws: shipped.adding([lighthouse]))
    #expect(without.map(\.unresolved) == [.lawNotKnown])
    #expect(with.first?.targets.first?.provision.address == "507AC0000000999#Mp-At_3-Pr_2")
  }

  @Test func citationsInWords() throws {
    let laws = try Corpus.laws()
    func words(_ element: String?, row: TableRow? = nil) -> String {
      laws.citation(Provision(law: "360M50001000025", element: element, row: row))
    }
    #expect(words("Mp-At_58_2-Pr_1-It_1-Si1_3") == "電気通信事業法施行規則第58条の2第1項第1号ハ")
    #expect(words("NACN-Sp-At_3") == "電気通信事業法施行規則附則第3条")
    #expect(words(nil) == "電気通信事業法施行規則")
    #expect(
      words("Mp-At_58-Pr_2-It_1", row: TableRow(table: "", label: "五の項"))
        == "電気通信事業法施行規則第58条第2項第1号の表五の項")
  }

  @Test(arguments: [
    "Mp-At_34_10-Pr_1-It_2-Si1_3", "Mp-Ch_2-Se_3", "NACN-Sp-At_4", "504AC0000000070-Sp-Pr_2",
    "Mpat_1", "Mp-At_38:84",
  ])
  func elementIDs(_ text: String) {
    #expect(ElementID(text)?.text == text)
  }

  @Test(arguments: ["", "At_1", "Mp-At", "Mp-Pr_1-At_2", "Mp-At_x", "Mp-Zz_1", "Mp--At_1"])
  func noElementIDs(_ text: String) {
    #expect(ElementID(text) == nil)
  }

  static let broken: [(String, String)] = [
    ("{", "not a catalogue"),
    (#"{"format": "other/1", "field": "x", "topics": []}"#, "format is other/1"),
    (topic(law: "999AC0000000000"), "unknown law 999AC0000000000"),
    (topic(element: "At_1"), "At_1 is no element id"),
    (topic(strength: "sure"), "strength sure"),
    (topic(terms: #"[]"#), "no term"),
    (topic(terms: #"["法"]"#), "too short"),
    (topic(reason: ""), "no reason"),
    (topic(since: "2023-02-30"), "2023-02-30 is no day"),
    (topic(place: "heaven"), "a condition in heaven"),
  ]

  static func topic(
    law: String = "359AC0000000086", element: String = "Mp-At_28", strength: String = "strong",
    terms: String = #"["事故報告"]"#, reason: String = "why", since: String = "2023-06-16",
    place: String = "either"
  ) -> String {
    """
    {"format": "shingi.topics/1", "field": "x", "topics": [{"id": "a", "reason": "\(reason)",
    "terms": \(terms), "requires": [{"in": "\(place)", "any": ["通信"]}], "provisions":
    [{"law": "\(law)", "elm": "\(element)", "strength": "\(strength)", "since": "\(since)"}]}]}
    """
  }

  @Test(arguments: broken)
  func brokenTopicsAreRefused(_ json: String, _ reason: String) throws {
    let laws = try Corpus.laws()
    #expect {
      try TopicCatalogue.load(files: [("t.json", [UInt8](json.utf8))], laws: laws)
    } throws: { error in
      "\(error)".contains(reason) && "\(error)".hasPrefix("t.json")
    }
  }

  @Test func brokenLawsAreRefused() {
    let json = """
      {"format": "shingi.laws/1", "shortNames": [], "laws": [{"id": "507AC0000000001", "title": "灯台法",
      "number": "令和七年法律第一号", "rank": "法", "revisions": [{"id": "x_20250101_y", "through": null}]}]}
      """
    #expect(
      throws: CatalogueError.invalid(
        file: "laws.json", entry: "507AC0000000001",
        reason: "revision x_20250101_y is not one of this law")
    ) { try LawCatalogue.load(json: [UInt8](json.utf8)) }
  }
}
