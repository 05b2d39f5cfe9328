import JapaneseText

extension Endings {
  /// Belief, hearsay, words put into a mouth.
  static let beliefs: [Entry] = [
    Entry(words: ["思う", "おもう"], inflection: .godan, prefixes: quotes, features: [.thought]),
    Entry(
      words: ["考える", "存じる", "感じる", "感ずる", "考ええる", "捉える", "見る"], inflection: .ichidan,
      prefixes: quotes, features: [.thought]),
    Entry(
      words: ["存じます", "存じており", "存じ上げます", "存ずる", "拝察します", "思料する", "考え", "思い"], inflection: .noun,
      prefixes: quotes, features: [.thought]),
    Entry(
      words: [
        "気がする", "気がします", "気がして", "気がいたします", "気がした", "気もする", "気もします", "気がしまして", "気はする", "気はします",
        "気はしております", "気はしている",
      ],
      inflection: .noun, prefixes: ["ような", "という", "そういう", "", "そんな"], features: [.thought]),
    Entry(
      words: [
        "印象を持つ", "印象を持って", "印象を持った", "印象は持って", "印象等は持って", "印象等を持って", "印象を持ちまし",
        "印象を持ちます", "印象が残って", "ことが印象に残って", "ことが印象に残りました", "ことが印象的です", "ことが印象的でした", "印象を受ける",
        "印象を受けた", "印象です", "印象である", "印象でございます", "印象", "感触",
        "感触を持つ", "感触を持って", "感じを持つ", "感じを持って",
        "感じがする", "感じがします", "感じがして", "感じです", "感じ", "感想です", "感想", "感想でございます", "気持ちです", "気持ちがあります",
      ], inflection: .noun, prefixes: ["という", "といった", "ような", "との", "な", "の"],
      features: [.thought]),
    Entry(
      words: ["認識", "理解", "解釈"], inflection: .suru,
      prefixes: ["と", "ものと", "ことと", "というふうに", "ように", "と私は", "ふうに", "というように"],
      features: [.recognised]),
    Entry(
      words: ["考えられる"], inflection: .ichidan, prefixes: ["と", "とも", "のではないかと"],
      features: [.thought]),
    Entry(
      words: [
        "言わざるを得ない", "言わざるを得ません", "言わざるをえない", "いわざるを得ない", "しか言いようがない", "しか言えない", "しか言えません",
        "考えざるを得ない", "考えざるを得ません", "思わざるを得ない", "思わざるを得ません", "断ぜざるを得ない", "断ぜざるを得ません",
        "指摘せざるを得ない", "指摘せざるを得ません",
      ], inflection: .noun, prefixes: ["と", "とは", "というふうに"], features: [.thought]),
    // 「…していただきたいというのが切実な希望です」 sums up what the speaker wants.
    Entry(
      words: ["希望", "お願い", "願い", "要望", "要請", "思い", "考え", "気持ち", "意見", "本音"], inflection: .noun,
      prefixes: ["", "私の", "切実な", "率直な", "我々の", "私どもの", "一番の", "正直な"].flatMap { word in
        ["というのが", "ということが", "というのは"].map { $0 + word }
      }, features: [.thought], bound: true),
    // 「…という議論です」「…という声が強い」: told of others.
    Entry(
      words: [
        "議論", "話", "お話", "見方", "声", "論調", "主張", "報道", "記事", "評判", "うわさ", "噂", "言説", "主張なの", "議論なの",
      ], inflection: .noun, prefixes: ["という", "といった", "との", "というような", "といったような"],
      features: [.hearsay], bound: true),
    Entry(words: ["受け止める"], inflection: .ichidan, prefixes: quotes, features: [.recognised]),
    // 「…という趣旨であったと思われる」: what somebody meant.
    Entry(
      words: [
        "趣旨だった", "趣旨であった", "趣旨でした", "趣旨でございました", "趣旨かと", "趣旨だ", "趣旨だと理解", "ご趣旨", "御趣旨", "ご説明",
        "御説明", "お考え", "ご発想", "ご認識", "御認識", "ご判断", "御判断", "ご方針", "問題提起", "お立場", "姿勢",
      ], inflection: .noun, prefixes: ["という", "との", "といった", "というような"], features: [.hearsay],
      bound: true),
    // 「…といったことが示されている」「…と書いてある」: a paper says so.
    Entry(
      words: [
        "示される", "書かれる", "記載される", "記述される", "明記される", "うたわれる", "規定される", "報告される", "紹介される", "説明される",
        "整理される", "提言される", "定められる", "記される", "結論づけられる",
      ], inflection: .ichidan,
      prefixes: ["と", "ということが", "といったことが", "というふうに", "ということも", "旨が", "旨", "というのが", "ように"],
      features: [.hearsay]),
    Entry(
      words: [
        "書いてある", "書いてあります", "書いてあって", "書いてあり", "書いてございます", "書いており", "記載がある", "記載があります", "記述がある",
        "記述があります", "書いてあった", "書いてありました", "書いてあるので", "書いてありまして",
      ], inflection: .noun,
      prefixes: ["と", "ということが", "といったことが", "というふうに", "ということも", "旨が", "旨の", "との", "という"],
      features: [.hearsay]),
    Entry(words: ["承知", "仄聞"], inflection: .suru, prefixes: quotes, features: [.hearsay]),
    Entry(words: ["聞く"], inflection: .godan, prefixes: quotes, features: [.hearsay]),
    Entry(words: ["伺う", "うかがう"], inflection: .godan, prefixes: quotes, features: [.hearsay]),
    Entry(
      words: ["とのこと", "との由", "だそうです", "だそうだ", "るそうです", "たそうです", "と言われる", "といわれる", "とされる"],
      inflection: .noun, features: [.hearsay]),
    Entry(
      words: ["言われる", "いわれる", "される"], inflection: .ichidan, prefixes: ["と", "とも", "とは"],
      features: [.hearsay]),
    Entry(
      words: ["おっしゃる", "仰る", "言う", "いう", "話す"], inflection: .godan, prefixes: quotes,
      features: [.said]),
    Entry(
      words: ["おっしゃいます", "おっしゃいました", "おっしゃっています"], inflection: .noun, prefixes: quotes,
      features: [.said]),
    Entry(
      words: ["述べる", "仰せられる", "訴える", "唱える", "答える", "言われる"], inflection: .ichidan, prefixes: quotes,
      features: [.said]),
    Entry(words: ["語る", "説く"], inflection: .godan, prefixes: quotes, features: [.said]),
    Entry(
      words: [
        "指摘", "発言", "主張", "要望", "提案", "コメント", "説明", "答弁", "回答", "表明", "強調", "反論", "批判", "断言", "宣言",
        "報告", "報道", "証言",
      ], inflection: .suru, prefixes: quotes,
      features: [.said]),
    // 「…というふうな整理をされております」: a conclusion that somebody drew.
    Entry(
      words: ["される", "なされる"], inflection: .ichidan,
      prefixes: ["整理", "結論", "判断", "決定", "決議", "提言", "声明", "回答", "見解", "指摘"].flatMap { noun in
        ["という", "との", "というふうな", "というような", "といった", "旨の"].map { $0 + noun + "を" }
      }, features: [.said]),
  ]
}
