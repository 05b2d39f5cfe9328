import Deliberation
import GRDB
import JapaneseText

/// Rows of `record`, which also hold what the text itself says about the meeting.
enum RecordRow {
  static let columns = [
    "id", "address", "meeting", "ordinal", "file", "place", "fileOrdinal", "sourceName", "parser",
    "level", "status", "completeness", "bodies", "session", "number", "title", "date", "times",
  ]

  static func values(
    _ record: Deliberation.Record, id: Int64, address: String, meeting: Int64, file: Int64,
    fileOrdinal: Int
  ) -> [(any DatabaseValueConvertible)?] {
    [
      id, address, meeting, record.ordinal, file, record.meeting.place, fileOrdinal,
      record.source.file, record.source.parser, record.level.rawValue, record.status?.rawValue,
      record.completeness.rawValue, Packed.names(record.meeting.bodies), record.meeting.session,
      record.meeting.number, record.meeting.title, record.meeting.date?.description,
      Packed.times(record.meeting.times),
    ]
  }

  /// The columns that `record(_:)` reads, of `record r JOIN file f`.
  static let selection = """
    r.sourceName, f.sha256, f.reader, r.parser, r.ordinal, r.level, r.status, r.completeness,
    r.bodies, r.session, r.number, r.title, r.date, r.times, r.place
    """

  /// The record without what stands in other tables.
  static func record(_ row: Row) -> Deliberation.Record {
    var record = Deliberation.Record(
      source: RecordSource(file: row[0], sha256: row[1], reader: row[2], parser: row[3]))
    record.ordinal = row[4]
    record.level = Level(rawValue: row[5]) ?? .mixed
    let status: String? = row[6]
    record.status = status.flatMap { RecordStatus(rawValue: $0) }
    record.completeness = Completeness(rawValue: row[7]) ?? .whole
    record.meeting.bodies = Packed.names(row[8])
    record.meeting.session = row[9]
    record.meeting.number = row[10]
    record.meeting.title = row[11]
    let date: String? = row[12]
    record.meeting.date = date.flatMap { CalendarDate($0) }
    record.meeting.times = Packed.times(row[13])
    record.meeting.place = row[14]
    return record
  }
}
