/// Text that a structured format keeps as a piece of HTML (`<pre>…</pre>`, `<br>`).
enum MarkupText {
  /// The words without tags; `<br>` ends a line, entities are resolved, all else stays as it is.
  static func plain(_ value: StructuredValue) -> StructuredValue? {
    guard value.text.utf8.contains(0x3C) || value.text.utf8.contains(0x26) else { return value }
    var text = ""
    var rest = Substring(value.text)
    while let sign = rest.unicodeScalars.firstIndex(where: { $0 == "<" || $0 == "&" }) {
      text += rest[..<sign]
      rest = rest[sign...]
      if let (words, after) = resolved(rest) {
        text += words
        rest = rest[after...]
      } else {
        text.unicodeScalars.append(rest.unicodeScalars.removeFirst())
      }
    }
    return StructuredValue(text + rest, line: value.line, countsLines: value.countsLines)
  }

  /// What a tag or entity at the start of `rest` stands for, and where it ends.
  private static func resolved(_ rest: Substring) -> (words: String, after: String.Index)? {
    let isTag = rest.utf8.first == 0x3C
    let limit = rest.utf8.index(
      rest.startIndex, offsetBy: isTag ? 200 : 10, limitedBy: rest.endIndex)
    let end = rest.utf8[..<(limit ?? rest.endIndex)].firstIndex(of: isTag ? 0x3E : 0x3B)
    guard let end else { return nil }
    let inner = rest[rest.index(after: rest.startIndex)..<end]
    let after = rest.utf8.index(after: end)
    guard isTag else { return entity(inner).map { ($0, after) } }
    let name = inner.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard !name.isEmpty else { return nil }
    return (name.lowercased() == "br" ? "\n" : "", after)
  }

  private static func entity(_ name: Substring) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "nbsp": return "\u{A0}"
    default:
      guard name.first == "#" else { return nil }
      let digits = name.dropFirst()
      let value =
        digits.first == "x" || digits.first == "X"
        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init).map { String($0) }
    }
  }
}
