import Deliberation
import GRDB
import JapaneseText

/// Finds for each record of a file the meeting and the record identity that it is.
struct Placement {
  let identities: Identities
  let file: SourceFile
  let priors: [Identities.Prior]

  /// The records with the meeting and the record identity that each is.
  ///
  /// A record identity that the file was told to take over (`replacing`) must be among them.
  func place(
    _ records: [Deliberation.Record], replacing: Int64?
  ) throws -> [Identities.Placed] {
    var used: Set<Int64> = []
    var placed: [Identities.Placed] = []
    for (ordinal, record) in records.enumerated() {
      guard record.source.sha256 == file.sha256 else {
        throw StoreError.inconsistent(
          file: file.path, detail: "a record says that it comes from another file")
      }
      let key = try key(of: record, used: used, placed: placed)
      let meeting = try identities.meeting(key)
      if try isReplaced(meeting: meeting.id) { continue }
      let prior = priors.first { $0.meeting == meeting.id && !used.contains($0.id) }
      let id: Int64
      let address: String
      if let prior {
        id = prior.id
        address = Self.printed(prior.address)
        if prior.withdrawn { try identities.revive(prior.id) }
      } else {
        (id, address) = try identities.newRecord(meeting: meeting, path: file.path)
      }
      used.insert(id)
      var numbered = record
      numbered.ordinal = Self.ordinal(address)
      placed.append(
        Identities.Placed(
          meeting: meeting, key: key, id: id, address: address, fileOrdinal: ordinal,
          record: numbered,
          change: RecordChange(address: address, kept: 0, changed: 0, added: 0, withdrawn: 0)))
    }
    if let replacing, !used.contains(replacing) {
      let address = priors.first { $0.id == replacing }?.address ?? ""
      throw StoreError.inconsistent(
        file: file.path,
        detail:
          "it holds no record of the meeting of \(Self.printed(address)), which it is to replace")
    }
    return placed
  }

  /// The record's address as it is printed: the first of a meeting has that of the meeting.
  static func printed(_ address: String) -> String {
    address.hasSuffix("~1") ? String(address.dropLast(2)) : address
  }

  private static func ordinal(_ address: String) -> Int {
    guard let mark = address.lastIndex(of: "~") else { return 1 }
    return Int(address[address.index(after: mark)...]) ?? 1
  }

  /// The key of a record's meeting; the sequence of an unnumbered one is found here.
  private func key(
    of record: Deliberation.Record, used: Set<Int64>, placed: [Identities.Placed]
  ) throws -> MeetingKey {
    var base = MeetingKey(record)
    if !base.isCounted {
      guard try bearsAnotherDate(base, record), let dated = base.dated(record.meeting.date) else {
        return base
      }
      base = dated
    }
    for prior in priors where !used.contains(prior.id) {
      if let key = base.sameDay(as: prior.key) { return key }
    }
    var sequence = 1
    while try !isFree(base.sequenced(sequence), for: record, placed: placed) { sequence += 1 }
    return base.sequenced(sequence)
  }

  /// Whether the number of a record already belongs to a meeting of another day, of which this file
  /// was no record before.
  private func bearsAnotherDate(_ key: MeetingKey, _ record: Deliberation.Record) throws -> Bool {
    guard let date = record.meeting.date, !priors.contains(where: { $0.key == key.text }) else {
      return false
    }
    let other = try String.fetchOne(
      identities.database,
      sql: "SELECT m.date FROM identity i JOIN meeting m ON m.id = i.id WHERE i.key = ?",
      arguments: [key.text])
    return other.map { $0 != date.description } ?? false
  }

  /// Whether a record may join, or begin, the nth unnumbered meeting of a day.
  private func isFree(
    _ key: MeetingKey, for record: Deliberation.Record, placed: [Identities.Placed]
  ) throws -> Bool {
    if let other = placed.first(where: { $0.key == key }) {
      return other.record.meeting.times == record.meeting.times
        && other.record.meeting.title == record.meeting.title
    }
    guard try identities.meetingExists(key) else { return true }
    if case .undated = key.designator { return false }
    let times = try identities.times(of: key)
    return times.isEmpty || record.meeting.times.isEmpty || times == record.meeting.times
  }

  private func isReplaced(meeting: Int64) throws -> Bool {
    try Bool.fetchOne(
      identities.database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM replacement p JOIN identity i ON i.id = p.record
          WHERE p.path = ? AND i.parent = ? AND i.path <> p.path)
        """, arguments: [file.path, meeting]) ?? false
  }
}

extension Identities {
  func meetingExists(_ key: MeetingKey) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM identity WHERE key = ?)", arguments: [key.text])
      ?? false
  }

  /// The hours of a meeting as its first record gives them.
  func times(of key: MeetingKey) throws -> [MeetingTime] {
    let json = try String.fetchOne(
      database,
      sql: """
        SELECT r.times FROM identity i JOIN record r ON r.meeting = i.id
        WHERE i.key = ? ORDER BY r.ordinal LIMIT 1
        """, arguments: [key.text])
    return json.map(Packed.times) ?? []
  }
}
