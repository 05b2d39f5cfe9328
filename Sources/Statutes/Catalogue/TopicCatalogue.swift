import Foundation
import Deliberation
import JapaneseText

/// The topics of all fields: reviewed data from `Corpus/topics/*.json`, whose `about` describes the
/// form.
package struct TopicCatalogue: Sendable {
  package let topics: [Topic]
  let matchers: [TopicMatcher]

  package init(topics: [Topic]) {
    self.topics = topics
    self.matchers = topics.map(TopicMatcher.init)
  }

  package static let empty = TopicCatalogue(topics: [])

  /// Reads and checks the files of the catalogue.
  ///
  /// - Throws: `CatalogueError` for an id that stands twice, a topic without term, reason or
  ///   provision, a law that `laws` does not have, an element id that is none, a wrong day.
  package static func load(
    files: [(name: String, json: [UInt8])], laws: LawCatalogue
  )
    throws(CatalogueError) -> TopicCatalogue
  {
    var topics: [Topic] = []
    var seen: Set<String> = []
    for (name, json) in files {
      let form: TopicsForm = try decode(json, file: name, format: "shingi.topics/1")
      let field = String(name.split(separator: ".").first ?? "")
      for topic in form.topics {
        let read = try topic.topic(field: field, home: form.home ?? [], file: name, laws: laws)
        guard seen.insert(read.id).inserted else {
          throw .invalid(file: name, entry: read.id, reason: "the id stands twice")
        }
        topics.append(read)
      }
    }
    return TopicCatalogue(topics: topics)
  }
}

private struct TopicsForm: CatalogueForm {
  let format: String
  let field: String
  let home: [String]?
  let topics: [TopicForm]

  struct TopicForm: Decodable {
    let id, reason: String
    let terms: [String]
    let unless, bodies: [String]?
    let inherit: Bool?
    let focus: Bool?
    let requires, without: [ConditionForm]?
    let provisions: [ProvisionForm]
  }

  struct ConditionForm: Decodable {
    let `in`: String
    let any: [String]
  }

  struct ProvisionForm: Decodable {
    let law: String
    let elm: String?
    let strength: String
    let since, until: String?
    let row: RowForm?
  }

  struct RowForm: Decodable {
    let table, label: String
  }
}

extension TopicsForm.TopicForm {
  /// The topic, once every part of it was found right; its id bears the name of its file.
  func topic(
    field: String, home: [String], file: String, laws: LawCatalogue
  ) throws(CatalogueError) -> Topic {
    func refuse(_ reason: String) -> CatalogueError {
      .invalid(file: file, entry: id, reason: reason)
    }
    guard !reason.isEmpty else { throw refuse("no reason is given") }
    guard !terms.isEmpty, !provisions.isEmpty else { throw refuse("no term or no provision") }
    let groups = (requires ?? []) + (without ?? [])
    for word in terms + (unless ?? []) + groups.flatMap(\.any)
    where word.count < 2 {
      throw refuse("「\(word)」 is too short to tell anything")
    }
    var conditions: [TopicCondition] = []
    for condition in groups {
      guard let place = TopicCondition.Place(rawValue: condition.in), !condition.any.isEmpty else {
        throw refuse("a condition in \(condition.in) without words or place")
      }
      conditions.append(TopicCondition(place: place, words: condition.any))
    }
    var read: [TopicProvision] = []
    for provision in provisions {
      guard laws.law(provision.law) != nil else { throw refuse("unknown law \(provision.law)") }
      if let element = provision.elm, ElementID(element)?.text != element {
        throw refuse("\(element) is no element id")
      }
      guard ["strong", "weak"].contains(provision.strength) else {
        throw refuse("strength \(provision.strength)")
      }
      for day in [provision.since, provision.until].compactMap({ $0 })
      where CalendarDate(day) == nil {
        throw refuse("\(day) is no day")
      }
      let row = provision.row.map { TableRow(table: $0.table, label: $0.label) }
      read.append(
        TopicProvision(
          provision: Provision(law: provision.law, element: provision.elm, row: row),
          isStrong: provision.strength == "strong",
          since: provision.since.flatMap { CalendarDate($0) },
          until: provision.until.flatMap { CalendarDate($0) }))
    }
    return Topic(
      id: "\(field)/\(id)", reason: reason, terms: terms, unless: unless ?? [],
      requires: Array(conditions.prefix(requires?.count ?? 0)),
      without: Array(conditions.dropFirst(requires?.count ?? 0)), needsFocus: focus ?? false,
      home: home,
      bodies: bodies ?? [], inherits: inherit ?? true, provisions: read)
  }
}
