import Deliberation
import JapaneseText

/// The chair's first words name body and number (これより第86回○○委員会を開会いたします): they
/// supply what the head leaves out, and never overrule it.
enum Opening {
  static func supply(_ front: inout FrontMatter, in view: TextView, within span: TextSpan) {
    let bodies = front.meeting.bodies
    let isBare = bodies.isEmpty || bodies == [["本会議"]]
    supplyTimes(&front, in: view, within: span)
    let isAssembly = bodies.contains { $0.count == 1 && $0[0].hasSuffix("議会") }
    let lacksSession = isAssembly && front.meeting.session == nil
    guard isBare || front.meeting.number == nil || lacksSession else { return }
    let window = TextSpan(front.bodyStart, min(span.to, front.bodyStart + 1500))
    let behind = view.lines.boundary(where: { $0.span.to > window.from })
    guard let last = view.lines[behind...].first(where: { !$0.isBlank }) else {
      return
    }
    let line = HeadLine(last, scalars: view.scalars(window))
    guard let named = find(line) ?? (bodies.isEmpty ? called(line) : nil) else { return }
    let segment = TitleReader.Segment(
      part: named.part, phrase: named.phrase, isWholeLine: false, blankLinesBefore: 0)
    if isBare, !named.phrase.bodies.isEmpty || bodies.isEmpty && named.phrase.hasSession {
      let paths = BodyPaths.paths(of: [segment], in: view)
      front.meeting.bodies = paths
      front.findings.removeAll { $0.kind == "bodyGuessed" }
    }
    if lacksSession, named.phrase.hasSession, front.meeting.number != nil {
      front.meeting.session = named.phrase.number
    } else if front.meeting.number == nil, front.meeting.session == nil {
      if named.phrase.hasSession {
        front.meeting.session = named.phrase.number
      } else if named.phrase.bodies.isEmpty || names(named, bodies, in: view) || isBare {
        front.meeting.number = named.phrase.number
      }
    }
  }

  /// The hours from lines of the body: `午前10時開議` at its start, `午後3時散会` at its end.
  private static func supplyTimes(
    _ front: inout FrontMatter, in view: TextView, within span: TextSpan
  ) {
    guard front.meeting.times.count < 2, front.meeting.times.first?.to == nil else { return }
    let body = TextSpan(max(span.from, min(front.bodyStart, span.to)), span.to)
    if let times = Sittings.read(view, within: body, from: front.meeting.times.first?.from) {
      front.meeting.times = times
      if times.last?.to != nil { return }
    }
    guard front.meeting.times.count < 2 else { return }
    // Only the lines of this record: a file may hold hundreds.
    let start = view.lines.boundary(where: { $0.span.from >= front.bodyStart })
    let lines = view.lines[start...].prefix { $0.span.to <= span.to }
      .filter { !$0.isBlank && $0.span.count <= 40 }
    var time = front.meeting.times.first ?? MeetingTime(from: nil, to: nil)
    if time.from == nil {
      time.from =
        lines.prefix(4).lazy.compactMap { hour($0, TimesReader.isOpening, in: view) }.first
    }
    time.to =
      lines.suffix(12).reversed().lazy
      .compactMap { hour($0, TimesReader.isClosing, in: view) }.first
    if time.from != nil || time.to != nil { front.meeting.times = [time] }
  }

  private static func hour(
    _ line: ViewLine, _ isSign: (HeadLine) -> Bool, in view: TextView
  ) -> String? {
    let words = HeadLine(line, scalars: view.scalars(line.span)).trimmed(of: "○◯〇")
    guard isSign(words) else { return nil }
    let range = ClockTime.ranges(in: view.source.scalars, within: line.span).first
    return range?.from ?? range?.to
  }

  /// Whether the chair names the body that the title names.
  private static func names(
    _ named: (part: HeadLine, phrase: BodyPhrase), _ bodies: [[String]], in view: TextView
  ) -> Bool {
    guard let body = named.phrase.bodies.last else { return false }
    let name = HeadText.name(
      view.scalars(named.part.span(body.range.lowerBound, body.range.upperBound)))
    return bodies.contains { $0.last.map { name.hasSuffix($0) || $0.hasSuffix(name) } ?? false }
  }

  /// The stretch before を開会 that is a title.
  private static func find(_ line: HeadLine) -> (part: HeadLine, phrase: BodyPhrase)? {
    for place in line.key.indices where line.key[place] == "を" || line.key[place] == "の" {
      guard verbs.contains(where: { line.key.starts($0, at: place + 1) }) else { continue }
      for start in max(0, place - 50)..<place where line.key[start] == "第" || isEra(line.key, start)
      {
        let part = line.part(start, place)
        let phrase = BodyPhrase.read(part)
        if phrase.foreign == 0, phrase.number != nil || phrase.hasSession { return (part, phrase) }
      }
    }
    return nil
  }

  /// `ただいまから都市建設委員会を開会いたします`: the body alone.
  private static func called(_ line: HeadLine) -> (part: HeadLine, phrase: BodyPhrase)? {
    for place in line.key.indices where line.key[place] == "を" {
      guard verbs.contains(where: { line.key.starts($0, at: place + 1) }) else { continue }
      for lead in leads {
        for start in max(0, place - 40)..<place where line.key.starts(lead, at: start) {
          var from = start + lead.count
          if from < place, "、,".unicodeScalars.contains(line.key[from]) { from += 1 }
          let part = line.part(from, place)
          let phrase = BodyPhrase.read(part)
          if phrase.foreign == 0, !phrase.bodies.isEmpty { return (part, phrase) }
        }
      }
    }
    return nil
  }

  private static let leads = ["ただいまから", "ただ今から", "只今から", "これより", "ただいまより", "只今より"].map(
    HeadLine.fold)

  private static func isEra(_ key: Scalars, _ start: Int) -> Bool {
    eras.contains { key.starts($0, at: start) }
  }

  private static let verbs = ["開会", "開催", "開き", "始め", "開か", "はじめ", "再開"].map(HeadLine.fold)
  private static let eras = ["令和", "平成"].map(HeadLine.fold)
}
