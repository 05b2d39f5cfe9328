import Deliberation
import Foundation
import JapaneseText
import Testing

@testable import Positions

/// What no shown stretch begins with.
private let unfit = Set("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョーんを、。」）".unicodeScalars)
/// Stems that want an ending.
private let cut = [
  "いただい", "いただき", "頂い", "示され", "出され", "ございま", "あっ", "なっ", "まし", "ませ", "でし", "という", "との",
]

private func check(_ statement: Statement) {
  let text = statement.text.scalars
  func whole(_ span: TextSpan, _ what: String) {
    let words = text.text(span)
    #expect(!words.isEmpty, "\(what) of \(statement.text.prefix(40))")
    #expect(!(words.unicodeScalars.first.map(unfit.contains) ?? true), "\(what): \(words)")
    let next = span.to < text.count ? text[span.to] : "。"
    let ends = cut.contains { words.hasSuffix($0) } && next.isHiragana
    #expect(!ends, "\(what): \(words)|\(next)")
  }
  for position in statement.positions {
    whole(position.clause, "clause")
    whole(position.cue, "cue")
    guard let target = position.target else { continue }
    #expect(statement.text.contains(target))
    let scalars = target.scalars
    #expect(!(scalars.first.map(unfit.contains) ?? true), "target: \(target)")
    #expect(
      NounPhrase.isHead(fold(target + "を"), endingAt: fold(target).count, from: 0), "\(target)")
    for (open, close) in [("「", "」"), ("（", "）")] {
      #expect(
        target.components(separatedBy: open).count == target.components(separatedBy: close).count)
    }
  }
  for report in statement.reported { whole(report.clause, "report") }
  for promise in statement.undertakings { whole(promise.what, "promise") }
}

@Test(.enabled(if: try GoldRecord.session86() != nil, "../shared is absent"))
func `Nothing of the annotated session is shown cut inside a word`() throws {
  var record = try #require(try GoldRecord.session86()).record
  PositionFinder.derive(&record, lexicon: try GoldRecord.lexicon())
  record.statements.forEach(check)
}

private let bulk = GoldRecord.shared.appending(path: "data/bulk/fsa")

@Test(.enabled(if: FileManager.default.fileExists(atPath: bulk.path), "../shared is absent"))
func `Nothing of verbatim speech is shown cut inside a word`() throws {
  let files = try FileManager.default.contentsOfDirectory(atPath: bulk.path).sorted()
  let samples = stride(from: 0, to: files.count, by: max(1, files.count / 4)).map { files[$0] }
  for file in samples {
    let text = try String(contentsOf: bulk.appending(path: file), encoding: .utf8)
    let turns = text.split(separator: "\n").filter { $0.unicodeScalars.count > 80 }.prefix(60)
    let record = try Council(
      turns.enumerated().map {
        ("西田委員", $0.offset % 4 == 3 ? .official : .member, String($0.element))
      }
    ).derived()
    record.statements.forEach(check)
  }
}

@Test(arguments: [
  ("現行の報告基準には利用実態との乖離がある。", "現行の報告基準"), ("全体として賛同している。", nil),
  ("基本的に賛同いたします。", nil), ("十万人という数字が一人歩きするのは良くない。", "十万人という数字"),
  ("非常に良いと思います。", nil), ("この手引を参考にすることは問題ない。", "この手引を参考にすること"),
  ("昨年示された骨子の方向性には賛成です。", "骨子の方向性"), ("「届出の要件（第二条）」に反対する。", "「届出の要件（第二条）」"),
  ("小さな団体の取り組み方に不安がある。", "小さな団体の取り組み方"),
])
func `A target is a noun phrase or nothing`(_ text: String, _ target: String?) throws {
  #expect(try Council.says(text).positions.first?.target == target)
}

@Test(arguments: [
  ("事務局案の撤回に賛成する。", Stance.oppose, "事務局案"), ("原案の撤回には反対である。", .support, "原案"),
  ("手数料の引下げに賛成する。", .support, "手数料の引下げ"), ("届出の範囲を広げる必要はない。", .oppose, "届出の範囲"),
])
func `Agreement to a withdrawal is against what is withdrawn`(
  _ text: String, _ stance: Stance, _ target: String
) throws {
  let position = try #require(try Council.says(text).positions.first)
  #expect(position.stance == stance)
  #expect(position.target == target)
}

@Test(arguments: [
  "それでは、資料一について御説明させていただきます。", "費用が多くかかってまいります。", "東野委員は遅れて御出席の予定です。",
])
func `What is done at once or happens by itself is no promise`(_ text: String) throws {
  #expect(try Council.says(text, .official).undertakings.isEmpty)
}

@Test func `What is told over several sentences is nobody's own`() throws {
  let told = try Council.says(
    "委員より、一、この条例に賛成である。二、負担が心配である。この案には反対であるとの意見がありました。", .chair)
  #expect(told.stances.isEmpty)
  #expect(told.reported.map(\.stance).contains(.support))
}
