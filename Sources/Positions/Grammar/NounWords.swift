import JapaneseText

/// Words sought by their end, in the folded form.
struct WordEnds: Sendable {
  private var byLast: [Unicode.Scalar: [Scalars]] = [:]

  init(_ words: [String]) {
    for word in words.map(fold) {
      if let last = word.last { byLast[last, default: []].append(word) }
    }
    for last in byLast.keys { byLast[last]?.sort { $0.count > $1.count } }
  }

  /// Where the longest word begins that ends at `end`; nil where none does.
  func match(in text: Scalars, endingAt end: Int, from: Int) -> Int? {
    guard end > from, let words = byLast[text[end - 1]] else { return nil }
    for word in words where end - word.count >= from && text.starts(word, at: end - word.count) {
      return end - word.count
    }
    return nil
  }
}

/// Words sought by their beginning, in the folded form.
struct WordStarts: Sendable {
  private var byFirst: [Unicode.Scalar: [Scalars]] = [:]

  init(_ words: [String]) {
    for word in words.map(fold) {
      if let first = word.first { byFirst[first, default: []].append(word) }
    }
  }

  func starts(in text: Scalars, at offset: Int) -> Bool {
    guard offset < text.count, let words = byFirst[text[offset]] else { return false }
    return words.contains { text.starts($0, at: offset) }
  }
}

