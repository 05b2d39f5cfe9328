import Markup

/// The XML of the public API of the National Diet Library: `data`/`records`/`record`/`recordData`/
/// `meetingRecord` with its `speechRecord`s, or `speechRecord` alone; names as in the JSON.
enum DietXML {
  static func read(_ root: Element) -> JSONForm.Reading {
    let data = root.elements("records").flatMap { $0.elements("record") }
      .flatMap { $0.elements("recordData") }
    let meetings = data.flatMap { $0.elements("meetingRecord") }.map(value)
    let speeches = data.flatMap { $0.elements("speechRecord") }.map(value)
    if meetings.isEmpty {
      return JSONForm.dietSpeeches.read(.object([("speechRecord", .array(speeches))]))
    }
    return JSONForm.dietMeetings.read(.object([("meetingRecord", .array(meetings))]))
  }

  /// The record as the API's JSON would have it.
  private static func value(_ element: Element) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = []
    var speeches: [JSONValue] = []
    for child in element.elements {
      if child.name == "speechRecord" {
        speeches.append(value(child))
      } else {
        members.append((child.name, .lines(child.text, line: child.line)))
      }
    }
    if !speeches.isEmpty { members.append(("speechRecord", .array(speeches))) }
    return .object(members)
  }
}
