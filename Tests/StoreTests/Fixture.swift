import Deliberation
import Foundation
import JapaneseText
import Store

/// Minutes of councils that do not exist, with a source text in which every statement stands.
struct Fixture {
  var path: String
  var body = ["架空審議会", "水路部会"]
  var number: Int? = 3
  var date: CalendarDate? = CalendarDate(year: 2031, month: 4, day: 5)
  var turns: [(speaker: String, text: String)]
  var parser = "1"
  var rich = false

  init(_ path: String, number: Int? = 3, turns: [(String, String)], rich: Bool = false) {
    self.path = path
    self.number = number
    self.turns = turns.map { (speaker: $0.0, text: $0.1) }
    self.rich = rich
  }

  /// The source text: a head line with what happened, then one line a turn.
  var text: String {
    "部会長より説明がなされた。架空の議事録　第\(number.map(String.init) ?? "－")回\n"
      + turns.map { "○\($0.speaker)　\($0.text)\n" }.joined()
  }

  var file: SourceFile {
    SourceFile(
      path: path, bytes: Array(text.utf8), text: text, reader: "text/1", parser: parser,
      derivation: "d1")
  }

  var record: Deliberation.Record {
    let scalars = text.scalars
    var record = Deliberation.Record(
      source: RecordSource(file: path, sha256: file.sha256, reader: "text/1", parser: parser))
    record.meeting.bodies = [body]
    record.meeting.number = number
    record.meeting.date = date
    record.meeting.title = "水路部会（第\(number.map(String.init) ?? "－")回）"
    record.level = .namedSummary
    var start = scalars.firstIndex(of: "\n").map { $0 + 1 } ?? 0
    for (index, turn) in turns.enumerated() {
      let words = turn.text.scalars
      let from = start + turn.speaker.scalars.count + 2
      let span = TextSpan(from, from + words.count)
      var statement = Deliberation.Statement(
        order: index + 1, label: turn.speaker, speakerName: turn.speaker, kind: .member,
        level: .namedSummary, text: turn.text, paragraphs: [TextSpan(0, words.count)],
        sentences: [TextSpan(0, words.count)],
        source: [SourceSegment(span: span, line: index + 2, page: nil)])
      statement.speaker = PersonID(rawValue: "p-\(turn.speaker)")
      record.statements.append(statement)
      start = span.to + 1
    }
    if rich { enrich(&record) }
    return record
  }
}

extension Fixture {
  /// Fills every field that a record can have, so that a round trip loses nothing unseen.
  private func enrich(_ record: inout Deliberation.Record) {
    record.status = .final
    record.completeness = .excerpt
    record.meeting.session = 212
    record.meeting.times = [
      MeetingTime(from: "10:00", to: "11:40"), MeetingTime(from: "13:00", to: nil),
    ]
    record.meeting.place = "架空会館"
    let segment = SourceSegment(span: TextSpan(0, 4), line: 1, page: 2)
    var chair = Attendee(
      name: "青木 波", role: "部会長", group: "委員", kind: .chair, organisation: "架空大学",
      presence: .online, substitute: "赤石 岬", source: [segment])
    chair.person = PersonID(rawValue: "p-青木 波")
    record.attendance = [
      chair, Attendee(name: nil, kind: .observer, organisation: "架空水運協会"),
    ]
    record.documents = [Document(label: "資料3-1", title: "水門の\"開閉\""), Document(label: "資料3-2")]
    let below = AgendaItem(
      path: AgendaPath([1, 1]), mark: "①", title: "水門の開閉基準", source: [segment])
    record.agenda = [
      AgendaItem(path: AgendaPath([1]), mark: "(1)", title: "水路の安全", items: [below]),
      AgendaItem(path: AgendaPath([2]), mark: nil, title: "その他"),
    ]
    var event = Event(
      number: 1, kind: .vote, agenda: [AgendaPath([1, 1]), AgendaPath([2])], byName: "青木 波",
      documents: ["資料3-1"], result: "全会一致", text: "部会長より説明がなされた。", beforeStatement: 0,
      inStatement: 1, source: [SourceSegment(span: TextSpan(0, 13), line: 1, page: nil)])
    event.by = PersonID(rawValue: "p-青木 波")
    record.events = [event]
    record.findings = [
      Finding(kind: "speakerNotResolved", line: 4, message: "label: 田中構成員"),
      Finding(kind: "odd", line: nil, message: "改行\n'引用'"),
    ]
    guard record.statements.count >= 3 else { return }
    enrichStatements(&record)
  }

