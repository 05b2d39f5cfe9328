import HTTPTypes
package import Reports

/// The values that a question was given, checked against its parameters.
package struct Arguments: Hashable, Sendable {
  private var values: [String: [String]] = [:]
  private let parameters: [String: Parameter]

  /// Takes the fields of an address (`?speaker=…&speaker=…`).
  ///
  /// - Throws: `Failure` (400) naming the first that is unknown, missing or out of bounds.
  package init(_ fields: FormFields, for parameters: [Parameter]) throws(Failure) {
    try self.init(fields.names.map { ($0, fields.all($0)) }, parameters)
  }

  /// Takes the members of an object (`{"speaker": ["…"], "context": 2}`).
  ///
  /// - Throws: `Failure` (400) naming the first that is unknown, missing or out of bounds.
  package init(_ object: JSONValue, for parameters: [Parameter]) throws(Failure) {
    guard let members = object.objectValue else {
      throw Failure(.badRequest, "the arguments are no object")
    }
    var given: [(name: String, values: [String])] = []
    for member in members where !member.value.isNull {
      var texts: [String] = []
      for value in member.value.arrayValue ?? [member.value] {
        guard let text = Self.text(value) else {
          throw Failure(.badRequest, "\(member.key) is neither text, number nor truth value")
        }
        texts.append(text)
      }
      given.append((member.key, texts))
    }
    try self.init(given, parameters)
  }

  private init(
    _ given: [(name: String, values: [String])], _ parameters: [Parameter]
  ) throws(Failure) {
    self.parameters = Dictionary(parameters.map { ($0.name, $0) }) { first, _ in first }
    for (name, all) in given {
      // Blank values count for how often something is given, and for nothing else.
      guard all.count <= Parameter.mostValues else {
        throw Failure(.badRequest, "\(name) is given too often")
      }
      let texts = all.filter { !$0.isEmpty }
      if texts.isEmpty { continue }
      guard let parameter = self.parameters[name] else {
        let known = parameters.map(\.name).joined(separator: ", ")
        throw Failure(.badRequest, "there is no parameter \"\(name)\"; there are \(known)")
      }
      guard texts.count <= (parameter.isRepeated ? Parameter.mostValues : 1) else {
        throw Failure(.badRequest, "\(name) is given too often")
      }
      for text in texts {
        if let problem = parameter.problem(of: text) { throw Failure(.badRequest, problem) }
      }
      values[name] = texts
    }
    for parameter in parameters where parameter.isRequired && values[parameter.name] == nil {
      throw Failure(.badRequest, "\(parameter.name) is missing: \(parameter.about)")
    }
  }

  private static func text(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text
    case .bool(let truth): String(truth)
    case .integer, .number: value.integerValue.map { String($0) }
    case .null, .array, .object: nil
    }
  }

  /// The value of a parameter; nil where none was given.
  func text(_ name: String) -> String? { values[name]?.first }

  func texts(_ name: String) -> [String] { values[name] ?? [] }

  /// The number given, else the usual one.
  func number(_ name: String) -> Int {
    if let number = text(name).flatMap({ Int($0) }) { return number }
    if case .number(_, let usual) = parameters[name]?.kind { return usual }
    return 0
  }

  func truth(_ name: String) -> Bool { text(name) == "true" }
}
