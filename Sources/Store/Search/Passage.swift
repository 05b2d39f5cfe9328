import Deliberation

/// The kinds of things that can be searched.
package enum SearchKind: String, Sendable, CaseIterable {
  case statement, event, agenda, document, attendance
}

/// Something beside statements that can be searched, with its words.
struct Passage {
  var kind: SearchKind
  /// The place among those of its kind in the record, from 0.
  var position: Int
  /// The agenda item that it is.
  var item: Int64?
  var text: String
}

enum Passages {
  /// Stands between the fields of one passage, so that no word reaches over two of them.
  private static let joint = "、"

  /// Everything of a record that is searched beside its statements.
  static func of(_ record: Record, items: [AgendaPath: Int64]) -> [Passage] {
    var passages: [Passage] = []
    for (position, event) in record.events.enumerated() {
      passages.append(Passage(kind: .event, position: position, item: nil, text: event.text))
    }
    for (position, item) in record.agenda.flattened.enumerated() {
      passages.append(
        Passage(kind: .agenda, position: position, item: items[item.path], text: item.title))
    }
    for (position, document) in record.documents.enumerated() {
      let text = [document.label, document.title].compactMap(\.self).joined(separator: joint)
      passages.append(Passage(kind: .document, position: position, item: nil, text: text))
    }
    for (position, attendee) in record.attendance.enumerated() {
      let fields = [
        attendee.name, attendee.role, attendee.organisation, attendee.group, attendee.substitute,
      ]
      let text = fields.compactMap(\.self).joined(separator: joint)
      passages.append(Passage(kind: .attendance, position: position, item: nil, text: text))
    }
    return passages
  }
}
