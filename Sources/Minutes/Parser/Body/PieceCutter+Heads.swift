import Deliberation
import JapaneseText

extension PieceCutter {
  /// Headings that a lost line end glued to the text behind them: `４．議事内容： ○ …について 事務局より`.
  func splitHeads(_ span: TextSpan, _ line: ViewLine, to pieces: inout [Piece]) -> TextSpan {
    var span = span
    for _ in 0..<3 {
      var start = span.from
      var mark = AgendaMark.read(in: scalars, at: start, to: span.to)
      if let read = mark { start = read.end }
      if case .sign = mark?.style, let inner = AgendaMark.read(in: scalars, at: start, to: span.to),
        inner.number != nil
      {
        mark = inner
        start = inner.end
      }
      guard let end = headEnd(start, span, isMarked: mark != nil) else { return span }
      let title = TextSpan(start, end)
      pieces.append(
        Piece(
          role: .heading(
            HeadingCandidate(mark: mark, title: title, formatLevel: nil, isStrong: true)),
          span: TextSpan(span.from, end), line: line))
      span.from = end
      while span.from < span.to, scalars[span.from].isBlank || scalars[span.from] == "：" {
        span.from += 1
      }
    }
    return span
  }

  /// Where a heading glued to its text ends: a section's name and a colon, a planned title and a
  /// blank, or `…について` behind a mark and before 事務局.
  private func headEnd(_ start: Int, _ span: TextSpan, isMarked: Bool) -> Int? {
    guard span.to - start > 8 else { return nil }
    for word in Self.glued where scalars.starts(word, at: start) {
      let end = start + word.count
      if end < span.to, scalars[end] == "：" || scalars[end] == ":" { return end }
    }
    for title in plannedTitles where scalars.starts(title, at: start) {
      let end = start + title.count
      if end < span.to, scalars[end].isBlank { return end }
    }
    guard isMarked, CandidateFinder.mark(scalars[span.from]) != nil else { return nil }
    let about = "について".scalars
    guard
      let end = scalars.firstOffset(of: about, from: start, to: min(span.to, start + 60)).map({
        $0 + about.count
      }),
      end + 4 < span.to, scalars[end].isBlank, scalars.starts("事務局".scalars, at: end + 1)
    else { return nil }
    return end
  }

  private static let glued = ["議事内容", "議事概要", "議事要旨", "議事の概要", "議事経過", "議事", "内容", "審議内容"].map(
    \.scalars)
}