  private func enrichStatements(_ record: inout Deliberation.Record) {
    record.statements[0].agenda = [AgendaPath([1, 1])]
    record.statements[1].agenda = [AgendaPath([1, 1]), AgendaPath([2])]
    record.statements[1].surname = "石井"
    record.statements[1].role = "委員"
    record.statements[1].organisation = "架空県"
    record.statements[1].readBy = PersonID(rawValue: "p-白川 渚")
    record.statements[1].readByName = "白川 渚"
    var position = Position(
      stance: .conditionalSupport, targetKind: .proposal, target: "事務局案", clause: TextSpan(0, 3),
      evidence: TextSpan(0, 5), cue: TextSpan(1, 3), rule: "support/賛成")
    position.targetStatements = [0]
    position.targetAgenda = [AgendaPath([1, 1])]
    position.addressee = "事務局"
    position.condition = TextSpan(0, 2)
    position.concession = TextSpan(2, 4)
    position.hedged = true
    position.modality = .suggestion
    record.statements[1].positions = [
      position,
      Position(
        stance: .question, targetKind: .topic, target: nil, clause: TextSpan(0, 1),
        evidence: TextSpan(0, 2), cue: TextSpan(0, 1), rule: "question/か"),
    ]
    var reported = ReportedPosition(
      holder: "漁業者", how: .presumed, stance: .concern, clause: TextSpan(0, 1),
      evidence: TextSpan(0, 2), rule: "reported/1")
    reported.holderPerson = PersonID(rawValue: "p-漁業者")
    reported.target = "費用"
    reported.targetStatements = [0]
    record.statements[2].reported = [reported]
    record.statements[2].relations = [
      Relation(kind: .agreesWith, to: [0, 1], evidence: TextSpan(0, 2), rule: "agrees/1"),
      Relation(kind: .refersTo, to: [], evidence: TextSpan(1, 2), rule: "refers/1"),
    ]
    record.statements[2].undertakings = [
      Undertaking(actor: "事務局", what: TextSpan(0, 3), due: "次回", rule: "undertaking/1")
    ]
    var link = ProvisionLink(
      provision: Provision(
        law: "999M00000000001", element: "Mp-At_58-Pr_2-It_1",
        row: TableRow(table: "別表", label: "五の項")),
      citation: "架空水路法第58条第2項第1号", basis: .term, evidence: TextSpan(0, 2), rule: "term/水門")
    link.revision = "999M00000000001_20300401"
    link.confidence = 0.9
    link.status = .confirmed
    let inherited = ProvisionLink(
      provision: Provision(law: "999AC0000000002", element: nil), citation: "架空港法",
      basis: .relation, evidence: nil, via: "#1", rule: "relation/1")
    record.statements[0].links = [link, inherited]
    record.statements[0].candidates = [inherited]
  }
}

extension Deliberation.Record {
  /// The record with the ids that the index gives to its persons.
  func withPersons(of store: RecordStore) throws -> Self {
    func settled(_ id: PersonID?) throws -> PersonID? {
      try id.flatMap { id in
        try store.people(named: String(id.rawValue.dropFirst(2))).first?.id ?? id
      }
    }
    var record = self
    for index in attendance.indices {
      record.attendance[index].person = try settled(attendance[index].person)
    }
    for index in events.indices { record.events[index].by = try settled(events[index].by) }
    for index in statements.indices {
      record.statements[index].speaker = try settled(statements[index].speaker)
      record.statements[index].readBy = try settled(statements[index].readBy)
    }
    return record
  }
}

/// A folder of its own that goes away with the value's owner calling `remove`.
struct TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("shingi-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func remove() { try? FileManager.default.removeItem(at: url) }
}
