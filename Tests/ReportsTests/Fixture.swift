import Deliberation
import JapaneseText

/// A small fictional meeting with every case that a summary must tell apart.
enum Fixture {
  static let address = "架空市公園審議会/3"

  static func record() -> Record {
    var record = Record(
      source: RecordSource(
        file: "park-3.txt", sha256: String(repeating: "0", count: 64), reader: "text/1",
        parser: "1"))
    record.meeting.bodies = [["架空市公園審議会"]]
    record.meeting.number = 3
    record.meeting.title = "架空市公園審議会（第3回）"
    record.meeting.date = CalendarDate("2024-02-29")
    record.meeting.times = [MeetingTime(from: "13:00", to: nil)]
    record.meeting.place = "市役所 <本庁舎> 3階"
    record.level = .namedSummary
    record.status = .provisional
    record.attendance = [
      Attendee(name: "春野 一", role: "会長", group: "委員", kind: .chair),
      Attendee(name: "夏川 二葉", group: "委員", kind: .member),
      Attendee(name: "秋山 三郎", group: "委員", kind: .member, presence: .online),
      Attendee(name: "冬木 四季", group: "委員", kind: .member, presence: .absent),
      Attendee(name: nil, group: "オブザーバ", kind: .observer, organisation: "公園を守る会"),
      Attendee(
        name: "緑川 五月", role: "課長", group: "事務局", kind: .official, organisation: "架空市"),
    ]
    record.documents = [Document(label: "資料3-1", title: "再整備案")]
    record.agenda = [
      AgendaItem(
        path: AgendaPath([1]), mark: "(1)", title: "中央公園の再整備案",
        items: [
          AgendaItem(path: AgendaPath([1, 1]), mark: "①", title: "池の縮小"),
          AgendaItem(path: AgendaPath([1, 2]), mark: "②", title: "樹木の植え替え"),
        ]),
      AgendaItem(path: AgendaPath([2]), mark: "(2)", title: "その他"),
    ]
    record.events = [
      Event(
        number: 1, kind: .explanation, agenda: [AgendaPath([1, 1])], byName: "緑川 五月",
        documents: ["資料3-1"], text: "事務局より、資料3-1に基づき説明がなされた。", beforeStatement: 0,
        source: [SourceSegment(span: TextSpan(10, 32), line: 4)]),
      Event(
        number: 2, kind: .noQuestions, agenda: [AgendaPath([1, 2])], text: "質疑はなかった。",
        beforeStatement: 8, source: []),
      Event(
        number: 3, kind: .vote, agenda: [AgendaPath([1])], result: "賛成多数",
        text: "採決の結果、賛成多数で可決された。", beforeStatement: 8, inStatement: nil, source: []),
      Event(
        number: 4, kind: .explanation, agenda: [AgendaPath([2])], text: "今後の予定の説明があった。",
        beforeStatement: 8, source: []),
    ]
    record.statements = statements()
    return record
  }

