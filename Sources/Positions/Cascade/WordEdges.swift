import JapaneseText

/// Moves the ends of a stretch to where words begin and end, so that nothing is shown cut.
enum WordEdges {
  /// A cue as a reader expects it: particles off its front, the stem of its verb before its ending,
  /// and its ending to the last kana.
  static func cue(_ span: TextSpan, in text: Scalars, within clause: TextSpan) -> TextSpan {
    guard clause.count > 1 else { return span }
    let to = ending(of: span.to, in: text, to: clause.to)
    var from = min(span.from, to)
    if from == to { return TextSpan(stem(before: from, in: text, from: clause.from), to) }
    while to - from > 2, dropped.contains(text[from]), !isPronoun(text, from, clause.from) {
      if text[from] == "も", text[from + 1] == "の" { break }
      if text[from] == "の", !text.starts(asIf, at: from + 1) { break }
      if text[from] == "と", to - from < 4 { break }
      from += 1
    }
    if isPronoun(text, from, clause.from) { return TextSpan(from - 1, to) }
    if to - from == 1, text[from] == "か" {
      return TextSpan(stem(before: from, in: text, from: clause.from), to)
    }
    if leans(text, from, clause.from) { from = stem(before: from, in: text, from: clause.from) }
    if from > clause.from, text[from].isKanji, "おご御".unicodeScalars.contains(text[from - 1]) {
      from -= 1
    }
    return TextSpan(from, to)
  }

  /// Where the inflected word ends that `offset` may cut: 「いただい|た」.
  static func ending(of offset: Int, in text: Scalars, to limit: Int) -> Int {
    var end = offset
    guard end > 0, end < limit else { return end }
    if text[end - 1].isKanji || text[end - 1].isKatakana {
      for word in verbal where end + word.count <= limit && text.starts(word, at: end) {
        return end + word.count
      }
      return end
    }
    var steps = 0
    while end < limit, steps < 4, text[end - 1].isHiragana {
      guard let word = continuations.first(where: { text.starts($0, at: end) }),
        end + word.count <= limit, follows(word, text, end)
      else { break }
      end += word.count
      steps += 1
    }
    return end
  }

  /// Which stems an ending may follow.
  private static func follows(_ word: Scalars, _ text: Scalars, _ end: Int) -> Bool {
    let before = text[end - 1]
    if before == "ま" { return word[0] == "し" || word[0] == "す" || word[0] == "せ" }
    switch word[0] {
    case "た", "て": return "いきしちにびみりえけげせてねべめれっぎ".unicodeScalars.contains(before)
    case "だ", "で": return before == "ん"
    case "ま": return "いきぎしちにびみりえけげせてねべめれでじ".unicodeScalars.contains(before)
    case "な", "ず": return "わかがさたなばまらしえけげせてねべめれ".unicodeScalars.contains(before)
    case "る", "ら": return "えけげせてねべめれいきみり".unicodeScalars.contains(before)
    case "れ": return "わかがさたなばまら".unicodeScalars.contains(before)
    case "う": return "おこごそとのぼもろよ".unicodeScalars.contains(before)
    default: return false
    }
  }

  /// Whether the scalar at `from` belongs to the word before it.
  private static func leans(_ text: Scalars, _ from: Int, _ start: Int) -> Bool {
    guard from > start else { return false }
    let before = text[from - 1]
    guard before.isHiragana || before.isKanji || before.isKatakana else { return false }
    switch text[from] {
    case "て", "せ", "れ", "る", "た", "ば", "っ", "ん", "ー", "ゃ", "ゅ", "ょ", "く", "け", "り", "ら", "つ":
      return true
    case "で": return before == "ん"
    case "し", "さ", "す": return before.isKanji || before.isKatakana
    case "な": return from + 1 < text.count && "いくかけき".unicodeScalars.contains(text[from + 1])
    default: return false
    }
  }

  /// Back over the kana of a verb and the kanji on which they stand.
  private static func stem(before offset: Int, in text: Scalars, from start: Int) -> Int {
    var from = offset
    while from > start, offset - from < 8, text[from - 1].isHiragana, text[from - 1] != "を" {
      from -= 1
    }
    let kana = from
    while from > start, kana - from < 16, text[from - 1].isKanji || text[from - 1].isKatakana {
      from -= 1
    }
    return from
  }

  /// 「ど|の」「ほ|か」.
  private static func isPronoun(_ text: Scalars, _ from: Int, _ start: Int) -> Bool {
    guard from > start else { return false }
    switch text[from] {
    case "の": return "どこそあ".unicodeScalars.contains(text[from - 1])
    case "か": return text[from - 1] == "ほ"
    default: return false
    }
  }

  /// A clause without the particles and connectives that were left at its front.
  static func front(_ span: TextSpan, in text: Scalars) -> TextSpan {
    var from = span.from
    var again = true
    while again, from < span.to {
      again = false
      for lead in leads where span.to - from > lead.count && text.starts(lead, at: from) {
        from += lead.count
        again = true
      }
    }
    return TextSpan(from, span.to)
  }

  private static let asIf = fold("ような")
  private static let dropped: Set<Unicode.Scalar> = ["を", "が", "は", "も", "に", "と", "の"]
  private static let verbal = [
    "しておりました", "しております", "している", "していた", "いたしております", "いたしました", "いたします", "しました", "します", "した", "する",
    "されます", "される", "された", "できません", "できない", "できる",
  ].map(fold)
  private static let continuations = [
    "ておりました", "ております", "ていました", "ています", "ていた", "ている", "ておる", "てございます", "ておられる", "てしまう",
    "でおります", "でいます", "でいる", "ませんでした", "ません", "ました", "まして", "ます", "ましょう", "なかった", "なければ",
    "ない", "られる", "られた", "られます", "れました", "れます", "れる", "れた", "れて", "たい", "た", "て", "だ", "る", "ず", "う",
    "した", "して", "す", "せん",
  ].map(fold)
  private static let leads = [
    "、", ",", "。", "が、", "けれども", "けれど", "けども", "けど", "ので", "のですが", "ところですが", "ところ、", "わけですが",
    "んですが", "んですけれども", "ですが、", "であるが、", "ますが、", "し、", "て、", "というふうに", "から、", "は、", "も、",
  ].map(fold)
}
