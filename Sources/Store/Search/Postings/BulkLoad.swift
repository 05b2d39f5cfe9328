import GRDB
import JapaneseText

/// Indexes many documents: runs of them are gathered in memory and laid aside in temporary tables,
/// and last merged into one segment.
struct BulkLoad {
  /// Bytes of memory in which postings are gathered.
  private static let budget = 300_000_000

  private let database: Database
  private let collection: SearchCollection
  private var builder = SegmentBuilder()
  private var isLaidAside = false

  init(_ database: Database, _ collection: SearchCollection) throws {
    self.database = database
    self.collection = collection
    try Self.drop(database)
  }

  /// Adds a document; ids come in ascending order.
  mutating func add(id: Int64, folded: Scalars, kind: UInt8? = nil) throws {
    builder.add(id: id, folded: folded, kind: kind)
    if builder.size > Self.budget { try layAside() }
  }

  /// Writes the segment.
  mutating func finish() throws {
    guard isLaidAside else { return try builder.write(to: database, collection) }
    try layAside()
    try SegmentMerge(database: database, collection: collection)
      .merge(try Segment.all(database, collection, schema: "temp"))
    try Self.drop(database)
  }

  private mutating func layAside() throws {
    if !isLaidAside {
      for table in Self.tables {
        let sql = try String.fetchOne(
          database, sql: "SELECT sql FROM main.sqlite_schema WHERE name = ?", arguments: [table])
        let made = sql.map { "CREATE TEMP TABLE" + $0.dropFirst("CREATE TABLE".count) }
        try database.execute(sql: made ?? "")
      }
      isLaidAside = true
    }
    try builder.write(to: database, collection, schema: "temp")
  }

  private static let tables = ["searchSegment", "searchTerm", "posting"]

  private static func drop(_ database: Database) throws {
    for table in tables { try database.execute(sql: "DROP TABLE IF EXISTS temp.\(table)") }
  }
}
