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

  /// Makes headings of the lines without marks that stand between an ornamented rule and a speaker.
  ///
  ///     ――――◇―――――
  ///     特別委員会設置の件
  ///     ○議長（…）　…
  func markTitlesBelowRules(_ pieces: inout [Piece]) {
    for place in pieces.indices {
      guard case .rule = pieces[place].role, isOrnamented(pieces[place].span) else { continue }
      var titles: [Int] = []
      scan: for next in pieces.indices[(place + 1)...].prefix(16) {
        switch pieces[next].role {
        case .blank: continue
        case .heading: titles.append(next)
        case .text where isTitle(pieces[next]): titles.append(next)
        case .label:
          for title in titles { mark(&pieces[title]) }
          break scan
        default: break scan
        }
      }
    }
  }

  private func mark(_ piece: inout Piece) {
    guard case .text = piece.role else { return }
    piece.role = .heading(
      HeadingCandidate(mark: nil, title: piece.span, isStrong: true, isApart: true))
  }

  private func isTitle(_ piece: Piece) -> Bool {
    (4...120).contains(piece.span.count) && !piece.isInner
      && !LabelCandidate.isRoll(scalars, piece.span)
      && !scalars[piece.span.range].contains { "。「」".unicodeScalars.contains($0) }
  }

  private func isOrnamented(_ span: TextSpan) -> Bool {
    scalars[span.range].contains { "◇◆○◯".unicodeScalars.contains($0) }
  }
}
