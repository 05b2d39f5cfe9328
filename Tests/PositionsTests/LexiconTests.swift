import Deliberation
import Foundation
import Testing

@testable import Positions

private let lexiconFile = GoldRecord.repository.appending(path: "Corpus/lexicons/stance.json")

extension LexiconExample: CustomTestStringConvertible {
  /// The entry and the sentence.
  public var testDescription: String { description }
}

@Test(arguments: try GoldRecord.lexicon().examples)
func `An example of the lexicon gives what it says`(_ example: LexiconExample) throws {
  let kind: SpeakerKind =
    switch example.role {
    case .member: .member
    case .official: .official
    case .chair: .chair
    }
  let found = try Council.says(example.text, kind).stances.map(\.rawValue)
  if example.expect == "none" {
    #expect(found.allSatisfy { $0 == "comment" })
  } else {
    #expect(found.contains(example.expect))
  }
}

@Test(arguments: [
  ("\"class\": \"agree\"", "\"class\": \"agreed\"", "unknown class agreed"),
  ("\"inflection\": \"suru\"", "\"inflection\": \"suruu\"", "unknown inflection suruu"),
  ("\"kind\": \"concession\"", "\"kind\": \"concede\"", "unknown kind concede"),
  ("\"hedges\"", "\"hedge\"", "the field hedges is missing"),
  ("\"role\": \"member\"", "\"role\": \"membre\"", "unknown role membre"),
])
func `A faulty lexicon is refused with the entry and the reason`(
  _ right: String, _ wrong: String, _ reason: String
) throws {
  let text = try String(contentsOf: lexiconFile, encoding: .utf8)
  let place = try #require(text.range(of: right))
  let faulty = text.replacingCharacters(in: place, with: wrong)
  let error = #expect(throws: LexiconError.self) {
    try StanceLexicon.load(json: Array(faulty.utf8))
  }
  #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
}

@Test func `What is no JSON is refused`() {
  #expect(throws: LexiconError(entry: "file", reason: "this is not JSON")) {
    try StanceLexicon.load(json: Array("{".utf8))
  }
}
