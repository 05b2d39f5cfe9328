import Deliberation
import Reports

/// The position summary of a record or of one of its agenda items, made to be printed.
struct SummaryPage: Page {
  let record: Record
  let address: String
  let item: AgendaPath?

  var template: String { "summary" }

  func title(_ words: Words) -> String {
    let meeting = record.meeting
    return words.phrase("summary.title", meeting.title.isEmpty ? address : meeting.title)
  }

  private var summary: PositionSummary {
    PositionSummary(of: [
      SummarySource(
        record: record, address: address,
        selection: item.map { .agenda($0, only: false) } ?? .whole)
    ])
  }

  func view(_ place: Surroundings) -> View {
    [
      "heading": title(place.words),
      "meetingHref": place.links.meeting(address), "address": address,
      "summary": summary.fragment { place.links.meeting($0) },
    ]
  }

  var json: JSONValue { summary.json }
}
