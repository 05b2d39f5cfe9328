import Deliberation
import Foundation
import JapaneseText
import Positions

/// The annotated session of `../shared`, as a record and as what must be found in it.
struct GoldRecord {
  var record: Record
  var statements: [GoldStatement]

  /// Nil where `../shared` is absent.
  static func session86() throws -> GoldRecord? {
    let file = shared.appending(path: "data/corpus/gold/session86.statements.jsonl")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    let statements = try lines(of: file, as: GoldStatement.self)
    var record = Record(source: RecordSource(file: "gold", sha256: "", reader: "", parser: ""))
    for gold in statements {
      let top = Int(gold.agenda_item) ?? 1
      let agenda =
        gold.sub_items.isEmpty
        ? [AgendaPath([top])]
        : gold.sub_items.compactMap { mark in
          mark.unicodeScalars.first.flatMap(Numerals.circled).map { AgendaPath([top, $0]) }
        }
      let kind: SpeakerKind =
        gold.role_class == "secretariat"
        ? .official : gold.role == "主査" ? .chair : gold.role == "主査代理" ? .deputyChair : .member
      let title = ["構成員", "主査代理", "主査", "課長補佐", "企画官"].first { gold.speaker_label.contains($0) }
      let surname = title.flatMap { gold.speaker_label.components(separatedBy: $0).first }
      let text = gold.text.scalars
      var statement = Statement(
        order: gold.n, label: gold.speaker_label, speakerName: gold.speaker_full_name,
        surname: surname, role: gold.role, kind: kind, level: .namedSummary, agenda: agenda,
        text: gold.text, paragraphs: [TextSpan(0, text.count)],
        sentences: Sentences.spans(in: text),
        source: [])
      statement.speaker = PersonID(rawValue: gold.speaker_full_name)
      record.statements.append(statement)
    }
    return GoldRecord(record: record, statements: statements)
  }

  static var repository: URL {
    URL(filePath: ProcessInfo.processInfo.environment["SHINGI_REPOSITORY"] ?? #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }
  static var shared: URL { repository.deletingLastPathComponent().appending(path: "shared") }

  /// The lexicon of the repository, read once.
  static func lexicon() throws -> StanceLexicon { try loaded.get() }

  private static let loaded = Result<StanceLexicon, any Error> {
    let file = repository.appending(path: "Corpus/lexicons/stance.json")
    return try StanceLexicon.load(json: Array(Data(contentsOf: file)))
  }

  static func lines<Value: Decodable>(of file: URL, as type: Value.Type) throws -> [Value] {
    try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(type, from: Data($0))
    }
  }
}

/// A line of the gold, with the field names of its file.
struct GoldStatement: Decodable {
  var n: Int
  var speaker_label: String
  var speaker_full_name: String
  var role: String
  var role_class: String
  var agenda_item: String
  var sub_items: [String]
  var text: String
  var positions: [GoldPosition]
  var reported_positions: [GoldReport]
  var replies_to: [Int]
  var alt_replies_to: [[Int]]?
}

struct GoldPosition: Decodable {
  var stance: String
  var alt: [String]?
  var core: Bool
  var start: Int
  var end: Int
  var evidence: String
  var target_type: String
}

struct GoldReport: Decodable {
  var holder: String
  var stance: String
  var start: Int
  var end: Int
  var clause_start: Int?
  var clause_end: Int?
}
