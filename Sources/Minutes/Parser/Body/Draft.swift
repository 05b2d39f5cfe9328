import Deliberation
import JapaneseText

/// A turn while its lines are being gathered.
struct Draft {
  enum Form {
    case turn, opinion, question, written
  }

  var form: Form
  var label: Label?
  var fragments: [Fragment] = []
  /// Stands in this stretch between two headings; levels are judged for each.
  var section: Int
  /// An opinion behind the bullet of a list: lines further in go on with it.
  var isListed = false
  /// The speaker reads a list out: its marks are words.
  var isReading = false
  /// Events that happened while it ran; they belong to the items to which its words lead.
  var events: [Int] = []
  /// Those of them that lie inside it if it goes on.
  var pendingEvents: [Int] = []
}

/// A statement with what the finishing pass still needs.
struct Spoken {
  var statement: Statement
  var form: Draft.Form
  /// The label taken apart, of a named speaker.
  var parts: LabelParts?
  /// The label in the form by which labels are compared.
  var label: String?
  var section: Int
  var polite: Int
  var all: Int
}
