import GRDB
import JapaneseText

/// Gathers the terms of documents in memory and writes them as one segment.
struct SegmentBuilder {
  private(set) var documents = SegmentDocuments()
  private var streams = TermStreams()

  /// Bytes of memory, about.
  var size: Int { streams.size + documents.count * 10 }

  /// Adds a document; ids come in ascending order.
  mutating func add(id: Int64, folded: Scalars, kind: UInt8? = nil) {
    let document = UInt32(documents.count)
    documents.ids.append(id)
    documents.lengths.append(Impact.lengthClass(folded.count))
    if let kind { documents.kinds.append(kind) }
    let streams = streams
    Term.forEach(in: folded) { term, place in streams.add(term, document, place) }
  }

  /// Writes the segment, and forgets all that was added.
  mutating func write(
    to database: Database, _ collection: SearchCollection, schema: String = "main"
  ) throws {
    guard documents.count > 0 else { return }
    var writer = try SegmentWriter(database, collection, documents, schema: schema)
    try streams.forEach { term, list in try writer.add(term, list) }
    try writer.finish()
    self = SegmentBuilder()
  }
}
