import Foundation
import JapaneseText
import Testing

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("ＩＰネットワーク", "ipネットワーク"), ("ｶﾞｲﾄﾞﾗｲﾝ", "ガイドライン"), ("ﾊﾟﾌﾞｺﾒ", "パブコメ"),
    ("か\u{3099}は\u{309A}", "がぱ"), ("⽰⼈⽉⻑⺠", "示人月長民"), ("髙﨑邉邊齋斎齊", "高崎辺辺斉斉斉"),
    ("國會ノ審議", "国会ノ審議"), ("神\u{FA19}", "神神"), ("𠮷野家", "吉野家"), ("葛\u{E0100}飾", "葛飾"),
    ("デ－タ", "データ"), ("サ-バ‐", "サーバー"), ("資料８６－１", "資料86-1"), ("資料86ー1", "資料86-1"),
    ("ー般", "ー般"), ("１０時〜11時～", "10時~11時~"), ("①Ⅰ㈱㎞", "①Ⅰ㈱㎞"), ("人々", "人々"),
    ("内田　構成員", "内田構成員"), ("徹\n\n底", "徹底"), ("IP ネット", "ip ネット"), ("foo  bar\nbaz", "foo bar baz"),
    ("  審議 ", "審議"), ("です。 （笑） 次", "です。(笑)次"), ("です。 (笑) 次", "です。(笑)次"),
    ("D D o S 攻撃", "ddos 攻撃"), ("J C - S T A R制度", "jc-star制度"), ("Ｎ Ｉ Ｓ Ｃ", "nisc"),
    ("plan A B", "plan a b"), ("a b cd", "a b cd"), ("x A B C y", "xabcy"),
    ("AI IoT 5G", "ai iot 5g"),
    ("zero\u{200B}width", "zerowidth"), ("", ""), ("   ", ""), ("10％ を", "10%を"), ("カ ー ド", "カード"),
    ("①　事故", "①事故"), ("○ 部会長", "○部会長"), ("ウ゛ェ", "ウ゛ェ"), ("ｳﾞｪ", "ヴェ"), ("ＡＢＣ－１", "abc-1"),
    ("A1 - B2", "a1 - b2"), ("１ － ２ － ３", "1-2-3"),
  ])
  func folds(text: String, folded: String) {
    #expect(FoldedText(text.scalars).text == folded)
  }

  @Test func blanksAsAsked() {
    let text = "内 田　A B\nC -ー".scalars
    #expect(FoldedText(text, blanks: .dropAll).text == "内田abc-ー")
    #expect(FoldedText(text, blanks: .keep).text == "内 田 a b c -ー")
    #expect(FoldedText(text).text == "内田 abc -ー")
  }

  @Test(arguments: [
    ("第１回ｶﾞｲﾄﾞﾗｲﾝ案", "ガイド", "ｶﾞｲﾄﾞ"), ("目的は徹\n\n底する", "徹底", "徹\n\n底"),
    ("対策は D D o S である", "ddos", "D D o S"), ("渡邉\u{E0101}委員", "渡辺", "渡邉\u{E0101}"),
    ("渡邉\u{E0101}委員", "委員", "委員"), ("内田　構成員", "田", "田"), ("か\u{3099}", "が", "か\u{3099}"),
  ])
  func leadsBack(text: String, query: String, words: String) throws {
    let original = text.scalars
    let folded = FoldedText(original)
    let at = try #require(folded.scalars.firstOffset(of: query.scalars))
    let span = folded.sourceSpan(TextSpan(at, at + query.scalars.count))
    #expect(original.text(span) == words)
  }

  @Test func offsetsOfTheShippedSample() throws {
    let original = try Sample.text().scalars
    for blanks in [FoldedText.Blanks.dropBetweenJapanese, .dropAll, .keep] {
      let folded = FoldedText(original, blanks: blanks)
      expectSoundOffsets(folded, of: original)
    }
    #expect(FoldedText(original).text.contains("ddos"))
  }

  private func expectSoundOffsets(_ folded: FoldedText, of original: Scalars) {
    #expect(folded.offsets.count == folded.scalars.count + 1)
    #expect(folded.offsets.last == original.count)
    #expect(zip(folded.offsets, folded.offsets.dropFirst()).allSatisfy { $0 < $1 })
    let whole = folded.sourceSpan(TextSpan(-5, folded.scalars.count + 5))
    #expect(whole.to <= original.count)
    #expect(folded.sourceSpan(TextSpan(9_999_999, 9_999_999)).isEmpty)
    let step = max(1, folded.scalars.count / 500)
    for index in stride(from: 0, to: folded.scalars.count, by: step)
    where folded.scalars[index] != " " {
      let span = folded.sourceSpan(TextSpan(index, index + 1))
      #expect(FoldedText(Scalars(original[span.range]), blanks: .dropAll).scalars.count == 1)
    }
  }

  /// Texts of signs that meet in every order: what folding may do wrong it does wrong here.
  @Test(arguments: 0..<40)
  func holdsOnRandomTexts(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let signs = Array(
      "aBＣ1２-－ー—~～ 　\n\u{200B}\u{3099}ﾞﾟｶカはハうﾊ内髙邉﨑⽰國。（)、①Ⅰ々㈱𠮷\u{E0100}/".unicodeScalars)
    for _ in 0..<300 {
      let text = (0..<Int(random.next() % 14)).map { _ in
        signs[Int(random.next() % UInt64(signs.count))]
      }
      for blanks in [FoldedText.Blanks.dropBetweenJapanese, .dropAll, .keep] {
        let once = FoldedText(text, blanks: blanks)
        let twice = FoldedText(once.scalars, blanks: blanks)
        #expect(once.scalars == twice.scalars, "\(String(text).debugDescription) \(blanks)")
        #expect(zip(once.offsets, once.offsets.dropFirst()).allSatisfy { $0 < $1 } || text.isEmpty)
        #expect(once.offsets.count == once.scalars.count + 1)
      }
    }
  }

  /// A text contains, folded, whatever part of it is folded alone, if the part is cut where neither
  /// a blank, nor a mark or dash that leans on its neighbour, nor a spaced word is cut through.
  @Test func containmentSurvives() throws {
    let text = try Sample.text().scalars
    let whole = FoldedText(text).text
    var random = SplitMix(state: 86)
    func leans(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isSpace || scalar.isASCII || "ー－―—‐".unicodeScalars.contains(scalar)
    }
    var tried = 0
    while tried < 400 {
      let from = Int(random.next() % UInt64(text.count - 40))
      let to = from + 1 + Int(random.next() % 39)
      if leans(text[from]) || leans(text[to - 1]) || leans(text[to]) { continue }
      let part = FoldedText(Scalars(text[from..<to])).text
      #expect(whole.contains(part))
      tried += 1
    }
  }

  /// Kangxi radicals, compatibility ideographs and width as Foundation's NFKC has them.
  @Test func agreesWithNFKC() {
    let blocks = [
      0x2F00...0x2FD5, 0xF900...0xFAD9, 0xFF01...0xFF5E, 0xFF66...0xFF9D, 0xFF61...0xFF65,
    ]
    for value in blocks.joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)), scalar != "～", scalar != "－" else {
        continue
      }
      let normal = String(scalar).precomposedStringWithCompatibilityMapping
      // Variants come after normalisation; NFKC knows nothing of them.
      let expected = FoldedText(normal.scalars, blanks: .keep).text
      #expect(FoldedText([scalar], blanks: .keep).text == expected, "U+\(String(value, radix: 16))")
      #expect(normal.scalars.count == 1)
    }
  }
}

/// A small reproducible source of numbers (SplitMix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
