import JapaneseText

/// The function words of Japanese clause ends, as data: what follows the word that carries the
/// stance, read from the right.
enum Endings {
  /// A function word, with the particles that may precede it and what it adds.
  struct Entry {
    var words: [String]
    var inflection: Inflection
    var prefixes: [String] = [""]
    var features: Features = []
    var negations = 0
    /// Only behind something else: a particle, a formal noun.
    var bound = false
  }

  /// Puts every surface form into a trie; bound forms need something behind them.
  static func insert(into tails: inout SuffixTrie) {
    for entry in entries + beliefs {
      let endings = entry.words.flatMap { Conjugation.forms(of: $0, entry.inflection) }.map {
        form in
        (
          form.surface.scalars,
          TailEntry(
            features: form.features.union(entry.features),
            negations: form.negations + entry.negations, bound: form.bound || entry.bound, cue: nil)
        )
      }
      tails.insert(
        endings, behind: entry.prefixes.map { SuffixTrie.Head(word: $0.scalars, cue: nil) })
    }
    for form in suggestions {
      tails.insert(
        form.surface.scalars,
        TailEntry(features: form.features, negations: form.negations, bound: form.bound, cue: nil))
    }
  }

  static let quotes = [
    "と", "とは", "とも", "ように", "ようにも", "というふうに", "というふうにも", "というように", "ふうに", "と私は",
    "と強く", "と非常に", "と我々は", "と個人的には", "ということを", "ということは", "ということに", "などと",
    "、そのように", "、このように", "、こういうふうに", "、そういうふうに", "と、そのように", "と、このように",
    "と、こういうふうに", "と、そういうふうに", "なと、こういうふうに", "というふうに私は", "というふうに私ども", "と私どもは",
    "と私自身は", "と、私は", "という具合に", "というぐあいに", "と改めて", "と率直に",
  ]
  private static let cases = ["が", "は", "も", "を", "には", ""]

