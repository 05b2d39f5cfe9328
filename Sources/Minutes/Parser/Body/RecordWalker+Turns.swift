import Deliberation
import JapaneseText

extension RecordWalker {
  /// Closes the turn that is open and makes it a statement.
  mutating func flush() {
    guard var draft else { return }
    self.draft = nil
    if let trailer = trailer(of: draft) {
      draft.form = .turn
      draft.label = trailer
      draft.fragments[draft.fragments.count - 1].span.to = trailer.textStart
    }
    let text = TurnText(draft.fragments, source: scalars, isWrapped: isWrapped)
    guard !text.isEmpty else {
      // what happened meanwhile stands before the next statement, whoever makes it
      for index in events.indices.reversed() {
        guard events[index].beforeStatement > spoken.count else { break }
        events[index].beforeStatement = spoken.count
      }
      if let label = draft.label, draft.pendingEvents.isEmpty {
        findings.append(
          Finding(
            kind: "emptyTurn", line: label.line,
            message: "no words follow the speaker label: \(label.printed)"))
      }
      return
    }
    let sentences = text.sentences
    let count = Levels.count(text.scalars, sentences)
    introductions.read(
      text.scalars, sentences, by: draft.label?.parts, turn: spoken.count, lexicon: labels.lexicon)
    var statement = Statement(
      order: spoken.count + 1, label: nil, kind: .anonymous, level: .anonymousSummary,
      text: text.string, paragraphs: text.paragraphs, sentences: sentences,
      source: text.segments)
    if let label = draft.label { identify(&statement, label) }
    if let label = draft.label, leads(statement, label) { follow(text.scalars, sentences) }
    statement.agenda = tree.current
    for index in draft.events where events[index].kind != .closing && events[index].kind != .opening
    {
      events[index].agenda = tree.current
    }
    spoken.append(
      Spoken(
        statement: statement, form: draft.form, parts: draft.label?.parts,
        label: draft.label?.printed, section: draft.section, polite: count.polite,
        all: count.all))
  }

  /// Fills in who speaks.
  private mutating func identify(_ statement: inout Statement, _ label: Label) {
    guard !label.printed.isEmpty else { return }
    let parts = label.parts
    let found = people.resolve(parts)
    statement.label = label.shown(in: scalars)
    statement.surname = surname(parts, found)
    statement.role = parts.role
    statement.organisation = parts.organisation
    statement.speaker = found.person
    statement.speakerName = found.name
    statement.kind = found.kind
    if presidesPlenary, found.kind == .unknown, parts.roleClass == .person, parts.role == nil {
      // 井野俊郎君 beside 議長: a member of the house
      statement.kind = .member
    }
    if parts.roleClass == .chair, let chair = parts.kindByTitle {
      if isChairOfAnother(parts) {
        // 総務常任委員長 reports to the house: a member of it
        if found.kind == chair || found.kind == .unknown { statement.kind = .member }
      } else if found.kind == .member {
        // a member of the list whom the label shows in the chair
        statement.kind = chair
      }
    }
    if let voice = parts.voice {
      let (reader, name) = people.voice(voice, of: found)
      statement.readBy = reader
      statement.readByName = name
      if voice.name == nil {
        findings.append(
          Finding(
            kind: "proxyUnnamed", line: label.line,
            message: "somebody not named speaks in place of the one named: \(label.printed)"))
      }
    }
    if found.isOpen, openLabels[label.printed] == nil {
      openLabels[label.printed] = (label.line, found.candidates)
    }
    if let index = found.attendee, people.attendance[index].presence == .absent,
      parts.voice == nil
    {
      findings.append(
        Finding(
          kind: "speakerListedAbsent", line: label.line,
          message: "speaks but is listed as absent: \(label.printed)"))
    }
  }

  /// Whether the label names the chair of another body than the one whose chair presides here:
  /// 総務委員長 beside 議長.
  private func isChairOfAnother(_ parts: LabelParts) -> Bool {
    guard presidesPlenary, let role = parts.role, role.hasSuffix("委員長") || role.hasSuffix("会長")
    else { return false }
    return role != "会長"
  }

  /// The surname as printed; of a full name the part that the list tells apart.
  private func surname(_ parts: LabelParts, _ found: People.Resolution) -> String? {
    guard let name = parts.name else { return nil }
    if let printed = parts.printedSurname { return printed }
    guard
      parts.isFullName
        || found.name != nil && PersonName.key(name) == found.name.map(PersonName.key)
    else { return name }
    let split = (found.name ?? PersonName.display(name)).split(separator: " ")
    guard split.count >= 2, let first = split.first else { return nil }
    return String(first)
  }

  /// Whether the speaker leads the meeting, so that the words can move the agenda.
  private func leads(_ statement: Statement, _ label: Label) -> Bool {
    if isChairOfAnother(label.parts) { return false }
    if statement.kind == .chair || statement.kind == .deputyChair { return true }
    if let presiding, let name = label.parts.name, name == presiding { return true }
    return label.parts.kindByTitle == .chair || label.parts.kindByTitle == .deputyChair
      || statement.role == "司会" || statement.role == "進行"
  }

  /// Goes where the chair's words go.
  private mutating func follow(_ text: Scalars, _ sentences: [TextSpan]) {
    guard !tree.isEmpty else { return }
    if ChairMove.all(in: text, sentences: sentences).contains(where: { take($0) }) {
      section += 1
      return
    }
    let path =
      ChairMove.title(in: text, sentences: sentences, titles: tree.titles)
      ?? (ChairMove.takesUpReports(text, sentences) ? tree.onlyReports : nil)
    if let path, !tree.isWithin(path) {
      tree.move(to: tree.deepest(at: path))
      section += 1
    } else if path == nil, tree.nodes.contains(where: \.isPlanned),
      ChairMove.leaves(text, sentences)
    {
      tree.leave()
    }
  }

  private mutating func take(_ move: ChairMove) -> Bool {
    if !move.days.isEmpty, !tree.move(toDays: move.days).isEmpty { return true }
    if move.isOfPaper, tree.move(toPaper: move.word, number: move.number) { return true }
    if move.isOfPaper, !tree.counts(by: move.word) { return false }
    return tree.move(toNumber: move.number, word: move.word) != nil
  }

  /// Adds an event at this place of the record.
  @discardableResult
  mutating func add(
    _ kind: EventKind, span: TextSpan, text: String, piece: Piece, agenda: [AgendaPath],
    result: String? = nil, documents: [String] = []
  ) -> Int {
    var event = Event(
      number: events.count + 1, kind: kind, agenda: agenda, documents: documents, result: result,
      text: text, beforeStatement: spoken.count + (draft == nil ? 0 : 1),
      source: [SourceSegment(span: span, line: piece.line.number, page: piece.line.page)])
    event.inStatement = nil
    for label in documents where !self.documents.contains(label) { self.documents.append(label) }
    events.append(event)
    return events.count - 1
  }
}
