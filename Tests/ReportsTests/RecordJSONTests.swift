import Deliberation
import JapaneseText
import Reports
import Testing

@Suite struct RecordJSONTests {
  @Test func fitsItsSchema() throws {
    for (record, address) in [
      (Fixture.record(), Fixture.address),
      (try GoldRecord().record(), "IPネットワーク設備委員会/86"),
    ] {
      let value = RecordJSON.value(of: record, address: address)
      #expect(Schema.faults(in: value, RecordSchema.value) == [])
      #expect(try JSONValue(json: value.compact) == value)
    }
  }

  @Test func printsTheFixture() throws {
    let value = RecordJSON.value(of: Fixture.record(), address: Fixture.address)
    try Golden.expect(value.pretty, "record.json")
  }

  @Test func schemaRefusesWhatIsWrong() throws {
    let good = RecordJSON.value(of: Fixture.record(), address: Fixture.address).compact
    for (old, new) in [
      ("\"level\":\"namedSummary\"", "\"level\":\"summary\""),
      ("\"place\":", "\"where\":"), ("\"date\":\"2024-02-29\"", "\"date\":\"29.2.2024\""),
      ("\"hedged\":false", "\"hedged\":0"), ("[[\"架空市公園審議会\"]]", "[[]]"),
      ("\"path\":\"1.1\"", "\"path\":\"1.\""), ("\"confidence\":0.5", "\"confidence\":1.5"),
    ] {
      #expect(good.contains(old))
      let bad = try JSONValue(json: good.replacing(old, with: new))
      #expect(!Schema.faults(in: bad, RecordSchema.value).isEmpty, "\(new)")
    }
  }

  @Test func namesStatementsByNumber() throws {
    var record = Fixture.record()
    record.statements[1].number = "1a"
    let value = RecordJSON.value(of: record, address: Fixture.address)
    let statements = try #require(value["statements"]?.arrayValue)
    #expect(statements[1]["address"] == "架空市公園審議会/3#1a")
    #expect(statements[2]["relations"]?.arrayValue?[0]["to"] == ["1a"])
    #expect(value["events"]?.arrayValue?[1]["beforeStatement"] == 9)
    #expect(statements[5]["label"] == .null)
  }

  @Test func unknownIsNull() throws {
    var record = Fixture.record()
    record.statements[0].kind = .unknown
    let statement = RecordJSON.statement(record.statements[0], in: record, address: "a")
    #expect(statement["kind"] == .null)
    #expect(statement["readBy"] == .null)
  }

  @Test func flatTables() throws {
    let records = [(record: Fixture.record(), address: Fixture.address)]
    let statements = CSV.read(RecordTables.statements(records).rendered(as: .csv))
    #expect(statements.count == 9)
    #expect(statements.allSatisfy { $0.count == 15 })
    let positions = CSV.read(RecordTables.positions(records).rendered(as: .csv))
    #expect(positions.count == 1 + 10 + 1)
    #expect(positions.allSatisfy { $0.count == 20 })
    #expect(positions[2][0] == "架空市公園審議会/3#2.1")
    #expect(positions[0].firstIndex(of: "holder") == 8)
    #expect(positions.contains { $0[17] == "<script>alert(1)</script>" })
  }
}
