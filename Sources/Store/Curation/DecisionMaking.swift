package import Deliberation
import GRDB
import JapaneseText

/// Whom a decision means.
package struct DecidedPerson: Hashable, Sendable {
  package var id: PersonID
  package var name: String

  package init(id: PersonID, name: String) {
    self.id = id
    self.name = name
  }
}

extension RecordStore {
  /// The decision that a statement was made by somebody, or by nobody who is known.
  ///
  /// - Throws: `StoreError` for an address that is no statement.
  package func speakerDecision(
    at address: String, _ person: DecidedPerson?, author: String
  ) throws(StoreError) -> Decision {
    try statementDecision(.speaker, at: address, author: author) { value in
      value.person = person?.id.rawValue
      value.name = person?.name
    }
  }

  /// The decision that a statement belongs to some agenda items, or to none.
  ///
  /// The items are named by addresses (`86/1.2`) or paths (`1.2`) within the same record.
  package func agendaDecision(
    at address: String, items: [String], author: String
  ) throws(StoreError) -> Decision {
    let record = try self.record(at: try resolve(address).recordAddress)
    var found: [DecisionValue.Item] = []
    for text in items {
      let path = AgendaPath(text.split(separator: "/").last.map { String($0) } ?? text)
      guard let path, let item = record.agenda.item(at: path) else {
        throw .unknownAddress("\(text) (an agenda item of the same record is needed)")
      }
      found.append(DecisionValue.Item(path: "\(path)", title: item.title))
    }
    let wanted = found
    return try statementDecision(.agenda, at: address, author: author) { $0.items = wanted }
  }

  /// The decision that a label means somebody wherever it stands in a record.
  package func labelDecision(
    at address: String, label: String, _ person: DecidedPerson?, author: String
  ) throws(StoreError) -> Decision {
    try decision(.label, at: address, author: author) { place, value in
      let labels = Set(place.record.statements.compactMap(\.label))
      guard let statement = place.record.statements.first(where: { $0.label == label }),
        let start = statement.source.first?.span
      else {
        throw StoreError.cannotDecide(
          "no statement of \(address) has the label 「\(label)」; its labels are: "
            + labels.sorted().prefix(20).joined(separator: ", "))
      }
      value.label = label
      value.person = person?.id.rawValue
      value.name = person?.name
      return LabelPlace.find(label, before: start.from, in: place.text) ?? start
    }
  }

  /// The decision that a position is of another stance, or is none.
  ///
  /// `number` says which position of the statement, from 1, and may be left out where there is one
  /// only; `now` is nil to reject the position.
  package func stanceDecision(
    at address: String, number: Int?, now: Stance?, author: String
  ) throws(StoreError) -> Decision {
    try decision(.stance, at: address, author: author) { place, value in
      let statement = try place.statement()
      let count = statement.positions.count
      let index = (number ?? (count == 1 ? 1 : 0)) - 1
      guard statement.positions.indices.contains(index) else {
        let list = statement.positions.enumerated().map { index, position in
          "\(index + 1) \(position.stance.rawValue) 「\(statement.text.scalars.text(position.clause))」"
        }
        throw StoreError.cannotDecide(
          count == 0
            ? "\(address) holds no position"
            : "say which position of \(address): --position N\n" + list.joined(separator: "\n"))
      }
      value.stance = statement.positions[index].stance.rawValue
      value.now = now?.rawValue
      return StatementMap(statement, in: place.text).source(of: statement.positions[index].clause)
    }
  }

  /// The decision that two persons are one, or are two.
  package func personsDecision(
    _ kind: DecisionKind, _ first: DecidedPerson, _ second: DecidedPerson, author: String
  ) throws(StoreError) -> Decision {
    guard first.id != second.id else {
      throw .cannotDecide("\(first.id) is one and the same; name two persons")
    }
    var value = DecisionValue()
    value.person = second.id.rawValue
    value.name = [first.name, second.name].joined(separator: " / ")
    return Decision(
      kind: kind.rawValue, subject: first.id.rawValue, value: value.json, author: author)
  }

  /// The decision that takes an earlier one back.
  package func undoDecision(_ id: String, author: String) throws(StoreError) -> Decision {
    let entry = try decisionEntries().first { $0.decision.id == id }
    guard let entry, entry.decision.kind != DecisionKind.undone.rawValue else {
      throw .cannotDecide("\(id): there is no such decision; see them with: shingi correct --list")
    }
    guard entry.state != .undone else { throw .cannotDecide("\(id) is taken back already") }
    var value = DecisionValue()
    value.decision = id
    // The words and the subject of the old one, so that what it was about is found again.
    value.person = DecisionValue(json: entry.decision.value).person
    return Decision(
      kind: DecisionKind.undone.rawValue, anchor: entry.decision.anchor,
      subject: entry.decision.subject, value: value.json, author: author)
  }

  private func statementDecision(
    _ kind: DecisionKind, at address: String, author: String,
    _ fill: (inout DecisionValue) -> Void
  ) throws(StoreError) -> Decision {
    try decision(kind, at: address, author: author) { place, value in
      guard let span = try place.statement().source.first?.span else {
        throw StoreError.cannotDecide("\(address) has no place in its source")
      }
      fill(&value)
      return span
    }
  }

  /// A decision that is anchored in the source of the record at an address.
  ///
  /// `fill` says what was decided, and gives the span of the source that it is about.
  private func decision(
    _ kind: DecisionKind, at address: String, author: String,
    _ fill: (DecidedPlace, inout DecisionValue) throws -> TextSpan
  ) throws(StoreError) -> Decision {
    let resolved = try resolve(address)
    return try reading { database in
      let file = try Int64.fetchOne(
        database, sql: "SELECT file FROM record WHERE id = ?", arguments: [resolved.record])
      let place = DecidedPlace(
        resolved: resolved,
        record: try RecordReader(database: database).record(resolved.record),
        text: try FileRow.text(database, id: file ?? 0).scalars)
      var value = DecisionValue()
      let span = try fill(place, &value)
      return Decision(
        kind: kind.rawValue,
        anchor: DecisionAnchor(
          sourceHash: place.record.source.sha256, span: span, quoted: place.text.text(span)),
        value: value.json, author: author)
    }
  }
}

/// What a decision is about: an address, the record in which it lies, and the text of its source.
private struct DecidedPlace {
  let resolved: Resolved
  let record: Deliberation.Record
  let text: Scalars

  /// The statement that the address names.
  func statement() throws -> Deliberation.Statement {
    let number: String
    switch resolved.part {
    case .statement(let found), .sentence(let found, _): number = found
    default:
      throw StoreError.unknownAddress("\(resolved.address) (a statement is needed, such as 86#4)")
    }
    guard let statement = record.statements.first(where: { $0.number == number }) else {
      throw StoreError.unknownAddress(resolved.address)
    }
    return statement
  }
}
