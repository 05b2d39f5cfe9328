package import Deliberation
import GRDB
import JapaneseText

/// What an address names, found in the index.
package struct Resolved: Hashable, Sendable {
  /// The address in its full form, as it is printed.
  package var address: String
  /// The address of the meeting.
  package var meeting: String
  /// The address of the record.
  package var recordAddress: String
  /// What in the record is named; nil for the record as a whole.
  package var part: AddressPart?
  /// The row of the record.
  var record: Int64
  var meetingID: Int64
}

extension RecordStore {
  /// Finds what an address names.
  ///
  /// The body may be left out (`86#12`) or be given by its own name where only one meeting answers
  /// to that; `86~2` is the second record.
  ///
  /// - Throws: `StoreError.badAddress`, `.unknownAddress`, `.ambiguousAddress` with the candidates,
  ///   or `.withdrawn`.
  package func resolve(_ text: String) throws(StoreError) -> Resolved {
    try reading { database in try Resolver(database: database).resolve(text) }
  }
}

/// Finds addresses in the tables.
struct Resolver {
  let database: Database

  func resolve(_ text: String) throws -> Resolved {
    let address: Address
    do { address = try Address.parse(text) } catch { throw StoreError.badAddress(error) }
    let meeting = try meeting(address, text: text)
    let recordAddress =
      address.record == 1 ? meeting.address : "\(meeting.address)~\(address.record)"
    guard
      let record = try Row.fetchOne(
        database,
        sql: """
          SELECT id, withdrawn FROM identity WHERE parent = ? AND kind = 'record' AND address = ?
          """, arguments: [meeting.id, "\(meeting.address)~\(address.record)"])
    else { throw StoreError.unknownAddress(recordAddress) }
    let full = recordAddress + (address.part?.description ?? "")
    if let since: String = record[1] { throw StoreError.withdrawn(full, since: since) }
    let resolved = Resolved(
      address: full, meeting: meeting.address, recordAddress: recordAddress, part: address.part,
      record: record[0], meetingID: meeting.id)
    try checkPart(resolved)
    return resolved
  }

  /// Refuses an item, a statement or a sentence that is not there, or is there no more.
  private func checkPart(_ resolved: Resolved) throws {
    guard let part = resolved.part else { return }
    let number: String
    var sentence = 1
    switch part {
    case .agenda(let path):
      try checkIdentity("\(resolved.recordAddress)/\(path)")
      return
    case .statement(let plain): number = plain
    case .sentence(let plain, let ordinal): (number, sentence) = (plain, ordinal)
    }
    try checkIdentity("\(resolved.recordAddress)#\(number)")
    let spans = try String.fetchOne(
      database, sql: "SELECT sentences FROM statement WHERE record = ? AND number = ?",
      arguments: [resolved.record, number])
    if case .sentence = part, Packed.spans(spans ?? "").count < sentence {
      throw StoreError.unknownAddress(resolved.address)
    }
  }

  private func checkIdentity(_ address: String) throws {
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT withdrawn FROM identity WHERE address = ?", arguments: [address])
    else { throw StoreError.unknownAddress(address) }
    if let since: String = row[0] { throw StoreError.withdrawn(address, since: since) }
  }

  /// The one meeting to which body and number answer.
  private func meeting(_ address: Address, text: String) throws -> (id: Int64, address: String) {
    let named = try named(address)
    if let exact = named.first(where: { $0.address == address.meetingAddress }) { return exact }
    switch named.count {
    case 0: throw StoreError.unknownAddress(text)
    case 1: return named[0]
    default:
      let rest = address.record == 1 ? "" : "~\(address.record)"
      throw StoreError.ambiguousAddress(
        text,
        candidates: named.map { $0.address + rest + (address.part?.description ?? "") }.sorted())
    }
  }

  private func named(_ address: Address) throws -> [(id: Int64, address: String)] {
    let sql = "SELECT id, address, key FROM identity WHERE kind = 'meeting'"
    guard let body = address.body else {
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT i.id, i.address, i.key FROM meeting m JOIN identity i ON i.id = m.id
          WHERE m.designator = ?
          """, arguments: [address.meeting.description])
      return rows.map { ($0[0], $0[1]) }
    }
    let exact = try Row.fetchAll(
      database, sql: "\(sql) AND (address = ?1 OR key = ?1)", arguments: [address.meetingAddress])
    if !exact.isEmpty { return exact.map { ($0[0], $0[1]) } }
    // A body by its own name, by the end of its path, or written in other widths.
    let wanted = SearchTerms.key(body)
    return try Row.fetchAll(
      database, sql: "SELECT m.id, m.address, m.key FROM meeting m WHERE m.designator = ?",
      arguments: [address.meeting.description]
    ).compactMap { row in
      let key: String = row[2]
      let bodies = key.dropLast(address.meeting.description.count + 1).split(separator: "＋")
      let answers = bodies.contains { path in
        let folded = SearchTerms.key(String(path))
        return folded == wanted || folded.hasSuffix("/" + wanted)
      }
      return answers ? (row[0], row[1]) : nil
    }
  }
}
