package import Reports

/// What a question may be given: one name with its type, in HTTP and in MCP alike.
package struct Parameter: Hashable, Sendable {
  package var name: String
  package var about: String
  package var kind: Kind
  package var isRequired = false
  package var example: String?

  /// The type of the values.
  package enum Kind: Hashable, Sendable {
    case text
    /// May be given several times; then any of them may hold.
    case texts
    case number(ClosedRange<Int>, usual: Int)
    case choice([String])
    /// As `choice`, several times.
    case choices([String])
    case truth
  }

  /// Whether it may be given several times.
  package var isRepeated: Bool {
    switch kind {
    case .texts, .choices: true
    case .text, .number, .choice, .truth: false
    }
  }

  /// The longest text in characters: more is a mistake or an attack.
  package static let longestText = 500
  /// The most values of one name.
  package static let mostValues = 50

  /// The JSON Schema (draft 2020-12) of the value.
  package var schema: JSONValue {
    let text: JSONValue = ["type": "string", "maxLength": .integer(Self.longestText)]
    switch kind {
    case .text: return text
    case .texts: return Self.list(text)
    case .number(let range, let usual):
      return [
        "type": "integer", "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound), "default": .integer(usual),
      ]
    case .choice(let choices): return ["type": "string", "enum": .texts(choices)]
    case .choices(let choices): return Self.list(["type": "string", "enum": .texts(choices)])
    case .truth: return ["type": "boolean", "default": false]
    }
  }

  private static func list(_ items: JSONValue) -> JSONValue {
    ["type": "array", "items": items, "maxItems": .integer(mostValues)]
  }

  /// Why a value is refused; nil where it is right.
  func problem(of value: String) -> String? {
    switch kind {
    case .text, .texts:
      guard value.unicodeScalars.count > Self.longestText else { return nil }
      return "\(name) is longer than \(Self.longestText) characters"
    case .number(let range, _):
      if let number = Int(value), range.contains(number) { return nil }
      return "\(name) is a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .choice(let choices), .choices(let choices):
      if choices.contains(value) { return nil }
      return "\(name) is one of \(choices.joined(separator: ", "))"
    case .truth:
      return ["true", "false"].contains(value) ? nil : "\(name) is true or false"
    }
  }
}
