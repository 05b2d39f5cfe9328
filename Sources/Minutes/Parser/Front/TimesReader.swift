import Deliberation
import JapaneseText

/// Reads the hours of a meeting from its fields, or from lines like 午前10時00分開会.
enum TimesReader {
  static func read(_ layout: HeadLayout, in view: TextView) -> [MeetingTime] {
    var times: [MeetingTime] = []
    for part in layout.parts where part.kind == .date {
      for piece in part.paragraph(limit: 4) {
        // A second day, or the closing line of a table, is no second sitting.
        for range in ranges(piece, in: view) {
          if part.label.contains("閉"), range.to == nil, let last = times.indices.last,
            times[last].to == nil
          {
            // 閉会日時
            times[last].to = range.from
          } else {
            times.append(range)
          }
        }
      }
    }
    if times.isEmpty { times = clockFields(layout, in: view) }
    if times.isEmpty { times = sittingLines(layout, in: view) }
    if times.isEmpty {
      for line in layout.title where !line.isEmpty && line.count < 80 {
        times += ranges(line, in: view).filter { $0.from != nil }
      }
    }
    if times.isEmpty {
      for line in layout.lines where line.count >= 40 { times += behindDates(line, in: view) }
    }
    // 午後1時36分開会、午後3時35分散会
    for index in times.indices.dropFirst().reversed()
    where times[index].from == nil && times[index - 1].to == nil {
      times[index - 1].to = times[index].to
      times.remove(at: index)
    }
    var seen = Set<MeetingTime>()
    return joined(times.filter { seen.insert($0).inserted })
  }

  /// `開会　午前１０時` and `閉会　午前１１時４７分` on two lines: one sitting.
  private static func joined(_ times: [MeetingTime]) -> [MeetingTime] {
    times.reduce(into: []) { joined, time in
      if let last = joined.last, last.to == nil, time.from == nil, let to = time.to {
        joined[joined.count - 1].to = to
      } else {
        joined.append(time)
      }
    }
  }

  /// `平成14年７月５日（金）午後４時00分～午後５時54分` within a long line: hours directly behind a date.
  private static func behindDates(_ line: HeadLine, in view: TextView) -> [MeetingTime] {
    let dates = JapaneseDate.matches(in: view.source.scalars, within: line.span)
    return ClockTime.ranges(in: view.source.scalars, within: line.span)
      .filter { range in
        range.from != nil && range.to != nil
          && dates.contains { (0...8).contains(range.span.from - $0.span.to) }
      }.map { MeetingTime(from: $0.from, to: $0.to) }
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
        } else if closes, range.from == nil, let last = times.indices.last, times[last].to == nil {
          times[last].to = range.to
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
