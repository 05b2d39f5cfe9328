import JapaneseText

/// Where a name ends and the post that is glued behind it begins.
///
/// A surname before an office has no sign of its own: 佐村総合通信基盤局総務課長. A name is told from a post
/// only where words stand behind it with which offices are known to begin; otherwise nothing is parted.
extension NameEvidence {
  /// The place where the post begins: `福岡|情報通信政策局総務課長`, `泉|国際経済課長`, and in a list of full
  /// names `松下重志|産業企画室長`; nil where that is not certain.
  ///
  /// `full` tells that the list gives full names, so that four letters and more may be a name.
  static func gluedPost(_ key: Scalars, full: Bool) -> Int? {
    guard isRole(key), key.count >= 3, !beginsOffice(key, at: 0) else { return nil }
    let surnames = RoleLexicon.standard
    for length in [3, 1] where length < key.count && surnames.isSurname(Array(key[..<length])) {
      // 泉|国際経済課長, 佐々木|林務課長
      if isOffice(key, from: length), isNamePart(key, length) { return length }
    }
    for length in [2, 3] where isOffice(key, from: length) && isNamePart(key, length) {
      return length
    }
    guard full else { return nil }
    return (4...6).first { isOffice(key, from: $0) && isNamePart(key, $0) }
  }

  /// `消費者庁内藤消費者政策課長`: where surname and post begin behind a ministry; nil where they do not.
  static func behindMinistry(_ key: Scalars) -> (name: Int, post: Int)? {
    guard let ministry = lexicon.ministries.prefix(of: key, from: 0, to: key.count) else {
      return nil
    }
    let rest = Array(key[ministry.length...])
    guard let post = gluedPost(rest, full: false),
      // 水産庁増殖推進部…: the second word goes on with the name of a department.
      !continuations.contains(where: { rest.starts($0, at: post) })
    else { return nil }
    return (ministry.length, ministry.length + post)
  }

  private static let continuations = [
    "推進", "管理", "支援", "調整", "計画", "整備", "対策", "戦略", "基盤", "保全", "事業", "交流", "指導", "相談", "評価", "審査",
    "研究",
    "技術", "企画", "政策", "資源", "生産", "監理", "監督",
  ].map(HeadLine.fold)

  /// How long a full name before a post can be and a surname cannot: whether an entry speaks for a
  /// list of full names (`true`) or of surnames (`false`); nil where it says nothing.
  static func givesFullName(_ words: Scalars) -> Bool? {
    var key = words
    if key.last == ")", let open = key.lastIndex(of: "("), open > 0 { key = Array(key[..<open]) }
    guard isRole(key) else { return nil }
    if let end = roleEnd(key), end.kind != "post" {
      return end.start >= 4 ? true : end.start == 0 ? nil : false
    }
    if let length = gluedPost(key, full: false) {
      // 中野晋|総務部長, but 佐々木|総務部長
      return length == 3 && !RoleLexicon.standard.isSurname(Array(key[..<3]))
    }
    return gluedPost(key, full: true) == nil ? nil : true
  }

  /// Whether words with which offices begin stand at a place.
  static func beginsOffice(_ key: Scalars, at place: Int) -> Bool {
    lexicon.roleWords["start"]?.prefix(of: key, from: place, to: key.count) != nil
      || lexicon.ministries.prefix(of: key, from: place, to: key.count) != nil
  }

  /// Whether the words from a place on are an office: known from their first word, or as a whole.
  private static func isOffice(_ key: Scalars, from place: Int) -> Bool {
    guard key.count - place >= 2 else { return false }
    if beginsOffice(key, at: place) { return true }
    return lexicon.roles.prefix(of: key, from: place, to: key.count)?.length == key.count - place
  }

  /// `中嶋|企画部会長`: where a seat that carries the name of its section begins behind a surname.
  static func sectionSeat(_ key: Scalars, seat: Int, full: Bool) -> Int? {
    let surnames = RoleLexicon.standard
    for length in full ? [3, 1, 2, 4] : [3, 1, 2] where length + 2 <= seat {
      if length % 2 == 1, !(full && length == 3), !surnames.isSurname(Array(key[..<length])) {
        continue
      }
      if let word = lexicon.roleWords["start"]?.prefix(of: key, from: length, to: seat),
        word.length >= 2, isNamePart(key, length)
      {
        return length
      }
    }
    return nil
  }

  private static func isNamePart(_ key: Scalars, _ length: Int) -> Bool {
    guard length < key.count, key[..<length].allSatisfy({ isNameScalar($0) }) else { return false }
    let name = Array(key[..<length])
    // 磯部, 渡部 are surnames, 企画部 is none; 水・ is no name.
    return exactRole(name) == nil && !(length > 2 && isDepartment(name)) && !name.contains("・")
      && lexicon.groups.value(of: name) == nil
  }

  /// Whether words that could be a name hold an office: `山中事務次官`, `総務課長池山久栄`.
  static func holdsOffice(_ key: Scalars) -> Bool {
    guard key.count >= 4 else { return false }
    if let last = key.last, "官監役".unicodeScalars.contains(last) { return true }
    return offices.contains { office in
      key.firstOffset(of: office).map { $0 > 0 || key.count > office.count } ?? false
    }
  }

  /// Two entries that run together: `松井環境研究技術室長後藤調査官`, `菱沼和幸副議長小松豊正議員`; the whole
  /// where both halves are not certain.
  static func runTogether(_ line: HeadLine, full: Bool) -> [HeadLine] {
    let key = line.key
    guard line.columns().count == 1, key.count >= 8, isRole(key) else { return [line] }
    for place in 4..<(key.count - 3) {
      let left = Array(key[..<place])
      let right = Array(key[place...])
      guard let end = roleEnd(left), left.count - end.start >= 2, end.start > 0,
        !joints.contains(where: { right.starts($0, at: 0) }), !isLonger(key, at: place)
      else { continue }
      let isWhole = { (words: Scalars) in
        gluedPost(words, full: full) != nil
          || roleEnd(words).map { $0.kind != "post" && (2...5).contains($0.start) } ?? false
      }
      guard isWhole(left), isWhole(right) else { continue }
      return [line.part(0, place)] + runTogether(line.part(place, key.count), full: full)
    }
    return [line]
  }

  /// Whether a longer title goes on over a place: 室長|補佐.
  private static func isLonger(_ key: Scalars, at place: Int) -> Bool {
    (1...3).contains { ahead in
      guard place + ahead <= key.count,
        let longer = lexicon.roles.suffix(of: key, from: 0, to: place + ahead)
      else { return false }
      return longer.length > ahead + 1
    }
  }

  private static let joints = ["補佐", "代理", "代行", "付", "兼", "心得", "事務", "職務", "級", "等", "・"]
    .map(HeadLine.fold)
  private static let offices = [
    "課長", "部長", "局長", "室長", "次長", "市長", "町長", "村長", "区長", "議長", "委員長", "事務局", "係長", "消防長", "教育長",
    "委員会", "審議官", "参事官",
  ].map(HeadLine.fold)
}
