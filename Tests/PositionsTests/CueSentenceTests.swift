import Deliberation
import Foundation
import Testing

@testable import Positions

/// A line of `Corpus/gold/stance-cues.jsonl`; `stance-cues.md` describes the form.
struct CueSentence: Decodable, Sendable, CustomTestStringConvertible {
  struct Told: Decodable, Sendable {
    var holder: String?
    var stance: String
  }

  var id: String
  var speaker: String
  var text: String
  var accept: [[[String]]]
  var reported: [Told]
  var trap: String

  var testDescription: String { "\(id) \(trap)" }

  static func all() throws -> [CueSentence] {
    try GoldRecord.lines(
      of: GoldRecord.repository.appending(path: "Corpus/gold/stance-cues.jsonl"),
      as: CueSentence.self)
  }

  /// Whether the stances found fit one of the alternatives.
  func accepts(_ stances: [Stance]) -> Bool {
    accept.contains { alternative in
      var open = stances.map(\.rawValue)
      for position in alternative {
        if let hit = open.firstIndex(where: position.contains) {
          open.remove(at: hit)
        } else if !position.contains("none") {
          return false
        }
      }
      return open.allSatisfy { $0 == "comment" || $0 == "answer" }
    }
  }
}

@Test(arguments: try CueSentence.all())
func `A cue sentence gives the stance that it must`(_ sentence: CueSentence) throws {
  let kind = try #require(SpeakerKind(rawValue: sentence.speaker))
  let statement = try Council.says(sentence.text, kind)
  #expect(sentence.accepts(statement.stances), "\(statement.positions)")
  let told = statement.reported.filter { $0.how != .resolved }
  for wanted in sentence.reported {
    #expect(
      told.contains { $0.holder == wanted.holder && $0.stance.rawValue == wanted.stance },
      "\(statement.reported)")
  }
  if sentence.reported.isEmpty { #expect(told.isEmpty) }
}
