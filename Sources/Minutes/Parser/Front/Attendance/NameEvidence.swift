import JapaneseText

/// Tells names of persons, roles and organisations apart by their words.
enum NameEvidence {
  static let lexicon = HeadLexicon.current

  /// Whether words can be the name of a person: a few kanji and kana, or Latin words.
  static func isName(_ line: HeadLine) -> Bool {
    let key = line.key
    guard let first = key.first, !isOrganisation(key), !first.isASCIIDigit else { return false }
    if key.allSatisfy({ isLatin($0) }) {
      return key.count >= 2 && key.count <= 40 && first.properties.isAlphabetic
    }
    guard key.count <= 12, key.allSatisfy({ isNameScalar($0) }) else { return false }
    if key.count == 1 { return first.isKanji }
    let columns = line.columns()
    if key.count > 7, !key.contains(where: { $0.isKatakana }) || key.contains(where: \.isKanji),
      columns.count == 1
    {
      return false
    }
    // 浅野 直人 加賀美 幸子: two persons, but not 高 木 信 明.
    if columns.count >= 4, columns.contains(where: { $0.count > 1 }) { return false }
    if columns.count == 3, columns.allSatisfy({ $0.count > 1 }) { return false }
    if lexicon.groups.value(of: key) != nil || noNames.contains(key) { return false }
    if columns.count == 1, holdsOffice(key) || key.count > 6 && key.allSatisfy(\.isKanji) {
      return false
    }
    if key.contains("・"), !key.contains(where: \.isKatakana) { return false }
    if key.count >= 3, let end = roleEnd(key), key.count - end.start >= 2, end.start > 0 {
      return false
    }
    return exactRole(key) == nil
  }

  /// Whether words name an organisation or a part of one.
  static func isOrganisation(_ key: Scalars) -> Bool {
    guard key.count >= 3 else { return false }
    if lexicon.ministries.prefix(of: key, from: 0, to: key.count) != nil { return true }
    guard let words = lexicon.roleWords["organisation"] else { return false }
    guard let found = words.first(in: key) else { return false }
    if found.length == 1 { return key.count >= 3 && found.at == key.count - 1 }
    return true
  }

  /// Whether words are the form of a body corporate alone (`株式会社`), or begin with one that stands
  /// apart from the name.
  static func isLegalForm(_ key: Scalars) -> Bool {
    key.ends(legalForms)
      || legalForms.contains { form in
        key.firstOffset(of: form).map { $0 + form.count <= 8 && key.count - $0 - form.count <= 5 }
          ?? false
      }
  }

  /// Whether words are a name with a seat glued to it: `川辺委員長`.
  static func isSeated(_ line: HeadLine) -> Bool {
    guard let end = roleEnd(line.key), end.kind != "post", (1...7).contains(end.start),
      end.start <= 5 || line.key[..<end.start].contains(where: \.isKana)
    else { return false }
    return exactRole(line.key) == nil && isName(line.part(0, end.start))
  }

  /// Whether words are a name with a post glued to it: `白石教育長`, `羽村緑政課長`.
  static func isPosted(_ line: HeadLine) -> Bool {
    guard let end = roleEnd(line.key), end.kind == "post", line.count - end.start >= 2,
      line.count >= 4,
      lexicon.roleWords["start"]?.prefix(of: line.key, from: 0, to: line.count) == nil
    else { return false }
    return gluedPost(line.key, full: true) != nil
      || (2...6).contains(end.start) && isName(line.part(0, 2))
  }

  /// Whether words of two signs are a surname that ends as departments do: 渡部, but not 学部.
  static func isSurnameInBu(_ key: Scalars) -> Bool {
    key.count == 2 && key.last == "部" && !parts.contains(key)
  }

  private static let parts = ["本部", "支部", "学部", "幹部", "内部", "外部", "全部", "一部", "各部", "同部", "当部"]
    .map(HeadLine.fold)

  /// Whether words name a department: `電気通信事業部`, `産業観光局`.
  static func isDepartment(_ key: Scalars) -> Bool {
    key.count >= 2 && key.ends(departments)
  }

  /// The kind of a role that these words are as a whole.
  static func exactRole(_ key: Scalars) -> String? { lexicon.roles.value(of: key) }

  /// The role with which words end, and where it begins.
  static func roleEnd(_ key: Scalars, from: Int = 0) -> (start: Int, kind: String)? {
    guard let found = lexicon.roles.suffix(of: key, from: from, to: key.count) else { return nil }
    return (key.count - found.length, found.value)
  }

  /// Whether words are a role or a post, with or without a department before it.
  static func isRole(_ key: Scalars) -> Bool {
    guard key.count >= 2, let end = roleEnd(key) else { return false }
    if key.count - end.start == 1 { return key.count >= 3 }
    return true
  }

  static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isKanji || scalar.isKana || scalar == "・" || scalar == "ー" || scalar == "ヶ"
  }

  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x250
      && (scalar.properties.isAlphabetic || ".-'".unicodeScalars.contains(scalar))
  }

  private static let legalForms = ["株式会社", "法人", "有限会社", "合同会社", "inc.", "ltd"]
    .map(HeadLine.fold)
  private static let departments = ["省", "庁", "局", "課", "室", "部", "府", "係", "班", "署", "官房"]
    .map(HeadLine.fold)
  private static let noNames = Set(
    [
      "なし", "ほか", "別紙", "以上", "他", "同上", "氏名", "所属", "役職", "委員名", "名簿", "全員", "同", "同課", "同局", "同部",
      "同室", "同係", "各課", "関係課", "欠席", "出席", "代理", "計",
    ]
    .map(HeadLine.fold))
}
