import Deliberation
import JapaneseText

/// What the title says: bodies, number, session, kind and standing of the record.
struct TitleReading: Sendable {
  var bodies: [[String]] = []
  var number: Int?
  var session: Int?
  var title = ""
  var level: Level?
  var status: RecordStatus?
  /// The offset behind the title.
  var end: Int?
  /// Whether the name of the body was guessed from a title outside the grammar.
  var isGuess = false
}

/// Finds the title among the lines before the first field and reads it.
enum TitleReader {
  /// A stretch of a line that the grammar of titles covers.
  struct Segment: Sendable {
    var part: HeadLine
    var phrase: BodyPhrase
    var isWholeLine: Bool
    var blankLinesBefore: Int
  }

  static func read(_ layout: HeadLayout, in view: TextView) -> TitleReading {
    var runs = runs(of: layout.title)
    for part in layout.parts {
      switch part.kind {
      case .title: runs += self.runs(of: part.paragraph(limit: 2))
      // The notice of a publication can stand above the record with its own title.
      case .contact: runs += self.runs(of: part.pieces)
      default: break
      }
    }
    let best = runs.enumerated().max {
      score($0.element, at: $0.offset) < score($1.element, at: $1.offset)
    }?.element
    var reading = TitleReading()
    if let best,
      best.contains(where: {
        !$0.phrase.bodies.isEmpty || $0.phrase.number != nil || $0.phrase.hasSession
      })
    {
      reading = compose(best, in: view)
    } else {
      reading = guess(layout, in: view)
    }
    for line in layout.title where reading.status == nil { reading.status = status(in: line) }
    if reading.level == nil { reading.level = level(in: layout.title) }
    return reading
  }

  /// Runs of stretches that stand together, on a line or on lines below each other.
  private static func runs(of lines: [HeadLine]) -> [[Segment]] {
    var runs: [[Segment]] = []
    var blanks = 0
    var openEnd = false
    for line in lines {
      guard !line.isEmpty else {
        blanks += 1
        continue
      }
      let found = segments(of: line, blankLinesBefore: blanks)
      blanks = 0
      for (index, item) in found.segments.enumerated() {
        let joins =
          index == 0
          ? openEnd && found.startsAtFirst && item.blankLinesBefore <= 1 && fits(runs.last, item)
          : found.adjacent[index]
        if joins, !runs.isEmpty {
          runs[runs.count - 1].append(item)
        } else {
          runs.append([item])
        }
      }
      openEnd = found.endsAtLast
    }
    return runs
  }

  /// Whether a line can go on a title: not after a whole record word, not over five lines.
  private static func fits(_ run: [Segment]?, _ item: Segment) -> Bool {
    guard let run, run.count < 6 else { return false }
    let hasRecord = run.contains { $0.phrase.record != nil && !$0.phrase.bodies.isEmpty }
    return !(hasRecord && item.phrase.record != nil)
  }

  private struct Found {
    var segments: [Segment] = []
    var adjacent: [Bool] = []
    var startsAtFirst = false
    var endsAtLast = false
  }

  /// The longest stretches of a line that are titles.
  private static func segments(of line: HeadLine, blankLinesBefore: Int) -> Found {
    let bounds = [0] + (1..<max(1, line.count)).filter { line.gap(before: $0) } + [line.count]
    let count = bounds.count - 1
    var found = Found()
    guard count > 0, count <= 80 else { return found }
    let barriers = (0..<count).map { isBarrier(line.part(bounds[$0], bounds[$0 + 1])) }
    var index = 0
    var previousEnd = -1
    while index < count {
      var last = index
      while last < count, last - index < 14, !barriers[last] { last += 1 }
      var taken = false
      while last > index {
        let part = line.part(bounds[index], bounds[last])
        let phrase = BodyPhrase.read(part)
        if phrase.isTitle || phrase.foreign == 0 && phrase.hasSession {
          found.segments.append(
            Segment(
              part: part, phrase: phrase, isWholeLine: index == 0 && last == count,
              blankLinesBefore: blankLinesBefore))
          found.adjacent.append(index == previousEnd)
          if index == 0 { found.startsAtFirst = true }
          if last == count { found.endsAtLast = true }
          previousEnd = last
          index = last
          taken = true
          break
        }
        last -= 1
      }
      if !taken { index += 1 }
    }
    return found
  }

  /// Words that no title contains: chrome of pages, ministries, dates, offices.
  static func isBarrier(_ token: HeadLine) -> Bool {
    let lexicon = HeadLexicon.current
    let key = token.key
    if key.count > 60 || key.contains("。") || key.contains("tel") || key.contains(">") {
      return true
    }
    if lexicon.titleWords["chrome"]?.value(of: key) != nil { return true }
    if lexicon.ministries.value(of: key) != nil,
      lexicon.titleWords["suffix"]?.suffix(of: key, from: 0, to: key.count) == nil
    {
      return true
    }
    if let office = lexicon.titleWords["notbody"]?.suffix(of: key, from: 0, to: key.count) {
      return key.count > office.length
    }
    if lexicon.pages.suffix(of: key, from: 0, to: key.count) != nil { return true }
    if let date = JapaneseDate.matches(in: key).first, date.span.count == key.count { return true }
    return false
  }

