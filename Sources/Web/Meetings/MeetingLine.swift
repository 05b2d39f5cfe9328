import Deliberation
import JapaneseText
import Reports
import Store

/// A meeting as lists show it.
struct MeetingLine {
  let entry: MeetingEntry

  func view(_ place: Surroundings) -> View {
    [
      "title": entry.title.isEmpty ? entry.address : entry.title,
      "address": entry.address,
      "href": place.links.meeting(entry.records.first?.address ?? entry.address),
      "date": place.words.date(entry.date),
      "isoDate": entry.date?.description,
      "body": entry.bodyName,
      "place": entry.place,
      "count": place.words.phrase(
        "count.statements", entry.records.map(\.statements).reduce(0, +)),
      "records": entry.records.count > 1
        ? entry.records.map { record -> View in
          [
            "href": place.links.meeting(record.address),
            "name": place.words[record.level],
            "status": record.status.map { place.words["status.\($0.rawValue)"] },
          ]
        } : nil,
      "level": entry.records.first.map { place.words[$0.level] },
    ]
  }

  var json: JSONValue {
    [
      "address": .string(entry.address), "title": .string(entry.title),
      "bodies": .texts(entry.bodies), "date": .text(entry.date?.description),
      "session": .count(entry.session), "number": .count(entry.number),
      "place": .text(entry.place),
      "records": .array(
        entry.records.map { record in
          [
            "address": .string(record.address), "level": .string(record.level.rawValue),
            "status": .text(record.status?.rawValue),
            "completeness": .string(record.completeness.rawValue), "file": .string(record.file),
            "statements": .integer(record.statements), "events": .integer(record.events),
            "findings": .integer(record.findings),
          ]
        }),
    ]
  }
}
