import Deliberation
import JapaneseText

/// The facts of the head, attendance, documents and the agenda tree.
enum HeadMeasures {
  static func measure(_ cases: [Comparison]) -> Measured {
    var measured = header(cases)
    for part in [attendance(cases), documents(cases), agenda(cases)] {
      measured.figures += part.figures
      measured.differences += part.differences
    }
    return measured
  }

  private static func header(_ cases: [Comparison]) -> Measured {
    var sum = Tally()
    var differences: [Difference] = []
    for item in cases {
      for field in fields(of: item) {
        if field.isRight {
          sum.right += 1
        } else if field.found == nil {
          sum.missed += 1
        } else {
          sum.wrong += 1
        }
        if !field.isRight {
          differences.append(
            Difference(
              figure: "header", place: "\(item.gold.name): \(field.name)", expected: field.expected,
              found: field.found))
        }
      }
    }
    return Measured(
      figures: [Figure("header", "Header fields", share: sum)], differences: differences)
  }

  private struct Field {
    var name: String
    var expected: String?
    var found: String?
    var isRight: Bool

    /// A field is right when it is equal in compared form; `null` expects `null`.
    init(_ name: String, expected: [String?], found: String?) {
      self.name = name
      self.expected = expected.first ?? nil
      self.found = found
      isRight = expected.contains { $0?.compared == found?.compared }
    }
  }

  private static func fields(of item: Comparison) -> [Field] {
    let gold = item.gold.meeting
    let record = item.record
    let meeting = record.meeting
    var fields: [Field] = []
    func add(_ name: String, _ expected: [String?]?, _ found: String?) {
      if let expected { fields.append(Field(name, expected: expected, found: found)) }
    }
    let bodies = { (paths: [[String]]) in
      paths.map { $0.joined(separator: "/") }.sorted().joined(separator: "+")
    }
    let times = { (times: [MeetingTime]) in
      times.map { "\($0.from ?? "?")-\($0.to ?? "?")" }.joined(separator: " ")
    }
    let empty = { (text: String) in text.isEmpty ? nil : text }
    add("bodies", gold.bodies.map { $0.map(bodies) }, empty(bodies(meeting.bodies)))
    add("session", gold.session.map { [$0.map(String.init)] }, meeting.session.map(String.init))
    add("number", gold.number.map { [$0.map(String.init)] }, meeting.number.map(String.init))
    add("title", gold.title, empty(meeting.title))
    add("date", gold.date.map { [$0?.description] }, meeting.date?.description)
    add("times", gold.times.map { $0.map { empty(times($0)) } }, empty(times(meeting.times)))
    add("place", gold.place, meeting.place)
    add("level", gold.level, record.level.rawValue)
    add("status", gold.status.map { [$0?.rawValue] }, record.status?.rawValue)
    add("completeness", gold.completeness.map { [$0.rawValue] }, record.completeness.rawValue)
    return fields
  }

  private static func attendance(_ cases: [Comparison]) -> Measured {
    var units: [Tally] = []
    var fields = Tally()
    var measured = Measured()
    for item in cases {
      guard let wanted = item.gold.attendance else { continue }
      var found = item.record.attendance
      for attendee in wanted {
        let key = (attendee.name ?? attendee.organisation ?? "").compared
        guard
          let index = found.firstIndex(where: {
            ($0.name ?? $0.organisation ?? "").compared == key
          })
        else {
          units.append(Tally(missed: 1))
          measured.differences.append(
            Difference(
              figure: "attendance", place: item.gold.name,
              expected: attendee.name ?? attendee.organisation, found: nil))
          continue
        }
        units.append(Tally(right: 1))
        let match = found.remove(at: index)
        for (name, expected, value) in [
          ("role", attendee.role, match.role), ("group", attendee.group, match.group),
          ("kind", attendee.kind, match.kind.rawValue),
          ("organisation", [attendee.organisation], match.organisation),
          ("presence", attendee.presence, match.presence.rawValue),
        ] {
          let field = Field(name, expected: expected, found: value)
          fields = fields + Tally(right: field.isRight ? 1 : 0, wrong: field.isRight ? 0 : 1)
          if !field.isRight {
            measured.differences.append(
              Difference(
                figure: "attendanceFields", place: "\(item.gold.name): \(key): \(name)",
                expected: field.expected, found: value))
          }
        }
      }
      for attendee in found {
        units.append(Tally(wrong: 1))
        measured.differences.append(
          Difference(
            figure: "attendance", place: item.gold.name, expected: nil,
            found: attendee.name ?? attendee.organisation))
      }
    }
    measured.figures = [
      Figure("attendance", "Attendance", units: units),
      Figure("attendanceFields", "Attendance: role, group, kind …", share: fields),
    ]
    return measured
  }

  private static func documents(_ cases: [Comparison]) -> Measured {
    sets(cases, key: "documents", title: "Documents") { item in
      item.gold.documents.map {
        ($0.map(\.compared), item.record.documents.map(\.label.compared))
      }
    }
  }

  private static func agenda(_ cases: [Comparison]) -> Measured {
    sets(cases, key: "agendaTree", title: "Agenda tree") { item in
      let names = { (items: [AgendaItem]) in
        items.flattened.map { "\($0.path) \($0.title.compared)" }
      }
      return item.gold.agenda.map { (names($0), names(item.record.agenda)) }
    }
  }

  private static func sets(
    _ cases: [Comparison], key: String, title: String,
    of names: (Comparison) -> (wanted: [String], found: [String])?
  ) -> Measured {
    var measured = Measured()
    var units: [Tally] = []
    for item in cases {
      guard let (wanted, found) = names(item) else { continue }
      for name in wanted {
        let isFound = found.contains(name)
        units.append(isFound ? Tally(right: 1) : Tally(missed: 1))
        if !isFound {
          measured.differences.append(
            Difference(figure: key, place: item.gold.name, expected: name, found: nil))
        }
      }
      for name in found where !wanted.contains(name) {
        units.append(Tally(wrong: 1))
        measured.differences.append(
          Difference(figure: key, place: item.gold.name, expected: nil, found: name))
      }
    }
    measured.figures = [Figure(key, title, units: units)]
    return measured
  }
}
