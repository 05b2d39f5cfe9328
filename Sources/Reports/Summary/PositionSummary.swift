package import Deliberation
package import JapaneseText

/// Who took which position on which matter: template words around verbatim clauses, each with its
/// address.
///
/// It is extractive: nothing stands in it that nobody said, and silence is never counted. It is a
/// plain value; `markdown`, `html` and `json` print it.
package struct PositionSummary: Hashable, Sendable {
  package var meetings: [MeetingSummary]

  /// The summary of what the sources select, meeting by meeting in their order.
  package init(of sources: [SummarySource], by grouping: SummaryGrouping = .agenda) {
    meetings = sources.map { MeetingSummary($0, by: grouping) }
  }
}

/// What the sections of a summary are: agenda items, or persons with what each said on each item.
package enum SummaryGrouping: String, Sendable, CaseIterable {
  case agenda, speaker
}

/// A record with its address and the part of it that is wanted.
package struct SummarySource: Sendable {
  package var record: Record
  /// The address of the record (`IPネットワーク設備委員会/86`).
  package var address: String
  package var selection: SummarySelection
  /// What the selected statements have in common, in words (`電気通信事業法28条に関する発言`).
  package var subject: String?

  package init(
    record: Record, address: String, selection: SummarySelection = .whole, subject: String? = nil
  ) {
    self.record = record
    self.address = address
    self.selection = selection
    self.subject = subject
  }
}

/// The part of a record that a summary is about.
package enum SummarySelection: Hashable, Sendable {
  case whole
  /// An agenda item, with what lies below it unless `only`.
  case agenda(AgendaPath, only: Bool)
  /// What one person said, and the answers to it.
  case person(PersonID)
  /// Statements by their index in the record: a search result, or what addresses a provision.
  case statements(Set<Int>)
}

extension SummarySelection {
  /// The statements of a record that are selected, by index.
  package func statements(of record: Record) -> Set<Int> {
    let indices = record.statements.indices
    switch self {
    case .whole: return Set(indices)
    case .agenda(let path, let only):
      return Set(
        indices.filter { index in
          record.statements[index].agenda.contains { only ? $0 == path : path.includes($0) }
        })
    case .person(let person): return Set(indices.filter { record.statements[$0].speaker == person })
    case .statements(let selected): return selected.intersection(indices)
    }
  }
}

/// What one record holds on the positions taken.
package struct MeetingSummary: Hashable, Sendable {
  package var address: String
  package var title: String
  package var bodyName: String
  package var number: Int?
  package var date: CalendarDate?
  package var place: String?
  package var level: Level
  package var status: RecordStatus?
  package var completeness: Completeness
  /// The name of the file and its hash: where the quoted words stand.
  package var source: RecordSource
  package var selection: SummarySelection
  /// What the selected statements have in common, in words.
  package var subject: String?
  /// Members present, as far as the record lists them; nil where it has no list.
  package var membersPresent: Int?
  package var sections: [SummarySection]
}

/// One matter, or several that were discussed together; by speaker, one person's part in it.
package struct SummarySection: Hashable, Sendable {
  /// Whose part it is, where the summary is by speaker.
  package var speaker: String?
  package var items: [SummaryItem]
  /// Whether the discussion was held on an item as a whole that has items below it.
  package var isWholeItem: Bool
  package var explanations: [SummaryEvent]
  /// Approvals, votes and rulings that the record narrates.
  package var outcomes: [SummaryEvent]
  package var questions: QuestionsHeld
  package var contradictions: [Contradiction]
  package var groups: [SummaryGroup]
  package var reported: [SummaryReport]
  package var undertakings: [SummaryUndertaking]
  /// Questions and requests to which the record shows no answer.
  package var unanswered: [SummaryLine]
  /// By stance and kind of target.
  package var counts: [StanceCount]
  /// By stance and target, for targets in the words of the record.
  package var targetCounts: [StanceCount]
  /// Members who spoke in this section.
  package var membersSpoke: Int
  /// Statements of this section under which the record names nobody.
  package var unnamedStatements: Int
  /// Every line of the statements of this section in the order of reading, none left out.
  package var lines: [SummaryLine]
}

