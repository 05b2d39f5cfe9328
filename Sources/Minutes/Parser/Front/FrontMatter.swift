package import Deliberation
package import JapaneseText

/// What the head of a record of minutes says, and where the body begins.
package struct FrontMatter: Sendable {
  package var meeting = Meeting()
  /// 暫定版, 確定版, 正誤: only where the record says so.
  package var status: RecordStatus?
  /// Whether the file holds a part of the record only (抜粋, 冒頭, one speech without a head).
  package var completeness = Completeness.whole
  /// From the title word (議事録, 議事概要, 議事要旨); only a hint, the title does not tell the class.
  package var levelHint: Level?
  package var attendance: [Attendee] = []
  /// Lists behind the head, from the label to the last entry: those present, a planned agenda.
  package var lists: [TextSpan] = []
  package var documents: [Document] = []
  /// 議題, 議事日程 as listed in the head; empty where the list's items are the headings of the
  /// discussion itself.
  package var plannedAgenda: [AgendaItem] = []
  package var findings: [Finding] = []
  /// The scalar offset where the head ends; it may lie inside a line.
  package var bodyStart: Int
  /// Why these are no minutes, where the head alone shows it (議事次第, 配布資料, 公表について).
  package var notMinutes: String?

  /// Reads the head of the record that stands within a span of the source.
  ///
  /// Nothing between `bodyStart` and the end of the span belongs to the head: it ends too early
  /// rather than too late. What the format gives as fields wins over what the text says.
  package static func read(_ view: TextView, within span: TextSpan) -> FrontMatter {
    let fields = StructuredHead.read(view, within: span)
    let head = TextSpan(span.from, min(span.to, fields.limit ?? span.to))
    let whole = HeadLayout.cut(view, within: head)
    let cut = whole.parted()
    let layout = cut.head
    var front = FrontMatter(bodyStart: span.from)
    front.readTitle(layout, in: view)
    front.readDates(layout, in: view)
    front.meeting.place = PlaceReader.read(layout, in: view)
    let listed = AttendanceReader.read(layout.parts, in: view)
    front.attendance = listed.attendees
    front.findings += listed.findings
    var ends = [listed.end, layout.title.last { !$0.isEmpty } == nil ? nil : front.bodyStart]
    for part in layout.parts where part.kind == .documents {
      let read = DocumentReader.read(part, in: view)
      front.documents += read.documents
      ends.append(read.end)
    }
    let planned = AgendaReader.planned(layout, in: view)
    front.plannedAgenda = planned.items
    ends.append(planned.end)
    ends += layout.parts.map { PlainField.end(of: $0) }
    // Where the format marks speeches, it says itself where the body begins.
    front.bodyStart =
      fields.limit.map { HeadEnd.opening(before: $0, within: span, in: view) ?? $0 }
      ?? HeadEnd.find(layout, consumed: ends.compactMap(\.self).max(), within: span, in: view)
    fields.apply(to: &front, in: view)
    Opening.supply(&front, in: view, within: span)
    if front.attendance.isEmpty { front.readListsBehind(cut.behind, in: view, within: span) }
    if front.plannedAgenda.isEmpty { front.readAgendaBehind(in: view, within: span) }
    if front.status == nil {
      front.status = StandingNote.status(in: view, within: span, head: front.bodyStart)
    }
    if Excerpt.isOne(front, in: view, within: span) { front.completeness = .excerpt }
    front.notMinutes = NotMinutes.reason(whole, front)
    return front
  }

  private mutating func readTitle(_ layout: HeadLayout, in view: TextView) {
    let title = TitleReader.read(layout, in: view)
    meeting.bodies = title.bodies
    meeting.number = title.number
    meeting.session = title.session
    meeting.title = title.title
    levelHint = title.level
    status = title.status
    bodyStart = title.end ?? bodyStart
    for part in layout.parts where part.kind == .number && meeting.number == nil {
      for piece in part.paragraph(limit: 1) { meeting.number = BodyPhrase.read(piece).number }
    }
    if title.isGuess {
      let line = layout.lines.first { !$0.isEmpty }?.line.number
      findings.append(
        Finding(
          kind: "bodyGuessed", line: line,
          message: "the body is guessed from the title: \(meeting.title)"))
    }
  }

  /// Some records list those present behind the text; the lines stay in the body.
  private mutating func readListsBehind(
    _ known: [HeadPart], in view: TextView, within span: TextSpan
  ) {
    var parts = known
    var listed = AttendanceReader.read(known, in: view)
    if listed.attendees.isEmpty {
      let body = TextSpan(max(span.from, min(bodyStart, span.to)), span.to)
      parts = ListsBehind.parts(in: view, within: body)
      listed = AttendanceReader.read(parts, in: view)
    }
    guard !listed.attendees.isEmpty, let first = parts.first(where: { $0.kind == .present }) else {
      return
    }
    attendance = listed.attendees
    if let end = listed.end, end > first.start { lists = [TextSpan(first.start, end)] }
    findings.removeAll { $0.kind == "attendanceElsewhere" }
    findings += listed.findings
  }

  private mutating func readAgendaBehind(in view: TextView, within span: TextSpan) {
    let body = TextSpan(max(span.from, min(bodyStart, span.to)), span.to)
    guard let agenda = ListsBehind.agenda(in: view, within: body) else { return }
    plannedAgenda = agenda.items
    lists.append(agenda.span)
  }

  private mutating func readDates(_ layout: HeadLayout, in view: TextView) {
    let reading = DateReader.read(layout, in: view)
    meeting.date = reading.date
    meeting.times = reading.times
    findings += reading.findings
  }
}
