package import JapaneseText

/// One turn of one speaker: the unit of citation.
package struct Statement: Hashable, Sendable {
  /// The number in the address (`12`, or `12a` for one that a corrected file put in between); given
  /// by the store, and the position from 1 until then.
  package var number: String
  /// The place in the order of reading, from 1.
  package var order: Int
  /// As printed, without brackets and marks; nil for a bullet without a name.
  package var label: String?
  package var speaker: PersonID?
  /// Full name as the record gives it, else nil.
  package var speakerName: String?
  /// As printed in the label.
  package var surname: String?
  package var role: String?
  package var organisation: String?
  /// Who read it out for the speaker (代読).
  package var readBy: PersonID?
  package var readByName: String?
  package var kind: SpeakerKind
  package var level: Level
  /// The deepest items under discussion; several where they were discussed together, none before
  /// the first.
  package var agenda: [AgendaPath]
  /// The words of the turn with the line breaks inside blocks removed and nothing inserted.
  package var text: String
  /// Blocks of the text, in offsets of `text`.
  package var paragraphs: [TextSpan]
  /// Sentences, the unit of evidence, in offsets of `text`.
  package var sentences: [TextSpan]
  package var source: [SourceSegment]
  package var relations: [Relation] = []
  package var positions: [Position] = []
  package var reported: [ReportedPosition] = []
  package var undertakings: [Undertaking] = []
  package var links: [ProvisionLink] = []
  /// Links below the threshold: shown as such, never counted.
  package var candidates: [ProvisionLink] = []

  package init(
    order: Int, label: String?, speakerName: String? = nil, surname: String? = nil,
    role: String? = nil, organisation: String? = nil, readByName: String? = nil,
    kind: SpeakerKind, level: Level, agenda: [AgendaPath] = [], text: String,
    paragraphs: [TextSpan], sentences: [TextSpan], source: [SourceSegment]
  ) {
    self.number = String(order)
    self.order = order
    self.label = label
    self.speakerName = speakerName
    self.surname = surname
    self.role = role
    self.organisation = organisation
    self.readByName = readByName
    self.kind = kind
    self.level = level
    self.agenda = agenda
    self.text = text
    self.paragraphs = paragraphs
    self.sentences = sentences
    self.source = source
  }
}

/// The side of the table from which somebody speaks; `anonymous` where the record names nobody, and
/// `unknown` where it names somebody whose side it does not tell.
package enum SpeakerKind: String, Sendable, CaseIterable {
  case chair, deputyChair, member, secretariat, official, observer, guest, anonymous, unknown

  package init(_ kind: AttendeeKind) {
    self =
      switch kind {
      case .chair: .chair
      case .deputyChair: .deputyChair
      case .member: .member
      case .secretariat: .secretariat
      case .official: .official
      case .observer: .observer
      case .guest: .guest
      }
  }

  /// Whether the speaker answers for the administration rather than taking a position of a member.
  package var answersForAdministration: Bool { self == .secretariat || self == .official }

  /// Whether the speaker belongs to the body itself.
  package var isMember: Bool { self == .chair || self == .deputyChair || self == .member }
}
