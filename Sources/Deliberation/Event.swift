/// What the record narrates and nobody is quoted for.
package struct Event: Hashable, Sendable {
  /// The running number in the record, from 1.
  package var number: Int
  package var kind: EventKind
  /// The agenda items that the event concerns; several where they were taken together.
  package var agenda: [AgendaPath]
  /// Who acted (who explained), resolved as a speaker is.
  package var by: PersonID?
  package var byName: String?
  /// Labels of the papers named, in the form of `Document.label`.
  package var documents: [String]
  /// The outcome of a vote or an approval, as printed (全会一致, 異議なし).
  package var result: String?
  /// The words of the record, without line breaks.
  package var text: String
  /// The event stands before the statement at this index of `Record.statements`, from 0; equal to
  /// their count where nothing follows.
  package var beforeStatement: Int
  /// The index of the statement inside which it happened (an interjection), from 0.
  package var inStatement: Int?
  package var source: [SourceSegment]

  package init(
    number: Int, kind: EventKind, agenda: [AgendaPath] = [], byName: String? = nil,
    documents: [String] = [], result: String? = nil, text: String, beforeStatement: Int,
    inStatement: Int? = nil, source: [SourceSegment]
  ) {
    self.number = number
    self.kind = kind
    self.agenda = agenda
    self.by = nil
    self.byName = byName
    self.documents = documents
    self.result = result
    self.text = text
    self.beforeStatement = beforeStatement
    self.inStatement = inStatement
    self.source = source
  }
}

/// What kind of thing happened.
package enum EventKind: String, Sendable, CaseIterable {
  case explanation, noQuestions, discussion, approval, vote, ruling, agendaMove, interjection
  case recess, opening, closing, other
}
