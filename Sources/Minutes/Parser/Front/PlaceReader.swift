import JapaneseText

/// Where the meeting was held.
enum PlaceReader {
  static func read(_ layout: HeadLayout, in view: TextView) -> String? {
    for part in layout.parts where part.kind == .place {
      let pieces = part.paragraph(limit: 3)
      guard let first = pieces.first else { continue }
      var taken = [cut(first)]
      for piece in pieces.dropFirst() where taken.count < 2 {
        guard !isOther(piece), piece.line.indent > 0 || opens(taken) else { break }
        taken.append(cut(piece))
      }
      taken[0] =
        taken[0].key.first == "於" ? taken[0].part(1, taken[0].count).trimmed(of: "、") : taken[0]
      let place = HeadText.joined(taken, in: view)
      if !place.isEmpty { return place }
    }
    return withDate(layout, in: view) ?? marked(layout, in: view)
  }

  /// The value up to a date or a title that follows on the same line.
  private static func cut(_ piece: HeadLine) -> HeadLine {
    var tokens = piece.columns()
    var end = tokens.count
    for index in tokens.indices where index > 0 {
      let token = tokens[index]
      let dated = !JapaneseDate.matches(in: token.key).isEmpty && token.count < 24
      let titled =
        !BodyPhrase.read(token).bodies.isEmpty && BodyPhrase.read(token).foreign == 0
        && token.count >= 6 && !TitleReader.isBarrier(token)
      let isMark = ItemMark.read(token).map { $0.end == token.count } ?? false
      if dated || titled || isMark && index + 1 == tokens.count {
        end = index
        break
      }
    }
    tokens.removeLast(tokens.count - end)
    guard let last = tokens.last, let to = piece.at.firstIndex(of: last.at[last.count - 1]) else {
      return piece
    }
    return piece.part(0, to + 1)
  }

  private static func opens(_ pieces: [HeadLine]) -> Bool {
    guard let last = pieces.last else { return false }
    let open = last.key.filter { $0 == "(" }.count
    return open > last.key.filter { $0 == ")" }.count
  }

  private static func isOther(_ piece: HeadLine) -> Bool {
    ItemMark.read(piece) != nil || !JapaneseDate.matches(in: piece.key).isEmpty
  }

  /// `日時及び場所`: the line of the value that is no date.
  private static func withDate(_ layout: HeadLayout, in view: TextView) -> String? {
    for part in layout.parts where part.kind == .date && part.label.contains("場所") {
      for piece in part.paragraph(limit: 4) {
        let dates = JapaneseDate.matches(in: view.source.scalars, within: piece.span)
        if dates.isEmpty, ClockTime.ranges(in: view.source.scalars, within: piece.span).isEmpty {
          let isAt = piece.key.first == "於"
          let words = isAt ? piece.part(1, piece.count).trimmed(of: "、,:") : piece
          return HeadText.plain(words.span, in: view)
        }
        if let at = piece.key.lastIndex(of: "於"), at > 0 {
          return HeadText.plain(piece.part(at + 1, piece.count).trimmed(of: "、:").span, in: view)
        }
        let tokens = piece.columns(width: 2)
        if tokens.count > 1, let last = tokens.last, isRoom(last.key) {
          return HeadText.plain(last.span, in: view)
        }
      }
    }
    return nil
  }

  /// `於　金融庁特別会議室`: the words behind 於.
  private static func at(_ line: HeadLine, in view: TextView) -> String? {
    guard let sign = line.key.firstIndex(of: "於"), line.gap(before: sign), sign + 2 < line.count,
      line.gap(before: sign + 1) || "、:".unicodeScalars.contains(line.key[sign + 1])
    else { return nil }
    let rest = cut(line.part(sign + 1, line.count).trimmed(of: "、:"))
    return rest.count <= 60 ? HeadText.plain(rest.span, in: view) : nil
  }

  /// `◯市会第３会議室`, `第四委員会室`: a line that names a room.
  private static func marked(_ layout: HeadLayout, in view: TextView) -> String? {
    for line in layout.title + layout.parts.flatMap(\.pieces) where !line.isEmpty {
      if let place = at(line, in: view) ?? convened(line, in: view) { return place }
    }
    for line in layout.title + layout.parts.flatMap(\.pieces) where !line.isEmpty && line.count < 24
    {
      let opening = HeadMarks.opening(line, at: 0)
      let body = line.part(HeadMarks.bullets.contains(line.key[0]) ? 1 : 0, line.count)
      if isRoom(body.key), opening.closing == nil, !body.key.contains("。") {
        return HeadText.plain(body.span, in: view)
      }
    }
    return nil
  }

  /// `…会議を教育委員室において開催した。`: where the sentence that opens the record says it was.
  private static func convened(_ line: HeadLine, in view: TextView) -> String? {
    if let end = line.key.firstOffset(of: convoked), end > 2,
      let start = line.key[..<end].lastIndex(of: "、"), end - start <= 30
    {
      return HeadText.plain(line.span(start + 1, end), in: view)
    }
    guard let end = line.key.firstOffset(of: locative), end > 2 else { return nil }
    let start = line.key[..<end].lastIndex { "、を,".unicodeScalars.contains($0) }.map { $0 + 1 } ?? 0
    let rest = Array(line.key[(end + locative.count)...])
    guard start < end, end - start <= 30, start > 0,
      ["開催", "開会", "招集"].contains(where: { rest.contains($0) })
    else { return nil }
    return HeadText.plain(line.span(start, end), in: view)
  }

  private static let convoked = HeadLine.fold("に招集された")
  private static let locative = HeadLine.fold("において")

  static func isRoom(_ key: Scalars) -> Bool {
    key.count >= 4 && key.ends(rooms)
  }

  private static let rooms = ["会議室", "委員会室", "議場", "ホール", "会議場", "講堂", "庁舎", "会館"]
    .map(HeadLine.fold)
}
