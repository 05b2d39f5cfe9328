import JapaneseText

/// Who can hold a view: people and bodies, known by how their words end.
enum PersonWords {
  /// What kind of holder a noun names.
  enum Kind: Hashable, Sendable {
    /// The speaker, alone or with those for whom they speak.
    case own
    /// People, countries, the public.
    case people
    /// A party, an association, an office: its own spokesman may be speaking.
    case organisation
  }

  /// The holder whose words end at `end`; nil where a matter stands there.
  static func holder(in text: Scalars, endingAt end: Int, from: Int) -> (TextSpan, Kind)? {
    var head = end
    for word in plurals where head - word.count > from && text.starts(word, at: head - word.count) {
      head -= word.count
      break
    }
    if let start = selves.match(in: text, endingAt: head, from: from), opens(text, start, from) {
      return (TextSpan(start, end), .own)
    }
    if matters.match(in: text, endingAt: head, from: from) != nil { return nil }
    let kind: Kind
    let word: Int
    if let start = people.match(in: text, endingAt: head, from: from) {
      (kind, word) = (.people, start)
    } else if let start = bodies.match(in: text, endingAt: head, from: from) {
      (kind, word) = (.organisation, start)
    } else if head < end {
      (kind, word) = (.people, head)
    } else {
      return nil
    }
    var start = word
    while start > from, end - start < 30, isName(text[start - 1]) { start -= 1 }
    while start > from + 1, text[start - 1] == "の", isName(text[start - 2]), end - start < 30 {
      start -= 1
      while start > from, end - start < 30, isName(text[start - 1]) { start -= 1 }
    }
    guard end - start > 1 else { return nil }
    if ours.contains(where: { text.starts($0, at: start) }) { return (TextSpan(start, end), .own) }
    return (TextSpan(start, end), kind)
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isKanji || scalar.isKatakana || scalar.value == 0x3005 || scalar == "・"
      || scalar.isASCIIDigit
      || scalar.isASCII && scalar.properties.isAlphabetic
  }

  /// Whether no kanji runs into the word: 「私」, not 「公私」.
  private static func opens(_ text: Scalars, _ start: Int, _ from: Int) -> Bool {
    start == from || !text[start - 1].isKanji
  }

  private static let ours = ["我が", "わが", "当", "弊", "うちの", "私", "本会", "我々", "われわれ"].map(fold)

  private static let plurals = [
    "の方々", "の皆様方", "の皆様", "の皆さん", "の方", "のほう", "の側", "たち", "達", "ら", "側",
  ].map(
    fold)

  private static let selves = WordEnds([
    "私", "私ども", "私共", "私個人", "私自身", "我々", "われわれ", "僕", "自分", "自分自身", "当社", "弊社", "当会", "当協会", "当方",
    "当党", "当市", "当町", "当省", "当庁", "当局", "当委員会", "小職", "筆者", "こちら", "わが党", "我が党", "我が会派", "わが会派",
    "当会派", "本会", "弊会", "我が社", "わが社", "うち", "事務局",
  ])

  /// Nouns that end like people and name a matter.
  private static let matters = WordEnds([
    "前者", "後者", "機会", "社会", "国会", "大会", "都会", "全国", "国家", "成長", "延長", "個人", "人員", "定員", "動員", "反省",
    "帰省",
    "都市", "出会", "照会", "紹介", "本国会", "今国会", "家", "考え方", "在り方", "あり方", "やり方", "仕方", "見方", "進め方",
    "立法機関",
  ])

  private static let people = WordEnds([
    "彼", "彼女", "さん", "さま", "様", "氏", "君", "先生", "委員", "構成員", "議員", "参考人", "大臣", "総理", "首相", "大統領",
    "書記長",
    "国家主席",
    "知事", "市長", "区長", "町長", "村長", "首長", "社長", "会長", "部会長", "委員長", "座長", "議長", "校長", "所長", "課長",
    "部長",
    "局長", "長官", "総裁", "教授", "監督", "者", "人々", "人たち", "住人", "老人", "友人", "夫人", "法人の方", "外国人", "日本人",
    "役人",
    "監査人", "会計監査人", "貸し手", "借り手", "買い手", "売り手", "作り手", "使い手", "受け手",
    "方々", "皆様", "皆さん", "皆さま", "皆様方", "みんな", "全員", "誰", "国民", "県民", "都民", "府民", "道民", "市民", "区民",
    "町民",
    "村民", "住民", "島民", "難民", "家族", "ご家族", "御家族", "遺族", "ご遺族", "御遺族", "親", "両親", "母親", "父親", "子供",
    "子ども",
    "生徒", "学生", "児童", "若い人", "教員", "職員", "社員", "従業員", "隊員", "組合員", "会員", "役員", "党員", "評議員", "医師",
    "看護師",
    "教師", "講師", "保育士", "弁護士", "会計士", "公認会計士", "税理士", "専門家", "投資家", "機関投資家", "実務家", "政治家", "農家",
    "起業家", "資本家", "評論家", "アナリスト", "ユーザー", "ユーザ", "ドライバー", "メンバー", "オーナー", "世論", "国際社会", "地域社会",
    "各国", "諸国", "諸外国", "海外", "外国", "周辺国", "加盟国", "途上国", "先進国", "米国", "英国", "中国", "韓国", "北朝鮮", "日本",
    "アメリカ", "イギリス", "フランス", "ドイツ", "ロシア", "ウクライナ", "欧州", "ヨーロッパ", "イスラエル", "インド", "オーストラリア",
    "カナダ", "イタリア", "スペイン", "オランダ", "スイス", "台湾", "ニュージーランド", "EU", "世代", "割", "%", "過半数", "半数", "大半",
    "大多数", "大方", "首脳", "閣僚", "患者", "当局者", "現場", "地元", "当事者", "国々", "アジア",
  ])

  private static let bodies = WordEnds([
    "党", "会派", "政権", "内閣", "軍", "自衛隊", "警察", "消防", "友会", "派", "協議会", "議員団", "会", "協会", "連盟", "連合",
    "連合会", "組合", "団体", "機関",
    "政府", "省", "庁", "当局", "行政",
    "自治体",
    "議会", "裁判所", "企業", "会社", "業界", "銀行", "法人", "各社", "他社", "大学", "病院", "学校", "財界", "産業界", "経済界",
    "実務界",
    "学界", "官邸", "与党", "野党", "自民", "公明", "立憲", "維新", "共産", "陣営", "サイド", "経団連", "メディア", "マスコミ", "新聞",
    "メーカー", "ベンダー", "IASB", "FASB", "SEC", "IFAC", "ASBJ", "JICPA", "IOSCO", "国連", "幹部", "執行部",
    "教育委員会", "国",
    "県", "府", "各市", "町", "村", "発行体", "監査法人", "部会", "審議会", "検討会", "研究会", "労組", "漁協", "農協", "生協",
    "会議所", "支部", "事務所",
  ])
}
