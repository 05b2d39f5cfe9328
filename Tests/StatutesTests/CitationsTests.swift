import JapaneseText
import Statutes
import Testing

/// Citations by form, from the table of cases.
@Suite struct CitationsTests {
  static let laws = try? Corpus.laws()

  @Test func thereAreEnoughCases() {
    #expect(CitationTable.shared.cases.count >= 200)
  }

  @Test(arguments: CitationTable.shared.cases)
  func citation(_ row: CitationCase) throws {
    let laws = try #require(CitationsTests.laws)
    let keys = CitationTable.shared.keys
    let text = row.text.scalars
    let found = Citations.find(in: text, context: row.context(keys), laws: laws)
    #expect(CitationCase.printed(found, in: text, keys: keys) == row.expected)
  }
}
