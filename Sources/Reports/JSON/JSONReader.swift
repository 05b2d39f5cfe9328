/// Why bytes are not JSON, with the place; the message names the remedy.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Line and column of the fault, both from 1; columns count bytes.
  package var line: Int
  package var column: Int
  package var reason: String

  package var description: String {
    "\(line):\(column): not JSON: \(reason); correct it there (RFC 8259)"
  }
}

extension JSONValue {
  /// Reads one JSON text (RFC 8259) in UTF-8; a byte order mark is allowed, a key given twice is not.
  package init(json bytes: [UInt8]) throws(JSONError) {
    var reader = JSONReader(bytes)
    self = try reader.document()
  }

  /// Reads one JSON text.
  package init(json text: String) throws(JSONError) {
    try self.init(json: Array(text.utf8))
  }
}

/// A recursive-descent reader over bytes.
private struct JSONReader {
  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0
  /// Deeper nesting is refused: a hostile file must not exhaust the stack.
  private let deepest = 256

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  mutating func document() throws(JSONError) -> JSONValue {
    let value = try self.value()
    skipBlanks()
    guard at == bytes.count else { throw fault("text after the value") }
    return value
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    skipBlanks()
    guard at < bytes.count else { throw fault("the text ends where a value should stand") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try nested { reader throws(JSONError) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(JSONError) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(JSONError) -> JSONValue
  ) throws(JSONError) -> JSONValue {
    guard depth < deepest else { throw fault("nested more than \(deepest) deep") }
    depth += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    at += 1
    var members: [JSONMember] = []
    var keys: Set<String> = []
    skipBlanks()
    if take("}") { return .object([]) }
    while true {
      skipBlanks()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        throw fault("a key is missing")
      }
      let key = try string()
      guard keys.insert(key).inserted else { throw fault("the key \"\(key)\" stands twice") }
      skipBlanks()
      guard take(":") else { throw fault("a colon is missing after the key \"\(key)\"") }
      members.append(JSONMember(key, try value()))
      skipBlanks()
      if take("}") { return .object(members) }
      guard take(",") else { throw fault("a comma or } is missing") }
    }
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    at += 1
    var values: [JSONValue] = []
    skipBlanks()
    if take("]") { return .array([]) }
    while true {
      values.append(try value())
      skipBlanks()
      if take("]") { return .array(values) }
      guard take(",") else { throw fault("a comma or ] is missing") }
    }
  }

  private mutating func string() throws(JSONError) -> String {
    at += 1
    var units: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        guard let text = String(validating: units, as: UTF8.self) else {
          throw fault("a text is not UTF-8")
        }
        return text
      case UInt8(ascii: "\\"):
        units.append(contentsOf: Array(String(Character(try escape())).utf8))
      case 0..<0x20: throw fault("a control character stands in a text")
      default:
        units.append(byte)
        at += 1
      }
    }
    throw fault("a text is not closed")
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    at += 1
    guard at < bytes.count else { throw fault("a text is not closed") }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "u"):
      let first = try hexadecimal()
      if let scalar = Unicode.Scalar(first) { return scalar }
      guard (0xD800...0xDBFF).contains(first), take("\\"), take("u") else {
        throw fault("half of a surrogate pair")
      }
      let second = try hexadecimal()
      guard (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
      else { throw fault("half of a surrogate pair") }
      return scalar
    default: throw fault("an escape that JSON does not know")
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    guard at + 4 <= bytes.count,
      bytes[at..<at + 4].allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let text = String(validating: bytes[at..<at + 4], as: UTF8.self),
      let value = UInt32(text, radix: 16)
    else { throw fault("\\u needs four hexadecimal digits") }
    at += 4
    return value
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = at
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") { at += 1 }
    let first = at
    while at < bytes.count, digits.contains(bytes[at]) { at += 1 }
    guard at > first else {
      at = start
      throw fault("a value is missing")
    }
    guard at - first == 1 || bytes[first] != UInt8(ascii: "0") else {
      throw fault("a number begins with 0")
    }
    let isWhole = !(at < bytes.count && ".eE".utf8.contains(bytes[at]))
    while at < bytes.count, digits.contains(bytes[at]) || ".eE+-".utf8.contains(bytes[at]) {
      at += 1
    }
    guard let text = String(validating: bytes[start..<at], as: UTF8.self) else {
      throw fault("a number cannot be read")
    }
    if isWhole, let value = Int(text) { return .integer(value) }
    guard text.last != ".", !text.contains(".e"), !text.contains(".E"), let value = Double(text),
      value.isFinite
    else { throw fault("the number \(text) cannot be read") }
    return .number(value)
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[at...].starts(with: word.utf8) else { throw fault("a value is missing") }
    at += word.utf8.count
    return value
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: mark) else { return false }
    at += 1
    return true
  }

  private mutating func skipBlanks() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
  }

  private func fault(_ reason: String) -> JSONError {
    let before = bytes[..<min(at, bytes.count)]
    let line = before.count { $0 == 0x0A } + 1
    let column = before.reversed().prefix { $0 != 0x0A }.count + 1
    return JSONError(line: line, column: column, reason: reason)
  }
}
