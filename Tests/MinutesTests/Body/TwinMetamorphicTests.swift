import Deliberation
import Foundation
import JapaneseText
import Minutes
import Testing

/// Changes to the shapes of labels and heads that must not change what is read.
@Suite struct TwinMetamorphicTests {
  private static let names = [
    "role-brackets.txt", "round-roles.txt", "colon-labels.txt", "own-line.txt",
    "role-then-name.txt", "two-sessions.txt", "joint.txt", "ordinal-labels.txt",
    "bracket-colon.txt", "marks-by-side.txt", "kanji-dates.txt", "proxy.txt",
  ]

  private func record(_ text: String) throws -> Record { try #require(try parsed(text).first) }

  private static func sample(_ name: String) throws -> String {
    try String(contentsOf: BodyCase.folder.appending(path: name), encoding: .utf8)
  }

  @Test(arguments: names)
  func lineEndsOfOtherSystems(_ name: String) throws {
    let text = try Self.sample(name)
    let before = try record(text)
    let after = try record(text.replacingOccurrences(of: "\n", with: "\r\n"))
    #expect(after.statements.map(\.text) == before.statements.map(\.text))
    #expect(after.statements.map(\.label) == before.statements.map(\.label))
    #expect(after.statements.map(\.agenda) == before.statements.map(\.agenda))
    #expect(after.attendance.map(\.name) == before.attendance.map(\.name))
    #expect(after.agenda.flattened.map(\.title) == before.agenda.flattened.map(\.title))
  }

  @Test func widthsOfRoundLabels() throws {
    let text = try Self.sample("round-roles.txt")
    let before = try record(text)
    var changed = text
    for word in ["事務局", "委員", "会長"] {
      changed = changed.replacingOccurrences(of: "（\(word)）", with: "(\(word))")
    }
    let after = try record(changed)
    #expect(after.statements.map(\.text) == before.statements.map(\.text))
    #expect(after.statements.map(\.label) == before.statements.map(\.label))
  }

  @Test(arguments: ["●", "○", "◯", "◎", "◆"])
  func marksOfLabelsOnTheirOwnLine(_ mark: String) throws {
    let text = try Self.sample("own-line.txt")
    let before = try record(text)
    let after = try record(text.replacingOccurrences(of: "●", with: mark))
    #expect(after.statements.map(\.text) == before.statements.map(\.text))
    #expect(after.statements.map(\.label) == before.statements.map(\.label))
    #expect(after.statements.map(\.kind) == before.statements.map(\.kind))
  }

  @Test func surnamesSwapped() throws {
    let text = try Self.sample("role-brackets.txt")
    let before = try record(text)
    let after = try record(
      text.replacingOccurrences(of: "石和", with: "＊").replacingOccurrences(of: "小淵", with: "石和")
        .replacingOccurrences(of: "＊", with: "小淵"))
    let swapped = ["石和": "小淵", "小淵": "石和"]
    #expect(
      after.statements.map(\.surname)
        == before.statements.map { $0.surname.map { swapped[$0] ?? $0 } })
    #expect(
      after.statements.map(\.speakerName)
        == before.statements.map {
          switch $0.speakerName {
          case "石和 誠": "小淵 誠"
          case "小淵 あかね": "石和 あかね"
          default: $0.speakerName
          }
        })
    #expect(after.statements.map(\.agenda) == before.statements.map(\.agenda))
    #expect(after.statements.map(\.kind) == before.statements.map(\.kind))
  }

  @Test func speakersNeverBorrowWords() throws {
    // whatever the shape of the labels: no words of one turn stand in another
    for item in BodyCase.all {
      let record = try record(String(contentsOf: item.url, encoding: .utf8))
      var end = 0
      for statement in record.statements {
        for segment in statement.source {
          #expect(segment.span.from >= end, "\(item.testDescription) #\(statement.order)")
          end = segment.span.to
        }
      }
    }
  }
}
