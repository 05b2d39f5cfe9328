import Reports

/// The OpenAPI 3.1 document of the API, made from the questions.
enum OpenAPI {
  static let base = "/api/v1"

  static let document: JSONValue = [
    "openapi": "3.1.0",
    "info": [
      "title": "Shingi", "version": "1",
      "summary": "The queryable record of what committees said.",
      "description": .string(about),
      "license": ["name": "See the project"],
    ],
    "servers": [["url": "/"]],
    "paths": .object(
      Question.all.map { JSONMember("\(base)/\($0.name)", ["get": operation($0)]) }),
    "components": [
      "schemas": .object(
        AnswerSchema.definitions.map { JSONMember($0.key, inComponents($0.value)) }
          + [JSONMember("problem", problem)]),
      "responses": [
        "problem": [
          "description": "What is wrong, and what may have been meant (RFC 9457).",
          "content": [
            "application/problem+json": ["schema": ["$ref": "#/components/schemas/problem"]]
          ],
        ]
      ],
    ],
  ]

  private static let about = """
    Every answer leads back to the exact characters of the source: addresses name statements, spans \
    are offsets in Unicode scalars, and what is not determined is null. Parameters bear the names of \
    the search API of the National Diet Library where the meaning is the same.
    """

  private static func operation(_ question: Question) -> JSONValue {
    let problems = ["300", "400", "404", "410", "503"].map {
      JSONMember($0, ["$ref": "#/components/responses/problem"])
    }
    return [
      "operationId": .string(question.name),
      "summary": .string(question.about),
      "parameters": .array(question.parameters.map(parameter)),
      "responses": .object(
        [
          JSONMember(
            "200",
            [
              "description": "The answer.",
              "content": ["application/json": ["schema": inComponents(question.schema)]],
            ])
        ] + problems),
    ]
  }

  private static func parameter(_ parameter: Parameter) -> JSONValue {
    var members = [
      JSONMember("name", .string(parameter.name)), JSONMember("in", "query"),
      JSONMember("description", .string(parameter.about)),
      JSONMember("required", .bool(parameter.isRequired)),
      JSONMember("schema", parameter.schema),
    ]
    if parameter.isRepeated {
      members += [JSONMember("style", "form"), JSONMember("explode", true)]
    }
    if let example = parameter.example {
      let value: JSONValue = parameter.isRepeated ? [.string(example)] : .string(example)
      members.append(JSONMember("example", value))
    }
    return .object(members)
  }

  private static let problem: JSONValue = [
    "type": "object",
    "properties": [
      "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"],
      "detail": ["type": "string"],
      "candidates": ["type": "array", "items": ["type": "string"]],
    ],
    "required": ["type", "title", "status", "detail", "candidates"],
  ]

  /// A schema whose references lead into the components of this document.
  private static func inComponents(_ schema: JSONValue) -> JSONValue {
    switch schema {
    case .object(let members):
      return .object(
        members.map { member in
          guard member.key == "$ref", let target = member.value.stringValue else {
            return JSONMember(member.key, inComponents(member.value))
          }
          return JSONMember(
            "$ref", .string(target.replacing("#/$defs/", with: "#/components/schemas/")))
        })
    case .array(let values): return .array(values.map(inComponents))
    case .null, .bool, .integer, .number, .string: return schema
    }
  }
}
