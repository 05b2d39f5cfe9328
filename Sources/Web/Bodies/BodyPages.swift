import Deliberation
import Reports
import Store

/// The bodies whose minutes are in the index.
struct BodiesPage: Page {
  let bodies: [BodyCount]

  var template: String { "bodies" }

  func title(_ words: Words) -> String { words["bodies"] }

  func view(_ place: Surroundings) -> View {
    [
      "heading": title(place.words),
      "bodies": bodies.map { body -> View in
        [
          "href": place.links.body(body.path),
          "name": body.path.replacing("/", with: " › "),
          "count": place.words.phrase("count.meetings", body.meetings),
        ]
      },
    ]
  }

  var json: JSONValue {
    [
      "bodies": .array(
        bodies.map { ["path": .string($0.path), "meetings": .integer($0.meetings)] })
    ]
  }
}

/// A body: its meetings and those of the bodies below it.
struct BodyPage: Page {
  let path: String
  /// The meetings of the page.
  let meetings: [MeetingEntry]
  let total: Int
  let below: [String]
  let fields: FormFields
  let number: Int

  /// Meetings on a page.
  static let size = 50

  var template: String { "body" }

  private var names: [String] { path.split(separator: "/").map(String.init) }

  func title(_ words: Words) -> String { names.last ?? path }

  func view(_ place: Surroundings) -> View {
    let words = place.words
    // A static page has no address for its second page: it has all.
    let size = place.links.isStatic ? total : Self.size
    let pager = Pager(
      fields: fields, path: "/bodies/" + path, number: number, total: total, size: size)
    return [
      "heading": title(words),
      "bodies": [
        [
          "names": names.dropLast().indices.map { index -> View in
            [
              "name": names[index],
              "href": place.links.body(names[...index].joined(separator: "/")),
            ]
          }
        ] as View
      ],
      "below": below.map { path -> View in
        [
          "href": place.links.body(path),
          "name": path.dropFirst(self.path.count + 1).replacing("/", with: " › "),
        ]
      },
      "hasBelow": below.isEmpty ? nil : true,
      "searchHref": place.links.search("body:\"\(names.last ?? path)\""),
      "total": words.phrase("count.meetings", total),
      "meetings": meetings.map { MeetingLine(entry: $0).view(place) },
      "pager": pager.view(words),
    ]
  }

  var json: JSONValue {
    [
      "path": .string(path), "below": .texts(below), "total": .integer(total),
      "page": .integer(number),
      "meetings": .array(meetings.map { MeetingLine(entry: $0).json }),
    ]
  }
}
