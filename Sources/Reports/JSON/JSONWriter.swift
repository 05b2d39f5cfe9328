extension JSONValue {
  /// The value on one line, without blanks: the form of JSON Lines.
  package var compact: String {
    var out = ""
    write(to: &out, depth: nil)
    return out
  }

  /// The value over several lines, two blanks a level, with a line end after it.
  ///
  /// A list of plain values stays on its line.
  package var pretty: String {
    var out = ""
    write(to: &out, depth: 0)
    return out + "\n"
  }

  /// Appends the value; `depth` is nil for the compact form.
  private func write(to out: inout String, depth: Int?) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .integer(let value): out += String(value)
    case .number(let value): out += JSONValue.digits(value)
    case .string(let value): JSONValue.quote(value, to: &out)
    case .array(let values):
      let inner = values.allSatisfy(\.isShort) ? nil : depth.map { $0 + 1 }
      JSONValue.list(values, open: "[", close: "]", spaced: depth != nil, depth: inner, to: &out) {
        $0.write(to: &$1, depth: inner)
      }
    case .object(let members):
      let inner = members.isEmpty ? nil : depth.map { $0 + 1 }
      JSONValue.list(members, open: "{", close: "}", spaced: depth != nil, depth: inner, to: &out) {
        JSONValue.quote($0.key, to: &$1)
        $1 += depth == nil ? ":" : ": "
        $0.value.write(to: &$1, depth: inner)
      }
    }
  }

  /// Plain values, and lists of plain values: what pretty form leaves on one line inside a list.
  private var isShort: Bool {
    switch self {
    case .array(let values): values.allSatisfy(\.isPlain)
    default: isPlain
    }
  }

  private var isPlain: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private static func list<Element>(
    _ elements: [Element], open: String, close: String, spaced: Bool, depth: Int?,
    to out: inout String, each: (Element, inout String) -> Void
  ) {
    out += open
    for (index, element) in elements.enumerated() {
      if index > 0 { out += spaced && depth == nil ? ", " : "," }
      if let depth { out += "\n" + String(repeating: "  ", count: depth) }
      each(element, &out)
    }
    if let depth { out += "\n" + String(repeating: "  ", count: depth - 1) }
    out += close
  }

  /// A number in the shortest form that reads back as the same; JSON has no NaN and no infinity.
  private static func digits(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    guard let whole = value.whole else { return "\(value)" }
    return String(whole)
  }

  /// RFC 8259 §7: quotes, backslashes and control characters are escaped, all else stands as it is.
  private static func quote(_ text: String, to out: inout String) {
    out.unicodeScalars.append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{00}"..."\u{1F}", "\u{7F}":
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    out.unicodeScalars.append("\"")
  }
}
