/// The forms of JSON in which minutes are published; the first that fits a value reads it.
///
/// Each form is one file; what it needs to recognise a value is in its doc comment.
struct JSONForm {
  let name: String
  /// The keys by which the form is known, for the message when none fits.
  let keys: String
  let fits: (JSONValue) -> Bool
  let read: (JSONValue) -> JSONForm.Reading

  /// The meetings of a value and what is odd about them.
  struct Reading {
    var meetings: [StructuredMeeting]
    var notes: [String] = []
  }

  /// The order of recognition; forms with more particular keys stand first.
  static var all: [JSONForm] {
    [
      .dietMeetings, .dietSpeeches, .dietCollection, .dietLines, .discussNet, .voices,
      .proceedings, .transcript,
    ]
  }
}
