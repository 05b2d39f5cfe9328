import Deliberation

/// A record in the order of reading: statements with what was narrated between them, under the
/// headings of the agenda.
struct Reading {
  /// One thing after another.
  enum Entry {
    /// The agenda items that are now under discussion; `isFirst` where they come up for the first
    /// time.
    case heading([AgendaItem], isFirst: Bool)
    case event(Event)
    /// A statement by its index, with the events inside it.
    case statement(Int, [Event])
  }

  let entries: [Entry]

  /// The whole record, or what belongs to one agenda item and those below it.
  init(_ record: Record, on item: AgendaPath? = nil) {
    var entries: [Entry] = []
    var current: [AgendaPath] = []
    var seen: Set<[AgendaPath]> = []
    let items = Dictionary(
      record.agenda.flattened.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    func move(to paths: [AgendaPath]) {
      guard !paths.isEmpty, paths != current else { return }
      current = paths
      let named = paths.compactMap { items[$0] }
      if !named.isEmpty {
        entries.append(.heading(named, isFirst: seen.insert(paths).inserted))
      }
    }
    func belongs(_ paths: [AgendaPath]) -> Bool {
      item.map { item in paths.contains { item.includes($0) } } ?? true
    }
    var between: [Int: [Event]] = [:]
    var inside: [Int: [Event]] = [:]
    for event in record.events {
      if let index = event.inStatement {
        inside[index, default: []].append(event)
      } else {
        between[event.beforeStatement, default: []].append(event)
      }
    }
    for index in 0...record.statements.count {
      for event in between[index] ?? [] where belongs(event.agenda) {
        move(to: event.agenda)
        entries.append(.event(event))
      }
      guard index < record.statements.count, belongs(record.statements[index].agenda) else {
        continue
      }
      move(to: record.statements[index].agenda)
      entries.append(.statement(index, inside[index] ?? []))
    }
    self.entries = entries
  }

  /// The indices of the statements.
  var statements: [Int] {
    entries.compactMap { if case .statement(let index, _) = $0 { index } else { nil } }
  }
}