  private static let entries: [Entry] = [
    // 「…のように思えて仕方がない」: no reluctance, a feeling that does not go away.
    Entry(
      words: [
        "仕方がない", "仕方がありません", "仕方ない", "仕方ありません", "しかたがない", "しょうがない", "しようがない", "なりません",
        "ならない", "なりませんでした",
      ], inflection: .noun,
      prefixes: ["えて", "じて", "えてきて", "で残念で", "くて"], features: [.progressive]),
    Entry(
      words: ["思える", "思えてくる", "見える", "感じられる"], inflection: .ichidan,
      prefixes: ["ように", "ようにも", "と", "かのように", "というふうに"], features: [.thought]),
    // Politeness and copula.
    Entry(words: ["ます"], inflection: .noun, features: [.plain]),
    Entry(words: ["まして"], inflection: .noun),
    Entry(words: ["ました"], inflection: .noun, features: [.past]),
    Entry(words: ["ません"], inflection: .noun, negations: 1),
    Entry(words: ["ませんでした"], inflection: .noun, features: [.past], negations: 1),
    Entry(words: ["ましょう"], inflection: .noun, features: [.volition]),
    Entry(
      words: [
        "だ", "です", "である", "であります", "でございます", "であり", "でして", "でありまして", "でございまして",
        "でございますので", "じゃ", "なん", "なの", "な",
      ], inflection: .noun, features: [.copula]),
    Entry(
      words: ["だった", "でした", "であった", "でありました", "でございました"], inflection: .noun,
      features: [.copula, .past]),
    Entry(
      words: [
        "だろう", "でしょう", "であろう", "でありましょう", "でございましょう", "かもしれない", "かもしれません", "かも知れない",
        "かも知れません", "かもわからない", "かもわかりません", "らしい", "らしいです", "ようだ", "ようです", "ようである",
        "みたいだ", "みたいです", "みたい", "と見られる", "かなと", "かな", "かなあ", "かなという", "かなという気が", "可能性がある",
      ], inflection: .noun, features: [.uncertain]),
    Entry(words: ["ん", "の", "で", "わけ", "わけで", "ところ", "次第", "訳"], inflection: .noun, bound: true),
    Entry(
      words: [
        "こと", "もの", "という", "といった", "っていう", "というような", "といったような", "ような", "そのような", "こういう",
        "そういう", "旨の", "といいますか", "というか", "点", "面", "部分", "方向", "形", "ほう", "方", "一方", "とか",
        "ということ", "というもの", "というの", "というところ", "というわけ", "としても", "から", "ため", "はず",
      ], inflection: .noun, bound: true),
    Entry(words: ["可能性"], inflection: .noun, features: [.uncertain], bound: true),
    Entry(
      words: ["は", "が", "も", "を", "に", "と", "には", "とは", "では", "にも", "でも", "へ", "まで", "とまで"],
      inflection: .noun, bound: true),
    // 「不安でしようがない」: no denial.
    Entry(
      words: ["しようがない", "しょうがない", "たまらない", "ならない", "なりません"], inflection: .noun,
      prefixes: ["で", "くて"], features: [.copula]),
    // Auxiliary verbs behind て.
    Entry(
      words: ["いる", "る", "みる"], inflection: .ichidan, prefixes: ["て", "で"],
      features: [.progressive]),
    Entry(
      words: ["しまう", "おく", "ある"], inflection: .godan, prefixes: ["て", "で"],
      features: [.progressive]),
    Entry(words: ["くる", "来る", "きている", "きております"], inflection: .noun, prefixes: ["て", "で"]),
    Entry(
      words: ["おる", "おります"], inflection: .godan, prefixes: ["て", "で"], features: [.progressive]),
    Entry(words: ["き", "きて", "きます"], inflection: .noun, prefixes: ["て", "で"]),
    Entry(
      words: ["きた", "きました"], inflection: .noun, prefixes: ["て", "で"], features: [.progressive]),
    Entry(
      words: ["いく", "行く", "まいる", "参る"], inflection: .godan, prefixes: ["て", "で"],
      features: [.onward]),
    Entry(
      words: ["いただく", "頂く"], inflection: .godan, prefixes: ["させて", "せて"], features: [.humble]),
    Entry(words: ["もらう"], inflection: .godan, prefixes: ["させて", "せて"], features: [.humble]),
    Entry(
      words: ["いただく", "頂く", "いただける"], inflection: .godan,
      prefixes: ["て", "で", "", "を", "に", "は"], features: [.receive]),
    Entry(words: ["もらう"], inflection: .godan, prefixes: ["て", "で"], features: [.receive]),
    Entry(words: ["もらえる"], inflection: .ichidan, prefixes: ["て", "で"], features: [.receive]),
    Entry(
      words: ["頂戴する", "頂戴した", "頂戴している", "頂戴しました", "頂戴したい", "頂戴できれば", "ちょうだいしたい", "ちょうだいできれば"],
      inflection: .noun,
      prefixes: ["を", "は", ""], features: [.receive]),
    Entry(
      words: ["ください", "下さい", "くださいませ", "ほしい", "欲しい"], inflection: .noun,
      prefixes: ["て", "で", "", "を"], features: [.asks]),
    Entry(
      words: ["ほしい", "欲しい"], inflection: .adjective, prefixes: ["て", "で"], features: [.asks]),
    Entry(
      words: ["ください", "下さい"], inflection: .noun, prefixes: ["させて", "せて"],
      features: [.humble, .desire]),
    Entry(
      words: ["願いたい", "願います", "願えれば"], inflection: .noun, prefixes: ["", "を", "お"],
      features: [.asks]),
    Entry(words: ["ござる"], inflection: .godan, prefixes: ["て", "で"], features: [.progressive]),
    Entry(
      words: ["くださる", "下さる"], inflection: .godan, prefixes: ["て", "で", ""], features: [.favour]),
    Entry(words: ["たい"], inflection: .adjective, features: [.desire]),
    Entry(words: ["たいです", "たく"], inflection: .noun, features: [.desire]),
    // Light verbs.
    Entry(words: [""], inflection: .suru, prefixes: ["", "と", "に", "を", "が", "は"]),
    Entry(
      words: ["なる"], inflection: .godan, prefixes: ["に", "と", "く", "には", "とは"],
      features: [.copula, .becomes]),
    Entry(
      words: ["なさる"], inflection: .godan, prefixes: ["に", "と", "く", "には", "とは"],
      features: [.copula]),
    Entry(words: ["つく", "かかる"], inflection: .godan, prefixes: ["が"], features: [.exists]),
    Entry(
      words: ["ある", "ござる"], inflection: .godan, prefixes: cases, features: [.exists]),
    Entry(
      words: ["残る", "伴う"], inflection: .godan,
      prefixes: ["が", "は", "も", "を"], features: [.exists]),
    Entry(
      words: ["抱く", "持つ", "もつ"], inflection: .godan, prefixes: ["が", "は", "も", "を"],
      features: [.exists, .holds]),
    Entry(
      words: ["感じる", "覚える", "抱える", "感ずる"], inflection: .ichidan,
      prefixes: ["が", "は", "も", "を"], features: [.exists, .holds]),
    Entry(
      words: ["生じる", "見られる", "みられる", "出る", "出てくる", "考えられる"],
      inflection: .ichidan, prefixes: ["が", "は", "も", "を"], features: [.exists]),
    Entry(words: ["見当たる"], inflection: .godan, prefixes: cases, features: [.exists]),
    Entry(
      words: ["多い", "大きい", "強い", "高い", "少なくない"], inflection: .adjective,
      prefixes: ["が", "も", "は"], features: [.exists]),
    Entry(
      words: ["否めない", "拭えない", "ぬぐえない", "拭いきれない", "払拭できない", "払拭しきれない", "禁じ得ない", "隠せない"],
      inflection: .noun, prefixes: ["が", "は", "も", "を"], features: [.exists]),
    Entry(words: ["申し上げる"], inflection: .ichidan, prefixes: [""]),
    Entry(
      words: ["ない"], inflection: .adjective, prefixes: cases + ["の"], features: [.exists],
      negations: 1),
    Entry(
      words: ["ない"], inflection: .adjective, prefixes: ["では", "じゃ", "でも", "とは"],
      features: [.copula], negations: 1),
    Entry(
      words: ["ある", "ござる"], inflection: .godan, prefixes: ["では", "じゃ", "でも", "とは"],
      features: [.copula]),
    Entry(
      words: ["ないです", "なし", "無し", "なしです", "なしとする", "無い", "ず", "ずに"], inflection: .noun,
      prefixes: ["", "は", "が"], features: [.exists], negations: 1),
    // Voices that came up.
    Entry(
      words: ["示す", "出す", "交わす", "いたす"], inflection: .godan, prefixes: ["を", "が", "も"],
      features: [.voiced]),
    Entry(
      words: ["寄せる", "挙げる"], inflection: .ichidan, prefixes: ["を", "が", "も"], features: [.voiced]),
    // Negative and modal auxiliaries.
    Entry(words: ["かねる"], inflection: .ichidan, prefixes: ["し", "いたし", "致し", ""], negations: 1),
    Entry(
      words: ["難い", "がたい", "にくい", "づらい", "難かった"], inflection: .adjective,
      prefixes: ["し", "いたし", "しては", ""], negations: 1),
    Entry(
      words: [
        "わけにはいかない", "わけにはいきません", "わけにはまいりません", "わけにいかない", "わけにはいかず", "訳にはいかない",
      ], inflection: .noun, features: [.potential], negations: 1),
    Entry(
      words: ["とは限らない", "とは限りません", "には至らない", "には至っていない"], inflection: .noun,
      negations: 1),
    Entry(
      words: ["ざるを得ない", "ざるを得ません", "ざるをえない", "ざるを得ず"], inflection: .noun,
      prefixes: ["せ", ""], features: [.forced]),
    Entry(words: ["べき"], inflection: .noun, prefixes: ["", "す", "る"], features: [.deontic]),
    Entry(
      words: [
        "なければならない", "なければなりません", "なければいけない", "なければいけません", "ねばならない", "ねばなりません",
        "なくてはならない", "なくてはいけない", "ないといけない", "ないといけません", "なければならず", "なきゃいけない", "なきゃならない",
        "なければだめ", "しかない", "しかありません",
      ], inflection: .noun, features: [.deontic]),
    Entry(
      words: ["言える", "いえる"], inflection: .ichidan, prefixes: ["と", "とは", "とも", "とまでは"],
      features: [.copula]),
    // Plans and wishes.
    Entry(words: ["予定", "所存", "つもり"], inflection: .noun, features: [.planned]),
    Entry(
      words: ["る方針", "う方針", "く方針", "す方針", "く予定", "る予定", "う予定", "す予定"], inflection: .noun,
      features: [.planned]),
    Entry(
      words: ["よい", "いい", "良い", "よろしい", "ありがたい", "有り難い", "うれしい"], inflection: .adjective,
      prefixes: ["ば", "たら", "と", "ると", "ばより", "ば大変", "ば非常に", "ば", "ますと", "ますと大変"],
      features: [.wish]),
    Entry(
      words: ["幸い", "幸甚", "助かります", "助かる"], inflection: .noun, prefixes: ["ば", "と", "ば大変", "ますと"],
      features: [.wish]),
    Entry(
      words: ["いかが", "如何", "どうなん", "どうなの"], inflection: .noun, features: [.question],
      bound: true),
    Entry(words: ["か", "かね", "のか", "かどうか", "かについて"], inflection: .noun, features: [.question]),
    Entry(
      words: ["どう", "いかが", "如何"], inflection: .noun,
      prefixes: ["ては", "では", "たら", "ても", "てみては", "るのは", "ることも", "ように", "ば"],
      features: [.suggestion, .wish]),
  ]

  /// ではないか in its many coats: a claim put softly.
  private static let suggestions: [InflectedForm] = {
    let heads = ["では", "じゃ", "のでは", "んでは", "んじゃ", "のじゃ", "くは", "かでは"]
    let bodies = [
      "ない", "なかろう", "ないだろう", "ないでしょう", "ないの", "ないのだろう", "ないのでしょう", "ありません", "ないです",
      "ございません", "ないんでしょう", "ないんです", "あるまい", "なかった",
    ]
    let tails = ["か", "かな", "かなあ", "かね", "かといった", "かというふうに", "かというような"]
    return heads.flatMap { head in
      bodies.flatMap { body in
        tails.map { tail in
          InflectedForm(
            surface: head + body + tail, features: [.suggestion], negations: 0, bound: false)
        }
      }
    }
  }()
}