  private static func score(_ run: [Segment], at index: Int) -> Double {
    var score = Double(min(index, 40)) * 0.02
    let phrases = run.map(\.phrase)
    score += Double(min(3, phrases.reduce(0) { $0 + $1.bodies.count })) * 2
    if phrases.contains(where: { $0.number != nil }) { score += 2 }
    if phrases.contains(where: { $0.hasSession || $0.session != nil }) { score += 1 }
    if phrases.contains(where: { $0.record != nil }) { score += 3 }
    if phrases.contains(where: \.isAbout) { score -= 3 }
    if run.contains(where: { $0.part.line.heading != nil }) { score += 1 }
    if run.contains(where: \.isWholeLine) { score += 1 }
    return score
  }

  private static func compose(_ run: [Segment], in view: TextView) -> TitleReading {
    var reading = TitleReading()
    reading.bodies = BodyPaths.paths(of: run, in: view)
    let phrases = run.map(\.phrase)
    reading.number = phrases.lazy.compactMap(\.number).first
    reading.session = phrases.lazy.compactMap(\.session).first
    let issue = phrases.lazy.compactMap(\.issue).first
    let assembly =
      reading.bodies.isEmpty
      || reading.bodies[0].contains { $0.hasSuffix("議会") || $0.hasSuffix("市会") }
    if reading.session != nil {
      reading.number = issue ?? reading.number
    } else if phrases.contains(where: \.hasSession), assembly {
      reading.session = reading.number
      reading.number = issue
    } else if reading.number == nil {
      reading.number = issue
    }
    reading.level = phrases.lazy.compactMap(\.level).first.flatMap(Level.init(rawValue:))
    reading.status = phrases.lazy.compactMap(\.status).first.flatMap(RecordStatus.init(rawValue:))
    reading.title = title(of: run, in: view)
    reading.end = run.last?.part.span.to
    return reading
  }

  /// The printed title: the line with the kind of record or the number, and those above it as far
  /// as it needs them to name a body.
  private static func title(of run: [Segment], in view: TextView) -> String {
    let main =
      run.lastIndex { $0.phrase.record != nil } ?? run.lastIndex { $0.phrase.number != nil }
      ?? run.count - 1
    var first = main
    while first > 0,
      run[first - 1].part.line == run[main].part.line
        || run[first...main].allSatisfy({ $0.phrase.bodies.isEmpty })
    {
      first -= 1
    }
    var last = main
    while last + 1 < run.count, run[last + 1].part.line == run[main].part.line { last += 1 }
    if run[main].part.line.heading != nil {
      return HeadText.plain(run[main].part.line.span, in: view)
    }
    return HeadText.joined(run[first...last].map(\.part), in: view)
  }

  /// A title outside the grammar (`OpenChain SBOM sg - 2025/02/03`): the first heading or line.
  private static func guess(_ layout: HeadLayout, in view: TextView) -> TitleReading {
    var reading = TitleReading()
    let worded = layout.title.filter { !$0.isEmpty && !isNoise($0) }
    guard let line = worded.first(where: { $0.line.heading != nil }) ?? worded.first,
      line.count <= 80, !Prose.isSentence(line)
    else { return reading }
    reading.title = HeadText.plain(line.span, in: view)
    reading.end = line.span.to
    let raw = Array(view.scalars(line.span))
    let name = GuessedName.read(raw)
    reading.number = name.number
    let isTitle =
      line.line.heading != nil || !layout.parts.isEmpty || name.number != nil
      || !JapaneseDate.matches(in: raw).isEmpty
    let tells = ["会議録", "議事録", "活動報告"].contains { name.body.contains($0) }
    if isTitle, !name.body.isEmpty, !name.body.contains("_"), !tells {
      reading.bodies = [[name.body]]
      reading.isGuess = true
    }
    return reading
  }

  private static func isNoise(_ line: HeadLine) -> Bool {
    if let first = line.key.first, "{<|:=".unicodeScalars.contains(first) { return true }
    if HeadLexicon.current.titleWords["chrome"]?.prefix(of: line.key, from: 0, to: line.count)
      != nil
    {
      return true
    }
    return line.key.contains("http")
  }

  /// `（暫定版）` and the like anywhere in a line of the title.
  static func status(in line: HeadLine) -> RecordStatus? {
    for place in line.key.indices {
      guard HeadLine.closing(line.key[place]) != nil, let close = line.close(of: place) else {
        continue
      }
      let inner = Array(line.key[(place + 1)..<(close - 1)])
      if inner == ["案"] { continue }
      let lexicon = HeadLexicon.current
      for kind in ["provisional", "final", "erratum"]
      where lexicon.titleWords[kind]?.value(of: inner) != nil {
        return RecordStatus(rawValue: kind)
      }
    }
    return line.key.count < 10
      ? HeadLexicon.current.titleWords["provisional"]?.value(of: line.key)
        .flatMap { _ in line.count > 1 ? .provisional : nil } : nil
  }

  private static func level(in lines: [HeadLine]) -> Level? {
    for line in lines.reversed() {
      for level in BodyPhrase.levels {
        guard let words = HeadLexicon.current.titleWords[level] else { continue }
        for token in line.columns() {
          if let found = words.suffix(of: token.key, from: 0, to: token.count), found.length >= 3 {
            return Level(rawValue: level)
          }
        }
      }
    }
    return nil
  }
}

extension BodyPhrase {
  static let levels = ["verbatim", "namedSummary", "anonymousSummary", "decisions"]
}
