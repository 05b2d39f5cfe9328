import Reports
import Store

/// The meetings, the newest first.
struct MeetingsPage: Page {
  let entries: [MeetingEntry]
  let total: Int
  let fields: FormFields
  let number: Int
  let size: Int

  var template: String { "meetings" }

  func title(_ words: Words) -> String { words["meetings"] }

  func view(_ place: Surroundings) -> View {
    let pager = Pager(fields: fields, path: "/meetings", number: number, total: total, size: size)
    return [
      "heading": title(place.words),
      "total": place.words.phrase("count.meetings", total),
      "meetings": entries.map { MeetingLine(entry: $0).view(place) },
      "pager": pager.view(place.words),
    ]
  }

  var json: JSONValue {
    [
      "total": .integer(total), "page": .integer(number),
      "meetings": .array(entries.map { MeetingLine(entry: $0).json }),
    ]
  }
}
