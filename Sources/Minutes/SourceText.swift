package import JapaneseText

/// The decoded text of a file: the seam between Readers and Parser.
///
/// A reader turns bytes into this value and attaches no meaning; the parser reads this value and
/// knows no file format. The text is never changed: page heads, page numbers and breaks inside
/// words are left out in views of it.
package struct SourceText: Hashable, Sendable {
  /// Name and version of the reader (`text/1`, `html/1`, `pdf/1`).
  package let reader: String
  /// The whole text, whose scalars all offsets of the record's sources count.
  package let scalars: Scalars
  /// The lines in order; together they cover every scalar but the ends of lines.
  package let lines: [SourceLine]
  /// What the format itself says about stretches of the text, sorted by their start.
  package let marks: [SourceMark]
  /// Oddities met while reading (replaced characters, a missing page).
  package let notes: [String]

  package init(
    reader: String, scalars: Scalars, lines: [SourceLine], marks: [SourceMark] = [],
    notes: [String] = []
  ) {
    self.reader = reader
    self.scalars = scalars
    self.lines = lines
    self.marks = marks
    self.notes = notes
  }

  package func text(_ span: TextSpan) -> String { scalars.text(span) }
}

/// One line of a source, without its end.
package struct SourceLine: Hashable, Sendable {
  package var span: TextSpan
  /// The line of the file, counted from 1; for a format without lines the line of the text.
  package var number: Int
  /// The page, counted from 1, where the format has pages.
  package var page: Int?

  package init(span: TextSpan, number: Int, page: Int? = nil) {
    self.span = span
    self.number = number
    self.page = page
  }
}

/// What the format says about a stretch of the text, without meaning attached.
package struct SourceMark: Hashable, Sendable {
  package var span: TextSpan
  package var kind: SourceMarkKind

  package init(span: TextSpan, kind: SourceMarkKind) {
    self.span = span
    self.kind = kind
  }
}

/// The kinds of structure that formats give.
package enum SourceMarkKind: Hashable, Sendable {
  /// A heading of level 1 to 6.
  case heading(level: Int)
  /// An item of a list, nested `level` deep from 1, with its number in an ordered list.
  case listItem(level: Int, ordinal: Int?)
  /// A cell of a table, row and column from 0.
  case tableCell(row: Int, column: Int)
  /// A named field of a structured format (`speaker`, `date`, `nameOfMeeting`).
  case field(name: String)
  /// One speech of a structured format; the text in it is the speech with its label, if any.
  case speech
  /// One record of a file that holds several.
  case record
  /// A running head, foot or page number, recognised by repetition: text, but not of the record.
  case furniture
}

/// Why a file could not be read; the message names the remedy.
package enum ReadError: Error, Hashable, Sendable, CustomStringConvertible {
  case empty
  case tooLarge(bytes: Int, limit: Int)
  case binary
  case encoding(detail: String)
  case malformed(format: String, detail: String)
  case unsupported(format: String, remedy: String)
  case toolMissing(tool: String, remedy: String)
  case toolFailed(tool: String, detail: String)
  case notMinutes(reason: String)

  package var description: String {
    switch self {
    case .empty:
      "the file is empty; fetch it again from where it was published"
    case .tooLarge(let bytes, let limit):
      "the file has \(bytes) bytes, more than the limit of \(limit); split it by meeting"
    case .binary:
      "the file is not text, HTML, PDF or another known form of minutes; give the published record"
    case .encoding(let detail):
      "the character encoding is wrong or mixed (\(detail)); save the file as UTF-8"
    case .malformed(let format, let detail):
      "damaged \(format): \(detail); fetch the file again"
    case .unsupported(let format, let remedy):
      "\(format) cannot be read; \(remedy)"
    case .toolMissing(let tool, let remedy):
      "\(tool) is needed to read this file; \(remedy)"
    case .toolFailed(let tool, let detail):
      "\(tool) could not read the file: \(detail)"
    case .notMinutes(let reason):
      "these are not minutes: \(reason)"
    }
  }
}
