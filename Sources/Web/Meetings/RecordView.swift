import Deliberation
import JapaneseText
import Store

/// A record as pages print it: what several of them need of it.
struct RecordView {
  let record: Record
  /// The address of the record.
  let address: String
  /// The relations that lead to a statement, by its index: their kind and the later statement.
  let incoming: [Int: [(kind: RelationKind, from: Int)]]

  init(record: Record, address: String) {
    self.record = record
    self.address = address
    var incoming: [Int: [(kind: RelationKind, from: Int)]] = [:]
    for (index, statement) in record.statements.enumerated() {
      for relation in statement.relations {
        for target in relation.to
        where incoming[target]?.contains(where: { $0 == (relation.kind, index) }) != true {
          incoming[target, default: []].append((relation.kind, index))
        }
      }
    }
    self.incoming = incoming
  }

  /// The head of the record: what, when, where, of which kind.
  func head(_ place: Surroundings) -> View {
    let words = place.words
    let meeting = record.meeting
    let times = meeting.times.map { "\($0.from ?? "")–\($0.to ?? "")" }
    return [
      "title": meeting.title.isEmpty ? address : meeting.title,
      "address": address,
      "href": place.links.meeting(address),
      "bodies": meeting.bodies.map { path -> View in
        [
          "names": path.indices.map { index -> View in
            [
              "name": path[index],
              "href": place.links.body(Address.path(of: Array(path[...index]))),
              "last": index == path.count - 1,
            ]
          }
        ]
      },
      "date": words.date(meeting.date), "isoDate": meeting.date?.description,
      "times": times.isEmpty ? nil : times.joined(separator: "、"),
      "place": meeting.place,
      "level": words[record.level],
      "status": record.status.map { words["status.\($0.rawValue)"] },
      "isExcerpt": record.completeness == .excerpt ? true : nil,
      "caution": words.find("caution.\(record.level.rawValue)"),
      "file": record.source.file,
      "sha256": String(record.source.sha256.prefix(12)),
      "sourceHref": place.links.source(address, line: nil),
      "matrixHref": place.links.matrix(address),
      "summaryHref": place.links.link("/summaries/" + address),
      "documents": record.documents.map { document -> View in
        ["label": document.label, "title": document.title]
      },
      "hasDocuments": record.documents.isEmpty ? nil : true,
    ]
  }

  /// Who attended, by the headings of the list.
  func attendance(_ place: Surroundings) -> [View] {
    var groups: [(name: String?, people: [View])] = []
    for attendee in record.attendance {
      let person: View = [
        "name": attendee.name ?? attendee.organisation ?? place.words["unknown"],
        "href": place.links.person(attendee.person),
        "role": attendee.role,
        "organisation": attendee.name == nil ? nil : attendee.organisation,
        "presence": attendee.presence == .present
          ? nil : place.words["presence.\(attendee.presence.rawValue)"],
        "substitute": attendee.substitute,
      ]
      if let last = groups.last, last.name == attendee.group {
        groups[groups.count - 1].people.append(person)
      } else {
        groups.append((attendee.group, [person]))
      }
    }
    return groups.map { ["group": $0.name ?? place.words["attendance"], "people": $0.people] }
  }

  /// The agenda as a table of contents, parents before children.
  ///
  /// `shown` is the page on which it stands; nil where the whole record does.
  func contents(_ pages: ReadingPages, shown: Int?, _ place: Surroundings) -> [View] {
    let headings = pages.firstHeadings
    return record.agenda.flattened.map { item in
      let count = record.statements.count { $0.agenda.contains { item.path.includes($0) } }
      return [
        "depth": String(min(4, item.path.ordinals.count)),
        "mark": item.mark, "title": item.title, "path": item.path.description,
        "href": place.links.meeting("\(address)/\(item.path)"),
        "anchor": headings[item.path].map { page in
          (shown == nil || shown == page ? "" : "?page=\(page)") + "#item-\(item.path)"
        },
        "count": place.words.phrase("count.statements", count),
        "empty": count == 0,
      ]
    }
  }

  /// Entries of the reading, each a view with `heading`, `event` or `turn`.
  func entries(_ entries: [Reading.Entry], _ place: Surroundings) -> [View] {
    var anchored: Set<AgendaPath> = []
    return entries.map { entry in
      switch entry {
      case .heading(let items, let isFirst):
        let views = items.map { item -> View in
          let isNew = anchored.insert(item.path).inserted
          return [
            "anchor": isFirst && isNew ? "item-\(item.path)" : nil,
            "path": item.path.description, "mark": item.mark, "title": item.title,
            "href": place.links.meeting("\(address)/\(item.path)"),
          ]
        }
        return ["heading": ["items": views, "again": isFirst ? nil : true] as View]
      case .event(let event): return ["event": self.event(event, place)]
      case .statement(let index, let events):
        return ["turn": TurnView(self, index).view(place, events: events)]
      }
    }
  }

  func event(_ event: Event, _ place: Surroundings) -> View {
    [
      "kind": place.words["event.\(event.kind.rawValue)"], "text": event.text,
      "line": event.source.first.map { String($0.line) },
      "sourceHref": event.source.first.flatMap { place.links.source(address, line: $0.line) },
    ]
  }
}
