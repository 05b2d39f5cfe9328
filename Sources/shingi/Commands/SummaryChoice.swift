import ArgumentParser
import Deliberation
import JapaneseText
import Reports
import Store

/// From arguments and conditions to the parts of records that are to be summarised.
struct SummaryChoice {
  let store: RecordStore
  let filter: FilterOptions
  let query: String

  /// What the arguments name, each record once, by date, then address; without arguments what the
  /// conditions find.
  ///
  /// - Throws: `StoreError` for an address that names nothing, `ValidationError` for a provision.
  func sources(_ arguments: [String]) throws -> [SummarySource] {
    var parts: [SummarySource] = []
    if arguments.isEmpty { parts = try found(filter.query(query), subject: subject) }
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

  private var hasConditions: Bool { filter.isSet || !query.allSatisfy(\.isWhitespace) }

  /// The statements of all meetings that touch on a provision.
  private func touching(_ name: String, otherwise error: StoreError) throws -> [SummarySource] {
    guard let address = try? ProvisionNames(body: filter.body.first).address(of: name) else {
      throw error
    }
    var search = try filter.query(query)
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
    var search = try filter.query(query)
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
    case .agenda(let path): .agenda(path, only: filter.only)
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

  /// What the conditions ask for, in words.
  private var subject: String? {
    var words: [String] = []
    if !filter.speaker.isEmpty { words.append("発言者：" + filter.speaker.joined(separator: "、")) }
    if !filter.law.isEmpty { words.append("条文：" + filter.law.joined(separator: "、")) }
    if !filter.article.isEmpty { words.append("条：" + filter.article.joined(separator: "、")) }
    if !query.allSatisfy(\.isWhitespace) { words.append("検索語：\(query)") }
    return words.isEmpty ? nil : words.joined(separator: "　") + "　該当する発言"
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

extension FilterOptions {
  /// Whether any condition is set.
  var isSet: Bool {
    let lists = [speaker, role, org, body, meeting, agenda, law, article]
    return lists.contains { !$0.isEmpty } || from != nil || until != nil || !stance.isEmpty
      || !basis.isEmpty
  }
}
