import HTTPTypes
import Reports
import Testing

@testable import Web

@Suite struct QuestionTests {
  @Test func namesAreEachUsedOnce() {
    #expect(Set(Question.all.map(\.name)).count == Question.all.count)
    for question in Question.all {
      #expect(Set(question.parameters.map(\.name)).count == question.parameters.count)
    }
  }

  @Test(arguments: [
    ("q=%E5%A0%B1%E5%91%8A&maximumRecords=5", nil),
    ("words=a", "there is no parameter \"words\""),
    ("maximumRecords=0", "maximumRecords is a whole number from 1 to 100"),
    ("maximumRecords=many", "maximumRecords is a whole number"),
    ("stance=agree", "stance is one of support"),
    ("q=a&q=b", "q is given too often"),
    ("exact=yes", "exact is true or false"),
    ("q=" + String(repeating: "a", count: 501), "q is longer than 500 characters"),
  ])
  func fieldsAreChecked(query: String, problem: String?) {
    do {
      let arguments = try Arguments(FormFields(query), for: Question.search.parameters)
      #expect(problem == nil)
      #expect(arguments.text("q") == "報告")
      #expect(arguments.number("maximumRecords") == 5)
      #expect(arguments.number("startRecord") == 1)
    } catch {
      #expect(problem.map { error.reason.hasPrefix($0) } == true, "\(error.reason)")
      #expect(error.status == .badRequest)
    }
  }

  @Test func whatIsRequiredIsMissed() {
    #expect(throws: Failure.self) {
      try Arguments(FormFields(""), for: Question.statements.parameters)
    }
  }

  @Test func objectsAreChecked() throws {
    let given: JSONValue = ["stance": ["concern", "oppose"], "startRecord": 3, "exact": true]
    let arguments = try Arguments(given, for: Question.search.parameters)
    #expect(arguments.texts("stance") == ["concern", "oppose"])
    #expect(arguments.number("startRecord") == 3)
    #expect(arguments.truth("exact"))
    #expect(throws: Failure.self) {
      try Arguments(["q": ["a": 1]], for: Question.search.parameters)
    }
    #expect(throws: Failure.self) { try Arguments([1, 2], for: Question.search.parameters) }
  }

  /// Every reference in the document leads somewhere.
  @Test func referencesOfTheDocumentHold() {
    let schemas = OpenAPI.document["components"]?["schemas"]?.objectValue?.map(\.key) ?? []
    let responses = OpenAPI.document["components"]?["responses"]?.objectValue?.map(\.key) ?? []
    let known = Set(
      schemas.map { "#/components/schemas/\($0)" }
        + responses.map { "#/components/responses/\($0)" })
    let used = Set(Self.references(OpenAPI.document))
    #expect(!used.isEmpty)
    #expect(used.subtracting(known).isEmpty, "\(used.subtracting(known))")
    #expect(OpenAPI.document["paths"]?.objectValue?.count == Question.all.count)
  }

  private static func references(_ value: JSONValue) -> [String] {
    switch value {
    case .object(let members):
      members.flatMap { member -> [String] in
        if member.key == "$ref", let target = member.value.stringValue { return [target] }
        return references(member.value)
      }
    case .array(let values): values.flatMap(references)
    case .null, .bool, .integer, .number, .string: []
    }
  }
}
