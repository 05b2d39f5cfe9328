import Deliberation
import JapaneseText
import Reports

/// How often something was said on one day, by stance.
struct TimelinePoint: Hashable, Sendable {
  var date: CalendarDate
  /// Statements by the stance taken; those without one stand under `comment`.
  var counts: [Stance: Int]
  var label: String
  var href: String?

  var total: Int { counts.values.reduce(0, +) }
}

/// Days on a line with a bar for each, as a picture whose every fact is text too.
///
/// The table beside it in the page says the same; colours only repeat what the titles say.
struct Timeline: Hashable, Sendable {
  let title: String
  let points: [TimelinePoint]

  private static let width = 880
  private static let height = 220
  private static let left = 40
  private static let right = 16
  private static let floor = 180
  private static let top = 16

  /// The picture: no style, no script, no ids, so that any policy lets it through.
  func svg(_ words: Words) -> String {
    let sorted = points.sorted { ($0.date, $0.label) < ($1.date, $1.label) }
    guard let first = sorted.first?.date, let last = sorted.last?.date else { return "" }
    let span = max(1, last.days - first.days)
    let most = max(1, sorted.map(\.total).max() ?? 1)
    var out = """
      <svg xmlns="http://www.w3.org/2000/svg" role="group" class="timeline" width="\(Self.width)" \
      height="\(Self.height)" viewBox="0 0 \(Self.width) \(Self.height)" font-size="12">
      <title>\(HTML.escaped(title))</title>
      <desc>\(HTML.escaped(description(sorted, words)))</desc>
      <line class="axis" x1="\(Self.left)" y1="\(Self.floor)" x2="\(Self.width - Self.right)" y2="\(Self.floor)"/>
      <text class="scale" x="\(Self.left - 6)" y="\(Self.top + 4)" text-anchor="end">\(most)</text>
      <text class="scale" x="\(Self.left - 6)" y="\(Self.floor)" text-anchor="end">0</text>

      """
    out += years(first, last, span)
    for point in sorted { out += bar(point, first, span, most, words) }
    return out + "</svg>"
  }

  private func x(_ date: CalendarDate, _ first: CalendarDate, _ span: Int) -> Int {
    let room = Self.width - Self.left - Self.right - 20
    return Self.left + 10 + (date.days - first.days) * room / span
  }

  /// A mark at the first and the last day, and at years between them where there is room.
  private func years(_ first: CalendarDate, _ last: CalendarDate, _ span: Int) -> String {
    var out = ""
    var end = Int.min
    let step = max(1, (last.year - first.year) / 10)
    let marks =
      [first]
      + stride(from: first.year + 1, through: last.year, by: step).compactMap {
        CalendarDate(year: $0, month: 1, day: 1)
      }
    for (index, date) in (first == last ? [first] : marks + [last]).enumerated() {
      let x = x(date, first, span)
      let isEdge = index == 0 || date == last
      let text = isEdge ? "\(date)" : "\(date.year)"
      let half = text.utf8.count * 7 / 2
      let isLast = date == last && index > 0
      guard x - half > end, isLast || x + half + 45 < self.x(last, first, span) || index == 0 else {
        continue
      }
      let anchor = index == 0 ? "start" : isLast ? "end" : "middle"
      out +=
        "<text class=\"scale\" x=\"\(x)\" y=\"\(Self.floor + 18)\" text-anchor=\"\(anchor)\">\(text)</text>\n"
      end = x + (index == 0 ? half * 2 : half)
    }
    return out
  }

  private func bar(
    _ point: TimelinePoint, _ first: CalendarDate, _ span: Int, _ most: Int, _ words: Words
  ) -> String {
    let x = x(point.date, first, span)
    var y = Self.floor
    var out = ""
    for stance in Stance.allCases {
      guard let count = point.counts[stance], count > 0 else { continue }
      let height = max(2, count * (Self.floor - Self.top) / most)
      y -= height
      out +=
        "<rect class=\"\(StanceBadge.style(stance))\" x=\"\(x - 4)\" y=\"\(y)\" width=\"8\" height=\"\(height)\"/>"
    }
    let group = "<g><title>\(HTML.escaped(says(point, words)))</title>\(out)</g>"
    return (point.href.map { "<a href=\"\(HTML.escaped($0))\">\(group)</a>" } ?? group) + "\n"
  }

  private func says(_ point: TimelinePoint, _ words: Words) -> String {
    let stances = Stance.allCases.compactMap { stance in
      point.counts[stance].map { "\(words[stance]) \($0)" }
    }
    return "\(point.date) \(point.label): \(stances.joined(separator: ", "))"
  }

  private func description(_ points: [TimelinePoint], _ words: Words) -> String {
    let shown = points.count > 60 ? Array(points.prefix(60)) : points
    return shown.map { says($0, words) }.joined(separator: "; ")
      + (points.count > 60 ? "; …" : "")
  }
}

extension CalendarDate {
  /// Days since 1 March of the year 0, so that dates stand at their distance (civil calendar).
  var days: Int {
    let year = month > 2 ? self.year : self.year - 1
    let shifted = (month + 9) % 12
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * shifted + 2) / 5 + day - 1
  }
}
