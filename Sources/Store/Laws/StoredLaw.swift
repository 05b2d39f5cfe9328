package import Deliberation
package import JapaneseText

/// Which text of which law: one revision, as the index holds it.
package struct StoredRevision: Hashable, Sendable {
  /// e-Gov's law id.
  package var law: String
  /// e-Gov's `law_revision_id`; nil where nothing told it.
  package var revision: String?
  /// The first day in force; nil where it is not known.
  package var from: CalendarDate?
  /// The last day in force; nil where none is known.
  package var until: CalendarDate?
  package var title: String
  /// The law number as printed.
  package var number: String
  /// The name of the file from which it was read.
  package var file: String
  package var sha256: String
  /// Name and version of what read the file.
  package var reader: String

  package init(
    law: String, revision: String?, from: CalendarDate?, until: CalendarDate?, title: String,
    number: String, file: String, sha256: String, reader: String = ""
  ) {
    self.law = law
    self.revision = revision
    self.from = from
    self.until = until
    self.title = title
    self.number = number
    self.file = file
    self.sha256 = sha256
    self.reader = reader
  }

  /// Whether nothing tells when the text was in force (時点不明).
  package var isUndated: Bool { from == nil }

  /// Whether its own days do not exclude a day.
  package func mayHold(on date: CalendarDate) -> Bool {
    guard let from, from <= date else { return false }
    return until.map { date <= $0 } ?? true
  }
}

/// An element of a law's text.
package struct StoredProvision: Hashable, Sendable {
  /// e-Gov's id in the short form.
  package var element: String
  /// The id in the full form, chapters and all.
  package var anchor: String
  /// The place of what holds it in the list of the text's provisions; nil at the top.
  package var parent: Int?
  package var title: String
  package var caption: String?
  /// Its own sentences.
  package var text: String
  package var isDeleted: Bool
  /// The rows of its tables, cell by cell.
  package var rows: [[String]]
  /// What each cell of `rows` takes; empty where each takes one place.
  package var spans: [[CellSpan]]

  package init(
    element: String, anchor: String, parent: Int?, title: String, caption: String?, text: String,
    isDeleted: Bool, rows: [[String]], spans: [[CellSpan]] = []
  ) {
    self.element = element
    self.anchor = anchor
    self.parent = parent
    self.title = title
    self.caption = caption
    self.text = text
    self.isDeleted = isDeleted
    self.rows = rows
    self.spans = spans
  }
}

/// What adding a law's text did.
package enum LawSaveStatus: Hashable, Sendable {
  case added
  /// Another text of the same revision was there; this one took its place.
  case replaced
  /// The very same file was there: nothing was done.
  case unchanged
}
