import Deliberation

/// A reading in pages, for records that are too long for one.
///
/// A whole record is parted by the numbers of its statements, so that the address of a statement
/// alone tells its page, and goes on telling it when the record is read anew; an agenda item is parted
/// by counting.
struct ReadingPages {
  /// Statements on a page; addresses that people keep depend on it.
  static let size = 200

  let reading: Reading
  /// The page of each entry, from 1.
  private let places: [Int]
  let count: Int

  /// The page of a whole record on which a statement (`512`, `512a`, `512.3`) stands.
  static func page(ofStatement number: String) -> Int {
    let digits = number.prefix { ("0"..."9").contains($0) }
    return max(0, (Int(digits) ?? 1) - 1) / size + 1
  }

  init(_ reading: Reading, of record: Record, isWhole: Bool) {
    self.reading = reading
    var places = [Int](repeating: 1, count: reading.entries.count)
    var page = 1
    var passed = 0
    var waiting = 0
    for (index, entry) in reading.entries.enumerated() {
      guard case .statement(let statement, _) = entry else { continue }
      page =
        isWhole
        ? Self.page(ofStatement: record.statements[statement].number) : passed / Self.size + 1
      passed += 1
      // What stands before a statement goes with it.
      for place in waiting...index { places[place] = page }
      waiting = index + 1
    }
    for place in waiting..<max(waiting, places.count) { places[place] = page }
    self.places = places
    count = places.max() ?? 1
  }

  /// The entries of a page, under the heading that still holds where the page begins.
  func entries(_ page: Int) -> [Reading.Entry] {
    var entries: [Reading.Entry] = []
    var current: [AgendaItem] = []
    for (entry, place) in zip(reading.entries, places) {
      if case .heading(let items, _) = entry { current = items }
      guard place == page else { continue }
      if entries.isEmpty, !current.isEmpty {
        if case .heading = entry {} else { entries.append(.heading(current, isFirst: false)) }
      }
      entries.append(entry)
    }
    return entries
  }

  /// The pages on which agenda items come up for the first time.
  var firstHeadings: [AgendaPath: Int] {
    var pages: [AgendaPath: Int] = [:]
    for case (.heading(let items, true), let page) in zip(reading.entries, places) {
      for item in items where pages[item.path] == nil { pages[item.path] = page }
    }
    return pages
  }
}
