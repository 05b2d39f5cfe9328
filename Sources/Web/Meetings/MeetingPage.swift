import Deliberation
import Reports
import Store

/// A record in reading order, or one of its agenda items.
struct MeetingPage: Page {
  let record: RecordView
  /// The agenda item, where the page is of one.
  var item: AgendaItem?
  /// Other records of the same meeting.
  var others: [RecordEntry] = []
  /// The page of a long record; nil for all of it.
  var number: Int?
  var fields = FormFields()

  init(record: Record, address: String, item: AgendaPath? = nil) {
    self.record = RecordView(record: record, address: address)
    self.item = item.flatMap { record.agenda.item(at: $0) }
  }

  var template: String { item == nil ? "meeting" : "item" }

  private var address: String { record.address + (item.map { "/\($0.path)" } ?? "") }

  func title(_ words: Words) -> String {
    let meeting = record.record.meeting
    let name = meeting.title.isEmpty ? record.address : meeting.title
    return item.map { "\($0.mark ?? "")\($0.title) – \(name)" } ?? name
  }

  func view(_ place: Surroundings) -> View {
    let reading = Reading(record.record, on: item?.path)
    let pages = ReadingPages(reading, of: record.record, isWhole: item == nil)
    let shown = number.map { min($0, pages.count) }
    let words = place.words
    let total = reading.statements.count
    let pager = Pager(
      fields: fields, path: "/meetings/" + address, number: shown ?? 1, total: total,
      size: shown == nil ? max(1, total) : ReadingPages.size, pages: shown == nil ? 1 : pages.count)
    var view: View = [
      "head": record.head(place),
      "entries": record.entries(shown.map(pages.entries) ?? reading.entries, place),
      "count": words.phrase("count.statements", total),
      "pager": pager.view(words),
      "whole": shown != nil && pages.count > 1
        ? place.links.meeting(address).map { $0 + "?page=all" } : nil,
      "others": others.map { other -> View in
        ["href": place.links.meeting(other.address), "name": words[other.level]]
      },
      "hasOthers": others.isEmpty ? nil : true,
    ]
    if let item {
      view["item"] =
        [
          "path": item.path.description, "mark": item.mark, "title": item.title,
          "address": address, "parents": parents(of: item, place),
          "children": item.items.map { child -> View in
            [
              "mark": child.mark, "title": child.title,
              "href": place.links.meeting("\(record.address)/\(child.path)"),
            ]
          },
          "hasChildren": item.items.isEmpty ? nil : true,
        ] as View
      view["summary"] = summary(of: item, place)
    } else {
      view["attendance"] = record.attendance(place)
      view["hasAttendance"] = record.record.attendance.isEmpty ? nil : true
      view["attendanceSays"] = words.phrase(
        "count.attendees", record.record.attendance.count { $0.presence != .absent })
      view["contents"] = record.contents(pages, shown: shown, place)
      view["hasContents"] = record.record.agenda.isEmpty ? nil : true
      view["findings"] = record.record.findings.map { finding -> View in
        [
          "line": finding.line.map(String.init), "message": finding.message,
          "href": finding.line.flatMap { place.links.source(record.address, line: $0) },
        ]
      }
      view["hasFindings"] = record.record.findings.isEmpty ? nil : true
      view["findingsSay"] = words.phrase("count.findings", record.record.findings.count)
    }
    return view
  }

  private func parents(of item: AgendaItem, _ place: Surroundings) -> [View] {
    (1..<max(1, item.path.ordinals.count)).compactMap { depth in
      let path = AgendaPath(Array(item.path.ordinals[..<depth]))
      return record.record.agenda.item(at: path).map { parent in
        [
          "mark": parent.mark, "title": parent.title,
          "href": place.links.meeting("\(record.address)/\(path)"),
        ]
      }
    }
  }

  private func summary(of item: AgendaItem, _ place: Surroundings) -> String {
    let source = SummarySource(
      record: record.record, address: record.address, selection: .agenda(item.path, only: false))
    return PositionSummary(of: [source]).fragment { place.links.meeting($0) }
  }

  var json: JSONValue {
    let whole = RecordJSON.value(of: record.record, address: record.address)
    guard let item else { return whole }
    let reading = Reading(record.record, on: item.path)
    return [
      "address": .string(address), "path": .string(item.path.description),
      "mark": .text(item.mark), "title": .string(item.title),
      "meeting": whole["meeting"] ?? .null,
      "statements": .array(
        reading.statements.map {
          RecordJSON.statement(
            record.record.statements[$0], in: record.record, address: record.address)
        }),
    ]
  }
}
