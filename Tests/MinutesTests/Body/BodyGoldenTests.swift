import Deliberation
import Foundation
import JapaneseText
import Minutes
import Testing

/// Every fixture against the JSON beside it; `SHINGI_UPDATE_GOLDEN=1` writes it anew.
@Suite struct BodyGoldenTests {
  @Test(arguments: BodyCase.all)
  func outline(_ item: BodyCase) throws {
    let text = try String(contentsOf: item.url, encoding: .utf8)
    let record = try #require(try parsed(text, name: item.url.lastPathComponent).first)
    let outline = BodyOutline(record)
    if ProcessInfo.processInfo.environment["SHINGI_UPDATE_GOLDEN"] != nil {
      try outline.json.write(to: item.expectedURL, atomically: true, encoding: .utf8)
    }
    let expected = try JSONDecoder().decode(
      BodyOutline.self, from: try Data(contentsOf: item.expectedURL))
    #expect(outline.agenda == expected.agenda)
    #expect(outline.statements == expected.statements)
    #expect(outline.events == expected.events)
    #expect(outline == expected)
  }

  @Test(arguments: BodyCase.all)
  func textIsRecoverable(_ item: BodyCase) throws {
    let text = try String(contentsOf: item.url, encoding: .utf8)
    let source = try Readers.read(Array(text.utf8), name: item.url.lastPathComponent)
    for record in try Parser.records(in: source, file: "f", sha256: "0") {
      try checkIntegrity(record, source)
    }
  }
}

/// Every character of a text stands in its source in order; spans lie in the text; addresses count.
func checkIntegrity(_ record: Record, _ source: SourceText) throws {
  let paths = Set(record.agenda.flattened.map(\.path))
  for (index, statement) in record.statements.enumerated() {
    // a line end lies between two stretches: a blank may stand for it between Latin words
    let kept = Array(
      statement.source.map { Array(source.scalars[$0.span.range]) }.joined(separator: "\n".scalars))
    var place = 0
    for scalar in statement.text.unicodeScalars {
      while place < kept.count, kept[place] != scalar, !(scalar == " " && kept[place].isLineEnd) {
        place += 1
      }
      guard place < kept.count else {
        Issue.record(
          "text of #\(index + 1) does not stand in its source: \(statement.text.prefix(40))")
        break
      }
      place += 1
    }
    let count = statement.text.unicodeScalars.count
    #expect(statement.order == index + 1)
    #expect(statement.paragraphs.first?.from == 0 && statement.paragraphs.last?.to == count)
    #expect(statement.sentences.allSatisfy { $0.from >= 0 && $0.to <= count && !$0.isEmpty })
    #expect(statement.agenda.allSatisfy(paths.contains))
    #expect(!statement.text.unicodeScalars.contains { $0.isLineEnd })
  }
  for (index, event) in record.events.enumerated() {
    #expect(event.number == index + 1)
    #expect((0...record.statements.count).contains(event.beforeStatement))
    #expect(event.inStatement.map(record.statements.indices.contains) ?? true)
    #expect(event.agenda.allSatisfy(paths.contains))
  }
}

/// Files that hold several records.
@Suite struct SeveralHeadsTests {
  /// A title with another number and a date close below begins another record; the list of each
  /// holds for it alone.
  @Test func everyHeadBeginsARecord() throws {
    let url = BodyCase.folder.appending(path: "two-heads.txt")
    let records = try parsed(try String(contentsOf: url, encoding: .utf8))
    #expect(records.map(\.meeting.number) == [5, 6])
    #expect(records.map(\.meeting.date?.description) == ["2010-06-03", "2010-08-19"])
    #expect(records.map(\.statements.count) == [3, 3])
    #expect(records[1].statements[1].speakerName == "菅浦 満")
  }

  /// A running head repeats its number and a list of earlier meetings has no dates of its own.
  @Test(arguments: ["第５回　委員会　議事録", "第４回　委員会　議事録について"])
  func otherLinesBeginNone(_ line: String) throws {
    let text = """
      第５回　委員会　議事録
      日時：平成22年6月3日（木）14:00～15:30
      出席者：
        委員長　伊吹　隆
      ○伊吹委員長　始めます。
      \(line)
      ○伊吹委員長　終わります。
      """
    #expect(try parsed(text).count == 1)
  }
}
