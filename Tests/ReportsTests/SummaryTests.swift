import Deliberation
import JapaneseText
import Reports
import Testing

@Suite struct SummaryTests {
  private func summary(_ selection: SummarySelection = .whole) -> PositionSummary {
    PositionSummary(of: [
      SummarySource(record: Fixture.record(), address: Fixture.address, selection: selection)
    ])
  }

  private func section(_ selection: SummarySelection = .whole) throws -> SummarySection {
    try #require(summary(selection).meetings.first?.sections.first)
  }

  @Test func printsTheFixture() throws {
    try Golden.expect(summary().markdown, "fixture.md")
    try Golden.expect(summary().html, "fixture.html")
    try Golden.expect(summary().json.pretty, "fixture.json")
  }

  @Test func printsSession86() throws {
    let source = SummarySource(record: try GoldRecord().record(), address: "IPネットワーク設備委員会/86")
    try Golden.expect(PositionSummary(of: [source]).markdown, "session86.md")
  }

  @Test func sectionsFollowTheReading() throws {
    let sections = summary().meetings[0].sections
    #expect(sections.map { $0.items.map(\.path.description) } == [["1.1"], ["1.2"], ["1"], ["2"]])
    #expect(sections.map(\.questions) == [.held, .none, .notTold, .notTold])
    #expect(sections[2].outcomes.map(\.result) == ["賛成多数"])
    #expect(sections[2].isWholeItem)
    #expect(sections[0].membersSpoke == 3)
    #expect(summary().meetings[0].membersPresent == 3)
  }

  @Test func contradictionsStandFirst() throws {
    let contradiction = try #require(try section().contradictions.first)
    #expect(contradiction.against.map(\.speaker) == ["秋山 三郎 委員"])
    #expect(contradiction.inFavour.map(\.statement) == [0, 3, 5])
    let markdown = summary().markdown
    let split = try #require(markdown.firstRange(of: "意見が分かれた点"))
    let support = try #require(markdown.firstRange(of: "### 賛同"))
    #expect(split.lowerBound < support.lowerBound)
  }

  @Test func countsPersonsApart() throws {
    let counts = try section().counts
    let support = try #require(counts.first { $0.group == .support })
    #expect(support.members == 1)
    #expect(support.others == 0)
    #expect(support.unnamed == 1)
    #expect(support.statements == 2)
    let agreement = try #require(counts.first { $0.group == .agreement })
    #expect(agreement.members == 1)
    let conditional = try #require(counts.first { $0.group == .conditionalSupport })
    #expect(conditional.hedged == 1)
    let asks = counts.filter { $0.group == .asks }
    #expect(asks.map(\.members) == [1])
    #expect(asks.map(\.others) == [1])
  }

  @Test func answersStandBesideTheirQuestions() throws {
    let section = try section()
    let asks = try #require(section.groups.first { $0.kind == .asks })
    #expect(asks.entries.map { $0.answers.map(\.address) } == [["架空市公園審議会/3#3"], []])
    #expect(section.unanswered.map(\.speaker) == ["公園を守る会"])
    #expect(section.undertakings.map(\.due) == ["次回"])
  }

  @Test func agreementKeepsItsChain() throws {
    let agreement = try #require(try section().groups.first { $0.kind == .agreement })
    let line = try #require(agreement.entries.first?.lines.first)
    #expect(line.chain.map(\.address) == ["架空市公園審議会/3#1"])
    #expect(line.chain.map(\.stances) == [[.support]])
    #expect(line.speaker == "春野 一 会長（緑川 五月 代読）")
  }

  @Test func quotesAreVerbatim() throws {
    let record = Fixture.record()
    for line in summary().lines {
      #expect(record.statements[line.statement].text.scalars.text(line.span) == line.quote)
    }
    for source in [record, try GoldRecord().record()] {
      let lines = PositionSummary(of: [SummarySource(record: source, address: "a")]).lines
      #expect(
        lines.allSatisfy { source.statements[$0.statement].text.contains($0.quote) })
    }
  }

  @Test func thisPointIsSaidInANote() throws {
    let lines = try section().groups.flatMap(\.entries).flatMap(\.lines)
    let line = try #require(lines.first { $0.stance == .conditionalSupport })
    #expect(line.note == "「この点」の前の文：「夏川委員の意見に賛同する。」")
    #expect(line.quote.hasPrefix("この点、"))
  }

  @Test func escapesHTML() {
    let html = summary().html
    #expect(!html.contains("<script"))
    #expect(html.contains("市役所 &lt;本庁舎&gt; 3階"))
    #expect(!html.contains("src=") && !html.contains("href="))
  }

  @Test func saysThatASummaryIsNotVerbatim() {
    #expect(summary().markdown.contains("議事概要による"))
    var record = Fixture.record()
    record.level = .verbatim
    for index in record.statements.indices { record.statements[index].level = .verbatim }
    let verbatim = PositionSummary(of: [SummarySource(record: record, address: "a")])
    #expect(!verbatim.html.contains("概要による"))
  }

  @Test func selects() throws {
    #expect(summary(.agenda(AgendaPath([1]), only: false)).meetings[0].sections.count == 3)
    #expect(summary(.agenda(AgendaPath([1]), only: true)).meetings[0].sections.count == 1)
    let person = try #require(Fixture.record().statements[1].speaker)
    let own = try section(.person(person))
    #expect(Set(summary(.person(person)).lines.map(\.statement)) == [1, 2])
    #expect(own.explanations.count == 1)
    #expect(summary(.statements([4])).lines.map(\.statement) == [4])
    #expect(summary(.statements([])).meetings[0].sections.isEmpty)
    #expect(summary(.statements([])).markdown.contains("該当する発言はない"))
  }
}
