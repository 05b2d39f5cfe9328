import Deliberation
import JapaneseText
import Reports
import Store

/// A person: roles by date, positions over time, statements.
struct PersonPage: Page {
  let person: PersonEntry
  let statements: SearchResults
  let positions: Store.Page<PositionEntry>
  let fields: FormFields
  let number: Int
  let size: Int

  /// The most positions on a page.
  private static let mostPositions = 500

  /// Asks for what a person said.
  ///
  /// - Parameters:
  ///   - person: The person.
  ///   - filter: The records among which to look.
  ///   - store: The index.
  ///   - size: Statements on a page.
  ///   - fields: The fields of the address.
  ///   - number: The page of the statements, from 1.
  /// - Throws: `StoreError`.
  init(
    of person: PersonEntry, within filter: SearchFilter = SearchFilter(), in store: RecordStore,
    statements size: Int, fields: FormFields = FormFields(), number: Int = 1
  ) throws {
    self.person = person
    self.fields = fields
    self.number = number
    self.size = size
    var query = SearchQuery(filter: filter)
    query.filter.speakers = [person.id.rawValue]
    query.limit = size
    query.offset = (number - 1) * size
    query.snippetLength = 160
    statements = try store.search(query)
    query.limit = Self.mostPositions
    query.offset = 0
    positions = try store.positions(query)
  }

  var template: String { "person" }

  func title(_ words: Words) -> String { person.name }

  func view(_ place: Surroundings) -> View {
    let words = place.words
    let pager = Pager(
      fields: fields, path: "/people/\(person.id)", number: number, total: statements.total,
      size: size)
    return [
      "name": person.name, "id": person.id.rawValue,
      "roles": person.roles.map { role -> View in
        [
          "from": words.date(role.first),
          "until": role.last == role.first ? nil : words.date(role.last),
          "body": role.body, "bodyHref": place.links.body(role.body), "role": role.role,
          "kind": words["kind.\(role.kind.rawValue)"], "organisation": role.organisation,
          "meetings": words.phrase("count.meetings", role.meetings),
        ]
      },
      "hasRoles": person.roles.isEmpty ? nil : true,
      "timeline": timeline(place)?.svg(words),
      "days": days(place), "hasDays": positions.entries.isEmpty ? nil : true,
      "positionsCut": positions.total > positions.entries.count
        ? words.phrase("positions.cut", String(positions.entries.count), String(positions.total))
        : nil,
      "total": words.phrase("count.statements", statements.total),
      "searchHref": place.links.search("speaker:\(person.id)"),
      "hits": statements.hits.map { HitView(hit: $0).view(place) },
      "pager": place.links.isStatic ? nil : pager.view(words),
      "statementsCut": place.links.isStatic && statements.total > statements.hits.count
        ? words.phrase("positions.cut", String(statements.hits.count), String(statements.total))
        : nil,
    ]
  }

  /// The positions by meeting, the newest first.
  private var byMeeting: [(meeting: MeetingReference, positions: [PositionEntry])] {
    var groups: [(meeting: MeetingReference, positions: [PositionEntry])] = []
    for entry in positions.entries {
      if groups.last?.meeting == entry.statement.meeting {
        groups[groups.count - 1].positions.append(entry)
      } else {
        groups.append((entry.statement.meeting, [entry]))
      }
    }
    return groups
  }

  private func days(_ place: Surroundings) -> [View] {
    byMeeting.map { meeting, positions in
      [
        "date": place.words.date(meeting.date), "isoDate": meeting.date?.description,
        "meeting": meeting.address, "meetingHref": place.links.meeting(meeting.record),
        "positions": positions.map { entry -> View in
          [
            "badge": StanceBadge(stance: entry.position.stance, hedged: entry.position.hedged)
              .view(place.words),
            "target": entry.position.target, "clause": entry.clause,
            "href": place.links.meeting(entry.statement.address),
            "address": entry.statement.address,
          ]
        },
      ]
    }
  }

  private func timeline(_ place: Surroundings) -> Timeline? {
    var points: [TimelinePoint] = []
    for (meeting, positions) in byMeeting {
      guard let date = meeting.date else { continue }
      let counts = Dictionary(grouping: positions, by: \.position.stance).mapValues(\.count)
      points.append(
        TimelinePoint(
          date: date, counts: counts, label: meeting.address,
          href: place.links.meeting(meeting.record)))
    }
    return points.count > 1 ? Timeline(title: person.name, points: points) : nil
  }

  var json: JSONValue {
    [
      "person": person.json, "statementsTotal": .integer(statements.total),
      "page": .integer(number),
      "statements": .array(statements.hits.map { HitView(hit: $0).json }),
      "positionsTotal": .integer(positions.total),
      "positions": .array(
        positions.entries.map { entry in
          [
            "address": .string(entry.statement.address),
            "date": .text(entry.statement.meeting.date?.description),
            "stance": .string(entry.position.stance.rawValue),
            "targetKind": .string(entry.position.targetKind.rawValue),
            "target": .text(entry.position.target), "hedged": .bool(entry.position.hedged),
            "clause": .string(entry.clause), "rule": .string(entry.position.rule),
          ]
        }),
    ]
  }
}
