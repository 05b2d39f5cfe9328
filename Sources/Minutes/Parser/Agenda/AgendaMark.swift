import JapaneseText

/// The mark of an agenda item: `(1)`, `②`, `議題１`, `日程第３`.
struct AgendaMark: Hashable, Sendable {
  /// The form of the mark; items of one level share it.
  enum Style: Hashable, Sendable {
    case bracketed, circled, dotted, kanji, roman, kana, ordinal
    case word(String)
    case sign(Unicode.Scalar)
  }

  var style: Style
  /// nil for a sign that does not count.
  var number: Int?
  /// As printed.
  var printed: String
  /// Offset after the mark and what parts it from the title.
  var end: Int

  /// Words that name a level of the agenda before a number.
  static let words = [
    "追加議事日程", "追加日程", "議事日程", "日程", "議題", "議事", "案件", "議案", "報告事項", "審議事項", "協議事項", "検討事項", "報告",
    "協議",
  ].map(\.scalars)

  /// Whether one of `words` can begin with a scalar.
  static func beginsWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "追", "議", "日", "案", "報", "審", "協", "検": true
    default: false
    }
  }

  /// The mark at `start`, if one stands there; blanks after it are passed over.
  static func read(in scalars: Scalars, at start: Int, to end: Int) -> AgendaMark? {
    guard start < end, couldBegin(scalars[start]) else { return nil }
    return circled(scalars, start, end) ?? bracketed(scalars, start, end)
      ?? worded(scalars, start, end) ?? numbered(scalars, start, end)
      ?? kana(scalars, start, end) ?? sign(scalars, start, end)
  }

  /// Whether a mark can begin with a scalar; refuses most lines at once.
  private static func couldBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0xFF10...0xFF19, 0x28, 0xFF08, 0x2150...0x218F, 0x2460...0x24FF,
      0x3200...0x33FF:
      true
    case 0x25A0...0x26FF: true
    case 0x49, 0x56, 0x58, 0xFF29, 0xFF36, 0xFF38: true
    case 0x30A2...0x30C8: true
    default: beginsWord(scalar) || isOtherHead(scalar)
    }
  }

  private static func isOtherHead(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "〔", "【", "［", "《", "≪", "＜", "〈", "第", "一", "二", "三", "四", "五", "六", "七", "八", "九",
      "十", "〇", "◯", "上":
      true
    default: false
    }
  }

  private static func make(
    _ style: Style, _ number: Int?, _ scalars: Scalars, _ start: Int, _ stop: Int, _ end: Int
  ) -> AgendaMark {
    var after = stop
    while after < end, scalars[after].isBlank || "．.、：:".unicodeScalars.contains(scalars[after]) {
      after += 1
    }
    return AgendaMark(
      style: style, number: number, printed: scalars.text(TextSpan(start, stop)), end: after)
  }

  private static func circled(_ scalars: Scalars, _ start: Int, _ end: Int) -> AgendaMark? {
    if let number = Numerals.circled(scalars[start]) {
      return make(.circled, number, scalars, start, start + 1, end)
    }
    let value = scalars[start].value
    if (0x2474...0x2487).contains(value) {
      return make(.bracketed, Int(value - 0x2473), scalars, start, start + 1, end)
    }
    if (0x2488...0x249B).contains(value) {
      return make(.dotted, Int(value - 0x2487), scalars, start, start + 1, end)
    }
    return nil
  }

  /// Marks in brackets: (1), （ア）, （一）.
  private static func bracketed(_ scalars: Scalars, _ start: Int, _ end: Int) -> AgendaMark? {
    guard scalars[start] == "(" || scalars[start] == "（" else { return nil }
    var inner = start + 1
    while inner < end, scalars[inner].isBlank { inner += 1 }
    guard inner < end else { return nil }
    let number: Int
    var stop: Int
    if let match = Numerals.number(in: scalars, at: inner), match.value < 100 {
      number = match.value
      stop = match.span.to
    } else if let index = kanaIndex(scalars[inner]) {
      number = index
      stop = inner + 1
    } else {
      return nil
    }
    while stop < end, scalars[stop].isBlank { stop += 1 }
    guard stop < end, scalars[stop] == ")" || scalars[stop] == "）" else { return nil }
    return make(.bracketed, number, scalars, start, stop + 1, end)
  }

  /// Marks with a word: 議題１, 議題（２）, 日程第３, 第４.
  private static func worded(_ scalars: Scalars, _ start: Int, _ end: Int) -> AgendaMark? {
    if "〔【［《≪＜〈".unicodeScalars.contains(scalars[start]),
      let inner = worded(scalars, start + 1, end), inner.number != nil
    {
      // 〔議題１〕
      var stop = start + 1 + inner.printed.unicodeScalars.count
      while stop < end, scalars[stop].isBlank { stop += 1 }
      guard stop < end, "〕】］》≫＞〉".unicodeScalars.contains(scalars[stop]) else { return nil }
      var mark = make(inner.style, inner.number, scalars, start, stop + 1, end)
      mark.printed = inner.printed
      return mark
    }
    if let word = words.first(where: { scalars.starts($0, at: start) }),
      let (number, stop) = reference(scalars, start + word.count, end)
    {
      if let (counted, style, behind) = counted(scalars, start, stop, end) {
        return make(.word(style), counted, scalars, start, behind, end)
      }
      return make(.word(String(word)), number, scalars, start, stop, end)
    }
    guard scalars[start] == "第", let (number, stop) = reference(scalars, start, end) else {
      return nil
    }
    // 第１回, 第３条 are no marks
    guard stop >= end || scalars[stop].isBlank || "．.、：:".unicodeScalars.contains(scalars[stop])
    else { return nil }
    return make(.ordinal, number, scalars, start, stop, end)
  }

  /// A list of its own behind the number of an added order of the day: 追加日程（２）日程第１.
  static func counted(
    _ scalars: Scalars, _ start: Int, _ stop: Int, _ end: Int
  ) -> (number: Int, word: String, end: Int)? {
    guard scalars.starts(added, at: start) else { return nil }
    var offset = stop
    while offset < end, scalars[offset].isBlank || scalars[offset] == "の" { offset += 1 }
    guard scalars.starts(day, at: offset),
      let (number, behind) = reference(scalars, offset + day.count, end)
    else { return nil }
    let list = FoldedText(Array(scalars[start..<stop]), blanks: .dropAll).scalars
    return (number, String(list) + "日程", behind)
  }

  private static let added = "追加".scalars
  private static let day = "日程".scalars

  /// The number after a word: １, 第１, （１）, (1), の（１）, その１; and where it ends.
  static func reference(_ scalars: Scalars, _ start: Int, _ end: Int) -> (Int, Int)? {
    var offset = start
    func skipBlanks() { while offset < end, scalars[offset].isBlank { offset += 1 } }
    skipBlanks()
    if offset < end, scalars[offset] == "の" { offset += 1 }
    if offset < end, scalars[offset] == "第" { offset += 1 }
    skipBlanks()
    var bracket = false
    if offset < end, "（([〔【".unicodeScalars.contains(scalars[offset]) {
      bracket = true
      offset += 1
      skipBlanks()
    }
    guard offset < end else { return nil }
    let number: Int
    if let circled = Numerals.circled(scalars[offset]) {
      number = circled
      offset += 1
    } else if let match = Numerals.number(in: scalars, at: offset), match.value < 500 {
      number = match.value
      offset = match.span.to
    } else if let match = Numerals.roman(in: scalars, at: offset) {
      number = match.value
      offset = match.span.to
    } else {
      return nil
    }
    if bracket {
      skipBlanks()
      guard offset < end, "）)]〕】".unicodeScalars.contains(scalars[offset]) else { return nil }
      offset += 1
    }
    if !bracket, offset < end, "件名人点回条項頁".unicodeScalars.contains(scalars[offset]) {
      return nil  // １６議案の６件: a count
    }
    if offset < end, scalars[offset] == "号" { offset += 1 }
    return (number, offset)
  }

  /// Bare numbers: １．, 1., 1 Title, 一、, Ⅰ．, always parted from the title.
  private static func numbered(_ scalars: Scalars, _ start: Int, _ end: Int) -> AgendaMark? {
    if !scalars[start].isKanji, scalars[start].digitValue == nil,
      let roman = Numerals.roman(in: scalars, at: start), roman.value <= 30,
      isParted(scalars, roman.span.to, end)
    {
      return make(.roman, roman.value, scalars, start, roman.span.to, end)
    }
    guard let match = Numerals.number(in: scalars, at: start), match.value < 100,
      isParted(scalars, match.span.to, end)
    else { return nil }
    let style: Style = scalars[start].isKanji ? .kanji : .dotted
    return make(style, match.value, scalars, start, match.span.to, end)
  }

  private static func isParted(_ scalars: Scalars, _ offset: Int, _ end: Int) -> Bool {
    guard offset < end else { return false }
    var next = offset
    while next < end, scalars[next].isBlank { next += 1 }
    guard next < end else { return false }
    if "．.、)）".unicodeScalars.contains(scalars[next]) {
      return next + 1 >= end || scalars[next + 1].digitValue == nil
    }
    return next > offset && scalars[next].digitValue == nil
  }

  private static func kana(_ scalars: Scalars, _ start: Int, _ end: Int) -> AgendaMark? {
    guard let number = kanaIndex(scalars[start]), start + 1 < end,
      scalars[start + 1].isBlank || "．.、）)".unicodeScalars.contains(scalars[start + 1])
    else { return nil }
    return make(.kana, number, scalars, start, start + 1, end)
  }

  private static let kanaOrder = Array("アイウエオカキクケコサシスセソタチツテト".unicodeScalars)

  private static func kanaIndex(_ scalar: Unicode.Scalar) -> Int? {
    guard scalar.isKatakana else { return nil }
    return kanaOrder.firstIndex(of: scalar).map { $0 + 1 }
  }

  private static func sign(_ scalars: Scalars, _ start: Int, _ end: Int) -> AgendaMark? {
    guard let mark = CandidateFinder.mark(scalars[start]), mark != "・", mark != "•" else {
      return nil
    }
    return make(.sign(mark), nil, scalars, start, start + 1, end)
  }
}
