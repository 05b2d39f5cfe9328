import Deliberation
import Foundation
import JapaneseText
import Minutes
import Testing

/// Mutated fixtures: whatever comes in, no crash, and what comes out keeps to its rules.
@Suite struct BodyFuzzTests {
  /// A small generator with a fixed seed (xorshift64*).
  private struct Dice {
    var state: UInt64

    mutating func roll(_ bound: Int) -> Int {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return Int((state &* 2_685_821_657_736_338_717) >> 33) % max(1, bound)
    }
  }

  private static let snippets = [
    "○", "【", "】", "（", "）", "\n", "\n\n", "　", "「", "」", "①", "(1)", "第１", "議題１", "以上", "（以上）",
    "。", "、", "#",
    "- ", "・", "委員", "部会長 ", "：", "午前10時開会", "――――", "\u{0C}", "a", "9", "𠮷", "Q ", "A ",
    "について説明があった。",
  ].map(\.scalars)

  @Test(arguments: 1...30)
  func mutations(_ seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    for item in BodyCase.all {
      var scalars = try String(contentsOf: item.url, encoding: .utf8).scalars
      for _ in 0..<(1 + dice.roll(24)) {
        let place = dice.roll(scalars.count)
        switch dice.roll(4) {
        case 0: scalars.insert(contentsOf: Self.snippets[dice.roll(Self.snippets.count)], at: place)
        case 1:
          let end = min(scalars.count, place + dice.roll(12))
          scalars.removeSubrange(place..<end)
        case 2 where place < scalars.count:
          scalars[place] = scalars[dice.roll(scalars.count)]
        default:
          let end = min(scalars.count, place + dice.roll(60))
          let part = Array(scalars[place..<end])
          scalars.insert(contentsOf: part, at: dice.roll(scalars.count))
        }
      }
      let lines = TextLines.cut(scalars)
      let source = SourceText(reader: "fuzz/1", scalars: scalars, lines: lines)
      do throws(ReadError) {
        for record in try Parser.records(in: source, file: "f", sha256: "0") {
          try? checkIntegrity(record, source)
        }
      } catch {
        // a mutation may leave no minutes
      }
    }
  }

  @Test func longLinesAndEmptyTexts() throws {
    for text in [
      "", "\n", "○", String(repeating: "○", count: 20_000), String(repeating: "（", count: 20_000),
      String(repeating: "○委員　", count: 5_000), String(repeating: "1 ", count: 20_000),
    ] {
      let scalars = text.scalars
      let source = SourceText(reader: "fuzz/1", scalars: scalars, lines: TextLines.cut(scalars))
      _ = try? Parser.records(in: source, file: "f", sha256: "0")
    }
  }
}

/// Cuts a text at its line ends, as a reader does.
enum TextLines {
  static func cut(_ scalars: Scalars) -> [SourceLine] {
    var lines: [SourceLine] = []
    var start = 0
    for offset in scalars.indices where scalars[offset].isLineEnd {
      lines.append(SourceLine(span: TextSpan(start, offset), number: lines.count + 1))
      start = offset + 1
    }
    lines.append(SourceLine(span: TextSpan(start, scalars.count), number: lines.count + 1))
    return lines
  }
}
