import GRDB
import JapaneseText

/// Gathers the terms of documents in memory and writes them as one segment.
struct SegmentBuilder {
  private(set) var documents = SegmentDocuments()
  private var terms = TermTable()
  /// Of each occurrence the number of the term, and the document with the place.
  private var numbers: [UInt32] = []
  private var occurrences: [UInt64] = []

  /// How many occurrences were gathered, each of 20 bytes.
  var size: Int { numbers.count }

  /// Adds a document; ids come in ascending order.
  mutating func add(id: Int64, folded: Scalars, kind: UInt8? = nil) {
    let document = UInt64(documents.count) << 32
    documents.ids.append(id)
    documents.lengths.append(Impact.lengthClass(folded.count))
    if let kind { documents.kinds.append(kind) }
    Term.forEach(in: folded) { term, place in
      numbers.append(terms.number(of: term))
      occurrences.append(document | UInt64(place))
    }
  }

  /// Writes the segment, and forgets all that was added.
  mutating func write(
    to database: Database, _ collection: SearchCollection, schema: String = "main"
  ) throws {
    guard documents.count > 0 else { return }
    // Where the occurrences of each term begin when they are sorted by term.
    let order = terms.terms.indices.sorted { terms.terms[$0] < terms.terms[$1] }
    var starts = Array(repeating: 0, count: terms.terms.count)
    for number in numbers { starts[Int(number)] += 1 }
    var next = 0
    for number in order {
      let count = starts[number]
      starts[number] = next
      next += count
    }
    let sorted = [UInt64](unsafeUninitializedCapacity: occurrences.count) { buffer, filled in
      for (number, occurrence) in zip(numbers, occurrences) {
        let at = starts[Int(number)]
        starts[Int(number)] = at + 1
        buffer.initializeElement(at: at, to: occurrence)
      }
      filled = occurrences.count
    }
    var writer = try SegmentWriter(database, collection, documents, schema: schema)
    var list = PostingList()
    var from = 0
    for number in order {
      let term = terms.terms[number]
      let keepsPlaces = Term.hasPlaces(term)
      list.removeAll()
      for occurrence in sorted[from..<starts[number]] {
        list.append(
          UInt32(truncatingIfNeeded: occurrence >> 32), UInt32(truncatingIfNeeded: occurrence),
          keepsPlace: keepsPlaces)
      }
      from = starts[number]
      try writer.add(term, list)
    }
    try writer.finish()
    self = SegmentBuilder()
  }
}

/// Numbers terms in the order in which they come up.
struct TermTable {
  private(set) var terms: [UInt64] = []
  /// Open addressing: the number of the term plus one; 0 for none.
  private var slots = Array(repeating: UInt32(0), count: 1 << 12)
  private var shift: UInt64 = 64 - 12

  mutating func number(of term: UInt64) -> UInt32 {
    var slot = Int(truncatingIfNeeded: (term &* 0x9e37_79b9_7f4a_7c15) &>> shift)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if terms[Int(number)] == term { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    terms.append(term)
    slots[slot] = UInt32(terms.count)
    if terms.count * 2 > slots.count { grow() }
    return UInt32(terms.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    shift -= 2
    for (number, term) in terms.enumerated() {
      var slot = Int(truncatingIfNeeded: (term &* 0x9e37_79b9_7f4a_7c15) &>> shift)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
