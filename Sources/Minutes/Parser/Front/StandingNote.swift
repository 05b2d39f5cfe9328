import Deliberation
import JapaneseText

/// Notes on the standing of the record outside its turns.
///
/// 本議事要旨は暫定版であるため、今後変更があり得ます。 They stand above the title, below the end mark or at the foot of the contacts (minutes-formats §9).
enum StandingNote {
  /// `.provisional` where such a note stands in the head or among the last lines; nil elsewhere.
  static func status(in view: TextView, within span: TextSpan, head: Int) -> RecordStatus? {
    let lines = view.lines(within: span)
    let front = lines.prefix { $0.span.from < head }.filter { !$0.isBlank }.prefix(60)
    let back = lines.suffix(60).filter { !$0.isBlank }.suffix(12)
    for line in [Array(front), Array(back)].joined() where isNote(line, in: view) {
      return .provisional
    }
    return nil
  }

  private static func isNote(_ line: ViewLine, in view: TextView) -> Bool {
    let from = max(line.span.from, line.span.to - 400)
    let key = HeadLine(line, scalars: view.scalars(TextSpan(from, line.span.to))).key
    guard let words = HeadLexicon.current.titleWords["provisional"] else { return false }
    var place = 0
    while let found = words.first(in: key, from: place) {
      if found.length >= 3, isAlone(key, found) || isTold(of: found.at, in: key) { return true }
      place = found.at + found.length
    }
    return false
  }

  /// `※速報版`, `これは未定稿です。`: nothing else on the line.
  private static func isAlone(
    _ key: Scalars, _ found: (at: Int, length: Int, value: String)
  ) -> Bool {
    let before = Scalars(key[..<found.at].filter { !signs.contains($0) })
    let after = Scalars(key[(found.at + found.length)...].filter { !signs.contains($0) })
    return key.count <= 20 && (before.isEmpty || openings.contains(before))
      && (after.isEmpty || closings.contains(after))
  }

  /// Whether the same sentence says of which record the word at a place tells: 本議事録は….
  private static func isTold(of place: Int, in key: Scalars) -> Bool {
    let from = (key[..<place].lastIndex(of: "。") ?? -1) + 1
    for start in from..<max(from, place) {
      guard let opening = subjects.first(where: { key.starts($0, at: start) }) else { continue }
      let word = start + opening.count
      for level in BodyPhrase.levels {
        guard
          let found = HeadLexicon.current.titleWords[level]?.prefix(of: key, from: word, to: place),
          found.length >= 3, word + found.length < place
        else { continue }
        let next = key[word + found.length]
        if next == "は" || next == "に" || next == "の" { return true }
      }
    }
    return false
  }

  private static let signs = Set("※*()[]【】〔〕《》<>。.:、".unicodeScalars)
  private static let subjects = ["本", "この", "当"].map(HeadLine.fold)
  private static let openings = ["これは", "本稿は", "注"].map(HeadLine.fold)
  private static let closings = ["です", "である", "であります", "となります"].map(HeadLine.fold)
}

extension TextView {
  /// The lines that begin within a span.
  func lines(within span: TextSpan) -> ArraySlice<ViewLine> {
    let first = lines.boundary { $0.span.from >= span.from }
    let last = lines.boundary { $0.span.from >= span.to }
    return lines[first..<max(first, last)]
  }
}
