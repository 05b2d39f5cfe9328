/// What is written like a date; `date` is nil where there is no such day.
struct DateReading {
  var span: TextSpan
  var date: CalendarDate?
  var weekday: Int?

  /// A quick test that lets the search skip nearly every scalar.
  static func canStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "令", "平", "昭", "大", "明", "㋿", "㍻", "㍼", "㍽", "㍾": true
    case "R", "H", "S", "T", "M", "Ｒ", "Ｈ", "Ｓ", "Ｔ", "Ｍ": true
    case "一", "二": true
    default: scalar.digitValue != nil
    }
  }

  /// The offset behind the digits at `index`, or behind one scalar.
  static func afterNumber(_ text: Scalars, _ index: Int, _ end: Int) -> Int {
    var next = index + 1
    guard text[index].digitValue != nil else { return next }
    while next < end, text[next].digitValue != nil { next += 1 }
    return next
  }

  static func read(_ text: Scalars, at start: Int, to end: Int) -> DateReading? {
    var scanner = DateScanner(text: text, index: start, end: end)
    guard let (year, month, day) = scanner.parts() else { return nil }
    let isReal = month != nil && day != nil && year != nil
    let date =
      isReal ? CalendarDate(year: year ?? 0, month: month ?? 0, day: day ?? 0) : nil
    let weekday = scanner.weekday()
    return DateReading(span: TextSpan(start, scanner.index), date: date, weekday: weekday)
  }
}

/// Reads one date from the place where it starts.
struct DateScanner {
  let text: Scalars
  var index: Int
  let end: Int

  typealias Parts = (year: Int?, month: Int?, day: Int?)

  var next: Unicode.Scalar? { index < end ? text[index] : nil }

  mutating func skipBlanks() {
    while index < end, text[index].isBlank { index += 1 }
  }

  /// Steps over one of the scalars, blanks before it allowed.
  mutating func take(_ isWanted: (Unicode.Scalar) -> Bool) -> Bool {
    let mark = index
    skipBlanks()
    if let next, isWanted(next) {
      index += 1
      return true
    }
    index = mark
    return false
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool { take { $0 == scalar } }

  /// A number of at most `digits` digits, blanks before and between its digits allowed.
  mutating func number(digits: Int) -> Int? {
    let mark = index
    skipBlanks()
    guard let first = next else {
      index = mark
      return nil
    }
    if first.digitValue == nil {
      guard let match = Numerals.number(in: text, at: index), match.span.to <= end else {
        index = mark
        return nil
      }
      index = match.span.to
      return match.value
    }
    var value = 0
    var count = 0
    while let digit = next?.digitValue {
      count += 1
      value = count > digits ? value : value * 10 + digit
      index += 1
      if index + 1 < end, text[index].isBlank, text[index + 1].digitValue != nil, count < digits {
        index += 1
      }
    }
    guard count <= digits else {
      index = mark
      return nil
    }
    return value
  }

  mutating func parts() -> Parts? {
    guard let first = next else { return nil }
    if let digit = first.digitValue {
      return digit == 0 ? nil : western()
    }
    if first == "一" || first == "二" { return western() }
    if first.value < 0x100 || first.value > 0xFF00 { return shortEra() }
    return era()
  }

  private func isJoinedBefore(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "/", ".", "．", "／", "－", "_": true
    default: scalar.digitValue != nil || isLatin(scalar)
    }
  }

  private func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  /// 令和7年5月13日, also with the Gregorian year in brackets behind 年.
  private mutating func era() -> Parts? {
    guard let era = eraName() else { return nil }
    guard let count = take("元") ? 1 : number(digits: 5) else { return nil }
    // 令和2(2020)年
    let early = restatedYear() ?? 0
    guard take("年") else {
      // 平成29315日: the signs between the digits are lost.
      if count >= 100, take("日") { return (nil, nil, nil) }
      return separated(year: count == 0 ? nil : era.yearBefore + count, by: "./")
    }
    guard let late = restatedYear() else { return nil }
    let restated = late == 0 ? early : late
    let year = era.yearBefore + count
    guard let (month, day) = monthAndDay() else { return nil }
    let contradicts = restated != 0 && restated != year
    return (count == 0 || count > 99 || contradicts ? nil : year, month, day)
  }

  private mutating func eraName() -> Era? {
    let mark = index
    for era in Era.all {
      if take(era.sign) { return era }
      if take(era.scalars[0]), take(era.scalars[1]) { return era }
      index = mark
    }
    return nil
  }

  /// The year in brackets that repeats the year before it; 0 where there is none.
  private mutating func restatedYear() -> Int? {
    let mark = index
    guard take({ $0 == "(" || $0 == "（" }) else { return 0 }
    var year: Int?
    if let era = eraName() {
      if let count = take("元") ? 1 : number(digits: 2) { year = era.yearBefore + count }
    } else {
      year = number(digits: 4)
    }
    _ = take("年")
    if let year, take({ $0 == ")" || $0 == "）" }) { return year }
    index = mark
    return 0
  }

