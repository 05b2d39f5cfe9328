import Deliberation
import Foundation
import JapaneseText
import Minutes
import Testing

/// One fixture with what must come out of it beside it.
struct BodyCase: CustomTestStringConvertible, Sendable {
  let url: URL

  var testDescription: String { url.lastPathComponent }
  var expectedURL: URL { url.deletingPathExtension().appendingPathExtension("json") }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/body")

  /// Adding a case means adding a file.
  static let all: [BodyCase] = {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { ["txt", "md", "html"].contains($0.pathExtension) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }.map(BodyCase.init)
  }()
}

/// Bytes of a text to its records.
func parsed(_ text: String, name: String = "fixture.txt") throws -> [Record] {
  try Parser.records(
    in: try Readers.read(Array(text.utf8), name: name), file: name, sha256: "0")
}

/// What a golden file holds of a record: everything that the body parser decides.
struct BodyOutline: Codable, Equatable {
  struct Turn: Codable, Equatable {
    var label: String?
    var name: String?
    var surname: String?
    var role: String?
    var organisation: String?
    var readBy: String?
    var kind: String
    var level: String
    var agenda: [String]
    var text: String
    var paragraphs: Int
  }
  struct Happening: Codable, Equatable {
    var kind: String
    var agenda: [String]
    var by: String?
    var documents: [String]
    var result: String?
    var before: Int
    var inside: Int?
    var text: String
  }

  var level: String
  var agenda: [String]
  var statements: [Turn]
  var events: [Happening]
  var findings: [String]

  init(_ record: Record) {
    level = record.level.rawValue
    agenda = record.agenda.flattened.map { "\($0.path) \($0.mark ?? "-") \($0.title)" }
    statements = record.statements.map {
      Turn(
        label: $0.label, name: $0.speakerName, surname: $0.surname, role: $0.role,
        organisation: $0.organisation, readBy: $0.readByName, kind: $0.kind.rawValue,
        level: $0.level.rawValue, agenda: $0.agenda.map(\.description), text: $0.text,
        paragraphs: $0.paragraphs.count)
    }
    events = record.events.map {
      Happening(
        kind: $0.kind.rawValue, agenda: $0.agenda.map(\.description), by: $0.byName,
        documents: $0.documents, result: $0.result, before: $0.beforeStatement,
        inside: $0.inStatement, text: $0.text)
    }
    let own: Set<String> = [
      "speakerNotResolved", "labelDoubtful", "emptyTurn", "proxyUnnamed", "speakerListedAbsent",
    ]
    findings = record.findings.filter { own.contains($0.kind) }.map {
      "\($0.line ?? 0): \($0.message)"
    }
  }

  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return "" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
