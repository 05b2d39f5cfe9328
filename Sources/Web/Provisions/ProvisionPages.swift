import Deliberation
import JapaneseText
import Reports
import Store

/// The provisions that statements address, those addressed most first.
struct ProvisionsPage: Page {
  let found: Store.Page<ProvisionCount>
  let fields: FormFields
  let number: Int
  let size: Int

  var template: String { "provisions" }

  func title(_ words: Words) -> String { words["provisions"] }

  func view(_ place: Surroundings) -> View {
    [
      "heading": title(place.words), "action": place.links.isStatic ? nil : "/provisions",
      "total": place.words.phrase("count.provisions", found.total),
      "provisions": found.entries.map { entry -> View in
        [
          "href": place.links.provision(entry.provision), "citation": entry.citation,
          "row": entry.provision.row?.label,
          "direct": String(entry.direct), "inherited": String(entry.inherited),
          "speakers": entry.speakers.prefix(6).joined(separator: "、")
            + (entry.speakers.count > 6 ? "…" : ""),
          "last": place.words.date(entry.last),
        ]
      },
      "pager": Pager(
        fields: fields, path: "/provisions", number: number, total: found.total, size: size
      ).view(place.words),
    ]
  }

  var json: JSONValue {
    [
      "total": .integer(found.total), "page": .integer(number),
      "provisions": .array(
        found.entries.map { entry in
          [
            "law": .string(entry.provision.law), "elm": .text(entry.provision.element),
            "citation": .string(entry.citation), "direct": .integer(entry.direct),
            "inherited": .integer(entry.inherited), "speakers": .texts(entry.speakers),
            "revisions": .texts(entry.revisions), "first": .text(entry.first?.description),
            "last": .text(entry.last?.description),
          ]
        }),
    ]
  }
}
