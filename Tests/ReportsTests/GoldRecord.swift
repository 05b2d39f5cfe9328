import Deliberation
import Foundation
import JapaneseText
import Reports

/// Builds the record that an annotation describes, so that the measures can be tested on a record
/// that has every right answer.
struct GoldRecord {
  static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Corpus").standardized
  static let session86 = corpus.appending(path: "gold/ip-network-086.json")

  static func bytes(_ url: URL) throws -> [UInt8] { Array(try Data(contentsOf: url)) }

  let json: JSONValue

  init(_ url: URL = session86) throws {
    json = try JSONValue(json: Self.bytes(url))
  }

  /// The record, with persons' ids made of their names.
  func record() -> Record {
    let head = json["meeting"]
    var record = Record(
      source: RecordSource(
        file: head?["source"]?["file"]?.stringValue ?? "",
        sha256: head?["source"]?["sha256"]?.stringValue ?? "", reader: "text/1", parser: "gold"))
    record.meeting.bodies = list(head, "bodies").map { strings($0) }
    record.meeting.number = head?["number"]?.integerValue
    record.meeting.title = text(head, "title") ?? ""
    record.meeting.date = text(head, "date").flatMap { CalendarDate($0) }
    record.meeting.times = list(head, "times").map {
      MeetingTime(from: $0.arrayValue?[0].stringValue, to: $0.arrayValue?[1].stringValue)
    }
    record.meeting.place = text(head, "place")
    record.level = Level(rawValue: text(head, "level") ?? "") ?? .mixed
    record.attendance = list(json, "attendance").map(attendee)
    record.documents = list(json, "documents").map { Document(label: text($0, "label") ?? "") }
    record.agenda = list(json, "agenda").map(item)
    record.events = list(json, "events").map(event)
    record.statements = list(json, "statements").enumerated().map { statement($1, order: $0 + 1) }
    return record
  }

  private func list(_ value: JSONValue?, _ key: String) -> [JSONValue] {
    value?[key]?.arrayValue ?? []
  }

  private func text(_ value: JSONValue?, _ key: String) -> String? { value?[key]?.stringValue }

  private func strings(_ value: JSONValue?) -> [String] {
    value?.arrayValue?.compactMap(\.stringValue) ?? []
  }

  private func paths(_ value: JSONValue?) -> [AgendaPath] {
    strings(value).compactMap { AgendaPath($0) }
  }

  private func span(_ value: JSONValue, _ key: String) -> TextSpan {
    let ends = value[key]?.arrayValue?.compactMap(\.integerValue) ?? []
    return ends.count == 2 ? TextSpan(ends[0], ends[1]) : TextSpan(0, 0)
  }

  private func indices(_ value: JSONValue?) -> [Int] {
    strings(value).compactMap { Int($0).map { $0 - 1 } }
  }

  private func person(_ name: String?) -> PersonID? {
    name.map { PersonID(rawValue: "p-" + SHA256.hex(Array($0.utf8)).prefix(10)) }
  }

  private func attendee(_ value: JSONValue) -> Attendee {
    var attendee = Attendee(
      name: text(value, "name"), role: text(value, "role"), group: text(value, "group"),
      kind: AttendeeKind(rawValue: text(value, "kind") ?? "") ?? .guest,
      organisation: text(value, "organisation"))
    attendee.person = person(attendee.name)
    return attendee
  }

  private func item(_ value: JSONValue) -> AgendaItem {
    AgendaItem(
      path: paths([value["path"] ?? nil]).first ?? AgendaPath([1]), mark: text(value, "mark"),
      title: text(value, "title") ?? "", items: list(value, "items").map(item))
  }

  private func event(_ value: JSONValue) -> Event {
    Event(
      number: value["n"]?.integerValue ?? 0,
      kind: EventKind(rawValue: text(value, "kind") ?? "") ?? .other,
      agenda: paths(value["agenda"]), byName: text(value, "byName"),
      documents: strings(value["documents"]), text: text(value, "text") ?? "",
      beforeStatement: (value["beforeStatement"]?.integerValue ?? 1) - 1,
      source: list(value, "source").map {
        SourceSegment(
          span: TextSpan($0["from"]?.integerValue ?? 0, $0["to"]?.integerValue ?? 0),
          line: $0["line"]?.integerValue ?? 1)
      })
  }

  private func statement(_ value: JSONValue, order: Int) -> Statement {
    let words = text(value, "text") ?? ""
    let whole = TextSpan(0, words.unicodeScalars.count)
    var statement = Statement(
      order: order, label: text(value, "label"), speakerName: text(value, "speakerName"),
      surname: text(value, "surname"), role: text(value, "role"),
      readByName: text(value, "readByName"),
      kind: SpeakerKind(rawValue: text(value, "kind") ?? "") ?? .unknown, level: .namedSummary,
      agenda: paths(value["agenda"]), text: words, paragraphs: [whole],
      sentences: Sentences.spans(in: words.scalars), source: [])
    statement.speaker = person(statement.speakerName)
    statement.readBy = person(statement.readByName)
    statement.positions = list(value, "positions").map(position)
    statement.reported = list(value, "reported").map { view in
      var reported = ReportedPosition(
        holder: text(view, "holder"),
        how: ReportedHow(rawValue: text(view, "how") ?? "") ?? .explicit,
        stance: Stance(rawValue: text(view, "stance") ?? "") ?? .comment,
        clause: span(view, "clause"), evidence: span(view, "evidence"), rule: "gold")
      reported.target = text(view, "target")
      reported.targetStatements = indices(view["targetStatements"])
      return reported
    }
    statement.relations = list(value, "relations").filter { !list($0, "to").isEmpty }.map {
      Relation(
        kind: RelationKind(rawValue: text($0, "kind") ?? "") ?? .refersTo, to: indices($0["to"]),
        evidence: whole, rule: "gold")
    }
    statement.undertakings = list(value, "undertakings").map {
      Undertaking(
        actor: text($0, "actor"), what: span($0, "what"), due: text($0, "due"), rule: "gold")
    }
    statement.links = list(value, "links").filter { text($0, "tier") == "primary" }.map {
      ProvisionLink(
        provision: Provision(law: text($0, "law") ?? "", element: text($0, "elm")),
        citation: text($0, "citation") ?? "", basis: .term, evidence: span($0, "evidence"),
        rule: "gold")
    }
    return statement
  }

  private func position(_ value: JSONValue) -> Position {
    var position = Position(
      stance: Stance(rawValue: text(value, "stance") ?? "") ?? .comment,
      targetKind: TargetKind(rawValue: text(value, "targetKind") ?? "") ?? .topic,
      target: text(value, "target"), clause: span(value, "clause"),
      evidence: span(value, "evidence"), cue: span(value, "clause"), rule: "gold")
    position.targetStatements = indices(value["targetStatements"])
    position.addressee = text(value, "addressee")
    position.hedged = value["hedged"]?.boolValue ?? false
    position.modality = text(value, "modality").flatMap(Modality.init(rawValue:))
    return position
  }
}
