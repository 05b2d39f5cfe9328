import Deliberation
import JapaneseText

/// The hours of a meeting from the lines of the body that tell nothing but a clock and what began
/// or ended: 午前10時00分開会, ［午前11時55分　休憩］, 再開（午後１時00分）, ○午後２時58分閉会.
enum Sittings {
  private enum Turn { case begins, breaks, ends }

  /// Hours in order; `from` is the hour that the head gives for the opening.
  ///
  /// Nil where no such line stands there or the hours do not follow each other.
  static func read(_ view: TextView, within span: TextSpan, from: String?) -> [MeetingTime]? {
    var times: [MeetingTime] = []
    var open = from
    var isFirst = true
    for line in view.lines(within: span) where isShort(line, in: view) {
      for (turn, hour) in moves(line, in: view) {
        if turn == .begins {
          if isFirst || open == nil { open = hour }
        } else if let start = open {
          times.append(MeetingTime(from: start, to: hour))
          open = nil
        } else if let last = times.indices.last, turn == .ends, times[last].to == hour {
          continue
        } else if times.isEmpty {
          times.append(MeetingTime(from: nil, to: hour))
        }
        isFirst = false
      }
    }
    guard !isFirst else { return nil }
    if let open { times.append(MeetingTime(from: open, to: nil)) }
    let hours = times.flatMap { [$0.from, $0.to].compactMap(\.self) }
    guard zip(hours, hours.dropFirst()).allSatisfy({ $0 <= $1 }) else { return nil }
    return times
  }

  private static func isShort(_ line: ViewLine, in view: TextView) -> Bool {
    line.span.count >= 5 && line.span.count <= 40 && view.scalars(line.span).contains("時")
  }

  /// What a line tells, where every sign of it belongs to a clock or to one of the words.
  private static func moves(_ line: ViewLine, in view: TextView) -> [(Turn, String)] {
    let key = HeadLine(line, scalars: view.scalars(line.span)).key
    guard key.allSatisfy({ $0.digitValue != nil || signs.contains($0) }) else { return [] }
    var turns: [Turn] = []
    var place = 0
    while place < key.count {
      guard let word = words.first(where: { key.starts($0.word, at: place) }) else {
        place += 1
        continue
      }
      // 開会・開議: one hour for both.
      if turns.last != word.turn { turns.append(word.turn) }
      place += word.word.count
    }
    let hours = ClockTime.ranges(in: view.source.scalars, within: line.span)
      .flatMap { [$0.from, $0.to].compactMap(\.self) }
    guard turns.count == hours.count else { return [] }
    return Array(zip(turns, hours))
  }

  private static let signs = Set(
    "午前後正時分半頃零〇一二三四五六七八九十()[]【】〔〕・:、。開会議休憩再散閉延宣告○◯-ー―─~　".unicodeScalars)
  private static let words: [(word: Scalars, turn: Turn)] = [
    (HeadLine.fold("開会"), .begins), (HeadLine.fold("開議"), .begins),
    (HeadLine.fold("再開"), .begins), (HeadLine.fold("休憩"), .breaks),
    (HeadLine.fold("散会"), .ends), (HeadLine.fold("閉会"), .ends), (HeadLine.fold("延会"), .ends),
  ]
}
