import Deliberation
import JapaneseText

/// Tells parts of a record from whole records.
enum Excerpt {
  /// Whether the title says so (抜粋, 抄, 冒頭), or the form of the file is one of excerpts, or the
  /// format marks a single speech and no head tells of a meeting.
  static func isOne(_ front: FrontMatter, in view: TextView, within span: TextSpan) -> Bool {
    let title = HeadLine.fold(front.meeting.title)
    if title.ends(words) || brackets.contains(where: { title.firstOffset(of: $0) != nil }) {
      return true
    }
    if view.source.notes.contains(where: { $0.hasPrefix("excerpt") }) { return true }
    let meeting = front.meeting
    guard meeting.date == nil, meeting.times.isEmpty, meeting.place == nil,
      front.attendance.isEmpty, front.plannedAgenda.isEmpty
    else { return false }
    var speeches = 0
    for mark in view.source.marks where mark.kind == .speech && span.contains(mark.span) {
      speeches += 1
      if speeches > 1 { return false }
    }
    return speeches == 1
  }

  private static let words = ["抜粋", "抄", "冒頭", "抜すい"].map(HeadLine.fold)
  private static let brackets = ["(抜粋)", "(抄)", "抜粋版", "冒頭発言"].map(HeadLine.fold)
}
