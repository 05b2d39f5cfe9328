import GRDB

/// Writes the documents of several segments as one, without those that were removed.
struct SegmentMerge {
  let database: Database
  let collection: SearchCollection

  /// Merges segments, which are deleted; nothing is written where no document is left.
  func merge(_ segments: [Segment]) throws {
    let segments = segments.sorted { ($0.documents.ids.first ?? 0) < ($1.documents.ids.first ?? 0) }
    let (documents, numbers) = Self.renumber(segments)
    if documents.count > 0 {
      var writer = try SegmentWriter(database, collection, documents)
      var walk = try TermWalk(segments, database)
      var list = PostingList()
      while let (term, sources) = walk.next() {
        let hasPlaces = Term.hasPlaces(term)
        list.removeAll()
        for (segment, entry) in sources {
          try segments[segment].copy(
            entry, to: &list, numbers: numbers[segment], hasPlaces: hasPlaces, database)
        }
        if sources.count > 1 { list.sort() }
        if !list.documents.isEmpty { try writer.add(term, list) }
        try walk.advance()
      }
      try writer.finish()
    }
    for segment in segments { try segment.delete(database) }
  }

  /// The documents of all segments in the order of their ids, and for each segment the new numbers
  /// of its documents.
  private static func renumber(_ segments: [Segment]) -> (SegmentDocuments, [[UInt32]]) {
    var places: [(id: Int64, segment: Int, document: Int)] = []
    for (index, segment) in segments.enumerated() {
      for document in 0..<segment.count where !segment.isRemoved(document) {
        places.append((segment.documents.ids[document], index, document))
      }
    }
    let isSorted = zip(places, places.dropFirst()).allSatisfy { $0.id < $1.id }
    if !isSorted { places.sort { $0.id < $1.id } }
    var documents = SegmentDocuments()
    var numbers = segments.map { Array(repeating: UInt32.max, count: $0.count) }
    for (number, place) in places.enumerated() {
      let source = segments[place.segment].documents
      documents.ids.append(place.id)
      documents.lengths.append(source.lengths[place.document])
      if !source.kinds.isEmpty { documents.kinds.append(source.kinds[place.document]) }
      numbers[place.segment][place.document] = UInt32(number)
    }
    return (documents, numbers)
  }
}

extension Segment {
  /// Appends the postings of a term to a list, each document under the number that a table gives it.
  func copy(
    _ entry: TermEntry, to list: inout PostingList, numbers: [UInt32], hasPlaces: Bool,
    _ database: Database
  ) throws {
    try documents.lengths.withUnsafeBufferPointer { lengths in
      guard let lengths = lengths.baseAddress else { return }
      try PostingCursor(entry, database, lengths: lengths, schema: schema)
        .copy(to: &list, numbers: numbers, hasPlaces: hasPlaces)
    }
  }

  /// Deletes the segment with its terms and postings.
  func delete(_ database: Database) throws {
    try database.execute(
      sql: "DELETE FROM \(schema).searchTerm WHERE id BETWEEN ? AND ?",
      arguments: [firstPage, firstPage + Int64(pages) - 1])
    try database.execute(
      sql: "DELETE FROM \(schema).posting WHERE id BETWEEN ? AND ?",
      arguments: [firstPosting, firstPosting + Int64(postings) - 1])
    try database.execute(
      sql: "DELETE FROM \(schema).searchSegment WHERE id = ?", arguments: [id])
  }
}

/// Walks over the terms of several segments together, in ascending order.
struct TermWalk {
  /// Where the walk stands in one segment.
  private struct Place {
    var segment: Int
    var page: Int
    var bytes: Blob
    var reader: TermPageReader
    var index: Int

    var term: UInt64 { reader.term(index) }
  }

  private let segments: [Segment]
  private let database: Database
  /// The lowest term on top.
  private var heap: [Place] = []
  /// The places of the term at hand, taken off the heap.
  private var current: [Place] = []

  init(_ segments: [Segment], _ database: Database) throws {
    self.segments = segments
    self.database = database
    for index in segments.indices where segments[index].pages > 0 {
      let bytes = try page(index, 0)
      push(
        Place(
          segment: index, page: 0, bytes: bytes, reader: TermPageReader(bytes.start), index: 0))
    }
  }

  /// The next term with what each segment has of it, in the order of segments; `advance` goes on.
  mutating func next() -> (term: UInt64, sources: [(segment: Int, entry: TermEntry)])? {
    guard let term = heap.first?.term else { return nil }
    while let top = heap.first, top.term == term {
      current.append(top)
      pop()
    }
    current.sort { $0.segment < $1.segment }
    return (term, current.map { ($0.segment, $0.reader.entry($0.index)) })
  }

  /// Goes behind the term that `next` gave.
  mutating func advance() throws {
    for place in current {
      var place = place
      place.index += 1
      if place.index == place.reader.count {
        place.page += 1
        if place.page == segments[place.segment].pages { continue }
        place.bytes = try page(place.segment, place.page)
        place.reader = TermPageReader(place.bytes.start)
        place.index = 0
      }
      push(place)
    }
    current.removeAll(keepingCapacity: true)
  }

  private func page(_ segment: Int, _ page: Int) throws -> Blob {
    try Blob.fetch(
      database.cachedStatement(
        sql: "SELECT content FROM \(segments[segment].schema).searchTerm WHERE id = ?"),
      id: segments[segment].firstPage + Int64(page))
  }

  private mutating func push(_ place: Place) {
    heap.append(place)
    var index = heap.count - 1
    while index > 0, heap[index].term < heap[(index - 1) / 2].term {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  private mutating func pop() {
    let last = heap.removeLast()
    guard !heap.isEmpty else { return }
    heap[0] = last
    var index = 0
    while true {
      var lowest = index
      for child in [2 * index + 1, 2 * index + 2]
      where child < heap.count && heap[child].term < heap[lowest].term {
        lowest = child
      }
      if lowest == index { return }
      heap.swapAt(index, lowest)
      index = lowest
    }
  }
}
