import Deliberation
import JapaneseText

/// A piece of the body with the part that it plays.
struct Piece {
  enum Role {
    /// A speaker label; its text follows as a piece of its own.
    case label(Label)
    case text
    /// A line that begins with the bullet of a list.
    case bullet
    /// What may be a heading of the agenda, if what follows allows it.
    case heading(HeadingCandidate)
    /// A direction in brackets on a line of its own; the words inside the brackets.
    case stage(TextSpan)
    /// A heading between speeches that is no item of the agenda by itself.
    case caption
    case rule
    case end
    case blank
  }

  var role: Role
  var span: TextSpan
  var line: ViewLine
  /// The piece stands inside a line, after something else.
  var isInner = false

  var isBlank: Bool { if case .blank = role { true } else { false } }
}

/// A line that looks like a heading.
struct HeadingCandidate {
  var mark: AgendaMark?
  /// Where the title stands.
  var title: TextSpan
  var formatLevel: Int?
  /// The line is a heading by its form alone (Markdown `#`, ≪…≫, ◎日程…).
  var isStrong: Bool
  /// Brackets of headings embrace the line (≪4.閉会≫).
  var isWrapped = false
  /// It stands between an ornamented rule (――◇――) and a speaker; several of them are one block.
  var isApart = false
  /// The numbers of the day, where the line holds nothing else (日程第２及び日程第３).
  var days: [Int] = []
}
