package import JapaneseText

/// The short, stable name of a meeting, a record, an agenda item, a statement or a sentence.
///
/// Forms (DESIGN §4): `BODY/86`, `BODY/212-5` (session and number), `BODY/2025-05-13[.2]`,
/// `BODY/nodate[.2]`; then `~2` for the second record of the meeting; then `/1.2` for an agenda
/// item, or `#12` for a statement, or `#12.3` for its third sentence. A `/` in the name of a body
/// is written `∕` (U+2215); bodies in joint session are joined by `＋`.
package struct Address: Hashable, Sendable, CustomStringConvertible {
  /// The name or path of the body as it is written in the address; nil where it was left out
  /// (`86#12`), which only input may do.
  package var body: String?
  package var meeting: MeetingDesignator
  /// Which of several records of the meeting, from 1.
  package var record: Int
  package var part: AddressPart?

  package init(
    body: String?, meeting: MeetingDesignator, record: Int = 1, part: AddressPart? = nil
  ) {
    self.body = body
    self.meeting = meeting
    self.record = record
    self.part = part
  }

  package var description: String { recordAddress + (part?.description ?? "") }

  /// The address of the record: without agenda item or statement.
  package var recordAddress: String { meetingAddress + (record == 1 ? "" : "~\(record)") }

  /// The address of the meeting.
  package var meetingAddress: String {
    (body.map { $0 + "/" } ?? "") + meeting.description
  }
}

/// How a body names one of its meetings.
package enum MeetingDesignator: Hashable, Sendable, CustomStringConvertible {
  case number(Int)
  /// The session or term by which the body counts, and the number in it.
  case sessionNumber(session: Int, number: Int)
  /// A meeting without a number: its date, and which meeting of the day it is, from 1.
  case date(CalendarDate, sequence: Int)
  /// A meeting without number and date: which of those of the body it is, from 1.
  case undated(sequence: Int)

  package var description: String {
    switch self {
    case .number(let number): "\(number)"
    case .sessionNumber(let session, let number): "\(session)-\(number)"
    case .date(let date, let sequence): "\(date)" + (sequence == 1 ? "" : ".\(sequence)")
    case .undated(let sequence): "nodate" + (sequence == 1 ? "" : ".\(sequence)")
    }
  }
}

/// What an address names inside a record.
package enum AddressPart: Hashable, Sendable, CustomStringConvertible {
  case agenda(AgendaPath)
  /// A statement by its number, which may carry a letter (`12a`).
  case statement(String)
  /// A sentence of a statement, from 1.
  case sentence(statement: String, sentence: Int)

  package var description: String {
    switch self {
    case .agenda(let path): "/\(path)"
    case .statement(let number): "#\(number)"
    case .sentence(let number, let sentence): "#\(number).\(sentence)"
    }
  }
}

extension Address {
  /// A body's name as it stands in an address: `/` and `＋` would be read as joints.
  package static func escaped(_ name: String) -> String {
    String(
      name.unicodeScalars.map { scalar in
        switch scalar {
        case "/": "\u{2215}"
        case "＋": "\u{FE62}"
        default: scalar
        }
      })
  }

  /// The full path of a body as one word: `情報通信審議会/情報通信技術分科会`.
  package static func path(of body: [String]) -> String {
    body.map(escaped).joined(separator: "/")
  }
}
