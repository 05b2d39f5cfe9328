import JapaneseText

/// Walks over the words of a title from left to right.
struct BodyPhraseReader {
  let line: HeadLine
  let lexicon: HeadLexicon
  var phrase = BodyPhrase()
  private var jointPending = false

  init(line: HeadLine, lexicon: HeadLexicon) {
    self.line = line
    self.lexicon = lexicon
  }

  private var key: Scalars { line.key }

  mutating func run(_ from: Int, _ to: Int) {
    var place = from
    while place < to {
      place =
        bracket(place, to) ?? dateOrYear(place, to) ?? count(place, to) ?? record(place, to)
        ?? joint(place, to) ?? body(place, to) ?? tail(place, to) ?? foreign(place, to)
    }
  }

  /// `（第86回）`, `（暫定版）`, `（平成12年9月8日（金）開催）`; `【…】` is seen through.
  private mutating func bracket(_ place: Int, _ to: Int) -> Int? {
    guard HeadLine.closing(key[place]) != nil else {
      return ")】〕]》≫」』>".unicodeScalars.contains(key[place]) ? place + 1 : nil
    }
    guard let close = line.close(of: place), close <= to else { return place + 1 }
    let inner = line.part(place + 1, close - 1)
    if let status = Self.status(inner.key, lexicon) {
      phrase.status = status
      return close
    }
    if key[place] != "(" { return place + 1 }
    var reader = BodyPhraseReader(line: inner, lexicon: lexicon)
    reader.run(0, inner.count)
    phrase.number = phrase.number ?? reader.phrase.number
    phrase.issue = phrase.issue ?? reader.phrase.issue
    phrase.session = phrase.session ?? reader.phrase.session
    phrase.hasSession = phrase.hasSession || reader.phrase.hasSession
    if phrase.level == nil { phrase.level = reader.phrase.level }
    return close
  }

  static func status(_ words: Scalars, _ lexicon: HeadLexicon) -> String? {
    ["provisional", "final", "erratum"].first { lexicon.titleWords[$0]?.value(of: words) != nil }
  }

  /// Dates, and years before a number: `令和6年度第3回`, `令和6年第4回定例会`.
  private func dateOrYear(_ place: Int, _ to: Int) -> Int? {
    var end = place
    var isYear = false
    if let era = Self.eras.first(where: { key.starts($0, at: place) }) { end = place + era.count }
    if end > place, end < to, key[end] == "元" {
      end += 1
      isYear = true
    } else if end < to, let number = Numerals.number(in: key, at: end), number.span.to <= to,
      end > place || (1900...2100).contains(number.value)
    {
      end = number.span.to
      isYear = true
    }
    guard isYear, end < to else { return nil }
    if "/-.".unicodeScalars.contains(key[end]), end == place + 4 {
      while end < to, key[end].digitValue != nil || "/-.".unicodeScalars.contains(key[end]) {
        end += 1
      }
      return end
    }
    guard key[end] == "年" else { return nil }
    end += 1
    if end < to, key[end] == "度" || key[end] == "_" { return end + 1 }
    for unit in "月日".unicodeScalars {
      guard end < to, let number = Numerals.number(in: key, at: end), number.span.to < to,
        key[number.span.to] == unit
      else { break }
      end = number.span.to + 1
    }
    return end < to && key[end] == "の" || end < to && key[end] == "_" ? end + 1 : end
  }

  /// `第86回`, `第212回国会`, `第3号`, `第2日目`, `No.5`, `2月` before a session.
  private mutating func count(_ place: Int, _ to: Int) -> Int? {
    if let word = Self.numberSigns.first(where: { key.starts($0, at: place) }),
      let number = Numerals.number(in: key, at: place + word.count)
    {
      phrase.number = phrase.number ?? number.value
      return min(to, number.span.to)
    }
    let isOrdinal = key[place] == "第"
    guard let number = Numerals.number(in: key, at: isOrdinal ? place + 1 : place),
      number.span.to < to
    else { return nil }
    let end = number.span.to
    switch key[end] {
    case "回" where isOrdinal:
      if lexicon.titleWords["session"]?.prefix(of: key, from: end + 1, to: to)?.length == 2,
        key.starts(Self.diet, at: end + 1)
      {
        phrase.session = number.value
        return end + 3
      }
      phrase.number = phrase.number ?? number.value
      return end + 1
    case "号" where isOrdinal, "日" where isOrdinal:
      phrase.issue = phrase.issue ?? number.value
      return end + 1 < to && key[end + 1] == "目" ? end + 2 : end + 1
    case "月", "日": return end + 1
    default: return nil
    }
  }

  /// `議事録`, `議事概要（案）`; only where nothing but brackets or について follows.
  private mutating func record(_ place: Int, _ to: Int) -> Int? {
    for level in Self.levels {
      guard let found = lexicon.titleWords[level]?.prefix(of: key, from: place, to: to) else {
        continue
      }
      let end = place + found.length
      guard
        end == to || !key[end].isKanji && !key[end].isHiragana || key[end] == "に" || key[end] == "第"
          || key[end] == "の" || line.gap(before: end)
      else { continue }
      phrase.record = phrase.record ?? place..<end
      phrase.level = phrase.level ?? level
      return end
    }
    return nil
  }

  private mutating func joint(_ place: Int, _ to: Int) -> Int? {
    if let found = lexicon.titleWords["joint"]?.prefix(of: key, from: place, to: to) {
      phrase.isJoint = true
      return place + found.length
    }
    guard !phrase.bodies.isEmpty else { return nil }
    for word in Self.separators where key.starts(word, at: place) {
      jointPending = true
      return place + word.count
    }
    return nil
  }

