import Deliberation
import JapaneseText
package import Reports
package import Store

/// Persons by name.
struct PeoplePage: Page {
  let entries: [PersonEntry]
  let total: Int
  let fields: FormFields
  let number: Int
  let size: Int

  var template: String { "people" }

  func title(_ words: Words) -> String { words["people"] }

  func view(_ place: Surroundings) -> View {
    [
      "heading": title(place.words), "action": place.links.isStatic ? nil : "/people",
      "name": fields["name"],
      "total": place.words.phrase("count.people", total),
      "people": entries.map { person -> View in
        [
          "href": place.links.person(person.id), "name": person.name,
          "count": place.words.phrase("count.statements", person.statements),
          "roles": person.roles.prefix(3).map { role -> View in
            ["role": role.role ?? place.words["kind.\(role.kind.rawValue)"], "body": role.body]
          },
        ]
      },
      "pager": Pager(fields: fields, path: "/people", number: number, total: total, size: size)
        .view(place.words),
    ]
  }

  var json: JSONValue {
    [
      "total": .integer(total), "page": .integer(number),
      "people": .array(entries.map(\.json)),
    ]
  }
}

extension PersonEntry {
  /// The person with the roles held.
  package var json: JSONValue {
    [
      "id": .string(id.rawValue), "name": .string(name), "statements": .integer(statements),
      "roles": .array(
        roles.map { role in
          [
            "body": .string(role.body), "role": .text(role.role),
            "organisation": .text(role.organisation), "kind": .string(role.kind.rawValue),
            "first": .text(role.first?.description), "last": .text(role.last?.description),
            "meetings": .integer(role.meetings),
          ]
        }),
    ]
  }
}
