package import Deliberation
import JapaneseText

/// The decisions about one file, with the places of their words in it.
package struct FileCorrections: Sendable {
  struct Placed: Sendable {
    let decision: Decision
    let kind: DecisionKind
    let value: DecisionValue
    let place: TextSpan

    init(_ decision: Decision, _ place: TextSpan) {
      self.decision = decision
      self.place = place
      kind = DecisionKind(rawValue: decision.kind) ?? .undone
      value = DecisionValue(json: decision.value)
    }
  }

  let decisions: [Placed]
  /// The text of the file.
  let text: Scalars

  package var isEmpty: Bool { decisions.isEmpty }

  /// Corrects speakers and agenda items; before positions and links are derived.
  ///
  /// A label's decision comes before one about a single statement, which is the more exact.
  package func correctStatements(of records: inout [Record]) {
    for kind in [DecisionKind.label, .speaker, .agenda] {
      for decision in decisions where decision.kind == kind {
        var isApplied = false
        for index in records.indices {
          isApplied = apply(decision, to: &records[index]) || isApplied
        }
        if !isApplied { note(decision, in: &records) }
      }
    }
  }

  /// Corrects stances; after positions were derived.
  package func correctPositions(of records: inout [Record]) {
    for decision in decisions where decision.kind == .stance {
      var isApplied = false
      for index in records.indices {
        isApplied = correct(decision, in: &records[index]) || isApplied
      }
      if !isApplied { note(decision, in: &records) }
    }
  }

  private func apply(_ placed: Placed, to record: inout Record) -> Bool {
    switch placed.kind {
    case .label:
      guard isOf(record, placed) else { return false }
      let found = record.statements.indices.filter {
        record.statements[$0].label == placed.value.label
      }
      for index in found { give(placed, to: &record.statements[index], in: record.attendance) }
      return !found.isEmpty
    case .speaker:
      guard let index = Self.statement(at: placed.place, in: record) else { return false }
      give(placed, to: &record.statements[index], in: record.attendance)
      return true
    case .agenda:
      guard let index = Self.statement(at: placed.place, in: record),
        let paths = Self.paths(placed.value.items ?? [], in: record.agenda)
      else { return false }
      record.statements[index].agenda = paths
      return true
    default: return false
    }
  }

  /// The statement whose words begin where the anchor does.
  static func statement(at place: TextSpan, in record: Record) -> Int? {
    record.statements.firstIndex { $0.source.first?.span.from == place.from }
  }

  /// The items of an agenda that are meant: those at the same place with the same title, else the
  /// only ones of that title; nil where one is not there.
  private static func paths(_ items: [DecisionValue.Item], in agenda: [AgendaItem]) -> [AgendaPath]?
  {
    let all = agenda.flattened
    var paths: [AgendaPath] = []
    for item in items {
      let titled = all.filter { $0.title == item.title }
      guard
        let found = titled.first(where: { $0.path.description == item.path })
          ?? (titled.count == 1 ? titled.first : nil)
      else { return nil }
      paths.append(found.path)
    }
    return paths
  }

  /// Whether a label's place lies in a record: before one of its statements with that label.
  private func isOf(_ record: Record, _ placed: Placed) -> Bool {
    record.statements.contains { statement in
      guard statement.label == placed.value.label, let start = statement.source.first?.span.from
      else { return false }
      return start >= placed.place.from && start - placed.place.to <= LabelPlace.reach
    }
  }

  private func give(_ placed: Placed, to statement: inout Statement, in attendance: [Attendee]) {
    guard let id = placed.value.person else {
      statement.speaker = nil
      statement.speakerName = nil
      statement.kind = .unknown
      return
    }
    let name = placed.value.name
    let present = attendance.first { attendee in
      guard let name, let other = attendee.name, attendee.person != nil else { return false }
      return PersonID.exactKey(name) == PersonID.exactKey(other)
    }
    statement.speaker = present?.person ?? PersonID(rawValue: id)
    statement.speakerName = present?.name ?? name
    if let present { statement.kind = SpeakerKind(present.kind) }
    if statement.kind == .anonymous { statement.kind = .unknown }
  }

  private func correct(_ placed: Placed, in record: inout Record) -> Bool {
    for index in record.statements.indices {
      let statement = record.statements[index]
      guard let from = statement.source.first?.span.from, let to = statement.source.last?.span.to,
        from <= placed.place.from, placed.place.to <= to
      else { continue }
      let map = StatementMap(statement, in: text)
      let now = placed.value.now.flatMap { Stance(rawValue: $0) }
      let found = statement.positions.indices.filter { position in
        let clause = map.source(of: statement.positions[position].clause)
        return clause.from < placed.place.to && placed.place.from < clause.to
          && statement.positions[position].stance.rawValue == placed.value.stance
      }
      // The clause itself, else the only one of that stance that shares words with it.
      let exact = found.filter { map.source(of: statement.positions[$0].clause) == placed.place }
      guard let position = exact.first ?? (found.count == 1 ? found.first : nil) else {
        // What was rejected and is found no more needs no rejecting.
        return now == nil || statement.positions.contains { $0.stance == now }
      }
      if let now {
        record.statements[index].positions[position].stance = now
        record.statements[index].positions[position].rule = "human/\(placed.decision.author)"
      } else {
        record.statements[index].positions.remove(at: position)
      }
      return true
    }
    return false
  }

  private func note(_ placed: Placed, in records: inout [Record]) {
    guard !records.isEmpty else { return }
    let index =
      records.firstIndex { record in
        record.statements.last?.source.last.map { $0.span.to >= placed.place.from } ?? false
      } ?? records.count - 1
    let before = text[..<min(placed.place.from, text.count)]
    records[index].findings.append(
      Finding(
        kind: Corrections.unapplied, line: before.count { $0 == "\n" } + 1,
        message: """
          the decision \(placed.kind.rawValue) of \(placed.decision.author) \(placed.decision.id) on \
          「\(placed.decision.anchor?.quoted.prefix(40) ?? "")」 does not fit what was read there
          """))
  }
}
