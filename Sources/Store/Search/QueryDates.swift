package import JapaneseText

extension QueryFields {
  /// The first and the last day of a date, month, year, fiscal year (年度) or of a range `A..B` of
  /// them, in the Western or the Japanese calendar; either end may be open.
  ///
  /// Nil for what is no date.
  package static func dates(_ text: String) -> (from: CalendarDate?, until: CalendarDate?)? {
    let scalars = plain(text)
    for sign in signs {
      guard let dots = scalars.firstOffset(of: sign) else { continue }
      let left = scalars.text(TextSpan(0, dots))
      let right = scalars.text(TextSpan(dots + sign.count, scalars.count))
      let from = left.isEmpty ? nil : period(left)
      let until = right.isEmpty ? nil : period(right) ?? period(left.prefix(upTo: right))
      guard left.isEmpty == (from == nil), right.isEmpty == (until == nil),
        from != nil || until != nil
      else { return nil }
      if let first = from?.first, let last = until?.last, first > last { return nil }
      return (from?.first, until?.last)
    }
    return period(String(scalars)).map { ($0.first, $0.last) }
  }

  /// The signs between the ends of a range.
  private static let signs = ["...", "..", "…", "‥", "~", "から"].map(\.scalars)

  /// Digits and signs in ASCII, without blanks and 「まで」.
  private static func plain(_ text: String) -> Scalars {
    var scalars: Scalars = []
    for scalar in text.unicodeScalars where !scalar.isSpace {
      switch scalar.value {
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x301C: scalars.append("~")
      case 0x2212, 0x2010...0x2015: scalars.append("-")
      default: scalars.append(scalar)
      }
    }
    let until = "まで".scalars
    if scalars.count > until.count, scalars.starts(until, at: scalars.count - until.count) {
      scalars.removeLast(until.count)
      if scalars.firstOffset(of: "から".scalars) == nil { scalars = "..".scalars + scalars }
    }
    return scalars
  }

  private static func period(_ text: String) -> (first: CalendarDate, last: CalendarDate)? {
    if text.hasSuffix("年度") {
      guard let year = period(String(text.dropLast(1))),
        let first = CalendarDate(year: year.first.year, month: 4, day: 1),
        let last = CalendarDate(year: year.first.year + 1, month: 3, day: 31)
      else { return nil }
      return (first, last)
    }
    if let date = CalendarDate(text) { return (date, date) }
    let scalars = text.scalars
    if let match = JapaneseDate.matches(in: scalars).first,
      match.span == TextSpan(0, scalars.count)
    {
      return (match.date, match.date)
    }
    if let numbers = western(text) { return numbers }
    // 令和7年5月, 令和7年, R7.5: the first day of it, read as a whole date.
    for (suffix, isYear) in [("1日", false), ("1月1日", true), (".1", false), (".1.1", true)] {
      let whole = (text + suffix).scalars
      guard let match = JapaneseDate.matches(in: whole).first,
        match.span == TextSpan(0, whole.count), match.date.day == 1
      else { continue }
      let month = match.date.month
      return months(of: match.date.year, month, isYear ? 12 : month)
    }
    return nil
  }

  /// 2025, 2025-5, 2025/05, 2025.5, 2025-5-3: a year of four digits first.
  private static func western(
    _ text: String
  ) -> (first: CalendarDate, last: CalendarDate)? {
    let parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    guard (1...3).contains(parts.count), parts[0].count == 4, let year = Int(parts[0]) else {
      return nil
    }
    let rest = parts.dropFirst().map { $0.count <= 2 ? Int($0) : nil }
    switch rest.count {
    case 0: return months(of: year, 1, 12)
    case 1: return rest[0].flatMap { months(of: year, $0, $0) }
    default:
      guard let month = rest[0], let day = rest[1],
        let date = CalendarDate(year: year, month: month, day: day)
      else { return nil }
      return (date, date)
    }
  }

  private static func months(
    of year: Int, _ first: Int, _ last: Int
  ) -> (first: CalendarDate, last: CalendarDate)? {
    let end = (28...31).reversed().lazy.compactMap {
      CalendarDate(year: year, month: last, day: $0)
    }.first
    guard let start = CalendarDate(year: year, month: first, day: 1), let end else { return nil }
    return (start, end)
  }
}

extension String {
  /// The second end of a range that leaves out what it shares with the first: 令和7年4月〜6月.
  fileprivate func prefix(upTo rest: String) -> String {
    let units: [Character] = ["年", "月", "日"]
    guard let unit = rest.first(where: { units.contains($0) }), unit != "年",
      let index = units.firstIndex(of: unit), let cut = lastIndex(of: units[index - 1])
    else { return rest }
    return String(self[...cut]) + rest
  }
}
