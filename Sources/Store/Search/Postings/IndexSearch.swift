import GRDB
import JapaneseText

/// One question to the index: which documents of a collection hold what a query asks for.
struct IndexSearch {
  let database: Database
  let collection: SearchCollection
  let query: TextQuery
  /// The ids among which to look.
  var range: ClosedRange<Int64> = .min ... .max
  /// The only ids that count, ascending; nil where all do.
  var among: [Int64]?
  /// The only kinds that count, as bits; for passages.
  var kinds: UInt8 = .max

  /// What of the answer is wanted beside the count.
  enum Wanted {
    case count
    /// The best hits.
    case top(Int)
    /// All ids.
    case ids
    /// The ids of the last hits, so many at least, and all others of the first day among them.
    case newest(Int)
    /// The same of the first hits.
    case oldest(Int)
  }

  struct Answer {
    var count = 0
    /// How many there are of each kind of passage.
    var counts = Array(repeating: 0, count: SearchCollection.kinds.count)
    /// The best hits, the best first.
    var top: [TopHits.Hit] = []
    /// Ascending.
    var ids: [Int64] = []
  }

  func run(_ wanted: Wanted) throws -> Answer {
    let segments = try Segment.all(database, collection)
    let terms = QueryTerms.all(query).sorted()
    var frequencies: [UInt64: Int] = [:]
    let entries = try segments.map { segment in
      var entries: [UInt64: TermEntry] = [:]
      for term in terms {
        guard let entry = try segment.entry(term, database) else { continue }
        entries[term] = entry
        frequencies[term, default: 0] += entry.count
      }
      return entries
    }
    var weights: [UInt64: Float] = [:]
    var top = TopHits(limit: 0)
    if case .top(let limit) = wanted {
      top = TopHits(limit: limit)
      let documents = segments.reduce(0) { $0 + $1.count }
      weights = frequencies.mapValues { Impact.weight($0, of: documents) }
    }
    var answer = Answer()
    for (segment, entries) in zip(segments, entries) {
      var search = SegmentSearch(
        search: self, segment: segment, wanted: wanted, answer: answer, top: top)
      try search.run(entries: entries, weights: weights)
      answer = search.answer
      top = search.top
    }
    if segments.count > 1 { answer.ids.sort() }
    answer.top = top.sorted
    return answer
  }

  /// Reads the folded text of an id.
  func text(_ id: Int64) throws -> Scalars {
    let text = try String.fetchOne(
      database.cachedStatement(sql: "SELECT text FROM \(collection.table) WHERE id = ?"),
      arguments: [id])
    return FoldedText((text ?? "").scalars).scalars
  }
}
