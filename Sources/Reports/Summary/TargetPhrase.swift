package import JapaneseText

/// Whether the words found for a target can be printed beside a stance: only a noun phrase that
/// stands whole in the statement tells a reader what the stance is about.
///
/// Words cut inside (`参考にするこ`), adverbs (`全体` of 全体として), clauses (`…を踏まえる`) and bare
/// demonstratives (`これ`) are left out: the quotation says what they are about.
package enum TargetPhrase {
  /// The phrase to print, which is `target` or what stands behind its について.
  ///
  /// - Parameters:
  ///   - target: The words found.
  ///   - text: The statement in which they may stand.
  /// - Returns: The phrase; nil where the words are none.
  package static func shown(_ target: String, in text: Scalars) -> String? {
    var words = target.scalars
    while let first = words.first, first.isSpace || leading.contains(first) { words.removeFirst() }
    while words.last?.isSpace == true { words.removeLast() }
    for topic in topics {
      guard let offset = words.firstOffset(of: topic) else { continue }
      let rest = Array(words[(offset + topic.count)...].drop { $0.isSpace })
      guard !rest.isEmpty, rest[0] != "の" else { continue }
      words = rest
    }
    guard isNounPhrase(words), isWhole(words, in: text) else { return nil }
    return String(words)
  }

  /// Beyond this the target says the quotation again.
  private static let longest = 44

  private static func isNounPhrase(_ words: Scalars) -> Bool {
    guard words.count > 1, words.count <= longest, isBalanced(words), endsAsNoun(words) else {
      return false
    }
    if pointing.contains(where: { words.starts($0, at: 0) }),
      !words.starts("これまでの".scalars, at: 0)
    {
      return false
    }
    if bare.contains(words) { return false }
    for adverb in adverbs where words.starts(adverb, at: 0) {
      guard words.count > adverb.count, words[adverb.count] == "の" else { return false }
    }
    return Bunsetsu.of(words).isOnePhrase
  }

  /// Whether the phrase ends as nouns do: in kanji, katakana, letters, digits or a bracket, or in one
  /// of the endings of nouns in hiragana.
  private static func endsAsNoun(_ words: Scalars) -> Bool {
    guard let last = words.last else { return false }
    guard last.isHiragana else { return !"、。，．・,.？！?!:：「『（(".unicodeScalars.contains(last) }
    return nounEndings.contains { ending in
      words.count > ending.count && words.starts(ending, at: words.count - ending.count)
    }
  }

  /// Whether the phrase is not cut out of a longer word or an adverb of the statement; words that do
  /// not stand in the statement (a title of the agenda) are whole.
  private static func isWhole(_ words: Scalars, in text: Scalars) -> Bool {
    let places = text.offsets(of: words)
    return places.isEmpty
      || places.contains { place in
        !isCut(before: place, text) && !continues(at: place + words.count, of: words, text)
      }
  }

  private static func isCut(before place: Int, _ text: Scalars) -> Bool {
    guard place > 0 else { return false }
    let pair = (text[place - 1], text[place])
    return pair.0.isKanji && pair.1.isKanji || pair.0.isKatakana && pair.1.isKatakana
  }

  /// Whether what follows makes the last word of the phrase another word: okurigana, the rest of a
  /// compound, or として.
  private static func continues(at end: Int, of words: Scalars, _ text: Scalars) -> Bool {
    guard end < text.count, let last = words.last else { return false }
    let next = text[end]
    if last.isKanji && next.isKanji || last.isKatakana && next.isKatakana { return true }
    if adverbial.contains(where: { text.starts($0, at: end) }) { return true }
    return last.isKanji && next.isHiragana && !particles.contains(next)
  }

  private static func isBalanced(_ words: Scalars) -> Bool {
    var depth = 0
    for scalar in words {
      if openers.contains(scalar) { depth += 1 }
      if closers.contains(scalar) { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  private static let leading = Set("、，,・ 　①②③④⑤⑥⑦⑧⑨⑩".unicodeScalars)
  private static let openers = Set("「『（(〈《【［[".unicodeScalars)
  private static let closers = Set("」』）)〉》】］]".unicodeScalars)
  /// What may follow a noun in kanji; し, さ and す as in 検討する.
  private static let particles = Set("はがをにでともやのへかなだとしさすできじいよまのこ、".unicodeScalars)
    .subtracting("いきじ".unicodeScalars)
  private static let topics = ["については", "に関しては", "に対しては", "について", "におかれましては"]
    .map(\.scalars)
  private static let adverbial = ["として", "により", "によって", "に伴", "に基づ", "を踏まえ", "を通じ"]
    .map(\.scalars)
  /// Words that point elsewhere and end the matter there.
  private static let pointing = [
    "これ", "それ", "あれ", "ここ", "そこ", "こちら", "そちら", "こういう", "そういう", "こうい", "そうい",
    "もし", "という", "といった", "ということ", "なら", "とか",
  ].map(\.scalars)
  private static let bare: Set<Scalars> = Set(
    [
      "この点", "その点", "この辺り", "この辺", "その辺", "その辺り", "このこと", "そのこと", "この部分",
      "その部分", "御指摘", "ご指摘", "その他", "全体", "意味", "文章", "検討", "私", "我々", "この意味",
      "その意味", "次", "気", "これら", "ご検討", "御検討", "そのもの", "その方", "この方", "その時",
    ].map(\.scalars))
  private static let adverbs = [
    "今後", "引き続き", "特に", "やはり", "やっぱり", "例えば", "まず", "次に", "また", "一方", "何も",
    "もう", "さらに", "更に", "是非", "ぜひ", "基本的に", "全体的に", "少し", "ちょっと", "大変", "非常に",
    "本当に", "もちろん", "多分", "別に", "たしか", "確か", "なるべく", "できるだけ", "できれば", "むしろ",
    "あるいは", "または", "念のため", "かえって", "ここは", "そこは", "私は", "私も", "第１に", "第２に",
  ].map(\.scalars)
  private static let nounEndings = [
    "こと", "もの", "ところ", "あり方", "ばらつき", "つながり", "見直し", "見通し", "取組み", "取り組み",
    "仕組み", "枠組み", "扱い", "違い", "考え", "答え", "流れ", "遅れ", "恐れ", "おそれ", "手続き", "働き",
    "動き", "続き", "進め", "まとめ", "取りまとめ", "とりまとめ", "すり合わせ", "組み合わせ", "問い合わせ",
    "引き上げ", "引き下げ", "引上げ", "引下げ", "積み上げ", "立ち上げ", "切り替え", "植え替え", "建て替え",
    "受け入れ", "振り返り", "繰り返し", "裏付け", "位置付け", "位置づけ", "義務付け", "義務づけ", "呼びかけ",
    "働きかけ", "度合い", "割合い", "話し合い", "支払い", "狙い", "ねらい", "思い", "願い", "疑い", "くくり",
    "やり方", "書きぶり", "偏り", "広がり", "関わり", "かかわり", "高まり", "在り方", "きっかけ", "一人歩き", "独り歩き",
  ].map(\.scalars)
}