  private static func statements() -> [Statement] {
    var supports = member(1, "夏川 二葉", "事務局案に賛成である。")
    add(&supports, .support, .proposal, "事務局案", "事務局案に賛成である。")
    var opposes = member(
      2, "秋山 三郎", "池の縮小には反対である。<script>alert(1)</script>という落書きもある。委託費はいくらか。")
    add(&opposes, .oppose, .proposal, "事務局案", "池の縮小には反対である。")
    add(&opposes, .question, .topic, "委託費", "委託費はいくらか。", addressee: "事務局")
    opposes.reported = [
      ReportedPosition(
        holder: nil, how: .explicit, stance: .concern, clause: TextSpan(12, 37),
        evidence: TextSpan(12, 45), rule: "test")
    ]
    var answers = official(3, "御質問の点は、次回までに示したい。")
    add(&answers, .answer, .speaker, nil, "御質問の点は、次回までに示したい。", to: [1])
    answers.positions[0].modality = .commitment
    answers.relations = [
      Relation(kind: .answers, to: [1], evidence: TextSpan(0, 6), rule: "test")
    ]
    answers.undertakings = [
      Undertaking(actor: "事務局", what: TextSpan(7, 17), due: "次回", rule: "test")
    ]
    var agrees = member(4, "春野 一", "夏川委員の意見に賛同する。この点、費用が抑えられるならば池の縮小はやむを得ない。")
    agrees.kind = .chair
    agrees.role = "会長"
    add(&agrees, .support, .speaker, "夏川委員", "夏川委員の意見に賛同する。", to: [0])
    add(&agrees, .conditionalSupport, .proposal, "池の縮小", "この点、費用が抑えられるならば池の縮小はやむを得ない。")
    agrees.positions[1].hedged = true
    agrees.positions[1].condition = TextSpan(17, 27)
    agrees.readByName = "緑川 五月"
    agrees.relations = [
      Relation(kind: .agreesWith, to: [0], evidence: TextSpan(0, 13), rule: "test")
    ]
    var observer = member(5, nil, "利用者への周知をお願いしたい。")
    observer.label = "公園を守る会"
    observer.kind = .observer
    observer.role = nil
    add(&observer, .request, .topic, "周知", "利用者への周知をお願いしたい。")
    var anonymous = member(6, nil, "事務局案に賛成する。")
    anonymous.label = nil
    anonymous.kind = .anonymous
    anonymous.level = .anonymousSummary
    anonymous.role = nil
    add(&anonymous, .support, .proposal, "事務局案", "事務局案に賛成する。")
    var procedure = member(7, "春野 一", "次に進みたい。")
    procedure.kind = .chair
    add(&procedure, .request, .organisation, nil, "次に進みたい。")
    procedure.positions[0].modality = .procedural
    var linked = member(8, "夏川 二葉", "公園条例の見直しも考えられるのではないか。")
    add(&linked, .comment, .topic, nil, "公園条例の見直しも考えられるのではないか。")
    linked.positions[0].modality = .suggestion
    linked.links = [
      ProvisionLink(
        provision: Provision(
          law: "doc:park", element: "Mp-At_2-Pr_1", row: TableRow(table: "別表", label: "一")),
        citation: "公園条例第2条第1項", basis: .term, evidence: TextSpan(0, 4), via: nil, rule: "test")
    ]
    linked.candidates = [
      ProvisionLink(
        provision: Provision(law: "doc:park", element: nil), citation: "公園条例", basis: .similarity,
        evidence: nil, via: "#1", rule: "test")
    ]
    linked.candidates[0].confidence = 0.5
    return [supports, opposes, answers, agrees, observer, anonymous, procedure, linked]
  }

  private static func member(_ order: Int, _ name: String?, _ text: String) -> Statement {
    var statement = Statement(
      order: order, label: name.map { String($0.prefix(2)) + "委員" }, speakerName: name,
      surname: name.map { String($0.prefix(2)) }, role: "委員", kind: .member,
      level: .namedSummary, agenda: [AgendaPath([1, 1])], text: text,
      paragraphs: [TextSpan(0, text.unicodeScalars.count)],
      sentences: Sentences.spans(in: text.scalars),
      source: [SourceSegment(span: TextSpan(order * 100, order * 100 + 20), line: order)])
    statement.speaker = name.map {
      PersonID(rawValue: "p-\(SHA256.hex(Array($0.utf8)).prefix(10))")
    }
    return statement
  }

  private static func official(_ order: Int, _ text: String) -> Statement {
    var statement = member(order, "緑川 五月", text)
    statement.kind = .official
    statement.role = "課長"
    statement.organisation = "架空市"
    return statement
  }

  private static func add(
    _ statement: inout Statement, _ stance: Stance, _ kind: TargetKind, _ target: String?,
    _ words: String, addressee: String? = nil, to: [Int] = []
  ) {
    let from = statement.text.scalars.firstOffset(of: words.scalars) ?? 0
    let span = TextSpan(from, from + words.unicodeScalars.count)
    var position = Position(
      stance: stance, targetKind: kind, target: target, clause: span, evidence: span, cue: span,
      rule: "test")
    position.addressee = addressee
    position.targetStatements = to
    statement.positions.append(position)
  }
}
