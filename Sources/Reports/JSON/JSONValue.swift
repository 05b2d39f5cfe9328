/// A JSON value whose objects keep the order of their keys, so that the same facts always give the
/// same bytes.
///
/// Literals may be used throughout: `["n": 1, "title": nil]` is an object with an explicit null.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  /// A text, or null where it is not known.
  package static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

  /// A whole number, or null where it is not known.
  package static func count(_ value: Int?) -> JSONValue { value.map(JSONValue.integer) ?? .null }

  /// A list of texts.
  package static func texts(_ values: [String]) -> JSONValue {
    .array(values.map(JSONValue.string))
  }

  /// The value under a key of an object; nil where there is none or this is no object.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  package var isNull: Bool { self == .null }

  package var stringValue: String? {
    if case .string(let value) = self { value } else { nil }
  }

  package var integerValue: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): value.whole
    default: nil
    }
  }

  /// Any number, whole or not.
  package var numberValue: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  package var boolValue: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  package var arrayValue: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  package var objectValue: [JSONMember]? {
    if case .object(let members) = self { members } else { nil }
  }
}

/// A key of an object with its value.
package struct JSONMember: Hashable, Sendable {
  package var key: String
  package var value: JSONValue

  package init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(nilLiteral: ()) { self = .null }

  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { JSONMember($0.0, $0.1) })
  }
}

extension Double {
  /// The number as a whole one, where it is whole and every digit of it is certain.
  var whole: Int? {
    guard magnitude < 9_007_199_254_740_992 else { return nil }
    let integer = Int(self)
    return Double(integer) == self ? integer : nil
  }
}
