import Deliberation
import JapaneseText

/// All mentions of one id: whoever bears one very name at one meeting, in all records of it.
struct PersonNode: Hashable {
  let id: PersonID
  var name: String
  let exactKey: String
  let nameKey: String
  var bodies: Set<String>
  var organisations: Set<String>
  var sides: Set<Mention.Side>
  var date: CalendarDate?
  /// The records that name them of their own.
  var records: Set<Int64> = []

  init(_ mention: Mention, record: Int64) {
    id = mention.id
    name = mention.name
    exactKey = mention.exactKey
    nameKey = mention.nameKey
    bodies = Set(mention.bodies)
    organisations = mention.organisations
    sides = [mention.side]
    date = mention.date
    if !mention.byHuman { records = [record] }
  }

  mutating func add(_ mention: Mention, record: Int64) {
    name = PersonRows.better(name, mention.name)
    bodies.formUnion(mention.bodies)
    organisations.formUnion(mention.organisations)
    sides.insert(mention.side)
    if let other = mention.date { date = date.map { min($0, other) } ?? other }
    if !mention.byHuman { records.insert(record) }
  }

  /// The order in which one of several ids stands for all: the earliest year first, so that newer
  /// minutes seldom change the id of a person; then by the id itself.
  var rank: (Int, PersonID) { (date?.year ?? 9999, id) }

  /// The order of time, undated ones last; ties by the id.
  var time: (Int, PersonID) { (date.map(SearchIndex.days) ?? Int.max, id) }
}

extension SearchIndex {
  /// Days since 0001-01-01.
  static func days(_ date: CalendarDate) -> Int { Int(day(date)) }
}

/// What humans decided about persons, by ids of mentions.
struct PersonDecisions {
  struct Pair: Hashable {
    let first: PersonID
    let second: PersonID

    init(_ left: PersonID, _ right: PersonID) {
      first = min(left, right)
      second = max(left, right)
    }
  }

  /// Pairs that are one person, in the order in which that was decided.
  var merged: [Pair] = []
  /// Pairs that are two persons.
  var apart: Set<Pair> = []
}
