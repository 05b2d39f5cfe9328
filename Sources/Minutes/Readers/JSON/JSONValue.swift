/// A JSON value that knows on which line of the file it stands.
indirect enum JSONValue {
  case null
  case bool(Bool)
  /// As written; no minutes need arithmetic.
  case number(String, line: Int)
  case string(String, line: Int)
  /// A string whose lines are lines of the file (from XML).
  case lines(String, line: Int)
  case array([JSONValue])
  /// Members in the order of the file; of equal keys the first counts.
  case object([(key: String, value: JSONValue)])

  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var items: [JSONValue]? {
    if case .array(let items) = self { items } else { nil }
  }

  var keys: [String] {
    if case .object(let members) = self { members.map(\.key) } else { [] }
  }

  /// The words of a string or number that is not blank.
  var value: StructuredValue? {
    switch self {
    case .string(let text, let line), .number(let text, let line):
      StructuredValue(text, line: line)
    case .lines(let text, let line):
      StructuredValue(text, line: line, countsLines: true)
    default: nil
    }
  }

  func value(_ keys: String...) -> StructuredValue? {
    for key in keys {
      if let value = self[key]?.value { return value }
    }
    return nil
  }

  func text(_ key: String) -> String? { self[key]?.value?.text }
}