/// An agenda item as a section names it.
package struct SummaryItem: Hashable, Sendable {
  package var path: AgendaPath
  package var mark: String?
  package var title: String
  package var address: String
}

/// Something that the record narrates.
package struct SummaryEvent: Hashable, Sendable {
  package var kind: EventKind
  package var by: String?
  package var documents: [String]
  package var result: String?
  /// The words of the record.
  package var text: String
}

/// Whether questions were asked, as far as the record tells.
package enum QuestionsHeld: String, Hashable, Sendable {
  case held
  /// The record says that there were none.
  case none
  /// The record says nothing of questions.
  case notTold
}

/// The groups of a section, in the order in which they stand.
package enum SummaryGroupKind: String, Hashable, Sendable, CaseIterable {
  case support, agreement, conditionalSupport, against, asks, remarks, procedure, administration
}

/// The lines of one group, gathered by statement.
package struct SummaryGroup: Hashable, Sendable {
  package var kind: SummaryGroupKind
  package var entries: [SummaryEntry]
}

/// What one statement holds of a group, with the answers that were given to it.
package struct SummaryEntry: Hashable, Sendable {
  package var lines: [SummaryLine]
  /// Comments of the same statement that are not shown, because it makes so many.
  package var linesLeftOut = 0
  package var answers: [SummaryLine]
  package var answersLeftOut = 0
  /// Addresses of answers that are shown elsewhere, because they answer several statements at once
  /// or stand with another group.
  package var answeredAt: [String]
}

/// One position with its words.
package struct SummaryLine: Hashable, Sendable {
  /// The index of the statement in the record, from 0.
  package var statement: Int
  /// The address of the sentence, or of the statement where it has only one.
  package var address: String
  /// Name and role, and who read it out.
  package var speaker: String
  package var kind: SpeakerKind
  package var level: Level
  package var stance: Stance
  package var hedged: Bool
  package var modality: Modality?
  package var targetKind: TargetKind
  /// What the position is about, in the words of the record; nil where that is not determined.
  package var target: String?
  package var addressee: String?
  /// The words, exactly as they stand at `span` of the statement's text.
  package var quote: String
  package var span: TextSpan
  package var condition: String?
  /// What a word like この点 points at, said beside the quotation and never written into it.
  package var note: String?
  /// For agreement with a speaker: whose statement, and what that statement agrees with in turn.
  package var chain: [ChainStep]
}

/// A statement that another one agrees with.
package struct ChainStep: Hashable, Sendable {
  package var address: String
  package var speaker: String
  /// The stances that this statement holds itself, beside its agreement with others.
  package var stances: [Stance]
}

/// Persons who hold opposite views on the same target.
package struct Contradiction: Hashable, Sendable {
  package var target: String
  package var inFavour: [SummaryLine]
  package var against: [SummaryLine]
}

/// Somebody else's view, told by a speaker.
package struct SummaryReport: Hashable, Sendable {
  package var statement: Int
  package var address: String
  /// Who told it.
  package var speaker: String
  /// Whose view it is, in the words of the record; nil where it does not say.
  package var holder: String?
  package var how: ReportedHow
  package var stance: Stance
  package var target: String?
  package var quote: String
  package var span: TextSpan
}

/// A promise.
package struct SummaryUndertaking: Hashable, Sendable {
  package var statement: Int
  package var address: String
  package var speaker: String
  package var actor: String?
  package var quote: String
  package var span: TextSpan
  package var due: String?
}

/// How many persons took one stance towards one target; agreement with a speaker is a target of
/// its own and never added to support of the proposal.
package struct StanceCount: Hashable, Sendable {
  package var group: SummaryGroupKind
  package var targetKind: TargetKind
  package var target: String?
  /// Distinct persons: of the body, of the administration, and all others.
  package var members: Int
  package var administration: Int
  package var others: Int
  /// Of these, persons whose words were only hedged or reluctant.
  package var hedged: Int
  /// Statements without a named speaker; they cannot be counted as persons.
  package var unnamed: Int
  package var statements: Int
}

extension PositionSummary {
  /// Every line that is shown, answers included, in order.
  package var lines: [SummaryLine] {
    meetings.flatMap(\.sections).flatMap(\.groups).flatMap(\.entries).flatMap {
      $0.lines + $0.answers
    }
  }
}
