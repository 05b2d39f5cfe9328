import JapaneseText

/// A value of a structured format with its line of the file.
struct StructuredValue {
  let text: String
  let line: Int
  /// Whether the lines of the value are lines of the file (XML) or not (JSON, `\n`).
  var countsLines = false

  /// `nil` for blank words and for `null` written as a word.
  init?(_ text: String, line: Int, countsLines: Bool = false) {
    guard text != "null", text.unicodeScalars.contains(where: { !$0.isSpace }) else { return nil }
    self.text = text
    self.line = line
    self.countsLines = countsLines
  }
}

/// One meeting of a structured format, as its fields and parts say it.
struct StructuredMeeting {
  /// Named fields of the meeting, in the order in which they are written out.
  var fields: [(name: String, value: StructuredValue?)] = []
  var parts: [Part] = []

  enum Part {
    /// Text that nobody says: the head of the record, the list of those present.
    case text(StructuredValue)
    /// A speech with what the format says of its speaker.
    case speech(StructuredValue, about: [(name: String, value: StructuredValue?)])
  }

  /// Whether there are any words.
  var hasText: Bool { !parts.isEmpty }
}

/// Writes structured meetings out as a source text.
///
/// A meeting is its fields, a line each, then its parts. What is known of a speaker stands on lines
/// before the speech, each with its mark; a name that the speech itself begins with is marked there.
/// Meetings are wrapped in `.record` marks where there are several.
enum StructuredText {
  static func source(
    _ meetings: [StructuredMeeting], reader: String, notes: [String] = []
  ) -> SourceText {
    var builder = SourceBuilder()
    builder.notes = notes
    for meeting in meetings {
      let start = builder.offset
      write(meeting, to: &builder)
      if meetings.count > 1, let end = builder.lines.last?.span.to, end >= start {
        builder.mark(TextSpan(start, end), .record)
      }
    }
    return builder.source(reader: reader)
  }

  private static func write(_ meeting: StructuredMeeting, to builder: inout SourceBuilder) {
    for (name, value) in meeting.fields { write(value, named: name, to: &builder) }
    for part in meeting.parts {
      switch part {
      case .text(let value):
        builder.text(value.text, number: value.line, counts: value.countsLines)
      case .speech(let value, let about):
        builder.line([], number: about.first?.value?.line ?? value.line)
        write(value, about: about, to: &builder)
      }
    }
  }

  private static func write(
    _ value: StructuredValue?, named name: String, to builder: inout SourceBuilder
  ) {
    guard let value else { return }
    let span = builder.text(value.text, number: value.line, counts: value.countsLines)
    builder.mark(trimmed(span, in: builder.scalars), .field(name: name))
  }

  private static func write(
    _ speech: StructuredValue, about: [(name: String, value: StructuredValue?)],
    to builder: inout SourceBuilder
  ) {
    let words = speech.text.scalars
    var inside: [(name: String, at: Int, count: Int)] = []
    for (name, value) in about {
      if let label = value?.text.scalars, name == "speaker",
        let place = Self.label(label, in: words)
      {
        inside.append((name, place, label.count))
      } else {
        write(value, named: name, to: &builder)
      }
    }
    let span = builder.text(words, number: speech.line, counts: speech.countsLines)
    builder.mark(span, .speech)
    for (name, place, count) in inside {
      let from = span.from + place
      builder.mark(TextSpan(from, min(from + count, span.to)), .field(name: name))
    }
  }

  /// Where a speech begins with its speaker's name: within its first line, behind a mark at most.
  private static func label(_ name: Scalars, in speech: Scalars) -> Int? {
    guard !name.contains(where: \.isLineEnd), name.count >= 2 else { return nil }
    var start = 0
    while start < min(3, speech.count), !speech[start].isLineEnd {
      if speech.starts(name, at: start) { return start }
      start += 1
    }
    return nil
  }

  private static func trimmed(_ span: TextSpan, in scalars: Scalars) -> TextSpan {
    var span = span
    while span.from < span.to, scalars[span.from].isSpace { span.from += 1 }
    while span.to > span.from, scalars[span.to - 1].isSpace { span.to -= 1 }
    return span
  }
}
