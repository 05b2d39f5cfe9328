import JapaneseText

/// The closed sets of words and scalars that the pointer grammar knows.
extension PointerReader {
  static let supplement = "附則".scalars
  static let of = "の".scalars
  static let tableWord = "別表".scalars
  static let formWord = "様式".scalars
  static let tableOf = "の表".scalars
  static let eachItem = "各号".scalars
  static let chapeau = "各号列記以外の部分".scalars

  static let parts: [(Scalars, CitationPart)] =
    ([
      ("ただし書き", .proviso), ("ただし書", .proviso), ("但書", .proviso), ("但し書き", .proviso),
      ("但し書", .proviso), ("本文", .main), ("前段", .first), ("後段", .second), ("柱書き", .chapeau),
      ("柱書", .chapeau), ("各号列記以外の部分", .chapeau),
    ] as [(String, CitationPart)]).map { ($0.0.scalars, $0.1) }

  /// Scalars with which a pointer can begin.
  static let heads: Set<UInt32> = Set(
    "第前次同本こ附別様0123456789一二三四五六七八九十百千".unicodeScalars.map(\.value))

  /// Scalars with which a level can begin behind の.
  static let levelHeads: Set<Unicode.Scalar> = Set("第前次同各本た但後柱".unicodeScalars)

  /// What may follow an item that stands alone although it is a kanji.
  static let afterItem: Set<Unicode.Scalar> = Set("及並又若中本前後柱該".unicodeScalars)

  static let romanLetters: Set<Unicode.Scalar> = Set("ivx".unicodeScalars)
  static let romans = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
  ]

  /// Points of the compass before a number: 北3条西5丁目 is an address.
  static let directions: Set<Unicode.Scalar> = Set("東西南北条".unicodeScalars)

  static func isNoun(_ scalar: Unicode.Scalar) -> Bool { scalar.isKanji || scalar.isKatakana }

  static func isPlace(_ scalar: Unicode.Scalar) -> Bool { directions.contains(scalar) }

  /// Whether 条 at the end of a level is a unit and not part of a word (条件, 条約, 条例, 条文, 条項).
  static func endsArticle(_ text: Scalars, _ end: Int) -> Bool {
    guard end < text.count else { return true }
    if "件約例文理城通坊河市駅".unicodeScalars.contains(text[end]) { return false }
    if directions.contains(text[end]) { return false }
    if counts.contains(where: { text.starts($0, at: end) }) { return false }
    return !text.starts("項".scalars, at: end)
  }

  /// What stands behind a number of articles (五百条ぐらいの法律).
  private static let counts = ["ぐらい", "くらい", "ほど", "余り", "以上から", "から成", "からな", "もの"].map(\.scalars)

  /// Whether 項 or 号 is a unit and not part of a word (項目, 号車, 号機, 号線, 号室).
  static func ends(_ mark: Unicode.Scalar, _ text: Scalars, _ end: Int) -> Bool {
    guard end < text.count else { return true }
    if mark == "項" { return text[end] != "目" }
    return !"車機線室館棟議証炉店艦令泣".unicodeScalars.contains(text[end])
  }
}

/// Numbers in the kanji form of laws.
enum KanjiNumeral {
  /// 24 as 二十四, up to 9999.
  static func text(_ value: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    var text = ""
    var rest = value % 10_000
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十")] {
      let digit = rest / unit
      if digit > 0 { text += (digit == 1 ? "" : digits[digit]) + name }
      rest %= unit
    }
    return text + digits[rest]
  }
}
