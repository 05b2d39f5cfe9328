/// One published text of a meeting, and everything that was found in it.
package struct Record: Hashable, Sendable {
  package var meeting = Meeting()
  /// Which of several records of the meeting this is, from 1; given by the store.
  package var ordinal = 1
  package var level = Level.mixed
  package var status: RecordStatus?
  package var completeness = Completeness.whole
  package var source: RecordSource
  package var attendance: [Attendee] = []
  package var documents: [Document] = []
  package var agenda: [AgendaItem] = []
  package var events: [Event] = []
  package var statements: [Statement] = []
  package var findings: [Finding] = []

  package init(source: RecordSource) {
    self.source = source
  }
}

/// A paper laid before the meeting (資料86-1).
package struct Document: Hashable, Sendable {
  /// The name in one form: no white space, ASCII digits and hyphens (`資料86-1`).
  package var label: String
  package var title: String?

  package init(label: String, title: String? = nil) {
    self.label = label
    self.title = title
  }
}

/// Something odd in a source, or something that could not be understood: kept, never repaired.
package struct Finding: Hashable, Sendable {
  /// What kind of oddity, in lowerCamelCase (`speakerNotResolved`, `weekdayContradiction`).
  package var kind: String
  /// The line of the source, from 1; nil where the whole file is meant.
  package var line: Int?
  /// What is odd, with the words of the source, for a human reader.
  package var message: String

  package init(kind: String, line: Int?, message: String) {
    self.kind = kind
    self.line = line
    self.message = message
  }
}
