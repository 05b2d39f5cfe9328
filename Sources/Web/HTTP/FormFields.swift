/// The fields of a form, from a query or a body of `application/x-www-form-urlencoded`.
package struct FormFields: Hashable, Sendable {
  private var fields: [(name: String, value: String)] = []

  package init() {}

  /// Reads `a=1&b=%E4%BC%9A`; what is no UTF-8 becomes U+FFFD, a broken escape stands for itself.
  package init(_ encoded: String) {
    for part in encoded.utf8.split(separator: UInt8(ascii: "&")) {
      let halves = part.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      fields.append(
        (
          PercentCoding.decoded(halves[0], plusIsBlank: true),
          halves.count > 1 ? PercentCoding.decoded(halves[1], plusIsBlank: true) : ""
        ))
    }
  }

  /// The first value of a field without the blanks around it; nil where it is missing or blank.
  package subscript(name: String) -> String? {
    guard let value = fields.first(where: { $0.name == name })?.value else { return nil }
    let trimmed = value.trimmed
    return trimmed.isEmpty ? nil : trimmed
  }

  /// Every value of a field without the blanks around it; empty where it is blank.
  package func all(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value.trimmed)
  }

  /// The names in the order in which they stand, each once.
  package var names: [String] {
    fields.reduce(into: []) { if !$0.contains($1.name) { $0.append($1.name) } }
  }

  /// The same fields with one of them set, or left out where the value is nil or empty.
  package func with(_ name: String, _ value: String?) -> FormFields {
    var changed = self
    changed.fields.removeAll { $0.name == name }
    if let value, !value.isEmpty { changed.fields.append((name, value)) }
    return changed
  }

  /// The fields as a query, without the question mark.
  package var encoded: String {
    fields.map { "\(PercentCoding.encoded($0.name))=\(PercentCoding.encoded($0.value))" }
      .joined(separator: "&")
  }

  package static func == (left: FormFields, right: FormFields) -> Bool {
    left.encoded == right.encoded
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(encoded) }
}

/// Percent encoding (RFC 3986) of UTF-8.
package enum PercentCoding {
  /// The text for one segment of a path or one value of a query.
  package static func encoded(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count * 3)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        out.append(byte)
      default:
        out += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The path with every segment encoded and the slashes kept.
  package static func encodedPath(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false)
      .map { encoded(String($0)) }.joined(separator: "/")
  }

  /// The text behind an encoding; a broken escape stands for itself.
  package static func decoded(
    _ encoded: some Collection<UInt8>, plusIsBlank: Bool = false
  ) -> String {
    let bytes = Array(encoded)
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count,
        let high = value(bytes[at + 1]), let low = value(bytes[at + 2])
      {
        out.append(high << 4 | low)
        at += 3
        continue
      }
      out.append(plusIsBlank && bytes[at] == UInt8(ascii: "+") ? 0x20 : bytes[at])
      at += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x37
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }
}

extension String {
  /// The text without white space and control characters at its ends.
  var trimmed: String {
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace || first.value < 0x20 {
      scalars.removeFirst()
    }
    while let last = scalars.last, last.properties.isWhitespace || last.value < 0x20 {
      scalars.removeLast()
    }
    return String(scalars)
  }
}
