import Deliberation
package import JapaneseText

/// The fields of the query language and their values.
package enum QueryFields {
  /// The names that may stand before a colon.
  package static let names = [
    "speaker", "role", "org", "body", "meeting", "agenda", "date", "from", "until", "stance", "law",
    "article", "basis", "kind",
  ]

  /// Puts the value of a field into the filter; returns what is wrong with it, if anything.
  static func set(
    _ field: String, _ value: String, in filter: inout SearchFilter, kinds: inout [SearchKind]
  ) -> QueryError.Problem? {
    switch field {
    case "speaker": filter.speakers.append(value)
    case "role": filter.roles.append(value)
    case "org": filter.organisations.append(value)
    case "body": filter.bodies.append(value)
    case "meeting": filter.meetings.append(value)
    case "agenda": filter.agenda.append(value)
    case "law": filter.laws.append(value)
    case "article": filter.articles.append(value)
    case "date", "from", "until":
      guard let range = dates(value) else {
        return .badValue(
          field: field, value: value, allowed: "2025-05-13, 2025-05, 2025, 令和7年5月13日, R7.5.13, A..B"
        )
      }
      if field != "until" { filter.from = range.from }
      if field != "from" { filter.until = range.until }
    case "stance":
      guard let stance = Stance(rawValue: value) ?? stances[value] else {
        return .badValue(field: field, value: value, allowed: list(Stance.allCases, stances))
      }
      filter.stances.append(stance)
    case "basis":
      guard let basis = LinkBasis(rawValue: value) else {
        return .badValue(
          field: field, value: value,
          allowed: LinkBasis.allCases.map(\.rawValue).joined(separator: ", "))
      }
      filter.bases.append(basis)
    default:
      if value == "all" {
        kinds = SearchKind.allCases
      } else if let kind = SearchKind(rawValue: value) ?? kindNames[value] {
        kinds.append(kind)
      } else {
        return .badValue(
          field: field, value: value, allowed: list(SearchKind.allCases, kindNames) + ", all")
      }
    }
    return nil
  }

  private static let stances: [String: Stance] = [
    "賛成": .support, "条件付き賛成": .conditionalSupport, "反対": .oppose, "懸念": .concern,
    "要望": .request, "質問": .question, "回答": .answer, "意見": .comment,
  ]

  private static let kindNames: [String: SearchKind] = [
    "発言": .statement, "経過": .event, "議事": .agenda, "資料": .document, "出席": .attendance,
  ]

  private static func list<Value: RawRepresentable<String> & Hashable>(
    _ values: [Value], _ names: [String: Value]
  ) -> String {
    values.map { value in
      let name = names.first { $0.value == value }?.key
      return value.rawValue + (name.map { "（\($0)）" } ?? "")
    }.joined(separator: ", ")
  }

  /// The days that a date, a month, a year, or a range `A..B` of them stands for.
  ///
  /// Dates in 西暦 and 和暦 in every form that `JapaneseDate` reads; `2025-05` and `2025`; either
  /// end of a range may be left open. Nil where the text is none of these.
  package static func dates(_ text: String) -> (from: CalendarDate?, until: CalendarDate?)? {
    let scalars = text.scalars
    if let dots = scalars.firstOffset(of: "..".scalars) {
      let left = scalars.text(TextSpan(0, dots))
      let right = scalars.text(TextSpan(dots + 2, scalars.count))
      let from = left.isEmpty ? nil : period(left)
      let until = right.isEmpty ? nil : period(right)
      guard left.isEmpty == (from == nil), right.isEmpty == (until == nil),
        from != nil || until != nil
      else { return nil }
      return (from?.first, until?.last)
    }
    return period(text).map { ($0.first, $0.last) }
  }

  private static func period(_ text: String) -> (first: CalendarDate, last: CalendarDate)? {
    if let date = CalendarDate(text) { return (date, date) }
    let scalars = text.scalars
    if let match = JapaneseDate.matches(in: scalars).first,
      match.span == TextSpan(0, scalars.count)
    {
      return (match.date, match.date)
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count <= 2, parts[0].count == 4, let year = Int(parts[0]) {
      guard parts.count == 2 else { return months(of: year, 1, 12) }
      return Int(parts[1]).flatMap { months(of: year, $0, $0) }
    }
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
