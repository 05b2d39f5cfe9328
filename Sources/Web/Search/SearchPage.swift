import Deliberation
import HTTPTypes
import JapaneseText
import Reports
import Store

/// The search: the question as it was asked, and what was found.
struct SearchPage: Page {
  var fields: FormFields
  var number: Int
  var query: SearchQuery?
  var results: SearchResults?
  var facets: [Facet] = []
  /// Why the question could not be understood, with the place and a remedy.
  var problem: Problem?
  /// The newest meetings, for somebody who has asked nothing yet.
  var latest: [MeetingEntry] = []

  init(fields: FormFields, number: Int) {
    self.fields = fields
    self.number = number
  }

  var template: String { "search" }

  /// Whether anything was asked at all.
  var isAsked: Bool { ["q", "from", "until"].contains { fields[$0] != nil } }

  func title(_ words: Words) -> String {
    fields["q"].map { words.phrase("search.title", $0) } ?? words["search"]
  }

  func view(_ place: Surroundings) -> View {
    let words = place.words
    let order = query?.order ?? .newest
    var view: View = [
      "q": fields["q"], "from": fields["from"], "until": fields["until"],
      "orders": SearchOrder.allCases.map { choice -> View in
        [
          "value": choice.rawValue, "name": words["order.\(choice.rawValue)"],
          "chosen": choice == order,
        ]
      },
      "problem": problem?.says(words.language),
      "correction": problem?.correction,
      "correctionHref": problem?.correction.map {
        "/search?" + fields.with("q", $0).encoded
      },
      "asked": isAsked && problem == nil,
      "examples": examples(place), "hasExamples": isAsked ? nil : true,
      "latest": latest.map { MeetingLine(entry: $0).view(place) },
      "hasLatest": latest.isEmpty ? nil : true,
    ]
    guard let results, let query else { return view }
    view["total"] = words.phrase("search.total", results.total)
    view["none"] = results.total == 0
    view["beside"] = besides(results, place)
    view["hasBeside"] = results.beside.isEmpty ? nil : true
    view["searched"] = results.searched.count > 1 ? results.searched.joined(separator: " / ") : nil
    let facets = facets.filter { !$0.values.isEmpty }
    view["facets"] = facets.map { FacetView(facet: $0, fields: fields).view(words) }
    view["hasFacets"] = facets.isEmpty ? nil : true
    view["timeline"] =
      results.total > 1 ? place.links.link("/timeline").map { "\($0)?\(fields.encoded)" } : nil
    view["hits"] = results.hits.map { HitView(hit: $0).view(place) }
    let pager = Pager(
      fields: fields, path: "/search", number: number, total: results.total, size: query.limit)
    view["pager"] = pager.view(words)
    return view
  }

  /// Counts of other kinds of things that hold the words, each a link to them.
  private func besides(_ results: SearchResults, _ place: Surroundings) -> [View] {
    SearchKind.allCases.compactMap { kind in
      guard let count = results.beside[kind] else { return nil }
      let text = [fields["q"], "kind:\(kind.rawValue)"].compactMap(\.self).joined(separator: " ")
      return [
        "href": "/search?" + fields.with("q", text).with("page", nil).encoded,
        "name": place.words.phrase("beside.\(kind.rawValue)", count),
      ]
    }
  }

  private func examples(_ place: Surroundings) -> [View] {
    let examples = [
      "報告基準", "\"報告基準\" stance:懸念", "speaker:主査 from:令和7年4月", "事故 OR 障害 -訓練",
      "law:電気通信事業法 article:28", "議事 kind:event",
    ]
    return examples.enumerated().compactMap { index, query in
      place.links.search(query).map {
        ["href": $0, "query": query, "says": place.words["example.\(index + 1)"]]
      }
    }
  }

  var json: JSONValue {
    [
      "query": .text(fields["q"]), "from": .text(query?.filter.from?.description),
      "until": .text(query?.filter.until?.description),
      "order": .text(query?.order.rawValue), "problem": .text(problem?.says(.en)),
      "correction": .text(problem?.correction),
      "total": .count(results?.total), "page": .integer(number),
      "searched": .texts(results?.searched ?? []),
      "beside": .object(
        SearchKind.allCases.compactMap { kind in
          results?.beside[kind].map { JSONMember(kind.rawValue, .integer($0)) }
        }),
      "facets": .object(facets.map { FacetView(facet: $0, fields: fields).json }),
      "hits": .array((results?.hits ?? []).map { HitView(hit: $0).json }),
    ]
  }
}

/// Why a question could not be answered, and what to ask instead.
enum Problem: Hashable, Sendable {
  case query(QueryError)
  case words(String)

  /// The problem of an error that whoever asked can set right.
  ///
  /// - Throws: The error, where it is not theirs.
  init(_ error: any Error) throws {
    if let error = error as? QueryError {
      self = .query(error)
      return
    }
    let failure = Failure(error)
    guard failure.status.code < 500 else { throw error }
    self = .words(([failure.reason] + failure.candidates).joined(separator: " "))
  }

  func says(_ language: Language) -> String {
    switch self {
    case .query(let error): language == .en ? error.english : error.japanese
    case .words(let words): words
    }
  }

  /// The query set right, where somebody can tell how.
  var correction: String? {
    if case .query(let error) = self { error.correction } else { nil }
  }
}
