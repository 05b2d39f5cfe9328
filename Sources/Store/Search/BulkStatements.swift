import Deliberation
import Foundation
import GRDB
package import JapaneseText

/// Statements of one meeting to be measured with: words without a source.
package struct BulkMeeting: Sendable {
  package var date: CalendarDate
  package var texts: [String]

  package init(date: CalendarDate, texts: [String]) {
    self.date = date
    self.texts = texts
  }
}

extension RecordStore {
  /// Fills an empty index with statements made for measuring, by the same writer of postings that
  /// `rebuild` uses; meetings come in the order of dates.
  ///
  /// `folded`: Is called with the folded text of each statement.
  package func loadForMeasuring(
    _ meetings: some Sequence<BulkMeeting>, folded: (Scalars) -> Void
  ) throws(StoreError) {
    try writing { database in
      let rows = try BulkRows(database)
      var bulk = try BulkLoad(database, .statement)
      for (number, meeting) in meetings.enumerated() {
        try rows.add(meeting, number: number + 1) { id, text in
          let scalars = SearchIndex.folded(text)
          folded(scalars)
          try bulk.add(id: id, folded: scalars)
        }
      }
      try bulk.finish()
    }
  }
}

/// The rows that statements made for measuring need.
private struct BulkRows {
  private let database: Database
  private let identity: Insertion
  private let statement: Insertion

  init(_ database: Database) throws {
    self.database = database
    identity = try Insertion(
      database, into: "identity",
      ["id", "kind", "address", "parent", "key", "path", "number", "created"])
    statement = try Insertion(database, into: "statement", StatementRow.columns)
    try database.execute(
      sql: """
        INSERT INTO file (id, path, sha256, bytes, reader, parser, derivation, ingested)
        VALUES (1, 'bench', ?, x'', 'text/1', '1', '1', '')
        """, arguments: [String(repeating: "0", count: 64)])
  }

  func add(
    _ meeting: BulkMeeting, number: Int, each: (Int64, String) throws -> Void
  ) throws {
    let address = "試験部会/\(number)"
    let first = Int64(number) << 20
    try identity.add([first, "meeting", address, nil, address, nil, nil, ""])
    try identity.add([first + 1, "record", address + "~", first, nil, "bench", nil, ""])
    try database.cachedStatement(
      sql: """
        INSERT INTO meeting (id, address, key, bodyName, designator, number, title, date)
        VALUES (?, ?, ?, '試験部会', ?, ?, '', ?)
        """
    ).execute(
      arguments: [first, address, address, "\(number)", number, meeting.date.description])
    try database.cachedStatement(
      sql: """
        INSERT INTO record (id, address, meeting, ordinal, file, fileOrdinal, sourceName, parser,
          level, completeness, bodies, title, date, times)
        VALUES (?, ?, ?, 1, 1, ?, 'bench', '1', 'verbatim', 'whole', '[]', '', ?, '[]')
        """
    ).execute(
      arguments: [first + 1, address, first, number, meeting.date.description])
    var id = try SearchIndex.nextStatement(database, day: SearchIndex.day(meeting.date))
    for (position, text) in meeting.texts.enumerated() {
      let count = text.unicodeScalars.count
      var row = Deliberation.Statement(
        order: position + 1, label: nil, kind: .unknown, level: .verbatim, text: text,
        paragraphs: [TextSpan(0, count)], sentences: [TextSpan(0, count)], source: [])
      row.number = "\(position + 1)"
      let own = first + 2 + Int64(position)
      try identity.add([
        own, "statement", "\(address)#\(row.number)", first + 1, nil, nil, row.number, "",
      ])
      try statement.add(
        StatementRow.values(
          row, id: id, record: first + 1, position: position, identity: own, organisation: nil,
          persons: Persons.Entered()))
      try each(id, text)
      id += 1
    }
  }
}
