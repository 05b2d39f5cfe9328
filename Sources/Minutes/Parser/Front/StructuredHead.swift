import Deliberation
import JapaneseText

/// What a structured format says about the meeting by named fields; it wins over the text.
struct StructuredHead: Sendable {
  /// Field names with their first value and place.
  private var values: [String: TextSpan] = [:]
  /// Where the first speech or its speaker's field begins.
  private(set) var limit: Int?

  /// The fields of the record within a span that stand before its first real speech.
  static func read(_ view: TextView, within span: TextSpan) -> StructuredHead {
    var head = StructuredHead()
    var speaker: TextSpan?
    var speakerStart: Int?
    let marks = view.source.marks
    for mark in marks[marks.boundary { $0.span.from >= span.from }...] {
      if mark.span.from > span.to { break }
      guard mark.span.to <= span.to else { continue }
      switch mark.kind {
      case .field(let name):
        if ["speaker", "role", "organisation", "group"].contains(name) {
          if name == "speaker" { speaker = mark.span }
          speakerStart = min(speakerStart ?? mark.span.from, mark.span.from)
        } else if head.values[name] == nil, !mark.span.isEmpty {
          head.values[name] = mark.span
        }
      case .speech:
        if let speaker, isHeadBlock(speaker, in: view) {
          speakerStart = nil
          continue
        }
        if head.limit == nil { head.limit = min(speakerStart ?? mark.span.from, mark.span.from) }
      default: break
      }
    }
    return head
  }

  /// 会議録情報, （名簿）, null: the speaker of the block that is the head itself.
  private static func isHeadBlock(_ span: TextSpan, in view: TextView) -> Bool {
    let key = String(HeadLine.fold(view.text(span)))
    return ["会議録情報", "(名簿)", "名簿", "null", "", "会議情報"].contains(key)
  }

  /// Puts the fields over what was read from the text.
  func apply(to front: inout FrontMatter, in view: TextView) {
    if let house = text("house", view), let name = text("body", view) {
      front.meeting.bodies = [[house, name].map { HeadText.name($0.scalars) }]
    } else if let body = text("body", view) {
      let line = line(of: body, view)
      let phrase = BodyPhrase.read(line)
      let segment = TitleReader.Segment(
        part: line, phrase: phrase, isWholeLine: true, blankLinesBefore: 0)
      let paths = phrase.isTitle ? BodyPaths.paths(of: [segment], in: scratch(body)) : []
      front.meeting.bodies = paths.isEmpty ? [[HeadText.name(body.scalars)]] : paths
    }
    if let session = text("session", view), let number = firstNumber(session) {
      front.meeting.session = number
    }
    if let printed = text("number", view), let number = firstNumber(printed) {
      front.meeting.number = number
    }
    if let span = values["date"],
      let date = JapaneseDate.matches(in: view.source.scalars, within: span).first?.date
    {
      front.meeting.date = date
      front.findings.removeAll { $0.kind == "weekdayContradiction" }
    }
    if let span = values["time"] {
      let times = ClockTime.ranges(in: view.source.scalars, within: span)
      if !times.isEmpty {
        front.meeting.times = times.map { MeetingTime(from: $0.from, to: $0.to) }
      }
    }
    if let place = text("place", view) { front.meeting.place = place }
    if let title = text("title", view) { front.meeting.title = title }
    front.findings.removeAll { $0.kind == "bodyGuessed" && values["body"] != nil }
  }

  private func text(_ name: String, _ view: TextView) -> String? {
    guard let span = values[name] else { return nil }
    let words = HeadText.plain(span, in: view)
    return words.isEmpty || words == "null" ? nil : words
  }

  private func firstNumber(_ words: String) -> Int? {
    let key = HeadLine.fold(words)
    return key.indices.lazy.compactMap { place in
      place > 0 && key[place - 1].digitValue != nil
        ? nil : Numerals.number(in: key, at: place)?.value
    }.first
  }

  /// A view of a value alone, for readers that work on lines.
  private func scratch(_ words: String) -> TextView {
    let scalars = words.scalars
    return TextView(
      SourceText(
        reader: "field", scalars: scalars,
        lines: [SourceLine(span: TextSpan(0, scalars.count), number: 1)]))
  }

  private func line(of words: String, _ view: TextView) -> HeadLine {
    let own = scratch(words)
    guard let first = own.lines.first else { return HeadLine(view.lines[0], scalars: []) }
    return HeadLine(first, scalars: own.scalars(first.span))
  }
}
