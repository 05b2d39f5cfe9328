import HTTPTypes
import Reports

/// The Model Context Protocol over lines of JSON-RPC 2.0: every question is a tool.
///
/// The source of the rules is the specification of the protocol, revisions 2024-11-05 to 2025-06-18.
package struct ContextServer: Sendable {
  let inquiry: Inquiry
  let version: String

  /// A server for an index.
  ///
  /// - Parameters:
  ///   - inquiry: The index and the catalogue of laws.
  ///   - version: The version of the program.
  package init(inquiry: Inquiry, version: String) {
    self.inquiry = inquiry
    self.version = version
  }

  /// The revisions of the protocol that are spoken, the newest first.
  static let protocols = ["2025-06-18", "2025-03-26", "2024-11-05"]

  /// The answer to one line; nil for a notification, and for what needs none.
  package func answer(to line: String) -> String? {
    let message: JSONValue
    do {
      message = try JSONValue(json: line)
    } catch {
      return Self.failure(.null, code: -32700, "no JSON: \(error)")
    }
    guard let method = message["method"]?.stringValue else {
      // An answer of the client to something that was never asked needs no reply.
      if message["result"] != nil || message["error"] != nil { return nil }
      return Self.failure(message["id"] ?? .null, code: -32600, "no request")
    }
    guard let id = message["id"], !id.isNull else { return nil }
    let parameters = message["params"] ?? .object([])
    switch method {
    case "initialize": return Self.result(id, greeting(parameters))
    case "ping": return Self.result(id, .object([]))
    case "tools/list": return Self.result(id, ["tools": .array(Question.all.map(Self.tool))])
    case "tools/call": return call(id, parameters)
    default: return Self.failure(id, code: -32601, "there is no method \(method)")
    }
  }

  private func greeting(_ parameters: JSONValue) -> JSONValue {
    let asked = parameters["protocolVersion"]?.stringValue ?? ""
    return [
      "protocolVersion": .string(Self.protocols.contains(asked) ? asked : Self.protocols[0]),
      "capabilities": ["tools": ["listChanged": false]],
      "serverInfo": ["name": "shingi", "title": "Shingi 審議", "version": .string(version)],
      "instructions": .string(Self.instructions),
    ]
  }

  private static let instructions = """
    Shingi holds minutes of Japanese councils and committees. Quote statements verbatim and give \
    their addresses (BODY/86#12); stances and links were found by a machine, and null means not \
    determined. A view under "reported" is not the speaker's own. Start with search or meetings.
    """

  private static func tool(_ question: Question) -> JSONValue {
    let properties = question.parameters.map { parameter in
      JSONMember(
        parameter.name,
        .object(
          [JSONMember("description", .string(parameter.about))]
            + (parameter.schema.objectValue ?? [])))
    }
    let definitions = JSONMember("$defs", .object(AnswerSchema.definitions))
    var answer = question.schema.objectValue ?? []
    if !answer.contains(where: { $0.key == "type" }) { answer.append(JSONMember("type", "object")) }
    return [
      "name": .string(question.name), "description": .string(question.about),
      "inputSchema": [
        "type": "object", "properties": .object(properties),
        "required": .texts(question.parameters.filter(\.isRequired).map(\.name)),
        "additionalProperties": false,
      ],
      "outputSchema": .object(answer + [definitions]),
      "annotations": ["readOnlyHint": true, "openWorldHint": false],
    ]
  }

  /// Wrong arguments and addresses that name nothing are told to the model, which can mend them.
  private func call(_ id: JSONValue, _ parameters: JSONValue) -> String {
    guard let question = parameters["name"]?.stringValue.flatMap(Question.named) else {
      let known = Question.all.map(\.name).joined(separator: ", ")
      return Self.failure(id, code: -32602, "there is no such tool; there are \(known)")
    }
    do {
      let arguments = try Arguments(
        parameters["arguments"] ?? .object([]), for: question.parameters)
      let answer = try question.answer(arguments, from: inquiry)
      return Self.result(
        id,
        [
          "content": [["type": "text", "text": .string(answer.pretty)]],
          "structuredContent": answer, "isError": false,
        ])
    } catch {
      let failure = Failure(error)
      let words = failure.reason.isEmpty ? "the question could not be answered" : failure.reason
      let text = ([words] + failure.candidates).joined(separator: "\n")
      return Self.result(
        id, ["content": [["type": "text", "text": .string(text)]], "isError": true])
    }
  }

  private static func result(_ id: JSONValue, _ value: JSONValue) -> String {
    let answer: JSONValue = ["jsonrpc": "2.0", "id": id, "result": value]
    return answer.compact
  }

  private static func failure(_ id: JSONValue, code: Int, _ message: String) -> String {
    let answer: JSONValue = [
      "jsonrpc": "2.0", "id": id,
      "error": ["code": .integer(code), "message": .string(message)],
    ]
    return answer.compact
  }
}
