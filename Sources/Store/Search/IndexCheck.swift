import GRDB

/// Compares every entry of the search index with the text that it stands for.
///
/// Per text, the hashes of its terms with their places are added up, once from the text and once
/// from the index: equal sums of 64 bits mean equal entries.
struct IndexCheck {
  let database: Database

  /// The ids whose entries are not those of their texts, or that have no text.
  func differences(table: String, index: String) throws -> [Int64] {
    var sums: [Int64: UInt64] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT id, text FROM \(table)")
    while let row = try rows.next() {
      let id: Int64 = row[0]
      for (place, term) in SearchIndex.terms(row[1]).utf8.split(separator: 0x20).enumerated() {
        sums[id, default: 0] &+= Self.hash(term, at: place)
      }
    }
    let entries = try Row.fetchCursor(
      database, sql: "SELECT doc, term, offset FROM \(index)Term")
    while let row = try entries.next() {
      let term: String = row[1]
      sums[row[0], default: 0] &-= Self.hash(term.utf8, at: row[2])
    }
    return sums.filter { $0.value != 0 }.keys.sorted()
  }

  private static func hash(_ term: some Sequence<UInt8>, at place: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in term { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    hash = (hash ^ UInt64(place)) &* 0x9e37_79b9_7f4a_7c15
    return hash ^ (hash >> 29)
  }
}
