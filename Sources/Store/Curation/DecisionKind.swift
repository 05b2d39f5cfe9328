import Foundation

/// The kinds of decisions about what was said, who said it, and who is who.
///
/// Those about links are in `LinkDecisions`.
package enum DecisionKind: String, Sendable, CaseIterable {
  /// Who made a statement; the anchor is its first stretch of the source.
  case speaker
  /// Whom a label means throughout a record; the anchor is the label's first place.
  case label
  /// The stance of a position, or that there is none; the anchor is its clause.
  case stance
  /// The agenda items of a statement; the anchor is its first stretch of the source.
  case agenda
  /// Two persons are one; the subject is the id of one of them.
  case personsMerged
  /// Two persons are two; the subject is the id of one of them.
  case personsApart
  /// An earlier decision is taken back.
  case undone

  static let ofSpeakers: [DecisionKind] = [.speaker, .label]
  static let ofPersons: [DecisionKind] = [.personsMerged, .personsApart]
  /// Kinds that `Corrections` applies to records.
  static let ofRecords: [DecisionKind] = [.speaker, .label, .stance, .agenda]
}

/// What was decided, as the `value` of a decision holds it: JSON with the keys that the kind needs.
package struct DecisionValue: Codable, Hashable, Sendable {
  /// The id of a person: the speaker, or the other of two persons.
  package var person: String?
  /// The person's name, so that the decision can be read, and applied where the id is unknown.
  package var name: String?
  /// The label as printed.
  package var label: String?
  /// The stance as the machine had it.
  package var stance: String?
  /// The stance that it is; nil where there is none.
  package var now: String?
  /// The agenda items.
  package var items: [Item]?
  /// The id of the decision that is taken back.
  package var decision: String?

  /// An agenda item by its place and its title.
  package struct Item: Codable, Hashable, Sendable {
    package var path: String
    package var title: String

    package init(path: String, title: String) {
      self.path = path
      self.title = title
    }
  }

  package init() {}

  /// The value that a JSON text holds; empty where it is of another form.
  package init(json: String) {
    self = (try? JSONDecoder().decode(Self.self, from: Data(json.utf8))) ?? Self()
  }

  package var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
