import Foundation
import Testing

/// Structured sources are their own gold: stripped to the text that would be printed, the parser
/// finds their turns and speakers again.
///
/// The figures are printed; `SHINGI_STRIPPED_ERRORS=FILE` writes what was not found.
@Suite struct StrippedSourceTests {
  static let environment = ProcessInfo.processInfo.environment

  @Test(
    .enabled(if: BodyCorpusTests.isPresent, "../shared is absent"),
    arguments: StrippedSources.Family.allCases)
  func turnsAreFoundAgain(_ family: StrippedSources.Family) throws {
    let sources = try StrippedSources.all(family, in: BodyCorpusTests.shared)
    #expect(!sources.isEmpty)
    let score = try sources.map { try $0.score() }.reduce(StrippedScore(), +)
    let speakers = Double(score.rightSpeakers) / Double(max(1, score.matched))
    let wrong = Double(score.wrongSpeakers) / Double(max(1, score.matched))
    print(
      "stripped \(family.rawValue): meetings \(sources.count), turns \(score.gold), F1",
      String(format: "%.4f, speakers %.4f, wrong %.4f", score.f1, speakers, wrong))
    if let path = Self.environment["SHINGI_STRIPPED_ERRORS"] {
      try (score.notes.joined(separator: "\n") + "\n").write(
        toFile: "\(path)-\(family.rawValue).txt", atomically: true, encoding: .utf8)
    }
    #expect(score.f1 >= 0.995)
    #expect(speakers >= 0.97)
    #expect(wrong <= 0.005)
  }
}
