import Deliberation
import Foundation
import JapaneseText
import Minutes
import Testing

/// A text in `Fixtures/front` and the facts beside it.
struct FrontCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  private let facts: URL

  var testDescription: String { name }

  static func all() throws -> [FrontCase] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/front").standardized
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }
      .sorted { $0.path() < $1.path() }
      .map { file in
        FrontCase(
          name: file.deletingPathExtension().lastPathComponent,
          text: try String(contentsOf: file, encoding: .utf8),
          facts: file.deletingPathExtension().appendingPathExtension("json"))
      }
  }

  func read() -> FrontMatter { FrontMatter.read(TextView(SourceText(lines: text))) }

  func expected() throws -> FrontFacts {
    try JSONDecoder().decode(FrontFacts.self, from: Data(contentsOf: facts))
  }

  func rewrite(_ found: FrontFacts) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(found).write(to: facts)
  }
}

/// The facts of a head as lines that a person can read and compare.
struct FrontFacts: Codable, Sendable {
  var bodies: [String]
  var session: Int?
  var number: Int?
  var title: String
  var date: String?
  var times: [String]
  var place: String?
  var level: String?
  var status: String?
  var notMinutes: String?
  /// The first words of the body.
  var body: String
  /// Name, role, kind, group, organisation, presence, substitute.
  var attendance: [String]
  var documents: [String]
  var agenda: [String]
  var findings: [String]

  init(_ front: FrontMatter, in text: String) {
    bodies = front.meeting.bodies.map { $0.joined(separator: " › ") }
    session = front.meeting.session
    number = front.meeting.number
    title = front.meeting.title
    date = front.meeting.date?.description
    times = front.meeting.times.map { "\($0.from ?? "")-\($0.to ?? "")" }
    place = front.meeting.place
    level = front.levelHint?.rawValue
    status = front.status?.rawValue
    notMinutes = front.notMinutes
    let scalars = text.scalars
    body = String(scalars[min(front.bodyStart, scalars.count)...].prefix(16))
    attendance = front.attendance.map { one in
      [
        one.name, one.role, one.kind.rawValue, one.group, one.organisation, one.presence.rawValue,
        one.substitute,
      ].map { $0 ?? "-" }.joined(separator: " | ")
    }
    documents = front.documents.map { "\($0.label) | \($0.title ?? "-")" }
    agenda = front.plannedAgenda.flattened.map { "\($0.path) \($0.mark ?? "-") \($0.title)" }
    findings = front.findings.map { "\($0.line ?? 0) \($0.kind)" }
  }

  /// Every fact as a line, for a readable difference.
  var lines: [String] {
    let meeting = [
      "bodies \(bodies)", "session \(session ?? 0)", "number \(number ?? 0)", "title \(title)",
      "date \(date ?? "-")", "times \(times)", "place \(place ?? "-")", "level \(level ?? "-")",
      "status \(status ?? "-")", "notMinutes \(notMinutes ?? "-")", "body \(body)",
    ]
    return meeting + attendance + documents + agenda + findings
  }
}
