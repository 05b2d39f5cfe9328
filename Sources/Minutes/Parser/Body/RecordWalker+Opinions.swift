import Deliberation
import JapaneseText

/// Opinions without names (主な意見等は以下のとおり).
extension RecordWalker {
  /// An opinion without a name: one a bullet or paragraph.
  mutating func opinion(_ piece: Piece, isBullet: Bool) {
    var piece = piece
    if isBullet, let start = PieceCutter.bulletEnd(scalars, piece.span) { piece.span.from = start }
    if let last = draft?.fragments.last, !isBullet, !piece.span.isEmpty {
      let next = Fragment(
        span: piece.span, line: piece.line.number, page: piece.line.page,
        indent: piece.line.indent, isAfterGap: isAfterGap, isBullet: false)
      let isBelow = draft?.isListed == true && !isAfterGap && piece.line.indent > last.indent
      if isBelow || TurnText.continues(last, next, scalars, isWrapped: isWrapped) {
        append(piece, isBullet: false)
        return
      }
    }
    flush()
    guard isWorded(piece.span) else { return }
    if !isBullet, isAfterHeading, opinions.listed >= 2, opinions.bare == 0 {
      // every opinion stands behind a bullet: this line below a heading tells of something else
      loose.append((piece.span, piece.line.number))
      return
    }
    isAfterHeading = false
    if isBullet { opinions.listed += 1 } else { opinions.bare += 1 }
    draft = Draft(form: .opinion, label: nil, section: section)
    draft?.isListed = isBullet
    append(piece, isBullet: false)
  }

  /// Whether there are words and not only signs, numbers or marks of a format.
  func isWorded(_ span: TextSpan) -> Bool {
    let words = scalars[span.range]
    if words.first == ".", words.dropFirst().first == "." { return false }
    if words.first == ":", words.dropFirst().contains(":") { return false }
    return words.lazy.filter { $0.isKanji || $0.isKana || $0.isLetterLike }.prefix(4).count >= 4
  }

  /// 主な意見等は以下のとおり: what follows are opinions without names.
  mutating func opinionsLead(_ place: Int) -> Int? {
    let piece = pieces[place]
    if draft?.form == .turn, !(isAfterGap && piece.span.count <= 40) { return nil }
    guard
      let lead = NarrationGrammar.leads.compactMap({
        scalars.firstOffset(of: $0, from: piece.span.from, to: piece.span.to)
      }).min()
    else { return nil }
    var end = piece.span.to
    let tails = ["以下のとおり", "次のとおり", "以下の通り", "次の通り"].map(\.scalars)
    if let tail = tails.compactMap({ word in
      scalars.firstOffset(of: word, from: lead, to: piece.span.to).map { $0 + word.count }
    }).min() {
      end = tail
      for word in ["である", "であった", "です"].map(\.scalars) where scalars.starts(word, at: end) {
        end += word.count
      }
    } else if piece.span.count > 40 || scalars[piece.span.to - 1] == "。" {
      return nil
    }
    while end < piece.span.to, "。：:）)】］ 　".unicodeScalars.contains(scalars[end]) { end += 1 }
    if draft?.form == .turn, !followsList(place) { return nil }
    flush()
    var head = TextSpan(piece.span.from, lead)
    // 事務局から説明。その後の委員からの主な意見は…: what comes before the sentence of the lead
    if let stop = scalars[head.range].lastIndex(of: "。") { head.to = stop + 1 }
    if head.count >= 6, let clauses = grammar.read(Array(scalars[trimmed(head).range])) {
      narrate(
        clauses, text: Array(scalars[trimmed(head).range]), pieces: [piece], span: trimmed(head))
    }
    isInOpinions = true
    isAfterHeading = false
    hasOpened = true
    isAfterGap = true
    if end < piece.span.to {
      var rest = piece
      rest.span.from = end
      opinion(rest, isBullet: false)
    }
    return place + 1
  }

  func followsList(_ place: Int) -> Bool {
    for piece in pieces[(place + 1)...].prefix(4) {
      if case .blank = piece.role { continue }
      if case .bullet = piece.role { return true }
      return false
    }
    return false
  }
}
