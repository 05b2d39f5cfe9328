import Deliberation
import JapaneseText

extension MeetingSummary {
  init(_ source: SummarySource, by grouping: SummaryGrouping) {
    let record = source.record
    let builder = SectionBuilder(source)
    self.init(
      address: source.address, title: record.meeting.title, bodyName: record.meeting.bodyName,
      number: record.meeting.number, date: record.meeting.date, place: record.meeting.place,
      level: record.level, status: record.status, completeness: record.completeness,
      source: record.source, selection: source.selection, subject: source.subject,
      membersPresent: MeetingSummary.membersPresent(record.attendance),
      sections: grouping == .agenda ? builder.sections() : builder.sectionsBySpeaker())
  }

  /// Members of the body who were there, in person, online or by proxy.
  private static func membersPresent(_ attendance: [Attendee]) -> Int? {
    let members = attendance.filter {
      $0.kind == .chair || $0.kind == .deputyChair || $0.kind == .member
    }
    return members.isEmpty ? nil : members.count { $0.presence != .absent }
  }
}

/// Cuts a record into sections: the sets of agenda items under which statements and events stand, in
/// the order of reading.
private struct SectionBuilder {
  let record: Record
  let address: String
  let selection: SummarySelection
  let lines: SummaryLines
  let answers: SummaryAnswers
  let items: [AgendaPath: AgendaItem]

  init(_ source: SummarySource) {
    record = source.record
    address = source.address
    selection = source.selection
    lines = SummaryLines(record: source.record, address: source.address)
    answers = SummaryAnswers(record: source.record, lines: lines)
    items = Dictionary(
      source.record.agenda.flattened.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func sections() -> [SummarySection] {
    keys().compactMap { key in
      let statements = record.statements.indices.filter {
        record.statements[$0].agenda == key && isSelected($0)
      }
      let events = record.events.filter { $0.agenda == key }
      guard !statements.isEmpty || (showsEvents && isSelected(key) && !events.isEmpty) else {
        return nil
      }
      return section(key, statements: statements, events: events)
    }
  }

  /// A section for each person and each matter that the person spoke on, by first appearance;
  /// those whom the record does not name stand together at the end.
  func sectionsBySpeaker() -> [SummarySection] {
    let selected = record.statements.indices.filter(isSelected)
    var order: [Speaker?] = []
    var parts: [Speaker?: [Int]] = [:]
    for index in selected {
      let speaker = Speaker(record.statements[index])
      if parts[speaker] == nil { order.append(speaker) }
      parts[speaker, default: []].append(index)
    }
    order = order.filter { $0 != nil } + order.filter { $0 == nil }
    return order.flatMap { speaker -> [SummarySection] in
      let statements = parts[speaker] ?? []
      let first = record.statements[statements[0]]
      return keys().compactMap { key -> SummarySection? in
        let here = statements.filter { record.statements[$0].agenda == key }
        guard !here.isEmpty else { return nil }
        var part = section(key, statements: here, events: [])
        part.speaker = lines.name(of: first)
        // One person: there is nothing to count.
        part.counts = []
        part.targetCounts = []
        return part
      }
    }
  }

  /// The kinds of events under which a matter is worth a section although nobody is quoted on it.
  private static let telling: Set<EventKind> = [
    .explanation, .noQuestions, .discussion, .approval, .vote, .ruling,
  ]

  private func keys() -> [[AgendaPath]] {
    var keys: [[AgendaPath]] = []
    var seen: Set<[AgendaPath]> = []
    func add(_ key: [AgendaPath]) {
      if seen.insert(key).inserted { keys.append(key) }
    }
    var events = record.events[...]
    func addEvents(before index: Int) {
      while let event = events.first, event.beforeStatement <= index {
        if Self.telling.contains(event.kind), !event.agenda.isEmpty { add(event.agenda) }
        events.removeFirst()
      }
    }
    for (index, statement) in record.statements.enumerated() {
      addEvents(before: index)
      add(statement.agenda)
    }
    addEvents(before: .max)
    return keys
  }

  private var showsEvents: Bool {
    switch selection {
    case .whole, .agenda: true
    case .person, .statements: false
    }
  }

  private func isSelected(_ key: [AgendaPath]) -> Bool {
    guard case .agenda(let path, let only) = selection else { return true }
    return key.contains { only ? $0 == path : path.includes($0) }
  }

  private func isSelected(_ index: Int) -> Bool {
    switch selection {
    case .whole: true
    case .agenda: isSelected(record.statements[index].agenda)
    case .person(let person): record.statements[index].speaker == person
    case .statements(let indices): indices.contains(index)
    }
  }

  private func section(
    _ key: [AgendaPath], statements: [Int], events: [Event]
  ) -> SummarySection {
    let own = statements.flatMap { lines.lines(of: $0) }
    let spoken = Set(
      statements.map { record.statements[$0] }.filter(\.kind.isMember).compactMap(Speaker.init))
    let isWhole = key.count == 1 && !(items[key[0]]?.items.isEmpty ?? true)
    return SummarySection(
      speaker: nil, items: key.map(item), isWholeItem: isWhole,
      explanations: events.filter { $0.kind == .explanation }.map(event),
      outcomes: events.filter { [.approval, .vote, .ruling].contains($0.kind) }.map(event),
      questions: !statements.isEmpty
        ? .held
        : events.contains { $0.kind == .noQuestions }
          ? .none
          : events.contains { $0.kind == .discussion } ? .held : .notTold,
      contradictions: Contradiction.found(among: own, in: record),
      groups: answers.groups(of: own),
      reported: statements.flatMap { index in
        record.statements[index].reported.map { lines.report($0, of: index) }
      },
      undertakings: statements.flatMap { index in
        record.statements[index].undertakings.map { lines.undertaking($0, of: index) }
      },
      unanswered: answers.unanswered(of: own),
      counts: StanceCount.counted(own, in: record, byTarget: false),
      targetCounts: StanceCount.counted(own, in: record, byTarget: true)
        .filter { $0.target != nil },
      membersSpoke: spoken.count,
      unnamedStatements: statements.count { Speaker(record.statements[$0]) == nil },
      lines: own)
  }

  private func item(_ path: AgendaPath) -> SummaryItem {
    SummaryItem(
      path: path, mark: items[path]?.mark, title: items[path]?.title ?? "",
      address: "\(address)/\(path)")
  }

  /// The event; of an explanation only the sentence that tells it, not what followed.
  private func event(_ event: Event) -> SummaryEvent {
    let scalars = event.text.scalars
    let first = Sentences.spans(in: scalars).first.map(scalars.text)
    let text = event.kind == .explanation ? first ?? event.text : event.text
    return SummaryEvent(
      kind: event.kind, by: event.byName, documents: event.documents, result: event.result,
      text: text)
  }
}
