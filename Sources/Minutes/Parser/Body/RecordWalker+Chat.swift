import Deliberation
import JapaneseText

/// Logs of chat lines (`nick: words`).
extension RecordWalker {
  /// In a log of chat lines a paragraph without a name belongs to nobody; a list item between the
  /// lines is a topic.
  mutating func chatTopic(_ place: Int, isBullet: Bool) -> Int? {
    guard isChat, isAfterGap, draft == nil || draft?.label?.style == .colon else { return nil }
    flush()
    let piece = pieces[place]
    guard piece.line.listLevel == 1, piece.span.count <= 80, chatFollows(place) else { return nil }
    let segment = SourceSegment(span: piece.span, line: piece.line.number, page: piece.line.page)
    let title = scalars.text(piece.span)
    let path = tree.enter(nil, title: title, formatLevel: 6, source: [segment])
    add(.agendaMove, span: piece.span, text: title, piece: piece, agenda: [path])
    section += 1
    return place + 1
  }

  /// Whether the next words below a topic are a chat line; items under the topic are passed over.
  func chatFollows(_ place: Int) -> Bool {
    for piece in pieces[(place + 1)...].prefix(12) {
      switch piece.role {
      case .blank: continue
      case .label: return true
      default: guard (piece.line.listLevel ?? 0) > 1 else { return false }
      }
    }
    return false
  }
}
