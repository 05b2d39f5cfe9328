import Deliberation
import JapaneseText

/// Finds the day, the hours and the place of the meeting.
enum DateReader {
  private struct Candidate {
    var date: DateMatch
    var line: Int
    var score: Int
  }

  struct Reading {
    var date: CalendarDate?
    var times: [MeetingTime] = []
    var findings: [Finding] = []
  }

  static func read(_ layout: HeadLayout, in view: TextView) -> Reading {
    var reading = Reading()
    var candidates: [Candidate] = []
    for part in layout.parts where part.kind == .date || part.kind == .clock {
      for piece in part.paragraph(limit: 4) {
        add(piece, score: part.kind == .date ? 20 : 8, to: &candidates, in: view)
        reading.findings += impossible(piece, in: view)
      }
      if part.noteKey.contains(where: { $0.digitValue != nil }) {
        add(part.line, score: 6, to: &candidates, in: view)
      }
    }
    for part in layout.parts where part.kind != .date && part.kind != .documents {
      for piece in part.pieces where piece.count < 60 && part.kind != .clock {
        add(piece, score: part.kind == .agenda ? 5 : 3, to: &candidates, in: view)
      }
    }
    let title = layout.title.filter { !$0.isEmpty }
    for (index, line) in title.enumerated() {
      // 令和六年八月二十三日（金曜日） / 午後零時三十分開議
      let opens = index + 1 < title.count && TimesReader.isOpening(title[index + 1])
      add(line, score: (index < 2 ? 4 : 5) + (opens ? 8 : 0), to: &candidates, in: view)
    }
    candidates += dated(title, by: candidates, in: view)
    if candidates.isEmpty { candidates += fiscal(title) }
    let best = candidates.enumerated().max {
      ($0.element.score, -$0.offset) < ($1.element.score, -$1.offset)
    }?.element
    reading.date = best?.date.date
    if let best, best.date.weekdayAgrees == false {
      reading.findings.append(
        Finding(
          kind: "weekdayContradiction", line: best.line,
          message:
            "\(HeadText.plain(best.date.span, in: view)): \(best.date.date) is no such weekday"))
    }
    reading.times = TimesReader.read(layout, in: view)
    return reading
  }

  /// A heading with month and day (`# 6月22日：幹事長会議`) under a full date in the marks of the format
  /// (`{{first:2020-07-04}}`): the year is that of the publication, which is not earlier.
  private static func dated(
    _ title: [HeadLine], by candidates: [Candidate], in view: TextView
  ) -> [Candidate] {
    guard let heading = title.first(where: { $0.line.heading != nil }),
      JapaneseDate.matches(in: heading.key).isEmpty,
      let published = candidates.map(\.date.date).max(),
      let found = MonthDay.first(in: heading.key)
    else { return [] }
    let dates = [published.year, published.year - 1].compactMap {
      CalendarDate(year: $0, month: found.month, day: found.day)
    }
    guard let date = dates.first(where: { $0 <= published }) else { return [] }
    let match = DateMatch(span: heading.span(found.at.lowerBound, found.at.upperBound), date: date)
    return [Candidate(date: match, line: heading.line.number, score: 12)]
  }

  /// `令和元年度　議会運営委員会` above `第11回委員会（11月19日）`: the year is that of the fiscal year, which
  /// begins in April.
  private static func fiscal(_ title: [HeadLine]) -> [Candidate] {
    guard let place = title.firstIndex(where: { FiscalYear.first(in: $0.key) != nil }),
      let year = FiscalYear.first(in: title[place].key)
    else { return [] }
    for line in title[place...].prefix(3) {
      guard let found = MonthDay.first(in: line.key),
        let date = CalendarDate(
          year: found.month >= 4 ? year : year + 1, month: found.month, day: found.day)
      else { continue }
      let match = DateMatch(span: line.span(found.at.lowerBound, found.at.upperBound), date: date)
      return [Candidate(date: match, line: line.line.number, score: 4)]
    }
    return []
  }

  /// The dates of a line; one that tells when the text was published counts little.
  private static func add(
    _ piece: HeadLine, score: Int, to candidates: inout [Candidate], in view: TextView
  ) {
    guard !piece.isEmpty else { return }
    let matches = JapaneseDate.matches(in: view.source.scalars, within: piece.span)
    for (index, match) in matches.enumerated() {
      var own = score
      let after = Array(
        view.scalars(TextSpan(match.span.to, min(match.span.to + 16, piece.span.to))))
      let before = Array(
        view.scalars(TextSpan(max(piece.span.from, match.span.from - 12), match.span.from)))
      if after.contains("開催") || after.contains("開会") || after.contains("開議") { own += 6 }
      if after.contains("時") || after.contains(":") || after.contains("：") { own += 3 }
      if match.printedWeekday != nil { own += 2 }
      if match.span.count * 2 > piece.span.count { own += 2 }
      if before.contains("公表") || before.contains("掲載") || before.contains("更新") { own -= 12 }
      if index == 0, matches.count > 1, own < 12,
        HeadLexicon.current.ministries.first(in: HeadLine.fold(String(after))) != nil
      {
        own -= 4
      }
      candidates.append(Candidate(date: match, line: piece.line.number, score: own))
    }
  }

  private static func impossible(_ piece: HeadLine, in view: TextView) -> [Finding] {
    guard !piece.isEmpty else { return [] }
    return JapaneseDate.impossible(in: view.source.scalars, within: piece.span).map {
      Finding(
        kind: "impossibleDate", line: piece.line.number,
        message: "\(HeadText.plain($0, in: view)) is no date")
    }
  }
}

/// `令和元年度`, `平成29年度`.
private enum FiscalYear {
  static func first(in key: Scalars) -> Int? {
    for (era, base) in eras {
      guard let at = key.firstOffset(of: era) else { continue }
      var end = at + era.count
      guard end < key.count else { continue }
      var year = 1
      if key[end] == "元" {
        end += 1
      } else if let number = Numerals.number(in: key, at: end) {
        year = number.value
        end = number.span.to
      } else {
        continue
      }
      if key.starts(HeadLine.fold("年度"), at: end) { return base + year }
    }
    return nil
  }

  private static let eras = [("令和", 2018), ("平成", 1988), ("昭和", 1925)]
    .map { (HeadLine.fold($0.0), $0.1) }
}

/// `6月22日`: a day without its year.
private struct MonthDay {
  var month: Int
  var day: Int
  /// Where it stands in the key.
  var at: Range<Int>

  static func first(in key: Scalars) -> MonthDay? {
    for place in key.indices where place == 0 || key[place - 1].digitValue == nil {
      guard let month = Numerals.number(in: key, at: place), month.span.to + 1 < key.count,
        key[month.span.to] == "月",
        let day = Numerals.number(in: key, at: month.span.to + 1), day.span.to < key.count,
        key[day.span.to] == "日"
      else { continue }
      return MonthDay(month: month.value, day: day.value, at: place..<(day.span.to + 1))
    }
    return nil
  }
}
