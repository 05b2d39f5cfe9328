/// Minutes as JSON, JSON Lines, or JSON within JavaScript.
enum JSONReader {
  /// Whether the file begins as JSON does; a text that begins with a bracket does not.
  static func recognises(_ utf8: [UInt8]) -> Bool {
    guard let start = utf8.firstIndex(where: { $0 > 0x20 }) else { return false }
    return begins(utf8, at: start)
  }

  /// Throws `.malformed` with the line, or `.unsupported` with the keys that are expected.
  static func read(_ file: DecodedFile) throws(ReadError) -> SourceText {
    if isLines(file.utf8) { return try read(try lines(file.utf8), reader: "jsonl/1", file) }
    return try read(try JSONParser.parse(file.utf8), reader: "json/1", file)
  }

  /// A JSON value that stands in a script at `start`.
  static func read(
    script file: DecodedFile, at start: Int, line: Int
  ) throws(ReadError) -> SourceText {
    let (value, _, _) = try JSONParser.prefix(file.utf8, from: start, line: line)
    return try read(value, reader: "json-in-js/1", file)
  }

  private static func read(
    _ value: JSONValue, reader: String, _ file: DecodedFile
  ) throws(ReadError) -> SourceText {
    guard let form = JSONForm.all.first(where: { $0.fits(value) }) else { throw unknown(value) }
    let reading = form.read(value)
    let meetings = reading.meetings.filter(\.hasText)
    guard !meetings.isEmpty else {
      throw .notMinutes(reason: "the \(form.name) has no speeches")
    }
    var notes = ["form: \(form.name)"] + reading.notes
    if file.encoding != "UTF-8" { notes.append("decoded from \(file.encoding)") }
    return StructuredText.source(meetings, reader: reader, notes: notes)
  }

  private static func unknown(_ value: JSONValue) -> ReadError {
    let object = value.items?.first ?? value
    let found = object.keys.prefix(6).joined(separator: ", ")
    let expected = JSONForm.all.map { "\($0.name): \($0.keys)" }.joined(separator: "; ")
    return .unsupported(
      format: "JSON with the keys \(found.isEmpty ? "(none)" : found)",
      remedy: "the forms that are read are \(expected)")
  }

  /// `{"`, `{}`, `[{`, `["`, `[[`, `[]`, with white space between.
  static func begins(_ utf8: [UInt8], at start: Int) -> Bool {
    let next = utf8[(start + 1)...].first { $0 > 0x20 }
    return switch utf8[start] {
    case 0x7B: next == 0x22 || next == 0x7D
    case 0x5B: next == 0x7B || next == 0x22 || next == 0x5B || next == 0x5D
    default: false
    }
  }

  /// JSON Lines: the first line is a whole object and the second begins another.
  private static func isLines(_ utf8: [UInt8]) -> Bool {
    guard let start = utf8.firstIndex(where: { $0 > 0x20 }), utf8[start] == 0x7B,
      let end = utf8[start...].firstIndex(of: 0x0A),
      let last = utf8[start..<end].last(where: { $0 > 0x20 }), last == 0x7D,
      let next = utf8[end...].first(where: { $0 > 0x20 })
    else { return false }
    return next == 0x7B
  }

  /// The offset of the next line feed, or the end.
  private static func lineEnd(_ utf8: [UInt8], from start: Int) -> Int {
    utf8.withUnsafeBufferPointer { bytes in
      var offset = start
      while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      return offset
    }
  }

  private static func lines(_ utf8: [UInt8]) throws(ReadError) -> JSONValue {
    var values: [JSONValue] = []
    var start = 0
    var line = 1
    while start < utf8.count {
      let end = lineEnd(utf8, from: start)
      if utf8[start..<end].contains(where: { $0 > 0x20 }) {
        values.append(try JSONParser.parse(utf8, from: start, to: end, line: line))
      }
      line += 1
      start = end + 1
    }
    return .array(values)
  }
}
