import Foundation
import Testing

/// `law fetch` against a server on the loopback.
@Suite struct LawFetchTests {
  static let whole = Data(LawFixtures.answer(LawFixtures.xml()).utf8)

  private func fetch(
    _ answers: [HTTPStub.Answer], _ arguments: String...
  ) throws -> (program: Program, result: Program.Result, stub: HTTPStub) {
    let program = try Program()
    let stub = try HTTPStub(answers)
    let result = try program.run(
      ["law", "fetch"] + arguments + ["--base", stub.base, "--timeout", "1"])
    return (program, result, stub)
  }

  @Test func theTextOfADayIsAskedForAndAdded() throws {
    let (program, result, stub) = try fetch(
      [HTTPStub.Answer(body: Self.whole)], LawFixtures.law, "--as-of", "2025-06-02")
    defer { program.cleanUp() }
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("海路標識法 \(LawFixtures.revision): added"))
    #expect(
      stub.paths == [
        "/api/2/law_data/\(LawFixtures.law)?response_format=xml&law_full_text_format=xml"
          + "&asof=2025-06-02"
      ])
    let shown = try program.run(
      "law", "show", "\(LawFixtures.law)#Mp-At_2", "--as-of", "2025-07-01")
    #expect(shown.output.contains("灯台を置く。"))
  }

  /// The law's own XML, as `law_file/xml` gives it, tells no revision: the id that was asked does.
  @Test func aRevisionIsFetchedByItsId() throws {
    let (program, result, _) = try fetch(
      [HTTPStub.Answer(body: Data(LawFixtures.xml().utf8))], LawFixtures.revision)
    defer { program.cleanUp() }
    #expect(result.status == 0, "\(result.errors)")
    #expect(try program.run("law", "list").output.contains(LawFixtures.revision))
  }

  @Test func aBusyServerIsAskedAgain() throws {
    let (program, result, stub) = try fetch(
      [HTTPStub.Answer(status: 503), HTTPStub.Answer(body: Self.whole)], LawFixtures.law)
    defer { program.cleanUp() }
    #expect(result.status == 0, "\(result.errors)")
    #expect(stub.paths.count == 2)
  }

  /// What a server may answer instead of a text.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let answer: HTTPStub.Answer
    let message: String
    let requests: Int
    var testDescription: String { message }
  }

  static let refusals: [Refusal] = [
    Refusal(answer: .init(status: 404), message: "e-Gov has no law", requests: 1),
    Refusal(answer: .init(status: 400), message: "HTTP 400", requests: 1),
    Refusal(answer: .init(status: 500), message: "HTTP 500", requests: 3),
    Refusal(answer: .init(isSilent: true), message: "cannot be reached", requests: 3),
    Refusal(answer: .init(body: Data("<Law".utf8)), message: "not XML", requests: 1),
    Refusal(
      answer: .init(body: Data("<error><code>1</code></error>".utf8)), message: "no law text",
      requests: 1),
    Refusal(answer: .init(), message: "the document has no content", requests: 1),
  ]

  @Test(arguments: refusals)
  func whatIsNoTextLeavesNoIndex(_ refusal: Refusal) throws {
    let (program, result, stub) = try fetch([refusal.answer], LawFixtures.law)
    defer { program.cleanUp() }
    #expect(result.status == 2)
    #expect(result.errors.contains(refusal.message), "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(stub.paths.count == refusal.requests)
    #expect(try program.run("law", "list").output.isEmpty)
  }

  @Test func offlineSaysWhatToDo() throws {
    let program = try Program()
    defer { program.cleanUp() }
    let stub = try HTTPStub([])
    stub.stop()
    let result = try program.run(
      "law", "fetch", LawFixtures.law, "--base", stub.base, "--timeout", "1")
    #expect(result.status == 2)
    #expect(result.errors.contains("cannot be reached"), "\(result.errors)")
    #expect(result.errors.contains("shingi law add FILE"))
  }

  static let usage: [[String]] = [
    ["x", "--base", "ftp://example.org"], ["x", "--timeout", "0"], ["x", "--as-of", "soon"],
    [LawFixtures.revision, "--as-of", "2025-06-02"], ["存在しない法律"],
  ]

  @Test(arguments: usage)
  func wrongArgumentsAreNamed(_ arguments: [String]) throws {
    let program = try Program()
    defer { program.cleanUp() }
    let result = try program.run(["law", "fetch"] + arguments)
    #expect(result.status == 2 && !result.errors.isEmpty && result.output.isEmpty)
  }
}