  /// The shortest name of a body that begins here: some words and a suffix.
  private mutating func body(_ place: Int, _ to: Int) -> Int? {
    if let leaf = lexicon.titleWords["leaf"]?.prefix(of: key, from: place, to: to) {
      let end = place + leaf.length
      if lexicon.titleWords["session"]?.value(of: Array(key[place..<end])) != nil {
        phrase.hasSession = true
        return end
      }
      add(place..<end, isLeaf: true)
      return end
    }
    if let generic = Self.generics.first(where: { key.starts($0, at: place) }),
      !phrase.bodies.isEmpty
    {
      return place + generic.count
    }
    // 第11回委員会: the body is named elsewhere.
    if phrase.number != nil, phrase.bodies.isEmpty, place > 0, key[place - 1] == "回",
      let plain = Self.plain.first(where: { key.starts($0, at: place) }),
      place + plain.count == to || key[place + plain.count] == "("
        || line.gap(before: place + plain.count)
    {
      return place + plain.count
    }
    guard key[place].properties.isAlphabetic || key[place].digitValue != nil else { return nil }
    var end = place + 2
    while end <= to {
      let before = key[end - 1]
      if before == "(" || before == "。" || before == "、" || before == "第" && opensNumber(end - 1) {
        return nil
      }
      if let suffix = lexicon.titleWords["suffix"]?.suffix(of: key, from: place, to: end),
        end - suffix.length > place || Self.isName(suffix.length),
        !extends(end, suffix.length, to), let start = stem(place, end - suffix.length, end)
      {
        add(start..<end, isLeaf: false)
        return end
      }
      end += 1
    }
    return nil
  }

  /// Whether a longer suffix goes on behind `end`: 検討会|議, 推進本部|会.
  private func extends(_ end: Int, _ length: Int, _ to: Int) -> Bool {
    guard end < to else { return false }
    for level in Self.levels
    where lexicon.titleWords[level]?.prefix(of: key, from: end, to: to) != nil { return false }
    if lexicon.titleWords["joint"]?.prefix(of: key, from: end, to: to) != nil { return false }
    for ahead in 1...6 where end + ahead <= to {
      if let longer = lexicon.titleWords["suffix"]?.suffix(
        of: key, from: end - length, to: end + ahead),
        longer.length > ahead
      {
        return true
      }
    }
    return key[end] == "会" && key[end - 1] == "部" || key[end] == "員"
  }

  /// Where the name begins in its stem, behind a ministry; nil where the stem is none of a body.
  private func stem(_ from: Int, _ to: Int, _ end: Int) -> Int? {
    var start = from
    if let ministry = lexicon.ministries.prefix(of: key, from: from, to: to),
      from + ministry.length < to
    {
      start = from + ministry.length
      if key[start] == "・" { return nil }
    }
    guard end - start <= 40, !Self.openers.contains(where: { key.starts($0, at: start) }) else {
      return nil
    }
    for place in (start + 1)..<max(start + 1, end) where line.gap(before: place) {
      guard Self.mayBreak(line, at: place, from: start, to: end) else { return nil }
    }
    return start
  }

  /// Blanks inside a name stand beside Latin words or single letters only.
  private static func mayBreak(_ line: HeadLine, at place: Int, from: Int, to: Int) -> Bool {
    if line.line.span.to <= line.at[place], line.key[place].value < 0x80 { return true }
    let left = line.key[place - 1]
    let right = line.key[place]
    if left.value < 0x80 || right.value < 0x80 { return true }
    let single = place - 1 == from || line.gap(before: place - 1)
    return single || place + 1 >= to || line.gap(before: place + 1)
  }

  private mutating func add(_ range: Range<Int>, isLeaf: Bool) {
    phrase.bodies.append(.init(range: range, isLeaf: isLeaf, isJoint: jointPending))
    phrase.isJoint = phrase.isJoint || jointPending
    jointPending = false
  }

  private func opensNumber(_ place: Int) -> Bool {
    guard let number = Numerals.number(in: key, at: place + 1), number.span.to < key.count else {
      return false
    }
    return "回号".unicodeScalars.contains(key[number.span.to])
  }

  private mutating func tail(_ place: Int, _ to: Int) -> Int? {
    guard let found = lexicon.titleWords["tail"]?.prefix(of: key, from: place, to: to) else {
      return nil
    }
    if found.length == 4, phrase.record != nil { phrase.isAbout = true }
    return place + found.length
  }

  private mutating func foreign(_ place: Int, _ to: Int) -> Int {
    if "_-:/,.~ー".unicodeScalars.contains(key[place]) { return place + 1 }
    // A slip of the typist in front of the record word (合同会合議|議事録).
    if place + 1 < to, place > 0, record(place + 1, to) != nil { return place + 1 }
    phrase.foreign += to - place
    return to
  }

  private static func isName(_ length: Int) -> Bool { length >= 4 }

  private static let levels = BodyPhrase.levels
  private static let eras = ["令和", "平成", "昭和", "大正", "明治"].map(HeadLine.fold)
  private static let numberSigns = ["No.", "No", "#", "Vol."].map(HeadLine.fold)
  private static let diet = HeadLine.fold("国会")
  private static let separators = ["・", "、", "及び", "並びに", "と", "/", "+", "&"].map(HeadLine.fold)
  private static let generics = ["会議", "会合", "Meeting", "Meetup"].map(HeadLine.fold)
  private static let plain = ["委員会", "審議会", "部会", "協議会", "分科会", "検討会", "懇談会", "研究会"]
    .map(HeadLine.fold)
  private static let openers = ["事務局", "担当", "について", "の", "に", "委員名簿", "本日"].map(HeadLine.fold)
}
