import Deliberation
import JapaneseText

/// Where the chair's words go to another item (それでは議題２に移ります, 日程第３…を議題といたします).
struct ChairMove: Hashable {
  var number: Int
  var word: String
  /// All the numbers of the day that the sentence takes up, where it names 日程.
  var days: [Int] = []
  /// The number counts papers (議案第３号), not items.
  var isOfPaper = false

  private static let moves = [
    "移り", "移ら", "入り", "入ら", "進み", "進め", "進ま", "議題とい", "議題とし", "議題に供", "付議", "始め", "上程",
    "お願い", "説明", "報告", "指名を行", "決定を", "に供し", "行います", "行いたい", "取り上げ", "参り", "まいり",
    "についてです", "についてでござい", "についてであり", "御審議", "ご審議", "御議論", "ご議論", "御意見", "ご意見", "件でございます", "許し",
    "諮り", "異議ありませんか",
  ].map(\.scalars)
  /// A bill that is referred to a committee is not taken up.
  private static let referral = "付託".scalars
  private static let refusals = [
    "終わりました", "終了しました", "終了いたしました", "終わりまして", "終わります", "終了します", "先ほど", "ありがとうございました",
    "前回", "後ほど", "のちほど", "次回", "でしたが", "ましたけれど", "質問", "関連して", "繰り返",
  ].map(\.scalars)

  /// Whether a sentence looks back or ahead, or speaks of a question: 一般質問 is a matter itself.
  private static func refuses(_ words: Scalars) -> Bool {
    refusals.contains { refusal in
      guard let at = words.firstOffset(of: refusal) else { return false }
      return at == 0 || refusal != question || !"般表急人括団".unicodeScalars.contains(words[at - 1])
    }
  }

  private static let question = "質問".scalars

  /// The moves in a text, the last first, where their sentences say so; sentences by their spans.
  static func all(in scalars: Scalars, sentences: [TextSpan]) -> [ChairMove] {
    sentences.reversed().compactMap { $0.count <= 200 ? read(scalars, $0) : nil }
  }

  private static func read(_ scalars: Scalars, _ sentence: TextSpan) -> ChairMove? {
    var offset = sentence.from
    var found: (ChairMove, Int)?
    while offset < sentence.to {
      if let word = AgendaMark.words.first(where: { scalars.starts($0, at: offset) }) {
        if let (number, end) = AgendaMark.reference(scalars, offset + word.count, sentence.to) {
          var move = ChairMove(number: number, word: String(word))
          var end = end
          if let list = AgendaMark.counted(scalars, offset, end, sentence.to) {
            move = ChairMove(number: list.number, word: list.word)
            end = list.end
          }
          move.isOfPaper = scalars[end - 1] == "号"
          if found == nil || found?.0.isOfPaper == true && word.count >= 2 && isDay(word) {
            found = (move, end)
          }
        }
        offset = max(offset + word.count, found?.1 ?? 0)
      } else if scalars[offset].digitValue != nil,
        let number = Numerals.number(in: scalars, at: offset)
      {
        offset = number.span.to
        if let word = ordinal(scalars, offset, sentence.to) {
          found = found ?? (ChairMove(number: number.value, word: word), offset)
        }
      } else {
        offset += 1
      }
    }
    guard let (first, end) = found else { return nil }
    var move = first
    if isDay(move.word.scalars), !move.word.hasPrefix("追加") {
      move.days = DayNumbers.sentence(scalars, sentence)
    }
    let rest = Array(scalars[end..<sentence.to])
    let refers = rest.firstOffset(of: referral) != nil
    if introduces(scalars, sentence, from: end, word: move.word) { return move }
    let begins = move.word.hasSuffix("日程") && end - sentence.from <= 12 && !refers
    if begins, sentence.from == 0 { return move }
    guard begins || moves.contains(where: { rest.firstOffset(of: $0) != nil }) else { return nil }
    let whole = Array(scalars[sentence.range])
    guard !refuses(whole) else { return nil }
    return move
  }

  /// `それでは議題２、その他です。`: nothing but the number and the title behind the turn of phrase.
  private static func introduces(
    _ scalars: Scalars, _ sentence: TextSpan, from end: Int, word: String
  ) -> Bool {
    guard end < sentence.to, "、，の　 ".unicodeScalars.contains(scalars[end]),
      sentence.to - end <= 60, end - sentence.from <= 14 + word.unicodeScalars.count,
      starts.contains(where: { scalars.starts($0, at: sentence.from) })
    else { return false }
    return closes.contains { scalars.starts($0, at: sentence.to - $0.count) }
  }

