import GRDB

/// Compares every entry of the search index with the text that it stands for.
///
/// Per text, the hashes of its terms with their places are added up, once from the text and once
/// from the index: equal sums of 64 bits mean equal entries.
struct IndexCheck {
  let database: Database
  let collection: SearchCollection

  /// The ids whose entries are not those of their texts, or that have no text, or no entry.
  func differences() throws -> [Int64] {
    var sums: [Int64: UInt64] = [:]
    let isOfPassages = collection == .passage
    let rows = try Row.fetchCursor(
      database, sql: "SELECT id, text\(isOfPassages ? ", kind" : "") FROM \(collection.table)")
    while let row = try rows.next() {
      let folded = SearchIndex.folded(row[1])
      let kind = isOfPassages ? SearchKind(rawValue: row[2]).map(SearchCollection.number) : nil
      var sum = Self.hash(length: Impact.lengthClass(folded.count), kind: kind ?? 0)
      Term.forEach(in: folded) { term, place in
        sum &+= Self.hash(term, at: Term.hasPlaces(term) ? place : 0)
      }
      sums[row[0]] = sum
    }
    for segment in try Segment.all(database, collection) {
      for (id, sum) in try entries(of: segment) { sums[id, default: 0] &-= sum }
    }
    return sums.filter { $0.value != 0 }.keys.sorted()
  }

  /// The sum of each document of a segment that was not removed.
  private func entries(of segment: Segment) throws -> [(Int64, UInt64)] {
    var sums = Array(repeating: UInt64(0), count: segment.count)
    let numbers = (0..<segment.count).map { UInt32($0) }
    var walk = try TermWalk([segment], database)
    var list = PostingList()
    while let (term, sources) = walk.next() {
      list.removeAll()
      let hasPlaces = Term.hasPlaces(term)
      for source in sources {
        try segment.copy(
          source.entry, to: &list, numbers: numbers, hasPlaces: hasPlaces, database)
      }
      var place = 0
      for (document, frequency) in zip(list.documents, list.frequencies) {
        for _ in 0..<frequency {
          sums[Int(document)] &+= Self.hash(term, at: hasPlaces ? list.places[place] : 0)
          place += 1
        }
      }
      try walk.advance()
    }
    let documents = segment.documents
    return (0..<segment.count).filter { !segment.isRemoved($0) }.map { document in
      let kind = documents.kinds.isEmpty ? 0 : documents.kinds[document]
      let own = Self.hash(length: documents.lengths[document], kind: kind)
      return (documents.ids[document], sums[document] &+ own)
    }
  }

  /// Never 0, so that a text without terms counts too.
  private static func hash(length: UInt8, kind: UInt8) -> UInt64 {
    hash(UInt64.max, at: UInt32(length) << 8 | UInt32(kind)) | 1
  }

  private static func hash(_ term: UInt64, at place: UInt32) -> UInt64 {
    var hash = (term ^ 0xcbf2_9ce4_8422_2325) &* 0x9e37_79b9_7f4a_7c15
    hash = (hash ^ hash >> 32 ^ UInt64(place)) &* 0xbf58_476d_1ce4_e5b9
    return hash ^ hash >> 29
  }
}
