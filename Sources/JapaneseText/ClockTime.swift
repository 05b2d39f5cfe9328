/// The hours of a sitting as a text gives them, each `HH:MM`.
package struct ClockRangeMatch: Hashable, Sendable {
  package var span: TextSpan
  package var from: String?
  package var to: String?

  package init(span: TextSpan, from: String?, to: String?) {
    self.span = span
    self.from = from
    self.to = to
  }
}

/// Finds the hours of sittings.
package enum ClockTime {
  /// The ranges of hours in a text, in order; a single hour is a range with one end.
  ///
  /// Reads 10:00~11:40, 午後２時01分～午後４時00分, 午後1時から2時25分まで (午後 is carried over),
  /// 自 午後2時 至 午後4時20分, 10時半, 午後三時五十一分開議 and 13:30〜. A single hour is the end
  /// where 閉会, 散会 or the like stands beside it, else the beginning.
  package static func ranges(in text: Scalars, within: TextSpan? = nil) -> [ClockRangeMatch] {
    var scanner = ClockScanner(
      text: text, index: max(within?.from ?? 0, 0), end: min(within?.to ?? text.count, text.count))
    var found: [ClockRangeMatch] = []
    while let match = scanner.nextRange() { found.append(match) }
    return found
  }
}

/// Walks through a text from one range of hours to the next.
private struct ClockScanner {
  let text: Scalars
  var index: Int
  let end: Int
  /// The half of the day of the range before, and where that range ended.
  var carried: (half: Half?, at: Int) = (nil, -1)

  enum Half { case morning, afternoon }

  /// A time of the clock as printed.
  struct Time {
    var start: Int
    var half: Half?
    var hour: Int
    var minute: Int

    /// Minutes since midnight with the half of the day applied; 12 stays noon in either half.
    func minutes(_ half: Half?) -> Int {
      (half == .afternoon && hour < 12 ? hour + 12 : hour) * 60 + minute
    }
  }

  mutating func nextRange() -> ClockRangeMatch? {
    while index < end {
      guard let first = time(at: index) else {
        index += 1
        continue
      }
      let start = beginning(of: first.time)
      return range(from: first.time, end: first.end, start: start)
    }
    return nil
  }

  private mutating func range(from first: Time, end firstEnd: Int, start: Int) -> ClockRangeMatch {
    var first = first
    if first.half == nil, carried.half != nil, isListed(from: carried.at, to: first.start),
      first.hour < 12
    {
      first.half = carried.half
    }
    let from = first.minutes(first.half)
    if let mark = separator(at: firstEnd) {
      if let second = time(at: skipBlanks(mark, lines: true), isEnd: true) {
        var half = second.time.half
        if half == nil, second.time.hour < 12 {
          let late = second.time.minutes(.afternoon)
          if first.half == .afternoon, late >= from { half = .afternoon }
          if first.half == .morning, second.time.minutes(nil) < from { half = .afternoon }
        }
        index = until(second.end)
        carried = (half, index)
        return ClockRangeMatch(
          span: TextSpan(start, index), from: Self.written(from),
          to: Self.written(second.time.minutes(half)))
      }
      index = mark
      carried = (nil, -1)
      return ClockRangeMatch(span: TextSpan(start, mark), from: Self.written(from), to: nil)
    }
    index = until(firstEnd)
    carried = (nil, -1)
    let isEnd = index > firstEnd || closes(before: start, after: firstEnd)
    return ClockRangeMatch(
      span: TextSpan(start, index), from: isEnd ? nil : Self.written(from),
      to: isEnd ? Self.written(from) : nil)
  }

  private static func written(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  private func skipBlanks(_ from: Int, lines: Bool = false) -> Int {
    var index = from
    while index < end, text[index].isBlank || (lines && text[index].isLineEnd) { index += 1 }
    return index
  }

  /// 自 belongs to the range.
  private func beginning(of time: Time) -> Int {
    var before = time.start
    while before > 0, text[before - 1].isBlank { before -= 1 }
    return before > 0 && text[before - 1] == "自" ? before - 1 : time.start
  }

  /// まで belongs to the range.
  private func until(_ from: Int) -> Int {
    let next = skipBlanks(from)
    return text.starts(Self.until, at: next) && next + 2 <= end ? next + 2 : from
  }

  private static let until = "まで".scalars
  private static let ranging = ["から", "より"].map(\.scalars)
  private static let approximate = ["頃", "ごろ"].map(\.scalars)
  private static let closing = [
    "閉会", "散会", "終了", "閉議", "延会", "終会", "閉式", "休憩",
  ].map(\.scalars)

  /// The offset behind a sign or word that leads to the end of a range.
  private func separator(at from: Int) -> Int? {
    var index = skipBlanks(from)
    for word in Self.approximate where text.starts(word, at: index) {
      index = skipBlanks(index + word.count)
    }
    for word in Self.ranging where text.starts(word, at: index) && index + 2 <= end {
      let behind = skipBlanks(index + 2)
      return behind < end && isWave(text[behind]) ? behind + 1 : index + 2
    }
    if index < end, isWave(text[index]) { return index + 1 }
    index = skipBlanks(from, lines: true)
    return index < end && text[index] == "至" ? index + 1 : nil
  }

  private func isWave(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "~", "～", "〜", "∼", "-", "－", "–", "—", "―", "−", "‐", "ー", "─", "→": true
    default: false
    }
  }

