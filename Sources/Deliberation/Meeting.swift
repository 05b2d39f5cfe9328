package import JapaneseText

/// One sitting of one body, or of several in joint session.
package struct Meeting: Hashable, Sendable {
  /// The paths of the bodies, from the highest to the one that sat; several in joint session.
  package var bodies: [[String]] = []
  /// The session or term by which the body counts its meetings (第212回国会, 令和6年第4回定例会).
  package var session: Int?
  /// The running number (第86回).
  package var number: Int?
  /// The heading of the record, as printed, without its line breaks.
  package var title: String = ""
  package var date: CalendarDate?
  /// The hours of the sitting, `HH:MM`; an end that the record leaves open is nil.
  package var times: [MeetingTime] = []
  package var place: String?

  package init() {}

  /// The name of the body that sat; bodies in joint session are joined with `＋`.
  package var bodyName: String {
    bodies.compactMap(\.last).joined(separator: "＋")
  }
}

/// The hours of one part of a sitting, each `HH:MM`.
package struct MeetingTime: Hashable, Sendable {
  package var from: String?
  package var to: String?

  package init(from: String?, to: String?) {
    self.from = from
    self.to = to
  }
}

/// How close the words of a segment are to what was said.
package enum Level: String, Sendable, CaseIterable {
  /// 議事録: word for word.
  case verbatim
  /// 議事概要: a summary under each speaker's name.
  case namedSummary
  /// 議事要旨: opinions without names.
  case anonymousSummary
  /// Only what was decided.
  case decisions
  /// Only what happened, told by the secretariat.
  case narration
  /// Questions and answers in pairs.
  case questionsAnswers
  /// Opinions handed in on paper.
  case written
  /// Several of these in one record.
  case mixed
}

/// The standing of a published text among the texts of one meeting.
package enum RecordStatus: String, Sendable {
  case provisional, final, erratum
}

/// Whether the file holds the whole record or parts of it.
package enum Completeness: String, Sendable {
  case whole, excerpt
}

/// Where a record came from: enough to find the file again and to tell whether it changed.
package struct RecordSource: Hashable, Sendable {
  /// The path or name under which the file was read.
  package var file: String
  /// SHA-256 of the bytes, in lower-case hexadecimal.
  package var sha256: String
  /// Name and version of the reader (`text/1`).
  package var reader: String
  /// Version of the parser; a newer one re-derives by `shingi rebuild`.
  package var parser: String

  package init(file: String, sha256: String, reader: String, parser: String) {
    self.file = file
    self.sha256 = sha256
    self.reader = reader
    self.parser = parser
  }
}

/// A piece of the reader's SourceText; a statement healed over a page turn has several.
package struct SourceSegment: Hashable, Sendable {
  /// Scalar offsets in the SourceText, `[from, to)`.
  package var span: TextSpan
  /// The line, counted from 1.
  package var line: Int
  /// The page, counted from 1, where the format has pages.
  package var page: Int?

  package init(span: TextSpan, line: Int, page: Int? = nil) {
    self.span = span
    self.line = line
    self.page = page
  }
}
