/// A strict JSON parser (RFC 8259) that counts lines; depth is limited, cost is linear.
struct JSONParser {
  static let depthLimit = 128

  private let bytes: [UInt8]
  private var offset: Int
  private let end: Int
  private var line: Int
  private var depth = 0

  /// Parses one value in `bytes[start..<end]`; what follows it must be white space.
  ///
  /// Throws `.malformed` with the line of the file.
  static func parse(
    _ bytes: [UInt8], from start: Int = 0, to end: Int? = nil, line: Int = 1
  ) throws(ReadError) -> JSONValue {
    var parser = JSONParser(bytes: bytes, offset: start, end: end ?? bytes.count, line: line)
    let value = try parser.value()
    parser.skipBlanks()
    guard parser.offset == parser.end else { throw parser.error("words after the end") }
    return value
  }

  /// Parses the value that begins at `start` and tells where it ends.
  static func prefix(
    _ bytes: [UInt8], from start: Int, line: Int
  ) throws(ReadError) -> (value: JSONValue, end: Int, line: Int) {
    var parser = JSONParser(bytes: bytes, offset: start, end: bytes.count, line: line)
    let value = try parser.value()
    return (value, parser.offset, parser.line)
  }

  private init(bytes: [UInt8], offset: Int, end: Int, line: Int) {
    self.bytes = bytes
    self.offset = offset
    self.end = end
    self.line = line
  }

  private var byte: UInt8 { offset < end ? bytes[offset] : 0 }

  private func error(_ detail: String) -> ReadError {
    .malformed(format: "JSON", detail: "line \(line): \(detail)")
  }

  private mutating func skipBlanks() {
    while offset < end {
      switch bytes[offset] {
      case 0x0A:
        line += 1
        offset += 1
      case 0x20, 0x09, 0x0D: offset += 1
      default: return
      }
    }
  }

  private mutating func value() throws(ReadError) -> JSONValue {
    skipBlanks()
    let start = line
    switch byte {
    case 0x22: return .string(try string(), line: start)
    case 0x7B: return try nested(JSONParser.object)
    case 0x5B: return try nested(JSONParser.array)
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .null)
    case 0x2D, 0x30...0x39: return .number(number(), line: start)
    default: throw error(offset >= end ? "the end is missing" : "a value is expected")
    }
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(ReadError) -> JSONValue
  ) throws(ReadError) -> JSONValue {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw error("nested deeper than \(Self.depthLimit)") }
    offset += 1
    return try read(&self)
  }

  private static func object(_ parser: inout JSONParser) throws(ReadError) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = []
    parser.skipBlanks()
    if parser.take(0x7D) { return .object(members) }
    while true {
      parser.skipBlanks()
      guard parser.byte == 0x22 else { throw parser.error("a key is expected") }
      let key = try parser.string()
      parser.skipBlanks()
      guard parser.take(0x3A) else { throw parser.error("a colon is expected") }
      members.append((key, try parser.value()))
      parser.skipBlanks()
      if parser.take(0x2C) { continue }
      guard parser.take(0x7D) else { throw parser.error("a comma or } is expected") }
      return .object(members)
    }
  }

  private static func array(_ parser: inout JSONParser) throws(ReadError) -> JSONValue {
    var items: [JSONValue] = []
    parser.skipBlanks()
    if parser.take(0x5D) { return .array(items) }
    while true {
      items.append(try parser.value())
      parser.skipBlanks()
      if parser.take(0x2C) { continue }
      guard parser.take(0x5D) else { throw parser.error("a comma or ] is expected") }
      return .array(items)
    }
  }

  private mutating func take(_ sign: UInt8) -> Bool {
    guard byte == sign, offset < end else { return false }
    offset += 1
    return true
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(ReadError) -> JSONValue {
    guard offset + word.utf8.count <= end, bytes[offset...].starts(with: word.utf8) else {
      throw error("a value is expected")
    }
    offset += word.utf8.count
    return value
  }

  private mutating func number() -> String {
    let start = offset
    while offset < end {
      switch bytes[offset] {
      case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: offset += 1
      default: return String(decoding: bytes[start..<offset], as: UTF8.self)
      }
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func string() throws(ReadError) -> String {
    offset += 1
    let start = offset
    while offset < end, bytes[offset] != 0x22, bytes[offset] != 0x5C {
      if bytes[offset] == 0x0A { line += 1 }
      offset += 1
    }
    guard offset < end else { throw error("the end of a string is missing") }
    if bytes[offset] == 0x22 {
      offset += 1
      return String(decoding: bytes[start..<(offset - 1)], as: UTF8.self)
    }
    return try escaped(from: start)
  }

  private mutating func escaped(from start: Int) throws(ReadError) -> String {
    var text = Array(bytes[start..<offset])
    while offset < end {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case 0x22: return String(decoding: text, as: UTF8.self)
      case 0x5C: try appendEscape(to: &text)
      default:
        if byte == 0x0A { line += 1 }
        text.append(byte)
      }
    }
    throw error("the end of a string is missing")
  }

  private mutating func appendEscape(to text: inout [UInt8]) throws(ReadError) {
    let sign = byte
    offset += 1
    switch sign {
    case 0x22, 0x5C, 0x2F: text.append(sign)
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75:
      var value = try hexadecimal()
      if (0xD800...0xDBFF).contains(value), byte == 0x5C, offset + 1 < end,
        bytes[offset + 1] == 0x75
      {
        let before = offset
        offset += 2
        let low = try hexadecimal()
        if (0xDC00...0xDFFF).contains(low) {
          value = 0x10000 + ((value & 0x3FF) << 10 | (low & 0x3FF))
        } else {
          offset = before
        }
      }
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: throw error("an unknown escape")
    }
  }

  private mutating func hexadecimal() throws(ReadError) -> UInt32 {
    guard offset + 4 <= end else { throw error("an unfinished escape") }
    var value: UInt32 = 0
    for digit in bytes[offset..<(offset + 4)] {
      switch digit {
      case 0x30...0x39: value = value << 4 | UInt32(digit - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(digit - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(digit - 0x57)
      default: throw error("an unfinished escape")
      }
    }
    offset += 4
    return value
  }
}