  private static let starts = ["それでは", "では", "次に", "次は", "続いて", "続きまして", "最後に", "最後は", "引き続き"]
    .map(\.scalars)
  private static let closes = ["です。", "でございます。", "になります。", "となります。"].map(\.scalars)

  private static func isDay(_ word: Scalars) -> Bool { String(word).hasSuffix("日程") }

  /// `２番目の議題`, `１つ目の議事` after the number.
  private static func ordinal(_ scalars: Scalars, _ offset: Int, _ end: Int) -> String? {
    for counter in ["番目の", "つ目の", "点目の"].map(\.scalars) where scalars.starts(counter, at: offset) {
      let after = offset + counter.count
      return AgendaMark.words.first { scalars.starts($0, at: after) }.map { String($0) }
    }
    return nil
  }
}

extension ChairMove {
  private static let openings = [
    "議題", "議事", "諮り", "調査を進め", "これより", "質疑に入", "次に", "続き", "それでは", "では、", "まず", "最後に", "初めに",
    "はじめに", "引き続", "ただいまから", "本日は", "続いて", "次は", "異議ありませんか",
  ]
  .map(\.scalars)

  /// The item whose title the chair reads out while going to it, whole or in a form of
  /// `SpokenTitle`.
  static func title(
    in scalars: Scalars, sentences: [TextSpan], titles: [AgendaTree.Title]
  ) -> AgendaPath? {
    for sentence in sentences.reversed() where sentence.count <= 300 {
      let words = Array(scalars[sentence.range])
      guard openings.contains(where: { words.firstOffset(of: $0) != nil }),
        moves.contains(where: { words.firstOffset(of: $0) != nil }),
        !refuses(words)
      else { continue }
      if previews(words) { continue }
      let key = SpokenTitle.folded(words)
      let named = titles.filter { SpokenTitle.stands($0.words, in: key) }
      let longest = named.max { $0.key.count < $1.key.count }
      let others = named.filter { $0.path != longest?.path }
      if let longest, others.allSatisfy({ longest.key.contains($0.key) }) { return longest.path }
    }
    return nil
  }

  /// `本日は、一般質問を、次に、報告１件の聴取を行います`: the order of the day, none of its items.
  private static func previews(_ words: Scalars) -> Bool {
    guard words.firstOffset(of: today) != nil else { return false }
    return previewing.contains { words.firstOffset(of: $0) != nil }
  }

  private static let today = "本日は".scalars
  private static let previewing = ["、次に", "順に", "順番", "の後、", "その後", "続いて", "最後に"].map(\.scalars)

  /// Whether the chair has the administration report, or opens the questions on its reports, without
  /// naming what it reports on.
  static func takesUpReports(_ scalars: Scalars, _ sentences: [TextSpan]) -> Bool {
    sentences.contains { sentence in
      let words = Array(scalars[sentence.range])
      return reports.contains { words.firstOffset(of: $0) != nil } && !refuses(words)
    }
  }

  private static let reports = [
    "報告の申し出があり", "報告の申出があり", "報告事項の聴取を行", "報告事項の説明聴取を行", "報告事項に対する質疑を行", "報告を聴取し", "報告を聴取いた",
    "報告事項を聴取", "報告事項に入り", "報告事項に移り", "報告事項を議題",
  ].map(\.scalars)

  /// Whether the chair goes on to a matter that has a name of its own
  /// (`次に、議事進行係の件についてでありますが`); asked where no item of the agenda bears that name.
  static func leaves(_ scalars: Scalars, _ sentences: [TextSpan]) -> Bool {
    sentences.prefix(2).contains { sentence in
      guard nexts.contains(where: { scalars.starts($0, at: sentence.from) }) else { return false }
      let words = Array(scalars[sentence.range.prefix(90)])
      guard let at = matters.compactMap({ words.firstOffset(of: $0) }).min(), at >= 6 else {
        return false
      }
      return !refuses(words)
    }
  }

  private static let nexts = ["次に、", "続いて、", "最後に、", "次に", "引き続き、"].map(\.scalars)
  private static let matters = [
    "の件についてであり", "の件についてお諮り", "の件についてをお諮り", "の件を議題", "に関する件についてであり", "に関する件についてお諮り", "に関する件を議題",
    "につきお諮りいたします",
  ].map(\.scalars)
}
