import Deliberation
import JapaneseText
import Statutes
import Testing

/// Links of session 86, from the record that the gold annotation describes.
@Suite struct ProvisionLinksTests {
  @Test func linksOfSession86() throws {
    let laws = try Corpus.laws()
    let gold = try GoldSession.load("Corpus/gold/ip-network-086.json")
    var record = gold.record()
    ProvisionLinks.derive(&record, topics: try Corpus.topics(laws), laws: laws)
    let figures = LinkFigures(record: record, gold: gold)
    print(figures)
    #expect(figures.precision >= 0.9)
    #expect(figures.recall >= 0.85)
    #expect(figures.exactRecall >= 0.8)
    #expect(record.statements[14].links.isEmpty)
  }

  @Test func linksAreEvidenced() throws {
    let laws = try Corpus.laws()
    var record = try GoldSession.load("Corpus/gold/ip-network-086.json").record()
    ProvisionLinks.derive(&record, topics: try Corpus.topics(laws), laws: laws)
    for statement in record.statements {
      for link in statement.links + statement.candidates {
        #expect(!link.rule.isEmpty && !link.citation.isEmpty)
        #expect((link.evidence == nil) == !link.basis.isDirect)
        #expect((link.via != nil) == !link.basis.isDirect)
        #expect(link.confidence == nil)
        if let evidence = link.evidence {
          #expect(!statement.text.scalars.text(evidence).isEmpty)
        }
      }
    }
    let inherited = record.statements[1].links.first { $0.basis == .relation }
    #expect(inherited?.via == "#1")
    #expect(
      record.statements[3].links.contains {
        $0.revision == "360M50001000025_20250401_507M60000008020"
      })
    var again = record
    ProvisionLinks.derive(&again, topics: try Corpus.topics(laws), laws: laws)
    #expect(again == record)
  }
}

/// Precision and recall of primary links, acceptable ones neutral (RECORD.md).
struct LinkFigures: CustomStringConvertible {
  var hits = 0, wrong = 0, missed = 0
  var exactHits = 0, exactMissed = 0
  var notes: [String] = []

  var precision: Double { Double(hits) / Double(max(1, hits + wrong)) }
  var recall: Double { Double(hits) / Double(max(1, hits + missed)) }
  var exactRecall: Double { Double(exactHits) / Double(max(1, exactHits + exactMissed)) }

  init(record: Record, gold: GoldSession) {
    for (statement, turn) in zip(record.statements, gold.statements) {
      func article(_ link: GoldSession.Link) -> String {
        let provision = Provision(law: link.law, element: link.elm)
        return link.law + "#" + (provision.articleElement ?? "")
      }
      let links = turn.links ?? []
      let primary = Set(links.filter { $0.tier == "primary" }.map(article))
      let acceptable = Set(links.filter { $0.tier != "primary" }.map(article))
      let found = Set(
        statement.links.map { $0.provision.law + "#" + ($0.provision.articleElement ?? "") })
      hits += found.intersection(primary).count
      let extra = found.subtracting(primary).subtracting(acceptable)
      wrong += extra.count
      let lost = turn.linksOptional == true && found.isEmpty ? [] : primary.subtracting(found)
      missed += lost.count
      let exact = Set(links.filter { $0.tier == "primary" }.map { $0.law + "#" + ($0.elm ?? "") })
      let foundExact = Set(statement.links.map(\.provision.address))
      exactHits += exact.intersection(foundExact).count
      exactMissed += exact.subtracting(foundExact).count
      notes.append(
        "\(turn.n): extra \(extra.sorted()) lost \(lost.sorted()) inexact "
          + "\(exact.subtracting(foundExact).sorted())")
    }
  }

  var description: String {
    "links: precision \(precision) recall \(recall) exact \(exactRecall) "
      + "(hits \(hits) wrong \(wrong) missed \(missed))\n"
      + notes.filter { !$0.hasSuffix("extra [] lost [] inexact []") }.joined(separator: "\n")
  }
}
