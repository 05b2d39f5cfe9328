import Deliberation
import JapaneseText

/// Reads the attendance lists of the head.
enum AttendanceReader {
  struct Reading {
    var attendees: [Attendee] = []
    var findings: [Finding] = []
    var end: Int?
  }
  static func read(_ layout: HeadLayout, in view: TextView, bodies: [[String]]) -> Reading {
    Reading()
  }
}
