import Deliberation
import JapaneseText

/// Parts of the record that hold no matter, and lines that are no titles.
extension RecordWalker {
  /// `６．その他` behind `５．議事要旨`: the next part of the record, none of the planned matters.
  func isNextSection(_ mark: AgendaMark?, title: TextSpan) -> Bool {
    guard let mark, let before = sectionMark, mark.style == before.style,
      let number = mark.number, number == (before.number ?? 0) + 1, (2...16).contains(title.count),
      tree.nodes.contains(where: \.isPlanned)
    else { return false }
    return tree.match(mark, title: scalars.text(title)) == nil
  }

  /// Whether words stand in columns, as in tables of names.
  func isColumned(_ span: TextSpan) -> Bool {
    var run = 0
    var isIndent = false
    for scalar in scalars[span.range] {
      if scalar.isLineEnd { isIndent = true } else if !scalar.isBlank { isIndent = false }
      run = scalar.isBlank && !isIndent ? run + 1 : 0
      if run >= 3 { return true }
    }
    return false
  }
}
