import Deliberation
import GRDB
import JapaneseText

extension Identities {
  /// A record with its addresses given: what the derived tables are written from.
  struct Placed {
    var meeting: (id: Int64, address: String)
    var key: MeetingKey
    var id: Int64
    var address: String
    /// The place of the record in the file, from 0.
    var fileOrdinal: Int
    var record: Deliberation.Record
    /// Identities of the statements, in order.
    var statements: [Int64] = []
    /// Identities of the agenda items by path.
    var agenda: [AgendaPath: Int64] = [:]
    var change: RecordChange
  }

  /// Gives the statements of a record their numbers and everything in it its identity.
  func place(_ placed: inout Placed, file: Int64, texts: (Int64) throws -> [Int64: String]) throws {
    try placeStatements(&placed, file: file, texts: texts)
    try placeAgenda(&placed, file: file)
  }

  private func placeStatements(
    _ placed: inout Placed, file: Int64, texts: (Int64) throws -> [Int64: String]
  ) throws {
    let known = try known(in: placed.id, kind: "statement")
    let live = known.filter { !$0.withdrawn }
    let hashes = placed.record.statements.map { TextHash.of($0.text) }
    var matches = [Known?](repeating: nil, count: hashes.count)
    if live.map(\.place.hash) == hashes {
      matches = live
    } else if !known.isEmpty {
      let words = try texts(placed.id)
      let pairs = Alignment.pairs(
        old: live.map { .init(hash: $0.place.hash, text: words[$0.id] ?? "") },
        new: zip(hashes, placed.record.statements).map { .init(hash: $0, text: $1.text) })
      matches = pairs.map { $0.map { live[$0] } }
      // What was withdrawn and has come back gets its old address again.
      var gone: [String: [Known]] = [:]
      for entry in known.reversed() where entry.withdrawn {
        gone[entry.place.hash, default: []].append(entry)
      }
      for index in matches.indices where matches[index] == nil {
        matches[index] = gone[hashes[index]]?.popLast()
      }
    }
    let numbers = StatementNumbers.assign(
      kept: matches.map { $0?.number }, used: Set(known.compactMap(\.number)))
    let insert = try database.cachedStatement(
      sql: """
        INSERT INTO identity (kind, address, parent, number, created)
        VALUES ('statement', ?, ?, ?, ?)
        """)
    for index in hashes.indices {
      let match = matches[index]
      let id: Int64
      if let match {
        id = match.id
        if match.withdrawn { try revive(id) }
        placed.change.kept += 1
        if match.place.hash != hashes[index] { placed.change.changed += 1 }
      } else {
        try insert.execute(arguments: [
          "\(placed.address)#\(numbers[index])", placed.id, numbers[index], now,
        ])
        id = database.lastInsertedRowID
        placed.change.added += 1
      }
      placed.record.statements[index].number = numbers[index]
      placed.statements.append(id)
      let statement = placed.record.statements[index]
      try anchor(
        id,
        at: Place(
          file: file, ordinal: index, span: Self.span(statement.source), hash: hashes[index]),
        before: match?.place)
    }
    let kept = Set(matches.compactMap { $0?.id })
    for entry in live where !kept.contains(entry.id) {
      try withdraw(entry.id)
      placed.change.withdrawn += 1
    }
  }

  private func placeAgenda(_ placed: inout Placed, file: Int64) throws {
    let known = Dictionary(
      try known(in: placed.id, kind: "agendaItem").map { ($0.address, $0) },
      uniquingKeysWith: { first, _ in first })
    var present: Set<String> = []
    for (ordinal, item) in placed.record.agenda.flattened.enumerated() {
      let address = "\(placed.address)/\(item.path)"
      guard present.insert(address).inserted else {
        throw StoreError.inconsistent(
          file: placed.record.source.file, detail: "two agenda items have the path \(item.path)")
      }
      let before = known[address]
      if let before {
        if before.withdrawn { try revive(before.id) }
        placed.agenda[item.path] = before.id
      } else {
        try database.execute(
          sql: """
            INSERT INTO identity (kind, address, parent, created) VALUES ('agendaItem', ?, ?, ?)
            """, arguments: [address, placed.id, now])
        placed.agenda[item.path] = database.lastInsertedRowID
      }
      let place = Place(
        file: file, ordinal: ordinal, span: Self.span(item.source), hash: TextHash.of(item.title))
      try anchor(placed.agenda[item.path] ?? 0, at: place, before: before?.place)
    }
    for (address, entry) in known where !present.contains(address) { try withdraw(entry.id) }
  }

  /// The stretch of the source from the first to the last segment.
  static func span(_ segments: [SourceSegment]) -> TextSpan {
    guard let first = segments.map(\.span.from).min(), let last = segments.map(\.span.to).max()
    else { return TextSpan(0, 0) }
    return TextSpan(first, max(first, last))
  }
}