  private mutating func monthAndDay() -> (Int, Int)? {
    let mark = index
    if take({ $0.isLineEnd }) { skipBlanks() }
    guard let month = number(digits: 2), take("月") else {
      index = mark
      return nil
    }
    if take({ $0.isLineEnd }) { skipBlanks() }
    guard let day = number(digits: 2), take("日") else {
      index = mark
      return nil
    }
    return (month, day)
  }

  /// 2025年5月13日, 二〇二五年…, 2025/05/13, 2025-05-13.
  private mutating func western() -> Parts? {
    let before = index > 0 ? text[index - 1] : " "
    guard before.digitValue == nil, !isLatin(before),
      let first = Numerals.number(in: text, at: index), first.span.count == 4,
      (1600...2999).contains(first.value), first.span.to <= end
    else { return nil }
    let isKanji = text[index].digitValue == nil
    index = first.span.to
    if take("年") {
      guard let restated = restatedYear(), let (month, day) = monthAndDay() else { return nil }
      return (restated != 0 && restated != first.value ? nil : first.value, month, day)
    }
    guard !isKanji, !isJoinedBefore(before), let parts = separated(year: first.value, by: "./-")
    else { return nil }
    return parts
  }

  /// Short eras: R7.4.1, H29.5.25, R元.5.1.
  private mutating func shortEra() -> Parts? {
    guard let letter = next, index == 0 || !isJoinedBefore(text[index - 1]) else { return nil }
    let ascii = letter.value > 0xFF00 ? letter.value - 0xFEE0 : letter.value
    guard let era = Era.all.first(where: { $0.letter.value == ascii }) else { return nil }
    index += 1
    let mark = index
    guard let count = next == "元" ? 1 : number(digits: 2) else { return nil }
    if next == "元" { index += 1 }
    // S1.2 and T1.2 number sections; eras of the past are written with two digits.
    guard era.letter == "R" || era.letter == "H" || index - mark == 2 else { return nil }
    if take("年") {
      guard let (month, day) = monthAndDay() else { return nil }
      return (count == 0 ? nil : era.yearBefore + count, month, day)
    }
    return separated(year: count == 0 ? nil : era.yearBefore + count, by: "./")
  }

  /// Month and day behind the year, parted by the same sign twice.
  private mutating func separated(year: Int?, by signs: String) -> Parts? {
    skipBlanks()
    guard let sign = next, let kind = Self.separator(sign), signs.unicodeScalars.contains(kind)
    else { return nil }
    index += 1
    guard let month = plain() else { return nil }
    skipBlanks()
    guard let again = next, Self.separator(again) == kind else { return nil }
    index += 1
    guard let day = plain() else { return nil }
    // 2025-05-13T10:00 goes on with the time; 2025-05-13-001 and 1.2.3.4 are no dates.
    if let next, next.digitValue != nil || (isLatin(next) && next != "T") { return nil }
    if index + 1 < end, let next, Self.separator(next) == kind, text[index + 1].digitValue != nil {
      return nil
    }
    return (year, month, day)
  }

  /// One or two digits.
  private mutating func plain() -> Int? {
    skipBlanks()
    guard let first = next?.digitValue else { return nil }
    index += 1
    guard let second = next?.digitValue else { return first }
    index += 1
    return first * 10 + second
  }

  /// The half-width form of a sign between the parts of a date.
  private static func separator(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "/", "／": "/"
    case ".", "．": "."
    case "-", "－", "‐": "-"
    default: nil
    }
  }

  /// The weekday behind a date: (火), （火曜日）, (水曜), （火・祝）, 火曜日, (Tue).
  mutating func weekday() -> Int? {
    let mark = index
    let isBracketed = take { Brackets.closing($0) != nil && $0 != "「" && $0 != "『" }
    skipBlanks()
    if let day = next.flatMap({ Self.weekdays.firstIndex(of: $0) }) {
      index += 1
      let hasSuffix = take("曜")
      if hasSuffix { _ = take("日") }
      if isBracketed, closeBracket() { return day }
      if !isBracketed, hasSuffix { return day }
    } else if isBracketed, let day = englishWeekday(), closeBracket() {
      return day
    }
    index = mark
    return nil
  }

  private static let weekdays = "日月火水木金土".scalars
  private static let english = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"].map(\.scalars)

  private mutating func englishWeekday() -> Int? {
    let start = index
    while let letter = next, letter.isASCII, isLatin(letter), index - start < 9 { index += 1 }
    guard index - start >= 3 else { return nil }
    let word = text[start..<start + 3].map { Unicode.Scalar(UInt8($0.value) | 0x20) }
    return Self.english.firstIndex(of: word)
  }

  /// Steps over the rest of the bracket, （火・祝）; false where it says more, as in （日本時間）.
  private mutating func closeBracket() -> Bool {
    skipBlanks()
    guard let next else { return false }
    switch next {
    case "・", "･", "、", ",", "，", "/", "／", "祝", "休": break
    default: guard Brackets.isClosing(next) else { return false }
    }
    let limit = min(end, index + 6)
    while index < limit {
      let scalar = text[index]
      if scalar.isLineEnd { return false }
      index += 1
      if Brackets.isClosing(scalar) { return true }
    }
    return false
  }
}
