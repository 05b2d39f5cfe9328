import JapaneseText

/// The closed sets of words that the names of laws need.
enum LawWords {
  static let act = "法".scalars
  static let hereafter = "以下".scalars
  static let called = ["という", "といい", "と略", "と総称", "と呼", "と申", "と言"].map(\.scalars)
  static let children = ["施行令", "施行規則", "施行規程"].map(\.scalars)

  /// Words that stand before a name: an older or newer text, or one being amended.
  static let qualifiers: [(Scalars, CitationScanner.Before)] =
    ([
      ("改正前の", .other), ("改正後の", .other), ("改正前", .other), ("改正後", .other), ("旧", .other),
      ("改正", .amended), ("新", .other),
    ] as [(String, CitationScanner.Before)]).map { ($0.0.scalars, $0.1) }

  /// Kanji behind which a name can begin.
  static let openers = ["現行", "上記", "前記", "右記", "当該", "及", "並", "又", "各", "同", "元", "今般"]
    .map(\.scalars)

  /// 同法 and its like: the rank, and whether the law at hand is meant.
  static let same: [(Scalars, LawRank, Bool)] =
    ([
      ("同法律", .act, false), ("同法", .act, false), ("同政令", .order, false), ("同令", .order, false),
      ("同施行規則", .rule, false), ("同規則", .rule, false), ("同省令", .rule, false),
      ("同府令", .rule, false), ("この法律", .act, true), ("この政令", .order, true),
      ("この省令", .rule, true), ("この府令", .rule, true), ("この規則", .rule, true), ("本法", .act, true),
    ] as [(String, LawRank, Bool)]).map { ($0.0.scalars, $0.1, $0.2) }

  /// Rank words that stand for a law where the context says which.
  static let bare: [(Scalars, LawRank)] =
    ([
      ("法", .act), ("施行令", .order), ("政令", .order), ("令", .order), ("施行規則", .rule),
      ("規則", .rule), ("省令", .rule),
    ] as [(String, LawRank)]).map { ($0.0.scalars, $0.1) }

  static let ranks: Set<Scalars> = Set(
    ["法", "令", "規則", "施行令", "施行規則", "省令", "政令", "府令"].map(\.scalars))

  /// What makes a longer title of the name before it.
  static let amending = [
    "の一部を改正", "等の一部を改正", "の全部を改正", "の施行に伴う", "の施行に関する", "の特例に関する",
  ].map(\.scalars)

  /// Words that end the names of texts that are no laws of the state.
  static let outside = [
    "条例", "条約", "規約", "規程", "要綱", "要領", "指針", "協定", "憲章", "定款", "細則", "告示", "準則",
    "約款", "議定書", "会議規則", "傍聴規則", "議事規則", "運営規則", "就業規則", "ガイドライン", "宣言", "綱領",
    "覚書", "契約", "合意", "勧告", "会則", "内規", "方式", "基準", "規準", "原則", "法案", "法律案", "改正案",
    "修正案", "草案", "議院規則", "院規則", "報告書", "意見書", "契約書", "仕様書",
  ].map(\.scalars)

  /// Texts of which a bare article that follows may be one.
  static let otherTexts = [
    "宣言", "条約", "憲章", "協定", "議定書", "条例", "規約", "規程", "法案", "法律案", "改正案", "修正案", "草案",
    "要綱", "要領", "定款", "約款", "勧告", "会議規則", "議院規則", "院規則", "契約書", "意見書", "報告書", "ガイドライン",
    "指針", "告示", "通達",
  ].map(\.scalars)

  /// Lands whose laws are none of the catalogue's (英国の会社法).
  static let foreign = [
    "英国", "イギリス", "米国", "アメリカ", "合衆国", "ドイツ", "独", "フランス", "仏", "韓国", "中国", "台湾",
    "香港", "EU", "eu", "欧州", "ヨーロッパ", "州", "カナダ", "オーストラリア", "豪州", "ニュージーランド", "スイス",
    "イタリア", "スペイン", "オランダ", "ベルギー", "スウェーデン", "ノルウェー", "フィンランド", "デンマーク",
    "オーストリア", "ロシア", "インド", "シンガポール", "タイ", "ベトナム", "ブラジル", "外国", "諸外国", "海外",
    "各国", "他国", "当該国", "本国",
  ].map(\.scalars)

  /// The same, where a sentence can have them as its topic; longer ones only.
  static let lands = foreign.filter { $0.count > 1 && !unnamed.contains($0) }
  private static let unnamed: Set<Scalars> = Set(
    ["外国", "諸外国", "海外", "各国", "他国", "本国", "当該国"].map(\.scalars))
  static let landTopics = [
    "では", "の場合", "において", "につい", "におけ", "におき", "でございまして", "ですと", "でも", "は", "も", "にも", "には",
  ].map(\.scalars)
  static let home = ["日本", "我が国", "わが国", "国内"].map(\.scalars)
  /// Names of laws that other lands have, too.
  static let everywhere = [
    "会社法", "商法", "民法", "刑法", "憲法", "著作権法", "特許法", "独占禁止法", "独禁法", "破産法", "証券取引法",
    "労働基準法", "個人情報保護法",
  ].map(\.scalars)
  /// Who writes books.
  static let authors = ["先生の", "教授の", "氏の", "さんの", "著の", "著"].map(\.scalars)
  /// What joins the names of laws in a title.
  static let joined = ["及び", "並びに", "、"].map(\.scalars)

  /// Words that end the names of laws.
  static let lawEnds: [Scalars] = ["法", "法律", "令", "政令", "省令", "府令", "規則", "憲法"].map(\.scalars)

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x61...0x7A).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
  }

  static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    "。、「」()".unicodeScalars.contains(scalar)
  }

  /// Whether the name of a law goes on at an offset (電波法令, 民法典, 憲法審査会).
  static func continues(_ text: Scalars, _ index: Int) -> Bool {
    let scalar = text[index]
    guard scalar.isKanji || (scalar.isKatakana && scalar != "・") || isLetter(scalar) else {
      return false
    }
    return !followers.contains(scalar)
  }

  /// Whether a run that ends at an offset ends as the name of a rule does.
  static func isRuleSuffix(_ text: Scalars, _ end: Int) -> Bool {
    (["施行令", "施行規則", "施行規程", "施行法", "整備法", "特例法"] as [String]).contains {
      text.starts($0.scalars, at: end - $0.unicodeScalars.count)
    }
  }

  /// Kanji that may follow a name and are no part of it.
  private static let followers: Set<Unicode.Scalar> = Set(
    "第附別様上等違改関案中下及並又以抜本に前次同各所自独一二三四五六七八九十百千但".unicodeScalars)
}
