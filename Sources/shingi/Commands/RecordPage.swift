import Deliberation
import JapaneseText
import Reports

/// A record and its parts as plain text for the terminal.
struct RecordPage {
  let record: Record
  let address: String

  /// The meeting with its head, agenda and counts.
  var meeting: String {
    let meeting = record.meeting
    var lines = ["\(address)  \(meeting.title)"]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("  \(name)　\(value)") }
    }
    for body in meeting.bodies { add("会議体", body.joined(separator: " › ")) }
    add("日時", [meeting.date?.description, times].compactMap(\.self).joined(separator: " "))
    add("場所", meeting.place)
    add("種類", SummaryWords.level(record.level) + (record.status.map { "（\($0.rawValue)）" } ?? ""))
    add("資料", record.documents.map(\.label).joined(separator: "、"))
    for (group, people) in attendance { add(group, people.joined(separator: "、")) }
    lines.append("  議事")
    for item in record.agenda.flattened {
      let indent = String(repeating: "  ", count: item.path.ordinals.count)
      let n = record.statements.count { $0.agenda.contains { item.path.includes($0) } }
      lines.append("  \(indent)\(item.path)  \(item.mark ?? "")\(item.title)（発言 \(n)）")
    }
    add("発言", "\(record.statements.count)　経過 \(record.events.count)　所見 \(record.findings.count)")
    add("出典", "\(record.source.file)（sha256 \(record.source.sha256.prefix(12))…）")
    return lines.joined(separator: "\n")
  }

  private var times: String? {
    let parts = record.meeting.times.map { "\($0.from ?? "")–\($0.to ?? "")" }
    return parts.isEmpty ? nil : parts.joined(separator: "、")
  }

  private var attendance: [(group: String, people: [String])] {
    var groups: [(group: String, people: [String])] = []
    for attendee in record.attendance {
      let name = attendee.name ?? attendee.organisation ?? ""
      let words = name + (attendee.role.map { "（\($0)）" } ?? "") + (absence(attendee) ?? "")
      let group = attendee.group ?? "出席者"
      if groups.last?.group == group {
        groups[groups.count - 1].people.append(words)
      } else {
        groups.append((group, [words]))
      }
    }
    return groups
  }

  private func absence(_ attendee: Attendee) -> String? {
    switch attendee.presence {
    case .present, .online: nil
    case .absent: "［欠席］"
    case .proxy: "［代理: \(attendee.substitute ?? "不明")］"
    }
  }

  /// The heading of an agenda item with what was narrated on it.
  func agendaItem(_ path: AgendaPath) -> String {
    let item = record.agenda.item(at: path)
    var lines = ["\(address)/\(path)  \(item?.mark ?? "")\(item?.title ?? "")"]
    for event in record.events where event.agenda.contains(where: { path.includes($0) }) {
      guard event.kind != .agendaMove else { continue }
      lines.append("  ［経過］\(event.text)")
    }
    return lines.joined(separator: "\n")
  }

  /// One sentence of a statement, with its address.
  func sentence(_ number: String, _ sentence: Int) -> String? {
    guard let statement = record.statements.first(where: { $0.number == number }),
      statement.sentences.indices.contains(sentence - 1)
    else { return nil }
    let words = statement.text.scalars.text(statement.sentences[sentence - 1])
    return "\(address)#\(number).\(sentence)\n  「\(words)」"
  }

  /// A statement in one block: address, speaker, words.
  func turn(_ index: Int) -> String {
    let statement = record.statements[index]
    return "\(address)#\(statement.number)  \(speaker(statement))\n  \(statement.text)"
  }

  /// A statement with everything that was found in it.
  func statement(_ index: Int) -> String {
    let statement = record.statements[index]
    let text = statement.text.scalars
    var lines = [turn(index)]
    func quoted(_ span: TextSpan?) -> String { span.map { "「\(text.text($0))」" } ?? "" }
    if let source = statement.source.first {
      let page = source.page.map { "、\($0) 頁" } ?? ""
      lines.append("  出典　\(record.source.file):\(source.line)\(page)")
    }
    if !statement.agenda.isEmpty {
      lines.append("  議事　\(statement.agenda.map(\.description).joined(separator: "、"))")
    }
    for position in statement.positions {
      let hedge = position.hedged ? "・留保つき" : ""
      let target = position.target.map { "　対象: \($0)" } ?? ""
      lines.append(
        "  立場　\(SummaryWords.stance(position.stance))\(hedge)\(target)　\(quoted(position.clause))　［\(position.rule)］"
      )
    }
    for report in statement.reported {
      lines.append(
        "  伝聞　\(report.holder ?? "（誰のものか不明）"): \(SummaryWords.stance(report.stance))　\(quoted(report.clause))　［\(report.rule)］"
      )
    }
    for relation in statement.relations {
      let targets = relation.to.map { "#\(record.statements[$0].number)" }.joined(separator: "、")
      lines.append(
        "  関係　\(relation.kind.japanese) \(targets.isEmpty ? "（相手は特定できない）" : targets)　\(quoted(relation.evidence))"
      )
    }
    for undertaking in statement.undertakings {
      lines.append(
        "  宿題　\(undertaking.actor ?? "（主体不明）"): \(quoted(undertaking.what))\(undertaking.due.map { "　期限: \($0)" } ?? "")"
      )
    }
    for link in statement.links {
      lines.append(
        "  条項　\(link.citation)　\(link.basis.japanese)\(link.via.map { " \($0)" } ?? "")　\(quoted(link.evidence))　［\(link.rule)］"
      )
    }
    for candidate in statement.candidates {
      let parts = [candidate.citation, quoted(candidate.evidence)].filter { !$0.isEmpty }
      lines.append("  条項候補　" + parts.joined(separator: "　"))
    }
    return lines.joined(separator: "\n")
  }

  /// A statement in the form of the contract.
  func statementJSON(_ index: Int) -> JSONValue {
    let whole = RecordJSON.value(of: record, address: address)
    return whole["statements"]?.arrayValue?[index] ?? .null
  }

  private func speaker(_ statement: Statement) -> String {
    var words = statement.speakerName ?? statement.label ?? "（発言者の記載なし）"
    if statement.speakerName != nil, let role = statement.role { words += "（\(role)）" }
    if let reader = statement.readByName { words += "［\(reader)代読］" }
    return words
  }
}

extension RelationKind {
  /// The word that staff read.
  var japanese: String {
    switch self {
    case .agreesWith: "賛同"
    case .disagreesWith: "異論"
    case .answers: "回答"
    case .refersTo: "言及"
    }
  }
}

extension LinkBasis {
  /// The word that staff read; inherited links are marked as 推定.
  var japanese: String {
    switch self {
    case .explicit: "明示"
    case .term: "用語"
    case .delegation: "委任"
    case .agenda: "推定（議題から）"
    case .relation: "推定（応答から）"
    case .similarity: "推定（類似）"
    }
  }
}
