import Deliberation
import Foundation
import GRDB
import JapaneseText

/// Somebody as one record names them, with what tells whether two mentions are one person.
struct Mention: Hashable {
  /// Made from the exact name and the meeting; see `PersonID.mention`.
  var id: PersonID
  /// The fullest form of the name that the record gives.
  var name: String
  /// Full paths of the bodies that sat.
  var bodies: [String]
  /// Folded names of the organisations spoken for.
  var organisations: Set<String> = []
  var side = Side.unknown
  var date: CalendarDate?
  /// Named by a human's decision, not by the record itself.
  var byHuman = false

  var exactKey: String { PersonID.exactKey(name) }
  var nameKey: String { PersonName.key(name) }

  /// The sides of the table: a role within one side may change and stays continuous.
  enum Side: String, CaseIterable {
    case members, administration, observers, guests, unknown

    init(_ kind: SpeakerKind) {
      self =
        switch kind {
        case .chair, .deputyChair, .member: .members
        case .secretariat, .official: .administration
        case .observer: .observers
        case .guest: .guests
        case .anonymous, .unknown: .unknown
        }
    }
  }
}

/// The mentions of one record.
struct RecordMentions {
  /// The mention of each id that the parser gave within the record.
  private(set) var byLocal: [PersonID: Mention] = [:]
  /// Ids that a human's decision put into the record, with the name that goes with them.
  private(set) var given: [PersonID: String] = [:]

  private struct Draft {
    var name: String?
    var organisation: String?
    var kind: SpeakerKind?
    var role: String?
  }

  private var drafts: [PersonID: Draft] = [:]
  private var order: [PersonID] = []

  /// `decided` are the ids that decisions hold, which are no ids within the record.
  init(_ record: Deliberation.Record, decided: Set<PersonID> = []) {
    for attendee in record.attendance {
      note(
        attendee.person, attendee.name, SpeakerKind(attendee.kind), attendee.role,
        attendee.organisation)
    }
    let listed = Set(order)
    for statement in record.statements {
      note(
        statement.speaker, statement.speakerName, statement.kind, statement.role,
        statement.organisation)
      note(statement.readBy, statement.readByName, nil, nil, nil)
    }
    for event in record.events { note(event.by, event.byName, nil, nil, nil) }
    var groups: [String: [PersonID]] = [:]
    var names: [String] = []
    for local in order {
      let name = drafts[local]?.name ?? local.rawValue
      if decided.contains(local) {
        given[local] = name
        continue
      }
      let key = PersonID.exactKey(name)
      if groups[key] == nil { names.append(key) }
      groups[key, default: []].append(local)
    }
    let key = MeetingKey(record)
    for name in names {
      let locals = groups[name] ?? []
      // One name is one person unless the list of those present has several of it.
      let parts = locals.count { listed.contains($0) } > 1 ? locals.map { [$0] } : [locals]
      enter(parts, key: key, date: record.meeting.date)
    }
  }

  /// Gives each part, the ids within the record that are one person, its mention.
  private mutating func enter(_ parts: [[PersonID]], key: MeetingKey, date: CalendarDate?) {
    var taken: Set<PersonID> = []
    for part in parts {
      let drafts = part.compactMap { self.drafts[$0] }
      let name = drafts.reduce("") { PersonRows.better($0, $1.name ?? "") }
      let shown = name.isEmpty ? part[0].rawValue : name
      let organisations = drafts.compactMap(\.organisation)
      let role = drafts.lazy.compactMap(\.role).first
      let mark = parts.count == 1 ? "" : organisations.first ?? role ?? ""
      var id = PersonID.mention(name: shown, meeting: key.text, mark: mark)
      var ordinal = 2
      while !taken.insert(id).inserted {
        id = PersonID.mention(name: shown, meeting: key.text, mark: "\(mark) \(ordinal)")
        ordinal += 1
      }
      let mention = Mention(
        id: id, name: shown, bodies: key.bodies.split(separator: "＋").map { String($0) },
        organisations: Set(organisations.map(SearchTerms.key)),
        side: Mention.Side(drafts.lazy.compactMap(\.kind).first ?? .unknown), date: date)
      for local in part { byLocal[local] = mention }
    }
  }

  private mutating func note(
    _ person: PersonID?, _ name: String?, _ kind: SpeakerKind?, _ role: String?,
    _ organisation: String?
  ) {
    guard let person else { return }
    if drafts[person] == nil { order.append(person) }
    var draft = drafts[person] ?? Draft()
    if let name { draft.name = PersonRows.better(draft.name, name) }
    if draft.organisation == nil { draft.organisation = organisation }
    if draft.kind == nil || draft.kind == .unknown { draft.kind = kind ?? draft.kind }
    if draft.role == nil { draft.role = role }
    drafts[person] = draft
  }
}

/// Rows of `mention`.
enum MentionRow {
  static let columns = [
    "record", "id", "person", "name", "exactKey", "nameKey", "bodies", "organisations", "side",
    "date", "byHuman",
  ]

  static func values(_ mention: Mention, record: Int64) -> [(any DatabaseValueConvertible)?] {
    [
      record, mention.id.rawValue, mention.id.rawValue, mention.name, mention.exactKey,
      mention.nameKey, Packed.strings(mention.bodies),
      Packed.strings(mention.organisations.sorted()),
      mention.side.rawValue, mention.date?.description, mention.byHuman,
    ]
  }

  static let selection = "id, name, bodies, organisations, side, date, byHuman, record, person"

  static func mention(_ row: Row) -> Mention {
    let date: String? = row[5]
    return Mention(
      id: PersonID(rawValue: row[0]), name: row[1], bodies: Packed.strings(row[2]),
      organisations: Set(Packed.strings(row[3])),
      side: Mention.Side(rawValue: row[4]) ?? .unknown,
      date: date.flatMap { CalendarDate($0) }, byHuman: row[6])
  }
}
