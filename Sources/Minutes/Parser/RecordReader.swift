import Deliberation
import JapaneseText

/// Reads one record: labels, turns, events, agenda, people, levels.
struct RecordReader {
  let view: TextView
  let part: TextSpan
  var front: FrontMatter

  /// The record; nil where the stretch holds no statement and no event.
  func record(from origin: RecordSource) -> Record? {
    let labels = LabelGrammar(lexicon: .standard, attendance: front.attendance)
    let cutter = PieceCutter(view: view, within: part, front: front, grammar: labels)
    let speeches = SpeechMarks(view.source, within: part)
    var pieces: [Piece]
    if speeches.isEmpty {
      var cutter = cutter
      pieces = cutter.pieces().pieces
    } else {
      pieces = speeches.pieces(cutter: cutter, view: view, grammar: labels)
    }
    if speeches.isEmpty, let attendance = SurnameLists.marked(front.attendance, by: pieces) {
      var known = self
      known.front.attendance = attendance
      return known.record(from: origin)
    }
    var walker = walk(pieces, labels: labels, readsOpinions: false)
    let told = walker.events.count { $0.kind != .agendaMove && $0.kind != .closing }
    if walker.spoken.isEmpty, front.notMinutes == nil, walker.loose.count >= 3,
      walker.loose.count > told * 2, looksLikeMinutes(pieces)
    {
      let second = walk(pieces, labels: labels, readsOpinions: true)
      if second.spoken.count >= 3 || front.levelHint != nil && !second.spoken.isEmpty {
        walker = second
      }
    }
    if isMinutes(walker) { return assemble(walker, from: origin) }
    guard front.notMinutes == nil, front.bodyStart > part.from, speeches.isEmpty else { return nil }
    // the head swallowed the turns: what it read stays, the turns are looked for everywhere
    var whole = self
    whole.front.bodyStart = part.from
    var wide = PieceCutter(view: view, within: part, front: whole.front, grammar: labels)
    let again = whole.walk(wide.pieces().pieces, labels: labels, readsOpinions: false)
    let said = again.spoken.filter {
      $0.form == .turn && $0.all > 0 && $0.statement.text.hasSuffix("。")
    }
    return said.count >= 3 ? whole.assemble(again, from: origin) : nil
  }

  /// Whether words without labels may be read as opinions: the head or the form says minutes.
  private func looksLikeMinutes(_ pieces: [Piece]) -> Bool {
    if front.levelHint != nil || !front.attendance.isEmpty || !front.meeting.times.isEmpty {
      return true
    }
    let headings = pieces.count { $0.line.heading != nil }
    let items = pieces.count { $0.line.listLevel != nil }
    return headings >= 2 && items >= 5
  }

  private func walk(
    _ pieces: [Piece], labels: LabelGrammar, readsOpinions: Bool
  ) -> RecordWalker {
    let people = People(attendance: front.attendance, bodies: front.meeting.bodies)
    var walker = RecordWalker(
      view: view, pieces: pieces, front: front, people: people, labels: labels,
      readsOpinions: readsOpinions)
    walker.walk()
    return walker
  }

  /// Something was said, or something was done beyond the mere headings of a programme.
  private func isMinutes(_ walker: RecordWalker) -> Bool {
    if !walker.spoken.isEmpty {
      return front.notMinutes == nil || walker.spoken.contains { $0.form != .opinion }
        || walker.spoken.count >= 3
    }
    guard front.notMinutes == nil else { return false }
    return walker.events.contains {
      switch $0.kind {
      case .agendaMove, .opening, .closing, .recess, .other: false
      default: true
      }
    }
  }

  private func assemble(_ walker: RecordWalker, from origin: RecordSource) -> Record {
    var record = Record(source: origin)
    record.meeting = front.meeting
    record.status = front.status
    record.completeness = front.completeness
    record.attendance = walker.people.attendance
    record.documents = front.documents
    for label in walker.documents where !record.documents.contains(where: { $0.label == label }) {
      record.documents.append(Document(label: label))
    }
    record.agenda = walker.tree.items
    record.statements = levelled(walker.spoken)
    record.events = outcomes(walker.events, record.statements)
    record.level = level(of: record)
    record.findings = (front.findings + walker.findings + findings(walker, record.statements))
      .sorted { ($0.line ?? 0, $0.kind, $0.message) < ($1.line ?? 0, $1.kind, $1.message) }
    return record
  }

  // MARK: - levels

  /// Gives every labelled turn the level of its section, else of the record.
  private func levelled(_ spoken: [Spoken]) -> [Statement] {
    let turns = spoken.filter { $0.form == .turn }
    let whole = Levels.level(of: turns)
    let sections = Dictionary(grouping: turns, by: \.section)
      .filter { $0.value.reduce(0) { $0 + $1.all } >= 6 }
      .compactMapValues { Levels.level(of: $0) }
    return spoken.map { item in
      var statement = item.statement
      switch item.form {
      case .opinion: statement.level = .anonymousSummary
      case .question: statement.level = .questionsAnswers
      case .written: statement.level = .written
      case .turn:
        statement.level = sections[item.section] ?? whole ?? front.levelHint ?? .verbatim
      }
      return statement
    }
  }

  private func level(of record: Record) -> Level {
    let levels = Set(record.statements.map(\.level))
    if levels.count == 1, let only = levels.first { return only }
    if levels.count > 1 { return .mixed }
    let decides = record.events.contains { $0.kind == .approval || $0.kind == .vote }
    let tells = record.events.contains { $0.kind == .explanation || $0.kind == .discussion }
    return decides && !tells ? .decisions : .narration
  }

  // MARK: - outcomes

  /// Votes take their result from the words that declare it next.
  private func outcomes(_ events: [Event], _ statements: [Statement]) -> [Event] {
    events.map { event in
      guard event.kind == .vote, event.result == nil else { return event }
      var event = event
      let next = event.inStatement ?? event.beforeStatement
      if statements.indices.contains(next), event.inStatement == nil {
        let statement = statements[next]
        let text = statement.text.scalars
        let end = statement.sentences.prefix(2).last?.to ?? text.count
        event.result = NarrationGrammar.result(Array(text[..<min(end, text.count)]))
      }
      return event
    }
  }

  // MARK: - findings

  private func findings(_ walker: RecordWalker, _ statements: [Statement]) -> [Finding] {
    var findings: [Finding] = []
    if front.attendance.isEmpty {
      if let first = walker.openLabels.values.map(\.line).min() {
        findings.append(
          Finding(
            kind: "attendanceMissing", line: first,
            message:
              "no attendance list: \(walker.openLabels.count) speaker labels give no full name"))
      }
    } else {
      for (label, open) in walker.openLabels {
        let count = "\(open.candidates) candidate\(open.candidates == 1 ? "" : "s")"
        findings.append(
          Finding(
            kind: "speakerNotResolved", line: open.line,
            message: "speaker label not resolved: \(label) (\(count))"))
      }
    }
    let without = statements.filter(\.agenda.isEmpty)
    if !walker.tree.isEmpty, let first = without.first {
      findings.append(
        Finding(
          kind: "statementsWithoutAgenda", line: first.source.first?.line,
          message: "\(without.count) of \(statements.count) statements stand in no agenda item"))
    }
    if !walker.hasNothingLoose, let first = walker.loose.first {
      findings.append(
        Finding(
          kind: "textOutsideTurns", line: first.line,
          message:
            "\(walker.loose.count) lines belong to no turn: \(view.text(first.span).prefix(30))"))
    }
    return findings
  }
}

extension RecordWalker {
  var hasNothingLoose: Bool { loose.isEmpty }
}
