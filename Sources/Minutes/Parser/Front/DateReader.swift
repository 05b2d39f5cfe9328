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
      if before.contains("公表") || before.contains("掲載") || before.contains("更新") { own -= 6 }
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

/// Reads the hours of a meeting from its fields, or from lines like 午前10時00分開会.
enum TimesReader {
  static func read(_ layout: HeadLayout, in view: TextView) -> [MeetingTime] {
    var times: [MeetingTime] = []
    for part in layout.parts where part.kind == .date {
      for piece in part.paragraph(limit: 4) {
        // A second day, or the closing line of a table, is no second sitting.
        times += ranges(piece, in: view)
      }
    }
    if times.isEmpty { times = clockFields(layout, in: view) }
    if times.isEmpty { times = sittingLines(layout, in: view) }
    if times.isEmpty {
      for line in layout.title where !line.isEmpty && line.count < 80 {
        times += ranges(line, in: view).filter { $0.from != nil }
      }
    }
    var seen = Set<MeetingTime>()
    return times.filter { seen.insert($0).inserted }
  }

  private static func ranges(_ piece: HeadLine, in view: TextView) -> [MeetingTime] {
    guard !piece.isEmpty else { return [] }
    return ClockTime.ranges(in: view.source.scalars, within: piece.span)
      .map { MeetingTime(from: $0.from, to: $0.to) }
  }

  /// `開会：午後2時`, `閉会：午後4時`, `時間：10:00～`.
  private static func clockFields(_ layout: HeadLayout, in view: TextView) -> [MeetingTime] {
    var times: [MeetingTime] = []
    for part in layout.parts where part.kind == .clock {
      // The hours come again where a page holds the head of another page.
      let isAgain = layout.parts.contains {
        $0.kind == .clock && $0.start < part.start && $0.label == part.label
      }
      if isAgain, times.last?.to != nil { continue }
      for range in part.paragraph(limit: 2).flatMap({ ranges($0, in: view) }) {
        let closes = part.label.contains("閉") || part.label.contains("散")
        if closes, range.to == nil, let last = times.indices.last, times[last].to == nil {
          times[last].to = range.from
        } else if closes, range.to == nil {
          times.append(MeetingTime(from: nil, to: range.from))
        } else {
          times.append(range)
        }
      }
    }
    return times
  }

  /// `午前１０時００分開会`, `午前１１時０４分散会`, `午後三時五十一分開議` on lines of their own.
  private static func sittingLines(_ layout: HeadLayout, in view: TextView) -> [MeetingTime] {
    let isAgenda = { (part: HeadPart) in part.kind == .agenda || part.kind == .held }
    let held = layout.parts.filter { !isAgenda($0) }.flatMap(\.pieces)
    let told = sitting(in: layout.title + held + layout.lines.suffix(1), in: view)
    // 午前10時開議 in the order of the day is the hour that was planned.
    let planned = sitting(in: layout.parts.filter(isAgenda).flatMap(\.pieces), in: view)
    let opening = told.opening ?? planned.opening
    let closing = told.closing ?? planned.closing
    guard opening != nil || closing != nil else { return [] }
    return [MeetingTime(from: opening, to: closing)]
  }

  private static func sitting(
    in pieces: [HeadLine], in view: TextView
  ) -> (opening: String?, closing: String?) {
    var opening: String?
    var closing: String?
    for line in pieces where line.count >= 5 && line.count <= 60 {
      guard let time = ranges(line, in: view).first?.from ?? ranges(line, in: view).first?.to else {
        continue
      }
      let line = line.trimmed(of: "[]()【】〔〕")
      if line.key.ends(openings) { opening = opening == nil || line.count < 16 ? time : opening }
      if line.key.ends(closings) { closing = time }
    }
    return (opening, closing)
  }

  /// Whether a line tells when a sitting was opened.
  static func isOpening(_ line: HeadLine) -> Bool {
    let words = line.trimmed(of: "[]()【】〔〕")
    return words.count <= 24 && words.key.contains("時") && words.key.ends(openings)
  }

  /// Whether a line tells when a sitting was closed.
  static func isClosing(_ line: HeadLine) -> Bool {
    let words = line.trimmed(of: "[]()【】〔〕")
    return words.count <= 24 && words.key.contains("時") && words.key.ends(closings)
  }

  private static let openings = ["開会", "開議", "再開", "開会・開議"].map(HeadLine.fold)
  private static let closings = ["散会", "閉会", "延会"].map(HeadLine.fold)
}
