import Deliberation
import JapaneseText
import Reports
import Testing

@Suite struct MatrixTests {
  private var matrix: PositionMatrix {
    PositionMatrix(of: SummarySource(record: Fixture.record(), address: Fixture.address))
  }

  private func words(_ speaker: String) throws -> [String] {
    let row = try #require(matrix.rows.first { $0.speaker.contains(speaker) })
    return row.cells.values.flatMap { $0.map(\.word) }
  }

  @Test func cellsHoldDistinctStances() throws {
    #expect(try words("夏川") == ["賛同", "意見"])
    #expect(try words("秋山") == ["反対", "質問"])
    #expect(try words("公園を守る会") == ["要望"])
  }

  @Test func agreementWithASpeakerIsNoSupport() throws {
    #expect(try words("春野") == ["他者の意見に賛同", "条件付き賛同（留保）", "議事進行"])
  }

  @Test func whoIsNotNamedStandsLast() {
    #expect(matrix.rows.last?.speaker == "（発言者名の記載なし）")
    #expect(matrix.columns.map(\.title) == ["1.1 池の縮小"])
  }

  @Test func printsEveryForm() throws {
    try Golden.expect(matrix.table.rendered(as: .csv), "matrix.csv")
    try Golden.expect(matrix.svg, "matrix.svg")
  }

  @Test func theSVGMayStandInsideAPage() {
    var record = Fixture.record()
    record.statements[0].speakerName = "<b>\" & '"
    let svg = PositionMatrix(of: SummarySource(record: record, address: "a")).svg
    #expect(svg.contains("&lt;b&gt;&quot; &amp; &#39;"))
    for forbidden in ["<script", "<style", " id=", "href", "<b>"] {
      #expect(!svg.contains(forbidden), "\(forbidden)")
    }
    #expect(svg.contains("<title>") && svg.contains("<desc>") && svg.contains("role=\"img\""))
  }

  @Test func bySpeakerLosesNothing() throws {
    let source = SummarySource(record: try GoldRecord().record(), address: "a/86")
    let byAgenda = PositionSummary(of: [source]).meetings[0].sections.flatMap(\.lines)
    let bySpeaker = PositionSummary(of: [source], by: .speaker).meetings[0].sections
    #expect(Set(bySpeaker.flatMap(\.lines)) == Set(byAgenda))
    #expect(bySpeaker.allSatisfy { $0.speaker != nil })
    #expect(PositionSummary(of: [source], by: .speaker).markdown.contains("## 江崎 浩 構成員　議事1.2"))
  }
}
