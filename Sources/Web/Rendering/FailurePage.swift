import HTTPTypes
import Reports

/// The page that says why there is no page.
struct FailurePage: Page {
  let failure: Failure

  var template: String { "failure" }

  func title(_ words: Words) -> String {
    words.find("failure.\(failure.status.code)") ?? failure.status.reasonPhrase
  }

  func view(_ place: Surroundings) -> View {
    [
      "title": title(place.words), "status": String(failure.status.code),
      "reason": failure.reason.isEmpty ? nil : failure.reason,
      "candidates": failure.candidates.map { address -> View in
        [
          "address": address,
          // Only addresses have several things to choose from by a link.
          "href": failure.status == .multipleChoices ? place.links.meeting(address) : nil,
        ]
      },
      "hasCandidates": failure.candidates.isEmpty ? nil : true,
      "home": place.links.link("/"),
    ]
  }

  var json: JSONValue {
    ["status": .integer(failure.status.code), "detail": .string(failure.reason)]
  }
}