  private func isListed(from: Int, to: Int) -> Bool {
    from >= 0 && to - from <= 8
      && (from..<max(from, to)).allSatisfy {
        text[$0].isSpace || [",", "、", "，", "・", "及", "び", "と"].contains(text[$0])
      }
  }

  private func closes(before start: Int, after end: Int) -> Bool {
    var from = start
    while from > 0, text[from - 1].isBlank || [":", "："].contains(text[from - 1]) { from -= 1 }
    let next = skipBlanks(end)
    return Self.closing.contains { word in
      text.starts(word, at: next)
        || (from >= word.count && text.starts(word, at: from - word.count))
    }
  }
}

extension ClockScanner {
  /// The time that starts exactly at `start`, and the offset behind it.
  private func time(
    at start: Int, mayBeBare: Bool = true, isEnd: Bool = false
  ) -> (time: Time, end: Int)? {
    guard start < end else { return nil }
    let (half, behind) = half(at: start)
    if behind > start, half == nil {
      // 正午
      return (Time(start: start, half: nil, hour: 12, minute: 0), behind)
    }
    let digits = behind > start ? skipBlanks(behind) : start
    guard digits < end, isStart(text[digits]), behind > start || isFree(before: start),
      let hour = Numerals.number(in: text, at: digits), hour.value <= 24, hour.span.to <= end
    else { return nil }
    var time = Time(start: start, half: half, hour: hour.value, minute: 0)
    let sign = skipBlanks(hour.span.to)
    guard sign < end else { return nil }
    if text[sign] == "時" {
      guard let end = minutes(after: sign + 1, into: &time) else { return nil }
      // 一時 alone is "for a while", no hour.
      let isWord = !isEnd && half == nil && text[digits].digitValue == nil && end == sign + 1
      return isWord ? nil : (time, end)
    }
    if text[sign] == ":" || text[sign] == "：" {
      let at = skipBlanks(sign + 1)
      guard let end = twoDigits(at: at, into: &time) else { return nil }
      return (time, end)
    }
    // 午後1～3時: the sign of the hour stands only once.
    guard mayBeBare, text[digits].digitValue != nil, isWave(text[sign]),
      self.time(at: skipBlanks(sign + 1), mayBeBare: false) != nil
    else { return nil }
    return (time, hour.span.to)
  }

  private func isStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.digitValue != nil || Numerals.kanjiDigit(scalar) != nil || scalar == "十"
  }

  private func isFree(before start: Int) -> Bool {
    guard start > 0 else { return true }
    let before = text[start - 1]
    if isStart(before) || before == ":" || before == "：" || before == "." { return false }
    return before != "第"
  }

  private func half(at start: Int) -> (Half?, Int) {
    for (word, half) in Self.halves where text.starts(word, at: start) {
      return (half, start + word.count)
    }
    return (nil, start)
  }

  private static let halves: [(Scalars, Half?)] = [
    ("午前".scalars, .morning), ("午後".scalars, .afternoon), ("正午".scalars, nil),
    ("AM".scalars, .morning), ("PM".scalars, .afternoon),
    ("am".scalars, .morning), ("pm".scalars, .afternoon),
  ]

  /// Reads 半 or 30分 behind 時; nil where 時 is no time of the clock (3時間, 現時点).
  private func minutes(after hourEnd: Int, into time: inout Time) -> Int? {
    guard hourEnd < end else { return hourEnd }
    switch text[hourEnd] {
    case "間", "点", "代", "期", "限", "速", "給": return nil
    case "半":
      time.minute = 30
      return hourEnd + 1
    default: break
    }
    let digits = skipBlanks(hourEnd)
    if let zero = zeroMinute(at: digits, into: &time) { return zero }
    guard digits < end, isStart(text[digits]),
      let minute = Numerals.number(in: text, at: digits), minute.value < 60
    else { return hourEnd }
    let sign = skipBlanks(minute.span.to)
    guard sign < end, text[sign] == "分" else { return hourEnd }
    time.minute = minute.value
    return sign + 1
  }

  /// Reads 〇〇分 and 〇五分, which are no numbers elsewhere.
  private func zeroMinute(at start: Int, into time: inout Time) -> Int? {
    guard start + 2 < end, text[start] == "〇", text[start + 2] == "分",
      let units = Numerals.kanjiDigit(text[start + 1])
    else { return nil }
    time.minute = units
    return start + 3
  }

  /// Reads the two digits behind a colon; seconds behind another are stepped over.
  private func twoDigits(at start: Int, into time: inout Time) -> Int? {
    guard start + 1 < end, let tens = text[start].digitValue, tens < 6,
      let units = text[start + 1].digitValue
    else { return nil }
    time.minute = tens * 10 + units
    var index = start + 2
    if index < end, text[index].digitValue != nil { return nil }
    // 1:50,000 is a scale.
    if index + 1 < end, text[index] == ",", text[index + 1].digitValue != nil { return nil }
    if index + 2 < end, text[index] == ":" || text[index] == "：",
      text[index + 1].digitValue != nil, text[index + 2].digitValue != nil
    {
      index += 3
    }
    return index
  }
}
