import JapaneseText

/// Whether a statement is about what it mentions, or mentions it in passing.
///
/// A name that stands once in a long statement, in a row of others or as a mere adjunct (商法上の合併),
/// tells little of what the statement is about. It is about a thing that it names again and again,
/// or that stands where Japanese puts its topic (〜については, 〜の見直し), or that is most of what is said.
enum Focus {
  /// What is mentioned.
  enum Kind { case term, law }

  /// The mention that shows what the statement is about; nil where all are in passing.
  static func place(of mentions: [TextSpan], in text: Scalars, as kind: Kind) -> TextSpan? {
    var sorted = mentions.sorted { $0.from < $1.from }
    if kind == .term { sorted.removeAll { isAbroad($0, in: text) } }
    guard let first = sorted.first else { return nil }
    if text.count <= 70 || sorted.count >= 3 && text.count <= sorted.count * 350 { return first }
    let marks = kind == .term ? termMarks : lawMarks
    return sorted.first { mention in
      marks.contains { text.starts($0, at: mention.to) }
    }
  }

  /// The sentence in which a mention stands.
  static func sentence(around mention: TextSpan, in text: Scalars) -> TextSpan {
    var from = mention.from
    while from > 0, text[from - 1] != "。" { from -= 1 }
    var to = mention.to
    while to < text.count, text[to] != "。" { to += 1 }
    return TextSpan(from, to)
  }

  /// Whether the sentence tells of another land.
  private static func isAbroad(_ mention: TextSpan, in text: Scalars) -> Bool {
    let sentence = Scalars(text[sentence(around: mention, in: text).range])
    // A sentence that quotes twenty letters of another language reads a foreign text.
    if sentence.filter({ (0x61...0x7A).contains($0.value) }).count > 20 { return true }
    return lands.contains { sentence.firstOffset(of: $0) != nil }
  }

  private static let lands = [
    "アメリカ", "米国", "英国", "イギリス", "ドイツ", "フランス", "韓国", "欧州", "eu指令", "sec登録", "海外では", "各国", "諸外国",
    "ヨーロッパ",
  ].map(MatchText.term)

  private static let termMarks = [
    "について", "につきまして", "に関し", "に関する", "をめぐ", "の見直し", "の改訂", "の改正", "の廃止", "の導入", "の義務",
    "の提出", "の範囲", "の要件", "の在り方", "のあり方", "の定義", "の対象", "とは", "というのは", "は、", "の規定",
    "に係る規定", "の制度", "の基準", "の趣旨", "の目的", "を義務", "が義務", "の報告", "を報告",
  ].map(MatchText.term)

  private static let lawMarks = [
    "について", "につきまして", "に関し", "に関する", "をめぐ", "の見直し", "を見直", "の改正", "を改正", "改正", "の廃止",
    "の制定", "の施行", "の運用", "の適用", "の規定", "の趣旨", "の目的", "の理念", "の解釈", "の対象", "の条文", "の附則",
    "に基づ", "に基き", "に規定", "に定め", "で定め", "の定め", "が定め", "に違反", "違反", "に抵触", "に照ら", "にのっと",
    "に則", "に従", "により", "によれば", "によりまして", "では、", "では", "には、", "は、", "においては", "において",
    "におきまして", "が成立", "が施行",
  ].map(MatchText.term)
}