extension NounPhrase {
  static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
    "」": "「", "』": "『", ")": "(", "〕": "〔", "]": "[", "】": "【",
  ]
  static let openers: Set<Unicode.Scalar> = ["「", "『", "(", "〔", "[", "【"]

  /// Marks that belong to a list, not to the phrase.
  static let loose: Set<Unicode.Scalar> = Set(
    "①②③④⑤⑥⑦⑧⑨⑩・.-/々".unicodeScalars)

  /// What no phrase begins with.
  static let unfit: Set<Unicode.Scalar> = Set(
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮーんをがはにでともへやの、。,・".unicodeScalars)

  /// What no relative clause begins with.
  static let unopened = WordStarts(["あり", "ある", "ない", "なく", "よ", "ね", "か", "し", "っ"])

  /// How a verb or an adjective ends before the noun that it modifies.
  static let attributive: Set<Unicode.Scalar> = Set("るたいうくすぐむぶつぬなだ".unicodeScalars)

  /// The kana in which the stem of a verb ends that serves as a noun.
  static let nominalStems: Set<Unicode.Scalar> = Set("みりげけしれえきちめせび".unicodeScalars)

  /// The kana in which the stem of a verb ends before 方.
  static let stems: Set<Unicode.Scalar> = Set("いきぎしちにびみりえけげせてねべめれ".unicodeScalars)

  /// Nouns that mean something only with what stands before them.
  static let formals = WordEnds([
    "こと", "もの", "ところ", "とき", "点", "形", "面", "部分", "方向", "案", "場面", "ため", "意味",
  ])

  /// Nouns that end in kana, or hold kana between kanji.
  static let words = WordEnds([
    "こと", "もの", "ところ", "とき", "考え", "思い", "願い", "問い", "違い", "狙い", "ねらい", "扱い", "取り扱い",
    "取扱い", "争い", "払い", "支払い", "住まい", "話し合い", "話合い", "見合い", "ふれあい", "触れ合い", "取り組み", "取組み",
    "仕組み", "枠組み", "見込み", "申し込み", "申込み", "読み込み", "取り込み", "踏み込み", "試み", "歩み", "望み", "悩み",
    "痛み", "強み", "弱み", "重み", "厚み", "好み", "読み", "ごみ", "見直し", "見通し", "取り消し", "取消し", "掘り起こし",
    "後押し", "立て直し", "暮らし", "くらし", "兆し", "引き上げ", "引上げ", "引き下げ", "引下げ", "値上げ", "値下げ", "立ち上げ",
    "取り下げ", "取下げ", "売り上げ", "売上げ", "底上げ", "嵩上げ", "かさ上げ", "位置付け", "位置づけ", "裏付け", "義務付け",
    "義務づけ", "切り分け", "区分け", "仕分け", "受け付け", "受付け", "動機付け", "意味付け", "きっかけ", "呼びかけ", "呼び掛け",
    "働きかけ", "働き掛け", "問いかけ", "受け入れ", "受入れ", "借入れ", "流れ", "遅れ", "漏れ", "ずれ", "恐れ", "おそれ",
    "乱れ", "外れ", "打ち合わせ", "打合せ", "すり合わせ", "擦り合わせ", "組み合わせ", "組合せ", "問い合わせ", "問合せ", "お知らせ",
    "知らせ", "取りまとめ", "とりまとめ", "まとめ", "定め", "取り決め", "勧め", "いじめ", "締め", "手続き", "手引き", "動き",
    "働き", "結び付き", "結びつき", "ばらつき", "気付き", "気づき", "差し引き", "繋がり", "つながり", "広がり", "関わり", "かかわり",
    "偏り", "縛り", "しばり", "やり取り", "やりとり", "見積り", "見積もり", "締め切り", "決まり", "きまり", "辺り", "あたり",
    "高まり", "盛り上がり", "くくり", "まちづくり", "づくり", "作り", "備え", "支え", "答え", "訴え", "構え", "捉え", "子ども",
    "こども", "子どもたち", "人たち", "まち", "みどり", "皆さん", "皆さま", "みんな", "在り方", "あり方", "やり方", "割り当て",
    "割当て", "手当て", "使い道", "受け皿", "担い手", "なり手", "買い物", "書きぶり", "よりどころ", "気持ち", "成り立ち", "立ち位置",
    "難しさ", "大きさ", "高さ", "多さ", "重さ", "長さ", "強さ", "弱さ", "深さ", "低さ", "良さ", "よさ", "厳しさ", "正しさ",
    "しやすさ", "やすさ", "にくさ", "少なさ", "多く", "すべて", "全て", "それぞれ", "われわれ", "戻し", "貸出し", "繰越し", "繰り越し",
    "など", "たち", "メド", "くじ引き", "ひとり", "ゆとり", "つもり", "見え方", "しわ寄せ", "お金", "お客", "お互い", "度合い", "兼ね合い",
    "お考え", "ご意見",
  ])

  /// Particles and phrases between two nouns.
  static let ties = WordEnds([
    "の", "や", "という", "といった", "などの", "における", "に対する", "に関する", "に係る", "にかかる", "に向けた", "に伴う",
    "に基づく", "による", "を含む", "を含めた", "をめぐる", "を通じた", "への", "からの", "との", "での", "までの", "としての",
    "についての", "に関しての", "に対しての", "にとっての", "というような", "といったような", "のための", "または", "あるいは",
    "もしくは", "ないし", "および", "及び", "ならびに", "並びに", "かつ", "というもの", "のような", "についてという",
    "ということについての",
  ])

  /// は that is no topic.
  static let either = WordEnds(["または", "あるいは", "もしくは", "ないしは"])

  /// Words that stand before any noun.
  static let modifiers = WordEnds([
    "この", "その", "あの", "こうした", "そうした", "こういった", "そういった", "こういう", "そういう", "このような", "そのような",
    "同じ", "大きな", "小さな", "様々な", "さまざまな", "いろいろな", "いろんな", "新たな", "さらなる", "更なる", "単なる",
    "いわゆる", "あらゆる", "良い", "よい", "新しい", "大きい", "高い", "低い", "厳しい", "強い", "弱い", "少ない", "正しい",
    "望ましい", "難しい", "重い", "軽い", "長い", "短い", "お", "ご", "わが", "我が", "明らかな", "緩やかな", "確かな", "わずかな",
  ])

  /// Formal nouns whose clause was left behind.
  static let bereft = ["際の", "形での", "程度の", "上での", "中での", "方の", "以上の", "以下の"].map(fold)

  /// What only follows another noun.
  static let suffixes: Set<Unicode.Scalar> = ["的", "性", "化", "等", "側"]

  /// Adverbs that run into the noun behind them.
  static let leads = ["今後", "当然", "結局", "是非", "若干", "多分", "大変", "特に", "つまり", "別に", "例えば", "むしろ"]
    .map(fold)
  static let relativeLeads = [
    "また", "なお", "ただ", "一方で", "そして", "さらに", "それから", "あの", "まあ", "やはり", "やっぱり", "すなわち",
    "そもそも", "例えば", "簡単に言うと", "いずれにせよ", "ですから", "なので", "しかし", "でも", "もちろん", "特に", "ちょっと",
  ].map(fold)

  /// Words in kana that may stand behind a particle.
  static let follow = WordStarts([
    "よく", "やや", "やはり", "やっぱり", "とても", "もう", "あまり", "ほぼ", "おおむね", "かなり", "いささか", "ちょっと", "まだ",
    "ある", "あり", "ない", "なかなか", "どう", "しっかり", "きちんと", "ぜひ", "もっと", "より", "さらに", "いかが", "ございま",
    "おそらく", "それ", "これ", "そう", "こう", "その", "この", "まさに", "とりわけ", "むしろ", "そもそも", "すべて", "いろいろ",
    "どの", "どれ", "なぜ", "ほとんど", "ますます", "いまだ", "わかり", "いい", "よい", "よろし", "おかし", "できない", "できる",
  ])

  /// Phrases that mean nothing as a target.
  static let empty: Set<String> = [
    "全体", "基本的", "今後", "最後", "最初", "次", "以上", "本当", "実際", "一方", "他方", "意味", "場合", "前提", "大体", "一番",
    "こちら", "そちら", "これ", "それ", "ここ", "そこ", "あれ", "どこ", "どれ", "ほか", "一つ", "1つ", "2つ", "二つ", "一定",
    "一部", "多く", "すべて", "全て", "それぞれ", "こと", "もの", "ところ", "とき", "皆さん", "私", "我々", "私ども", "われわれ",
    "大幅", "相当", "非常", "大変", "結構", "十分", "かなり", "当然", "自分", "自分自身", "個人", "今", "現在", "今回", "本日",
    "その後", "今年", "昨年", "来年", "最終的", "結果", "結果的", "その際", "その上", "この際", "その中", "この中", "意外", "先ほど",
    "先程", "直接", "一緒", "一般", "特段", "同時", "早急", "慎重", "積極的", "総合的", "具体的", "全面的", "密接", "その間", "この間",
    "大筋", "大枠", "概ね",
    "個人的", "方", "形", "感じ", "状況", "理由", "上記", "前回", "次回", "いずれ", "なし", "わけ", "完全", "必ず", "一概", "明確",
    "丁寧", "簡潔", "率直", "正直", "個別", "別途", "改め", "1点", "2点", "3点", "一点", "二点", "1点目", "2点目", "3点目",
  ]
}
