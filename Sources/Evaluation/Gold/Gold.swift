package import Deliberation
package import JapaneseText

/// The annotation of one document: what a careful reader finds in it (form: Corpus/gold/README.md).
///
/// A part that is nil was not annotated, and nothing is measured on it.
package struct Gold: Hashable, Sendable {
  /// The name of the annotation file.
  package var name: String
  package var source: GoldSource
  package var meeting: GoldMeeting
  package var attendance: [GoldAttendee]?
  package var documents: [String]?
  package var agenda: [AgendaItem]?
  package var events: [GoldEvent]?
  package var statements: [GoldStatement]
  /// Whether the statements were annotated; an empty list then says that there are none.
  package var hasStatements: Bool
  package var summary: [GoldNugget]?
}

/// The document that was annotated.
package struct GoldSource: Hashable, Sendable {
  /// Path from `Corpus/`, or a name where the document is not shipped.
  package var file: String
  package var sha256: String
  /// The reader whose text the offsets count; nil where none are given.
  package var reader: String?
}

/// The facts of the head; nil inside the outer optional means "the document does not say".
///
/// Where a field is a list of values, any of them is right, and the first is the annotator's.
package struct GoldMeeting: Hashable, Sendable {
  package var bodies: [[[String]]]?
  package var session: Int??
  package var number: Int??
  package var title: [String]?
  package var date: CalendarDate??
  package var times: [[MeetingTime]]?
  package var place: [String?]?
  package var level: [String]?
  package var status: RecordStatus??
  package var completeness: Completeness?
}

package struct GoldAttendee: Hashable, Sendable {
  package var name: String?
  package var organisation: String?
  package var role: [String?]
  package var group: [String?]
  package var kind: [String?]
  package var presence: [String?]
}

package struct GoldEvent: Hashable, Sendable {
  package var kinds: [String]
  package var agenda: [[AgendaPath]]
  package var byName: String?
  package var documents: [String]
  package var text: String
  /// The order of the statement that follows, from 1.
  package var beforeStatement: Int
  package var isCore: Bool
}

package struct GoldStatement: Hashable, Sendable {
  package var number: String
  /// The compared form of the words; nil where only their hash is given.
  package var text: ComparedText?
  /// SHA-256 of the compared form.
  package var textSHA256: String
  package var source: [TextSpan]
  /// As printed; the outer optional is nil where it was not annotated.
  package var label: String??
  /// Any of them is right, nil for "the document does not tell"; the first is the annotator's.
  package var speakerName: [String?]?
  package var surname: String?
  package var readByName: String??
  package var kinds: [String]?
  /// Sets of items, any of which is right; the first is the annotator's.
  package var agenda: [Set<AgendaPath>]?
  package var positions: [GoldPosition]?
  package var reported: [GoldReported]?
  package var relations: [GoldRelation]?
  package var links: [GoldLink]?
  package var linksOptional: Bool
}

/// A position; spans are offsets of the compared form, as in all of the gold's statements.
package struct GoldPosition: Hashable, Sendable {
  package var stance: Stance
  package var alternatives: [Stance]
  package var isCore: Bool
  package var target: String?
  package var clause: TextSpan
  package var evidence: TextSpan
  package var hedged: Bool

  /// Whether a stance is the one given or one that is equally right.
  package func accepts(_ stance: Stance, leniently: Bool) -> Bool {
    stance == self.stance || (leniently && alternatives.contains(stance))
  }
}

package struct GoldReported: Hashable, Sendable {
  package var holder: String?
  package var stance: Stance
  package var alternatives: [Stance]
  package var clause: TextSpan
  package var evidence: TextSpan
}

package struct GoldRelation: Hashable, Sendable {
  package var kind: RelationKind
  /// Sets of earlier statements, by number, any of which is right; the first is the annotator's.
  package var choices: [Set<String>]
}

package struct GoldLink: Hashable, Sendable {
  package var provision: Provision
  /// Whether it must be found; otherwise finding it is neither rewarded nor punished.
  package var isPrimary: Bool
}

/// Something that a position summary must carry, or may.
package struct GoldNugget: Hashable, Sendable {
  package var id: String
  package var statement: String
  package var stance: Stance
  package var evidence: TextSpan
  package var isVital: Bool
}
