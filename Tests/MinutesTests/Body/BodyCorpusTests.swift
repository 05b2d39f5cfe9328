import Deliberation
import Foundation
import JapaneseText
import Minutes
import Testing

/// Real documents beside the project; skipped where they are absent.
@Suite struct BodyCorpusTests {
  static let shared = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/data")

  static func files(_ folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: shared.appending(path: folder).path)
    return (names ?? []).sorted().map { "\(folder)/\($0)" }
  }

  static var isPresent: Bool { FileManager.default.fileExists(atPath: shared.path) }

  private func read(_ path: String) throws -> ([Record], SourceText) {
    let bytes = Array(try Data(contentsOf: Self.shared.appending(path: path)))
    let source = try Readers.read(bytes, name: path)
    return (try Parser.records(in: source, file: path, sha256: "0"), source)
  }

  @Test(.enabled(if: isPresent, "../shared is absent"), arguments: files("minutes/dev"))
  func everyDevelopmentFileIsMinutes(_ path: String) throws {
    let (records, source) = try read(path)
    #expect(!records.isEmpty)
    for record in records {
      #expect(!record.statements.isEmpty || !record.events.isEmpty)
      try checkIntegrity(record, source)
    }
  }

  @Test(.enabled(if: isPresent, "../shared is absent"), arguments: files("minutes/negative"))
  func noNegativeFileIsMinutes(_ path: String) throws {
    #expect {
      _ = try read(path)
    } throws: { error in
      guard let error = error as? ReadError, case .notMinutes(let reason) = error else {
        return false
      }
      return !reason.isEmpty
    }
  }

  @Test(.enabled(if: isPresent, "../shared is absent"), arguments: files("minutes/other-lang"))
  func otherLanguagesDoNotCrash(_ path: String) throws {
    do {
      let (records, source) = try read(path)
      for record in records { try checkIntegrity(record, source) }
    } catch is ReadError {
      // not understood is an answer
    }
  }

  /// Statements of the annotation of session 86: texts and names.
  @Test(.enabled(if: isPresent, "../shared is absent"))
  func goldOfSessionEightySix() throws {
    struct Gold: Decodable {
      var text: String
      var speaker_full_name: String
      var speaker_label: String
    }
    let (record, _) = try SessionEightySixTests.read()
    let lines = try String(
      contentsOf: Self.shared.appending(path: "corpus/gold/session86.statements.jsonl"),
      encoding: .utf8)
    let gold = try lines.split(separator: "\n").map {
      try JSONDecoder().decode(Gold.self, from: Data($0.utf8))
    }
    func closed(_ text: String) -> String {
      text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
    }
    #expect(gold.count == record.statements.count)
    for (expected, statement) in zip(gold, record.statements) {
      #expect(closed(expected.text) == closed(statement.text))
      #expect(closed(expected.speaker_full_name) == closed(statement.speakerName ?? "-"))
    }
  }
}
