import JapaneseText

/// The form in which a record writes its labels; decided over the whole document.
enum LabelStyle: Hashable, Sendable {
  /// 【内田構成員】
  case bracket(Unicode.Scalar)
  /// ○友杉部会長 …, ◆委員（…）
  case mark(Unicode.Scalar)
  /// (事務局)…
  case round
  /// 山本委員長)…
  case closing
  /// １．議長（…）
  case ordinal
  /// 根岸部会長  それでは, or the label alone on its line
  case bare
  /// hsbt: …
  case colon
  /// Q …, A …
  case question
  /// A field of a structured source.
  case field
}

/// A speaker label found in the text.
struct Label: Sendable {
  /// The label without marks and brackets, in source offsets.
  var span: TextSpan
  /// As printed, without blanks that only pad.
  var printed: String
  var parts: LabelParts
  var style: LabelStyle
  /// Where the words of the turn begin on the line.
  var textStart: Int
  /// The line of the file.
  var line: Int
  /// Question or answer in a Q/A list.
  var isQuestion: Bool?
}
