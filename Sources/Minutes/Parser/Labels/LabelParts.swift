import Deliberation
import JapaneseText

/// A speaker label taken apart: who, in which role, for whom, read by whom.
struct LabelParts: Hashable, Sendable {
  /// The name as printed, without blanks: a surname, or a full name where `isFullName` says so.
  var name: String?
  var isFullName = false
  /// The surname as the words of the label print it, where a field gives the full name.
  var printedSurname: String?
  /// What tells people of one surname apart (`則` of 五十嵐（則）委員).
  var hint: String?
  var role: String?
  var roleClass: RoleLexicon.RoleClass?
  /// What the title alone says of the side of the table.
  var kindByTitle: SpeakerKind?
  var organisation: String?
  /// Who read it out for the author (`内田構成員（竹淵課長補佐代読）`), or spoke in the author's place.
  var voice: Voice?

  /// Who lent the voice, by name and title.
  struct Voice: Hashable, Sendable {
    var name: String?
    var role: String?
  }

  /// The label says that the words were handed in.
  var isWritten = false
  /// All that stands before the title is the name.
  var hasWholeStem = false
  /// The title is none of the lexicon and only ends like one.
  var hasUnknownTitle = false
  /// How surely these words are a label: 2 with a title, 1 for words that could be a name, 0 not.
  var strength = 0
}
