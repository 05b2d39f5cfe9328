import Deliberation
import JapaneseText
package import Store

/// From arguments and conditions to the parts of records that are to be summarised.
package struct SummaryChoice {
  let store: RecordStore
  let conditions: SearchQuery
  let hasConditions: Bool
  let subject: String?
  let provisions: (String) throws -> String

  /// A choice among the records of an index.
  ///
  /// - Parameters:
  ///   - store: The index.
  ///   - conditions: What statements must be like beside what the arguments name.
  ///   - hasConditions: Whether these conditions ask for anything.
  ///   - subject: The conditions in words, for the head of the summary.
  ///   - provisions: From a provision in words to its address (`LAW#ELM`).
  package init(
    store: RecordStore, conditions: SearchQuery = SearchQuery(), hasConditions: Bool = false,
    subject: String? = nil, provisions: @escaping (String) throws -> String
  ) {
    self.store = store
    self.conditions = conditions
    self.hasConditions = hasConditions
    self.subject = subject
    self.provisions = provisions
  }

  /// What the arguments name, each record once, by date, then address; without arguments what the
  /// conditions find.
  ///
  /// - Throws: `StoreError` for an address that names nothing.
  package func sources(_ arguments: [String]) throws -> [SummarySource] {
    var parts: [SummarySource] = []
    if arguments.isEmpty { parts = try found(conditions, subject: subject) }
    for argument in arguments {
      let place: Resolved
      do {
        place = try store.resolve(argument)
      } catch let error {
        parts += try touching(argument, otherwise: error)
        continue
      }
      parts += try sources(at: place)
    }
    return merged(parts).sorted { left, right in
      let days = (left.record.meeting.date, right.record.meeting.date)
      if days.0 == days.1 { return left.address < right.address }
      guard let first = days.0 else { return false }
      return days.1.map { first < $0 } ?? true
    }
  }

  /// The statements of all meetings that touch on a provision.
  private func touching(_ name: String, otherwise error: StoreError) throws -> [SummarySource] {
    guard let address = try? provisions(name) else {
      throw error
    }
    var search = conditions
    search.filter.laws = [address]
    return try found(search, subject: "\(name)に関する発言")
  }

  /// The part of a record that an address names, and of it what the conditions leave.
  private func sources(at place: Resolved) throws -> [SummarySource] {
    guard hasConditions else {
      let record = try store.record(at: place.recordAddress)
      return [
        SummarySource(
          record: record, address: place.recordAddress, selection: selection(place, record))
      ]
    }
    var search = conditions
    search.filter.meetings = [place.recordAddress]
    return try found(search, subject: subject).compactMap { source in
      let named = selection(place, source.record).statements(of: source.record)
      guard case .statements(let found) = source.selection else { return source }
      let both = found.intersection(named)
      guard !both.isEmpty else { return nil }
      var part = source
      part.selection = .statements(both)
      return part
    }
  }

  private func selection(_ place: Resolved, _ record: Record) -> SummarySelection {
    switch place.part {
    case nil: .whole
    case .agenda(let path): .agenda(path, only: !conditions.filter.includesBelow)
    case .statement(let number), .sentence(let number, _):
      .statements(Set(record.statements.indices.filter { record.statements[$0].number == number }))
    }
  }

  /// The statements that a search finds, record by record.
  private func found(_ search: SearchQuery, subject: String?) throws -> [SummarySource] {
    var search = search
    search.limit = .max
    search.filter.kinds = [.statement]
    search.snippetLength = 1
    var numbers: [String: Set<String>] = [:]
    for hit in try store.search(search).hits {
      guard let number = hit.statement?.number else { continue }
      numbers[hit.meeting.record, default: []].insert(number)
    }
    return try numbers.keys.sorted().map { address in
      let record = try store.record(at: address)
      let asked = numbers[address] ?? []
      return SummarySource(
        record: record, address: address,
        selection: .statements(
          Set(record.statements.indices.filter { asked.contains(record.statements[$0].number) })),
        subject: subject)
    }
  }

  /// Parts of one record joined to one.
  private func merged(_ parts: [SummarySource]) -> [SummarySource] {
    var merged: [SummarySource] = []
    for part in parts {
      guard let index = merged.firstIndex(where: { $0.address == part.address }) else {
        merged.append(part)
        continue
      }
      if merged[index].selection == part.selection { continue }
      let both = [merged[index], part].map { $0.selection.statements(of: part.record) }
      let hasWhole = merged[index].selection == .whole || part.selection == .whole
      merged[index].selection = hasWhole ? .whole : .statements(both[0].union(both[1]))
      if merged[index].subject != part.subject { merged[index].subject = nil }
    }
    return merged
  }
}
