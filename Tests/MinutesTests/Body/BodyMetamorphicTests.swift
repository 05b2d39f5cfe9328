import Deliberation
import Foundation
import JapaneseText
import Minutes
import Testing

/// Changes that must change the record exactly as they should and in nothing else.
@Suite struct BodyMetamorphicTests {
  private static func sample(_ name: String) throws -> String {
    try String(contentsOf: BodyCase.folder.appending(path: name), encoding: .utf8)
  }

  private func record(_ text: String) throws -> Record { try #require(try parsed(text).first) }

  @Test func pageBreaksInsideWords() throws {
    let text = try Self.sample("named-summary.txt")
    let before = try record(text)
    for word in ["漁業者との調整", "届出対象の拡大に賛成", "全体として異論"] {
      for cut in 2...4 {
        let broken = text.replacingOccurrences(
          of: word, with: "\(word.prefix(cut))\n\n\(word.dropFirst(cut))")
        let after = try record(broken)
        #expect(after.statements.map(\.text) == before.statements.map(\.text))
        #expect(after.statements.map(\.agenda) == before.statements.map(\.agenda))
        #expect(after.statements.map(\.speakerName) == before.statements.map(\.speakerName))
        #expect(after.statements.map(\.paragraphs) == before.statements.map(\.paragraphs))
      }
    }
  }

  @Test func widthsOfMarksAndBrackets() throws {
    let text = try Self.sample("named-summary.txt")
    let before = try record(text)
    let swaps = [("(1)", "（１）"), ("(2)", "（２）"), ("（澪）", "(澪)"), ("（潮見課長補佐代読）", "(潮見課長補佐代読)")]
    var changed = text
    for (from, to) in swaps { changed = changed.replacingOccurrences(of: from, with: to) }
    let after = try record(changed)
    #expect(after.statements.map(\.text) == before.statements.map(\.text))
    #expect(after.statements.map(\.agenda) == before.statements.map(\.agenda))
    #expect(after.statements.map(\.speakerName) == before.statements.map(\.speakerName))
    #expect(after.statements.map(\.readByName) == before.statements.map(\.readByName))
  }

  @Test(arguments: ["○", "◯", "〇", "◎", "●", "◆"])
  func lookAlikeMarks(_ mark: String) throws {
    let text = try Self.sample("chair-moves.txt")
    let before = try record(text)
    let after = try record(text.replacingOccurrences(of: "\n○", with: "\n\(mark)"))
    #expect(after.statements.map(\.label) == before.statements.map(\.label))
    #expect(after.statements.map(\.text) == before.statements.map(\.text))
    #expect(after.statements.map(\.agenda) == before.statements.map(\.agenda))
  }

  @Test func letterSpacedLabels() throws {
    let text = try Self.sample("assembly.txt")
    let before = try record(text)
    let after = try record(
      text.replacingOccurrences(of: "○議長（朝霧太一君）", with: "○議 長 （ 朝 霧 太 一 君 ）"))
    #expect(after.statements.map(\.text) == before.statements.map(\.text))
    #expect(after.statements.map(\.label) == before.statements.map(\.label))
    #expect(after.statements.map(\.agenda) == before.statements.map(\.agenda))
  }

  @Test func circledItemsRenumbered() throws {
    let text = try Self.sample("named-summary.txt")
    let before = try record(text)
    let after = try record(
      text.replacingOccurrences(of: "「① ", with: "「ア ").replacingOccurrences(of: "「②", with: "「イ　")
        .replacingOccurrences(of: "「③", with: "「ウ　"))
    #expect(after.agenda.flattened.map(\.path) == before.agenda.flattened.map(\.path))
    #expect(after.agenda.flattened.map(\.title) == before.agenda.flattened.map(\.title))
    #expect(after.statements.map(\.agenda) == before.statements.map(\.agenda))
  }

  @Test func surnamesSwapped() throws {
    let text = try Self.sample("verbatim-bare.txt")
    let before = try record(text)
    let after = try record(text.replacingOccurrences(of: "若葉", with: "千歳"))
    #expect(after.statements.map(\.order) == before.statements.map(\.order))
    #expect(
      after.statements.map { $0.surname ?? "" }
        == before.statements.map { $0.surname == "若葉" ? "千歳" : $0.surname ?? "" })
    #expect(after.statements.map(\.kind) == before.statements.map(\.kind))
  }

  @Test func namesakesStayOpen() throws {
    let text = try Self.sample("named-summary.txt")
    let after = try record(text.replacingOccurrences(of: "田中 澪", with: "田辺 澪"))
    #expect(after.statements[3].speakerName == "田中 洋")
    #expect(after.statements[4].speakerName == nil)
  }
}
