import Deliberation
import JapaneseText
import Reports
import Store

/// The statements on a topic by day.
struct TimelinePage: Page {
  var fields: FormFields
  var results: SearchResults?
  var problem: Problem?

  init(fields: FormFields) { self.fields = fields }

  var template: String { "timeline" }

  var isAsked: Bool { ["q", "from", "until"].contains { fields[$0] != nil } }

  func title(_ words: Words) -> String {
    fields["q"].map { words.phrase("timeline.of", $0) } ?? words["timeline"]
  }

  /// The meetings with a date, the oldest first.
  private func points(_ links: Links) -> [TimelinePoint] {
    var points: [String: TimelinePoint] = [:]
    for hit in results?.hits ?? [] {
      guard let date = hit.meeting.date else { continue }
      let key = hit.meeting.record
      var point =
        points[key]
        ?? TimelinePoint(
          date: date, counts: [:], label: hit.meeting.record, href: links.meeting(key))
      point.counts[hit.stances.first ?? .comment, default: 0] += 1
      points[key] = point
    }
    return points.values.sorted { ($0.date, $0.label) < ($1.date, $1.label) }
  }

  func view(_ place: Surroundings) -> View {
    let words = place.words
    let points = points(place.links)
    return [
      "heading": title(words), "q": fields["q"], "from": fields["from"],
      "until": fields["until"], "problem": problem?.says(words.language),
      "searchHref": place.links.link("/search").map { "\($0)?\(fields.encoded)" },
      "total": results.map { words.phrase("search.total", $0.total) },
      "cut": results.flatMap { results in
        results.total > results.hits.count
          ? words.phrase("timeline.cut", String(results.hits.count)) : nil
      },
      "svg": points.isEmpty
        ? nil : Timeline(title: title(words), points: points).svg(words),
      "points": points.reversed().map { point -> View in
        [
          "date": words.date(point.date), "isoDate": point.date.description,
          "label": point.label, "href": point.href, "total": String(point.total),
          "stances": Stance.allCases.compactMap { stance -> View? in
            guard let count = point.counts[stance] else { return nil }
            var badge = StanceBadge(stance: stance).view(words)
            badge["count"] = String(count)
            return badge
          },
        ]
      },
      "hasPoints": points.isEmpty ? nil : true,
    ]
  }

  var json: JSONValue {
    [
      "query": .text(fields["q"]), "total": .count(results?.total),
      "problem": .text(problem?.says(.en)),
      "points": .array(
        points(Links()).map { point in
          [
            "date": .string(point.date.description), "record": .string(point.label),
            "statements": .integer(point.total),
            "stances": .object(
              Stance.allCases.compactMap { stance in
                point.counts[stance].map { JSONMember(stance.rawValue, .integer($0)) }
              }),
          ]
        }),
    ]
  }
}
