import Deliberation
import Foundation
import JapaneseText

/// A gold annotation as far as the links need it, and the record that a perfect parser would make.
struct GoldSession: Decodable {
  struct Head: Decodable {
    let bodies: [[String]]
    let title: String
    let date: String
  }

  struct Item: Decodable {
    let path, title: String
    let items: [Item]?

    var item: AgendaItem {
      AgendaItem(
        path: AgendaPath(path) ?? AgendaPath([]), mark: nil, title: title,
        items: (items ?? []).map(\.item))
    }
  }

  struct Happening: Decodable {
    let kind: String
    let agenda: [String]
    let text: String
    let beforeStatement: Int?
  }

  struct Tie: Decodable {
    let kind: String
    let to: [String]
  }

  struct Link: Decodable {
    let law: String
    let elm: String?
    let tier: String
  }

  struct Turn: Decodable {
    let n: String
    let label: String?
    let kind: String
    let agenda: [String]
    let text: String
    let relations: [Tie]?
    let links: [Link]?
    let linksOptional: Bool?
  }

  let meeting: Head
  let agenda: [Item]
  let events: [Happening]
  let statements: [Turn]

  static func load(_ path: String) throws -> GoldSession {
    try JSONDecoder().decode(GoldSession.self, from: Data(try Corpus.bytes(path)))
  }

  func record() -> Record {
    var record = Record(source: RecordSource(file: "gold", sha256: "", reader: "", parser: ""))
    record.meeting.bodies = meeting.bodies
    record.meeting.title = meeting.title
    record.meeting.date = CalendarDate(meeting.date)
    record.agenda = agenda.map(\.item)
    record.events = events.enumerated().map { index, event in
      Event(
        number: index + 1, kind: EventKind(rawValue: event.kind) ?? .other,
        agenda: event.agenda.compactMap { AgendaPath($0) }, text: event.text,
        beforeStatement: (event.beforeStatement ?? 1) - 1, source: [])
    }
    record.statements = statements.map { turn in
      var statement = Statement(
        order: Int(turn.n) ?? 0, label: turn.label,
        kind: SpeakerKind(rawValue: turn.kind) ?? .unknown,
        level: .namedSummary, agenda: turn.agenda.compactMap { AgendaPath($0) }, text: turn.text,
        paragraphs: [], sentences: Sentences.spans(in: turn.text.scalars), source: [])
      statement.relations = (turn.relations ?? []).compactMap { tie in
        RelationKind(rawValue: tie.kind).map {
          Relation(
            kind: $0, to: tie.to.compactMap { Int($0).map { $0 - 1 } }, evidence: TextSpan(0, 0),
            rule: "gold")
        }
      }
      return statement
    }
    return record
  }
}
