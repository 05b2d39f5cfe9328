import Deliberation
import JapaneseText

/// Reads the papers listed in the head.
enum DocumentReader {
  static func read(_ part: HeadPart, in view: TextView) -> (documents: [Document], end: Int) {
    var documents: [Document] = []
    var end = part.line.span(0, part.match.value).to
    var blank = false
    for piece in part.pieces {
      guard !piece.isEmpty else {
        blank = !documents.isEmpty
        continue
      }
      let label = PaperLabel.read(piece)
      if label == nil, blank, piece.line.listLevel == nil { break }
      if Prose.isSentence(piece) { break }
      blank = false
      end = piece.span.to
      guard let label else {
        if piece.count > 2, documents.isEmpty || documents.last?.title != nil || !continues(piece) {
          documents.append(Document(label: HeadText.plain(bare(piece).span, in: view)))
        } else if let last = documents.indices.last {
          let words = HeadText.plain(piece.span, in: view)
          documents[last].title = (documents[last].title ?? "") + words
        }
        continue
      }
      let rest = title(piece.part(label.end, piece.count))
      documents.append(
        Document(label: label.text, title: rest.isEmpty ? nil : HeadText.plain(rest.span, in: view))
      )
    }
    return (documents, end)
  }

  /// A line without its bullet.
  private static func bare(_ piece: HeadLine) -> HeadLine {
    guard let mark = ItemMark.read(piece), mark.ordinal == nil || mark.style == "1." else {
      return piece
    }
    return piece.part(mark.end, piece.count)
  }

  private static func continues(_ piece: HeadLine) -> Bool { piece.key[0] == "(" }

  /// The title behind a label, without separators and file notes (PDF：27KB).
  private static func title(_ piece: HeadLine) -> HeadLine {
    var from = 0
    var to = piece.count
    while from < to, ":.・-)".unicodeScalars.contains(piece.key[from]) { from += 1 }
    if to > from, piece.key[to - 1] == ")", let open = piece.key[..<to].lastIndex(of: "("),
      open >= from,
      piece.part(open, to).key.contains("pdf")
    {
      to = open
    }
    return piece.part(from, to)
  }
}

/// Labels of papers: 資料86-1, 資料１－２, 参考資料3, 別紙1, (参考).
enum PaperLabel {
  /// The label at the start of a line in one form, and where it ends.
  static func read(_ line: HeadLine) -> (text: String, end: Int)? {
    var start = 0
    while start < line.count, HeadMarks.bullets.contains(line.key[start]) { start += 1 }
    let bracket = start < line.count && "([【<".unicodeScalars.contains(line.key[start])
    if bracket { start += 1 }
    guard let word = words.first(where: { line.key.starts($0.folded, at: start) }) else {
      return nil
    }
    var end = start + word.folded.count
    var text = word.text
    if end < line.count, "no".unicodeScalars.contains(line.key[end]),
      line.key.starts(Self.no, at: end)
    {
      end += line.key.starts(Self.noDot, at: end) ? 3 : 2
    }
    let number = end
    while end < line.count, let sign = sign(line.key, at: end, from: number) {
      text += sign.text
      end = sign.end
    }
    if bracket, end < line.count, HeadLine.closing(line.key[start - 1]) == line.key[end] {
      end += 1
    }
    guard
      end > number || bracket || end >= line.count || line.gap(before: end)
        || line.key[end] == ":"
    else { return nil }
    return (text, end)
  }

  private static func sign(_ key: Scalars, at place: Int, from: Int) -> (text: String, end: Int)? {
    if let circled = Numerals.circled(key[place]) { return ("\(circled)", place + 1) }
    if let digit = key[place].digitValue { return ("\(digit)", place + 1) }
    guard place > from, place + 1 < key.count, key[place + 1].digitValue != nil else { return nil }
    return "-ーの.".unicodeScalars.contains(key[place]) ? ("-", place + 1) : nil
  }

  private static let words = [
    "参考資料", "配布資料", "配付資料", "追加資料", "席上配布資料", "机上配布資料", "委員提出資料", "資料", "別紙", "別添", "参考",
  ].map { (text: $0, folded: HeadLine.fold($0)) }
  private static let no = HeadLine.fold("No")
  private static let noDot = HeadLine.fold("No.")
}
