import Deliberation
import JapaneseText

/// Speakers named behind their words (`…と考えるべきではないか。（山田委員）`, guide §5, 10).
extension RecordWalker {
  /// The speaker in brackets at the end of an opinion; `textStart` is where the words end.
  func trailer(of draft: Draft) -> Label? {
    guard draft.form == .opinion, draft.label == nil, let last = draft.fragments.last else {
      return nil
    }
    var end = last.span.to
    while end > last.span.from, scalars[end - 1] == "。" || scalars[end - 1].isBlank { end -= 1 }
    guard end > last.span.from + 6, "）)".unicodeScalars.contains(scalars[end - 1]),
      let open = scalars[last.span.from..<end].lastIndex(where: { $0 == "（" || $0 == "(" }),
      open > last.span.from + 3, (3...22).contains(end - open)
    else { return nil }
    let name = TextSpan(open + 1, end - 1)
    let parts = labels.parts(of: Array(scalars[name.range]))
    guard parts.strength == 2, parts.role != nil, parts.organisation == nil,
      parts.name != nil || parts.roleClass == .group || parts.roleClass == .seat
        || parts.roleClass == .chair
    else { return nil }
    var words = open
    while words > last.span.from, scalars[words - 1].isBlank { words -= 1 }
    return Label(
      span: name, printed: scalars.text(name), parts: parts, style: .round, textStart: words,
      line: last.line)
  }
}
