import Deliberation
import JapaneseText

/// Lists of those present that stand behind the text (参加者は末尾に掲載).
enum ListsBehind {
  /// The fields of a list that begins with a label alone on its line and runs to the end of the
  /// record without a sentence; empty where there is none.
  static func parts(in view: TextView, within span: TextSpan) -> [HeadPart] {
    let lines = view.lines(within: span)
    for (index, line) in zip(lines.indices, lines) where isLabel(line, in: view) {
      let rest = lines[(index + 1)...].filter { !$0.isBlank }
      guard rest.count >= 2, !rest.contains(where: { isProse($0, in: view) }) else { continue }
      let layout = HeadLayout.cut(view, within: TextSpan(line.span.from, span.to))
      return layout.parts
    }
    return []
  }

  /// The agenda under a heading of the format further down (`議事進行`, then a list), and its lines;
  /// nil where anything but a list of titles stands under it.
  static func agenda(
    in view: TextView, within span: TextSpan
  ) -> (items: [AgendaItem], span: TextSpan)? {
    let lines = view.lines(within: span)
    for (index, line) in zip(lines.indices, lines) where line.heading != nil && !line.isBlank {
      let words = HeadLine(line, scalars: view.scalars(line.span).prefix(40))
      guard let match = FieldLabels.match(words), match.kind == .agenda, match.value >= words.count
      else { continue }
      let below = lines[(index + 1)...].prefix { $0.heading == nil }.filter { !$0.isBlank }
      let items = below.filter { !isUnderline($0, in: view) }
      guard items.count >= 2, items.allSatisfy({ isTitle($0, in: view) }), let last = items.last
      else { continue }
      let whole = TextSpan(line.span.from, last.span.to)
      let layout = HeadLayout.cut(view, within: whole)
      let planned = AgendaReader.planned(layout, in: view)
      if planned.items.count >= 2 { return (planned.items, whole) }
    }
    return nil
  }

  private static func isTitle(_ line: ViewLine, in view: TextView) -> Bool {
    line.listLevel != nil && line.span.count <= 60 && !view.scalars(line.span).contains("。")
  }

  private static func isUnderline(_ line: ViewLine, in view: TextView) -> Bool {
    HeadRules.isRule(HeadLine(line, scalars: view.scalars(line.span).prefix(40)))
  }

  private static func isLabel(_ line: ViewLine, in view: TextView) -> Bool {
    guard line.span.count >= 2, line.span.count <= 16 else { return false }
    let words = HeadLine(line, scalars: view.scalars(line.span))
    guard let match = FieldLabels.match(words), match.kind == .present else { return false }
    return match.value >= words.count && (match.isClosed || match.isMarked || words.count >= 3)
  }

  private static func isProse(_ line: ViewLine, in view: TextView) -> Bool {
    let words = view.scalars(line.span)
    return words.count > 60 || words.contains("。") && words.count > 6
  }
}
